import type { Issued } from '../../../db/shapes/checkpoint.ts';
import { clip, escaped } from '../../forms/mrkdwn.ts';
import type { DocumentCopy } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { documentModel } from '../../pdf/document.ts';
import { RendererStopped } from '../../pdf/renderer.ts';
import type { Logo } from '../../pictures/logo.ts';
import { channelsWords } from '../../slack/words-for.ts';
import { GiveUp, Later } from '../../slack-api/classify-error.ts';
import { writtenCode } from '../../verification.ts';
import { wordsOf } from '../../words/issued.ts';
import type { Words } from '../../words/words.ts';
import type { ChannelExecutor } from '../channel/in-channel.ts';
import { type Attempt, historyOf, inPlace, versionOf } from '../executor.ts';
import { oweMetadata } from './channel/metadata.ts';
import { keepFile, keepPhotos } from './files/keep-file.ts';
import { type DocumentAttempt, keepUnprinted, noPhotosFor, photosFor, unprintedLines } from './files/photos-for.ts';
import { type SharedFile, type SharePlace, shareFile } from './files/share-file.ts';

/** Waits before a PDF that could not be made is made again, milliseconds. Each attempt may hold up the others for its time limit. */
const AGAIN = [1000, 5000, 20_000];

/** Attempts with photos; it may be one of them that cannot be printed, and a document does not fail for that. */
const WITH_PHOTOS = 2;

/** Posts version n of the order to its channel as a PDF, once. Safe to repeat. */
export const issueDocument: ChannelExecutor<'issue_document'> = async ({ version, copy = 'priced' }, attempt, ref) => {
  const { order, store } = attempt;
  const { team, id } = order;
  const issued = await store.documents(team, id);
  if (!issued.some((one) => one.version === version)) {
    const { language } = (await versionOf(attempt, version)).issuer;
    const shared = await shareDocument(inPlace(attempt), ref, { version, copy });
    await store.saveDocument({ team, order: id, version, copy, language, ...shared, marked: false });
  }
  await oweMetadata(attempt);
};

/** Which document: the copy of a version. `note`: what stands beside it in a channel, escaped mrkdwn. */
interface Issue {
  readonly version: number;
  readonly copy: DocumentCopy;
  readonly note?: string;
  /** Of those who read what stands beside it; the channel's when left out. */
  readonly words?: Words;
}

/**
 * Shares a PDF of a version in a channel; resolves when it stands there. It has the prices that the attempt may show: a work
 * copy none. Safe to repeat with the same checkpoint.
 */
export async function shareDocument(
  attempt: Attempt<Issued>,
  place: SharePlace,
  { version, copy, note = '', words = channelsWords(attempt.settings) }: Issue,
): Promise<SharedFile> {
  const { claimed, order, prepared } = attempt;
  if (attempt.priced !== (copy === 'priced'))
    throw new Error(`the ${copy} copy of order ${order.id} cannot be made here`);
  let read: Promise<DocumentAttempt> | undefined;
  /** The attempt with the order's whole history: read once, and only when the document is made or posted. */
  const withHistory = () => {
    read ??= historyOf(attempt).then((history) => ({ ...attempt, order: { ...order, ...history } }));
    return read;
  };
  const name = fileName(wordsOf((await versionOf(attempt, version)).issuer), order, version, copy);
  return shareFile(attempt, place, {
    name,
    title: name,
    alt: altText(order, version, words),
    // Which photos could not be printed is known only when the file is posted.
    comment: async () => [...(note === '' ? [] : [note]), ...comment(await withHistory(), version, words)].join('\n'),
    async bytes() {
      const whole = await withHistory();
      const { photos, ...rendered } = await renderDocument(whole, version, copy);
      await keepPhotos(whole, photos);
      await keepFile(attempt, { kind: 'document', name, version }, rendered.bytes);
      prepared.forget(claimed.id);
      return rendered;
    },
  });
}

/** A version's PDF, and the photos that it prints. It has the prices that the attempt may show. */
export async function renderDocument(attempt: DocumentAttempt, version: number, copy: DocumentCopy) {
  const found = rendersOf(attempt) < WITH_PHOTOS ? await photosFor(attempt, version) : noPhotosFor(attempt, version);
  await keepUnprinted(attempt, found.notPrinted);
  const rendered = await Promise.all([logoOf(attempt, version), printedCodeOf(attempt, version, copy)])
    .then(([logo, code]) => attempt.renderer.render(attempt.order, version, { ...found, logo, code, copy }))
    .catch((error: unknown) => notMade(attempt, version, error));
  return { ...rendered, photos: found.photos };
}

/** `SO-000123 v2.pdf`, or `SO-000123 v2 (work copy).pdf` in the document's language. */
export function fileName({ document }: Words, { number }: Order, version: number, copy: DocumentCopy): string {
  const name = `${orderNumber(number)} v${version}`;
  return `${copy === 'work' ? document.workCopy({ title: name }) : name}.pdf`;
}

/** A PDF that could not be made is made again a few times, by a new thread if need be; then a human is asked. */
async function notMade(
  { saveCheckpoint, log, order, checkpoint }: Attempt<Issued>,
  version: number,
  error: unknown,
): Promise<never> {
  if (error instanceof RendererStopped) throw new Later(0, 'the app stops');
  const renders = rendersOf({ checkpoint }) + 1;
  const wait = AGAIN[renders - 1];
  log.error({ event: 'pdf.failed', order: order.number, version, renders, error }, 'a PDF could not be made');
  // With Retry it is tried as often as before.
  await saveCheckpoint({ renders: wait === undefined ? 0 : renders });
  if (wait !== undefined) throw new Later(wait, 'a PDF could not be made');
  throw new GiveUp(error instanceof Error ? error.message : String(error), { say: 'pdf_failed', attempts: renders });
}

/** How often this PDF could not be made. */
const rendersOf = ({ checkpoint }: Pick<Attempt<Issued>, 'checkpoint'>): number => checkpoint.renders ?? 0;

/** The logo that a version was issued with, null for none. Throws when its bytes are lost: without it, it would be another document. */
export async function logoOf(of: Pick<Attempt, 'order' | 'priced' | 'store'>, n: number): Promise<Logo | null> {
  const { order, store } = of;
  const sha256 = (await versionOf(of, n)).issuer.logo ?? '';
  if (sha256 === '') return null;
  const asset = await store.asset(order.team, sha256);
  if (!asset) throw new Error(`the logo ${sha256} of order ${order.id}, version ${n}, is not in the database`);
  return asset;
}

/** The code on a document of a version, as it was made with the version. Throws when there is none: nobody could verify the document. */
export async function printedCodeOf({ order, store }: Attempt, version: number, copy: DocumentCopy): Promise<string> {
  const { team, id, number } = order;
  const printed = await store.printedCode(team, id, version, copy);
  if (!printed) throw new Error(`no code was kept for order ${id}, version ${version} (${copy})`);
  return writtenCode({ number, version, check: printed.check });
}

/** What stands beside the file: what it could not print. The file has its name, and its entry says what changed. */
function comment(attempt: DocumentAttempt, n: number, words: Words): string[] {
  const { unprinted } = documentModel(attempt.order, n, {}, words);
  return [...(unprinted === '' ? [] : [escaped(unprinted)]), ...unprintedLines(attempt, n, words)];
}

const numberOf = ({ number }: Order, version: number) => ({ number: orderNumber(number), version: String(version) });

export function altText(order: Order, version: number, words: Words): string {
  const { title, client } = order.content;
  return clip(words.issued.alt({ ...numberOf(order, version), title, client }), 1000);
}
