import { createHash } from 'node:crypto';
import type { ChannelRef } from '../../../db/store.ts';
import { clip, escaped } from '../../forms/mrkdwn.ts';
import { newAttachments, orderNumber } from '../../order/order.ts';
import { codeOf } from '../../slack/error-code.ts';
import { NotFetched } from '../../slack/fetch-file.ts';
import { type Attempt, entryOf, within } from '../executor.ts';
import type { ChannelExecutor } from '../in-channel.ts';
import { inPlace } from '../move.ts';
import { bytesOf } from '../peoples-files.ts';
import { failedWith, Unanswered } from '../slack-errors.ts';
import { shareFile } from './share-file.ts';

/** Slack's words for a file that it will not take; no second attempt changes that. */
const REFUSED = [
  'file_type_not_allowed',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'file_upload_size_restricted',
  'storage_limit_reached',
];
/** Attempts at fetching a file before it is passed over: nothing behind it may wait for ever. */
const FETCHES = 5;

/**
 * Brings the files of an entry into the order's channel, one after the other: what somebody puts into a form, Slack
 * shows to nobody else. A file that cannot be had or posted is passed over; its name stands in the entry. Safe to repeat.
 */
export const shareAttachments: ChannelExecutor<'share_attachments'> = async ({ entry }, attempt, ref) => {
  const { order } = attempt;
  const told = entryOf(order, entry);
  for (const { fileId, name, from } of newAttachments(order, told)) {
    const one = within(attempt, fileId);
    // Here, or in a channel before this one.
    if (one.trace.done === true) continue;
    const here = within(inPlace(attempt), fileId);
    const bytes = here.trace.uploaded === true ? NONE : await fetched(attempt, fileId, from ?? told.by.id);
    if (bytes) await post(here, ref, name, bytes);
    await one.keep({ done: true });
  }
};

const NONE = new Uint8Array();

async function post(attempt: Attempt, ref: ChannelRef, name: string, bytes: Uint8Array): Promise<void> {
  const number = orderNumber(attempt.order.number);
  try {
    await shareFile(attempt, ref, {
      name,
      title: name,
      alt: clip(`${number}: ${name}`, 1000),
      comment: clip(`${number}: ${escaped(name)}`, 3000),
      bytes: async () => ({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') }),
    });
  } catch (error) {
    if (!failedWith(error, ...REFUSED)) throw error;
    attempt.log.warn({ file: name, order: attempt.order.number, code: codeOf(error) }, 'an attached file was refused');
  }
}

/** The file's bytes; undefined when it is gone, not ours to see, or not to be had in the time it may take. */
async function fetched(attempt: Attempt, file: string, owner: string): Promise<Uint8Array | undefined> {
  const { claimed, log, order } = attempt;
  try {
    const bytes = await bytesOf(attempt, file, owner);
    if (bytes) return bytes;
  } catch (error) {
    if (!(error instanceof Unanswered) && !(error instanceof NotFetched)) throw error;
    if (error instanceof Unanswered && claimed.attempt < FETCHES) throw error;
  }
  log.warn({ file, order: order.number }, 'an attached file cannot be had');
  return undefined;
}
