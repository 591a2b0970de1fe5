import { createHash } from 'node:crypto';
import type { ChannelRef } from '../../../../db/ports.ts';
import type { Attached } from '../../../../db/shapes/checkpoint.ts';
import { clip, escaped } from '../../../forms/mrkdwn.ts';
import { newAttachments } from '../../../order/action.ts';
import type { Attachment } from '../../../order/content.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import { words as sentence } from '../../../slack/views/message.ts';
import { channelsWords } from '../../../slack/words-for.ts';
import { codeOf, failedWith, GiveUp, Unanswered } from '../../../slack-api/classify-error.ts';
import { NotFetched } from '../../../slack-api/fetch-file.ts';
import type { ChannelExecutor } from '../../channel/in-channel.ts';
import { type Attempt, entryOf, inPlace, within } from '../../executor.ts';
import { postOnce } from '../../in-doubt.ts';
import { type UserFile, userFile } from '../../user-files.ts';
import { keepFile } from './keep-file.ts';
import { NOT_SHARED, shareFile } from './share-file.ts';
import { type Withheld, withoutMetadata } from './without-metadata.ts';

/** Slack's words for a file that it will not take; no second attempt changes that. */
const REFUSED = [
  'file_type_not_allowed',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'file_upload_size_restricted',
  'storage_limit_reached',
];
/** Attempts at fetching a file before it is passed over: nothing behind it may wait indefinitely. */
const FETCHES = 5;

/**
 * Brings the files of an entry into the order's channel, one after the other: what somebody puts into a form, Slack
 * shows to nobody else; what people posted there themselves stands there. What photos say of place and device stays behind. A file that cannot be had or posted is passed
 * over; its name stands in the entry. Safe to repeat.
 */
export const shareAttachments: ChannelExecutor<'share_attachments'> = async ({ entry }, attempt, ref) => {
  const { order, store } = attempt;
  const told = await entryOf(attempt, entry);
  const entries = await store.entries(order.team, order.id);
  let never: GiveUp | undefined;
  for (const file of newAttachments(entries, told)) {
    if (file.posted) continue;
    const one = fileIn(attempt, file.fileId);
    // Here, or in a channel before this one.
    if (one.checkpoint.done) continue;
    const here = fileIn(inPlace<Attached>(attempt), file.fileId);
    try {
      await attempt.fileTurns(() => bring(here, ref, file, file.from ?? told.by.id));
      await one.saveCheckpoint({ done: true });
    } catch (error) {
      // The others need not stay away with it.
      if (!(error instanceof GiveUp) || error.message !== NOT_SHARED) throw error;
      never = error;
    }
  }
  if (never) throw never;
};

type File = NonNullable<Attached['files']>[string];

/** The attempt with what it remembers of one of the files. */
const fileIn = (attempt: Attempt<Attached>, file: string): Attempt<File> =>
  within(within(attempt, 'files', attempt.claimed.id), file);

/** Brings one file, as far as it can be had. */
async function bring(here: Attempt<File>, ref: ChannelRef, file: Attachment, owner: string): Promise<void> {
  const { fileId, name } = file;
  if (here.checkpoint.uploaded) return post(here, ref, name, NONE);
  const had = await fetched(here, fileId, owner);
  if (!had) return;
  const clean = await withoutMetadata(here, had.bytes, had.thumbnails);
  if ('withheld' in clean) return say(here, ref, name, clean.withheld);
  const { preview } = clean;
  await keepFile(
    here,
    { kind: 'attachment', name: preview === null ? name : previewName(name, preview), fileId },
    clean.bytes,
  );
  if (preview !== null) await here.saveCheckpoint({ preview });
  await post(here, ref, name, clean.bytes);
}

const NONE = new Uint8Array();

/** As Slack's own picture of a file is called. */
const previewName = (name: string, ending: string): string => `${name.replace(/\.\w{1,5}$/, '')}.${ending}`;

async function post(attempt: Attempt<File>, ref: ChannelRef, given: string, bytes: Uint8Array): Promise<void> {
  const number = orderNumber(attempt.order.number);
  const { preview } = attempt.checkpoint;
  const name = preview === undefined ? given : previewName(given, preview);
  try {
    await shareFile(attempt, ref, {
      name,
      title: name,
      alt: clip(`${number}: ${name}`, 1000),
      // The file has its name; only what it does not say itself is said beside it.
      comment: async () => (preview === undefined ? '' : channelsWords(attempt.settings).channel.preview),
      bytes: async () => ({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') }),
    });
  } catch (error) {
    if (!failedWith(error, ...REFUSED)) throw error;
    attempt.log.warn(
      { event: 'attachment.refused', file: name, order: attempt.order.number, code: codeOf(error) },
      'an attached file was refused',
    );
  }
}

/** Tells the channel why a file does not stand there. */
async function say(attempt: Attempt<File>, ref: ChannelRef, name: string, withheld: Withheld): Promise<void> {
  attempt.log.warn(
    { event: 'attachment.not_posted', order: attempt.order.number, file: name, ...withheld },
    'an attached photo was not posted',
  );
  const { damaged, format } = channelsWords(attempt.settings).channel.withheld;
  const file = escaped(clip(name, 300));
  const text = withheld.why === 'damaged' ? damaged({ file }) : format({ file, format: withheld.format });
  await postOnce(within(attempt, 'word'), ref, sentence(text));
}

/** The file's bytes; undefined when it is gone, not ours to see, or not to be had in the time it may take. */
async function fetched(
  attempt: Attempt,
  file: string,
  owner: string,
): Promise<(UserFile & { readonly bytes: Uint8Array }) | undefined> {
  const { claimed, log, order } = attempt;
  try {
    const found = await userFile(attempt, file, owner);
    if (found) return { ...found, bytes: await attempt.fetchFile(found.address) };
  } catch (error) {
    if (!(error instanceof Unanswered) && !(error instanceof NotFetched)) throw error;
    if (error instanceof Unanswered && claimed.attempt < FETCHES) throw error;
  }
  log.warn({ event: 'attachment.unavailable', file, order: order.number }, 'an attached file could not be fetched');
  return undefined;
}
