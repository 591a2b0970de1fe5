import type { PostRef, PricedDocumentRef } from '../../../db/ports.ts';
import { supersededMessage } from '../../slack/views/channel-notes.ts';
import { pricedThread } from '../../slack/views/priced.ts';
import { channelsWords, readersWords } from '../../slack/words-for.ts';
import { classifyError, codeOf } from '../../slack-api/classify-error.ts';
import type { Attempt } from '../executor.ts';
import { postedBefore, postMarked } from '../in-doubt.ts';

/**
 * Says of every document with prices of this order that a later one has taken its place, wherever it went: the message above
 * those in an office's channel names the newest, and who has one by direct message finds a reply under it. Safe to repeat.
 */
export async function markPriced(attempt: Attempt): Promise<void> {
  const { order, store } = attempt;
  const documents = await store.pricedDocuments(order.team, order.id);
  const newest = Math.max(...documents.map(({ version }) => version));
  const older = documents.filter(({ version }) => version < newest);
  if (older.length === 0) return;
  const posts = await store.posts(order.team, order.id, 'priced');
  for (const thread of posts.filter(isThread)) await nameNewest(attempt, thread, newest);
  const isDone = ({ channel, ts }: PricedDocumentRef) => posts.some((one) => one.channel === channel && one.ts === ts);
  for (const document of older.filter(({ recipient }) => !posts.some(isThreadIn(recipient))))
    if (!isDone(document)) await replyUnder(attempt, document, newest);
}

/** Whether a post stands above an order's documents in a channel of the office; others are documents that have their reply. */
const isThread = ({ person }: PostRef): boolean => person === '';

/** Whether a post is the one above an order's documents in this channel. */
export const isThreadIn =
  (channel: string) =>
  (post: PostRef): boolean =>
    isThread(post) && post.channel === channel;

/** An edit, which notifies nobody. */
async function nameNewest(attempt: Attempt, { channel, ts }: PostRef, newest: number): Promise<void> {
  const { order, settings, slack } = attempt;
  const message = pricedThread(order, channelsWords(settings), newest);
  await orLeft(attempt, newest, () => slack('chat.update', { channel, ts, ...message }));
}

/** A reply, since Slack does not promise that a message with a file keeps it when it is edited; the file stays as issued. */
async function replyUnder(attempt: Attempt, document: PricedDocumentRef, newest: number): Promise<void> {
  const { claimed, order, settings, store } = attempt;
  const { channel, ts, version, recipient } = document;
  if (channel === null || ts === null || document.permalink === '') return;
  const words = readersWords(await store.person(order.team, recipient), settings);
  const marking = { ...attempt, claimed: { ...claimed, id: `${order.id}/superseded-${version}-${recipient}` } };
  await orLeft(attempt, version, async () => {
    if (claimed.inDoubt && (await postedBefore(marking, channel, ts))) return;
    await postMarked(marking, { channel, thread: ts }, supersededMessage(order.number, newest, words));
  });
  const { team, id } = order;
  await store.savePost({
    team,
    order: id,
    purpose: 'priced',
    person: recipient,
    channel,
    ts,
    entry: null,
    settled: true,
  });
}

/** A message that is gone, or that we may not reach any more, is left as it is: the document itself was delivered. */
async function orLeft({ log, order }: Attempt, version: number, say: () => Promise<unknown>): Promise<void> {
  try {
    await say();
  } catch (error) {
    if (classifyError(error).kind !== 'give up') throw error;
    const about = { order: order.number, version, code: codeOf(error) };
    log.warn({ event: 'pdf.not_marked', ...about }, 'a PDF could not be marked as superseded');
  }
}
