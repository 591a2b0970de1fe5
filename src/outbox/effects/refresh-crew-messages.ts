import type { PostRef } from '../../../db/ports.ts';
import { partOnCrew } from '../../order/progress/history.ts';
import type { Message } from '../../slack/views/message.ts';
import { settledRequest, tellMessage } from '../../slack/views/tell.ts';
import { readersWords } from '../../slack/words-for.ts';
import { codeOf, failedWith } from '../../slack-api/classify-error.ts';
import { type Attempt, asSeenBy, type Executor } from '../executor.ts';
import { UNREACHABLE_BY_ID } from '../unreachable.ts';

/** Slack's words for a message that cannot be changed any more. */
const FIXED = [...UNREACHABLE_BY_ID, 'message_not_found', 'cant_update_message', 'edit_window_closed'] as const;

/**
 * Draws the messages with which people were put on the crew as the order is now: they lose their buttons when it has ended, or when
 * somebody is off the crew. Buttons of other messages about a visit give way to what was done since. Safe to repeat, and when late.
 */
export const refreshCrewMessages: Executor<'refresh_crew_messages'> = async (_, attempt) => {
  const { order, store } = attempt;
  const open = async (purpose: PostRef['purpose']) =>
    (await store.posts(order.team, order.id, purpose)).filter(({ settled }) => !settled);
  const [assignments, visits] = [await open('crew'), await open('visit')];
  for (const post of assignments) await drawAssignment(attempt, post);
  // What was said of an order that goes on is no older than that.
  if (order.lastEntry.action.type === 'resume') return;
  for (const post of visits) await drawOutcome(attempt, post);
};

async function drawAssignment(attempt: Attempt, post: PostRef): Promise<void> {
  const { order, settings, store } = attempt;
  const entries = await store.entries(order.team, order.id);
  const part = partOnCrew(entries, post.person);
  if (!part || order.state !== 'approved') return drawOutcome(attempt, post);
  const reader = await store.person(order.team, post.person);
  const seen = await asSeenBy(attempt, reader);
  const channel = part.isOn ? await store.channel(order.team, order.id) : undefined;
  const about = part.isOn ? ('crew_joined' as const) : ('crew_left' as const);
  const told = { entry: part.entry, about, of: undefined, timeZone: reader?.timeZone };
  await draw(attempt, post, tellMessage(seen.order, told, readersWords(reader, settings), channel));
  if (!part.isOn) await store.savePost({ ...post, settled: true });
}

async function drawOutcome(attempt: Attempt, post: PostRef): Promise<void> {
  const { order, settings, store } = attempt;
  const reader = await store.person(order.team, post.person);
  const seen = await asSeenBy(attempt, reader);
  const channel = await store.channel(order.team, order.id);
  const words = readersWords(reader, settings);
  await draw(attempt, post, settledRequest(seen.order, seen.order.lastEntry, words, channel?.channel));
  await store.savePost({ ...post, settled: true });
}

async function draw({ log, slack }: Attempt, { channel, ts }: PostRef, message: Message): Promise<void> {
  try {
    await slack('chat.update', { channel, ts, ...message });
  } catch (error) {
    if (!failedWith(error, ...FIXED)) throw error;
    log.info({ event: 'assignment.not_updated', code: codeOf(error) }, 'a message to the crew could not be updated');
  }
}
