import type { ChannelRef } from '../../../db/ports.ts';
import type { Issued } from '../../../db/shapes/checkpoint.ts';
import { clip, escaped } from '../../forms/mrkdwn.ts';
import { type Order, orderNumber } from '../../order/order.ts';
import { documentModel } from '../../pdf/document.ts';
import { RendererStopped } from '../../pdf/renderer.ts';
import type { Logo } from '../../pictures/logo.ts';
import { channelsWords } from '../../slack/words-for.ts';
import { GiveUp, Later } from '../../slack-api/classify-error.ts';
import { writtenCode } from '../../verification.ts';
import type { ChannelExecutor } from '../channel/in-channel.ts';
import { type Attempt, inPlace, versionOf } from '../executor.ts';
import { oweMetadata } from './channel/metadata.ts';
import { type DocumentAttempt, keepUnprinted, noPhotosFor, photosFor, unprintedLines } from './files/photos-for.ts';
import { type SharedFile, shareFile } from './files/share-file.ts';

/** Waits before a PDF that could not be made is made again, milliseconds. Each attempt may hold up the others for its time limit. */
const AGAIN = [1000, 5000, 20_000];

/** Attempts with photos; it may be one of them that cannot be printed, and a document does not fail for that. */
const WITH_PHOTOS = 2;

/** Posts version n of the order to its channel as a PDF, once. Safe to repeat. */
export const issueDocument: ChannelExecutor<'issue_document'> = async ({ version }, attempt, ref) => {
  const { order, store } = attempt;
  const issued = await store.documents(order.team, order.id);
  if (!issued.some((one) => one.version === version)) {
    const shared = await shareDocument(inPlace(attempt), ref, version);
    await store.saveDocument({ team: order.team, order: order.id, version, ...shared, marked: false });
  }
  await oweMetadata(attempt);
};

/** Shares the PDF of a version in a channel; resolves when it stands there. Safe to repeat with the same checkpoint. */
export function shareDocument(attempt: Attempt<Issued>, ref: ChannelRef, version: number): Promise<SharedFile> {
  const { claimed, order, prepared, renderer, store } = attempt;
  let read: Promise<DocumentAttempt> | undefined;
  /** The attempt with the order's whole history: read once, and only when the document is made or posted. */
  const withHistory = () => {
    read ??= store.history(order.team, order.id).then((history) => ({ ...attempt, order: { ...order, ...history } }));
    return read;
  };
  const name = `${orderNumber(order.number)} v${version}.pdf`;
  return shareFile(attempt, ref, {
    name,
    title: name,
    alt: altText(attempt, version),
    // Which photos could not be printed is known only when the file is posted.
    comment: async () => comment(await withHistory(), version),
    async bytes() {
      const whole = await withHistory();
      const found = rendersOf(attempt) < WITH_PHOTOS ? await photosFor(whole, version) : noPhotosFor(whole, version);
      await keepUnprinted(attempt, found.notPrinted);
      const rendered = await Promise.all([logoOf(attempt, version), codeOf(attempt, version)])
        .then(([logo, code]) => renderer.render(whole.order, version, { ...found, logo, code }))
        .catch((error: unknown) => notMade(attempt, version, error));
      prepared.forget(claimed.id);
      return rendered;
    },
  });
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
export async function logoOf(of: Pick<Attempt, 'order' | 'store'>, n: number): Promise<Logo | null> {
  const { order, store } = of;
  const sha256 = (await versionOf(of, n)).issuer.logo ?? '';
  if (sha256 === '') return null;
  const asset = await store.asset(order.team, sha256);
  if (!asset) throw new Error(`the logo ${sha256} of order ${order.id}, version ${n}, is not in the database`);
  return asset;
}

/** The code on the document of a version, as it was made with the version. Throws when there is none: nobody could verify the document. */
async function codeOf({ order, store }: Attempt, version: number): Promise<string> {
  const { team, id, number } = order;
  const printed = await store.printedCode(team, id, version);
  if (!printed) throw new Error(`no code was kept for order ${id}, version ${version}`);
  return writtenCode({ number, version, check: printed.check });
}

/** What stands beside the file: what it could not print. The file has its name, and its entry says what changed. */
function comment(attempt: DocumentAttempt, n: number): string {
  const { order, settings } = attempt;
  const words = channelsWords(settings);
  const { unprinted } = documentModel(order, n, {}, words);
  return [...(unprinted === '' ? [] : [escaped(unprinted)]), ...unprintedLines(attempt, n)].join('\n');
}

const numberOf = ({ number }: Order, version: number) => ({ number: orderNumber(number), version: String(version) });

function altText({ order, settings }: Attempt, version: number): string {
  const { title, client } = order.content;
  return clip(channelsWords(settings).issued.alt({ ...numberOf(order, version), title, client }), 1000);
}
