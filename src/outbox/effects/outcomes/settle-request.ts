import type { PersonRecord, PostRef } from '../../../../db/ports.ts';
import type { TellKind } from '../../../order/effect.ts';
import type { Order } from '../../../order/order.ts';
import { settledRequest } from '../../../slack/views/inbox/settled.ts';
import { type Recipient, tellMessage } from '../../../slack/views/tell.ts';
import { readersWords } from '../../../slack/words-for.ts';
import { type Attempt, asSeenBy, type Executor, entryOf, submittedBefore } from '../../executor.ts';
import { aboutExtra } from '../about-extra.ts';
import { whyAsked } from '../clock/ask-substitute.ts';
import { awaitMessages, redraw } from './sent-before.ts';

/**
 * Puts the outcome where the buttons of requests and tasks were that told of earlier entries. Where it is only redrawn (a backup was
 * restored, and what came after is lost), what the order still waits for is asked again as it was. Safe to repeat.
 */
export const settleRequest: Executor<'settle_request'> = async ({ entry }, attempt) => {
  const { order, settings, store, checkpoint } = attempt;
  const before = checkpoint.redraw ? undefined : entry;
  await awaitMessages(attempt, before);
  const channel = await store.channel(order.team, order.id);
  const posts = [
    ...(await store.posts(order.team, order.id, 'request')),
    ...((await isAnswer(attempt, entry)) ? [] : await store.posts(order.team, order.id, 'task')),
  ];
  const isNewer = (post: PostRef) => before !== undefined && (post.entry ?? 0) >= before;
  for (const post of posts.filter((one) => !one.settled && !isNewer(one))) {
    const about = checkpoint.redraw ? stillAsked(order, post) : undefined;
    // A task that is asked for no more, or is another than we know: in a restored database it is left as it is.
    if (checkpoint.redraw && !about && post.purpose === 'task') continue;
    const reader = await store.person(order.team, post.person);
    const words = readersWords(reader, settings);
    const seen = await asSeenBy(attempt, reader);
    const message = about
      ? tellMessage(seen.order, await askedAgain(seen, about, post, reader), words, channel)
      : settledRequest(seen.order, await entryOf(seen, entry), words, channel?.channel);
    await redraw(attempt, post, message);
    if (!about) await store.savePost({ ...post, settled: true });
  }
};

/** As it was asked: by whom, which no later entry of ours changes (that a substitute was asked), and why of this reader. */
async function askedAgain(
  attempt: Attempt,
  about: TellKind,
  { person, entry: sent }: PostRef,
  reader: PersonRecord | undefined,
): Promise<Recipient> {
  const { lastEntry, progress } = attempt.order;
  const entry = await entryOf(attempt, progress.question?.entry ?? lastEntry.seq);
  const why = sent === null ? entry : await entryOf(attempt, sent);
  const standIn = await whyAsked(attempt, { person, about, entry: why });
  const extra = about === 'extra_cost' ? await aboutExtra(attempt, reader) : {};
  return { entry, about, of: undefined, before: await submittedBefore(attempt, entry), standIn, ...extra };
}

/** Whether an entry is about extra cost: it answers what was asked about that, and no other task. */
async function isAnswer(attempt: Attempt, seq: number): Promise<boolean> {
  const { type } = (await entryOf(attempt, seq)).action;
  const passes = type === 'hand_over' && attempt.order.approval !== null;
  return passes || type === 'accept_extra' || type === 'dispute_extra' || type === 'confirm_partial';
}

/** What such a message asks of its reader as the order stands, if it does. */
function stillAsked({ requester, state, progress }: Order, { person, purpose }: PostRef): TellKind | undefined {
  if (purpose === 'request' && state === 'approved')
    return progress.question && !progress.question.disputed ? 'extra_cost' : undefined;
  if (purpose === 'request') return state === 'submitted' ? 'request' : undefined;
  return state === 'changes_requested' && person === requester.id ? 'changes_requested' : undefined;
}
