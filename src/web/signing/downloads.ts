import { kindOf } from '../../pictures/formats/kind.ts';
import { wordsOf } from '../../words/issued.ts';
import type { Words } from '../../words/words.ts';
import type { Assets } from '../assets.ts';
import { JPEG, PDF, PLAIN, SHORTLY, savedAs } from '../headers.ts';
import { type Answer, notice } from '../page.ts';
import { copyOf, isShownPhoto, type KeptDeps, keptBytes } from './kept.ts';
import { type LookDeps, look } from './look.ts';

/** What downloads are answered with. */
type DownloadDeps = Omit<LookDeps, 'store'> &
  Omit<KeptDeps, 'store'> & {
    readonly store: LookDeps['store'] & KeptDeps['store'];
    readonly assets: Assets;
  };

/** The document of what was signed at a link, bit for bit as it was issued; the page of the link says why it cannot be had. */
export async function signedCopy(deps: DownloadDeps, token: string, words: Words): Promise<Answer> {
  const { standing } = await look(deps, token);
  if (standing.kind === 'unknown') return nothing(deps, words);
  if (standing.kind !== 'accepted') return toPage(token);
  const copy = await copyOf(deps, standing);
  if (copy.kind !== 'ready') return toPage(token);
  const body = await keptBytes(deps, standing.order, copy.file.sha256);
  if (!body) return lost(deps, standing.order.latest ? wordsOf(standing.order.latest.issuer) : words);
  return { status: 200, type: PDF, body, headers: { 'content-disposition': savedAs(copy.file.name) } };
}

/** A photo of the order that can be signed at a link, as its documents print it. */
export async function shownPhoto(deps: DownloadDeps, token: string, sha256: string, words: Words): Promise<Answer> {
  const { standing } = await look(deps, token);
  if (standing.kind === 'unknown') return nothing(deps, words);
  const shown = standing.kind === 'open' && (await isShownPhoto(deps, standing.order, sha256));
  const body = shown ? await keptBytes(deps, standing.order, sha256) : undefined;
  // A document prints no other kind.
  if (!body || kindOf(body) !== 'jpeg') return { status: 404, type: PLAIN, body: '' };
  return { status: 200, type: JPEG, body, headers: SHORTLY };
}

const toPage = (token: string): Answer => ({
  ...{ status: 303, type: PLAIN, body: '' },
  headers: { location: `/sign/${token}` },
});

function nothing({ assets }: DownloadDeps, words: Words): Answer {
  const { title, text } = words.web.sign.unknown;
  return notice(404, { title, details: [text], tone: 'bad' }, words, assets, { miss: true });
}

function lost({ assets }: DownloadDeps, words: Words): Answer {
  const { title, ask } = words.web.sign.copy;
  return notice(410, { title, details: [ask] }, words, assets);
}
