import type { PostRef } from '../../../../db/ports.ts';
import type { Entry } from '../../../order/action.ts';
import { lastOnCrew } from '../../../order/progress/history.ts';
import { settledRequest } from '../../../slack/views/inbox/settled.ts';
import { tellMessage } from '../../../slack/views/tell.ts';
import { readersWords } from '../../../slack/words-for.ts';
import { type Attempt, asSeenBy, type Executor, entryOf } from '../../executor.ts';
import { awaitMessages, type Drawing, redraw } from './sent-before.ts';

/**
 * Draws the messages with which people were put on the crew as the order is now: they lose their buttons when it has ended, or when
 * somebody is off the crew. Buttons of other messages about a visit give way to what was done since. Safe to repeat, and when late.
 */
export const refreshCrewMessages: Executor<'refresh_crew_messages'> = async (_, attempt) => {
  const { order, store } = attempt;
  await awaitMessages(attempt, undefined);
  const open = async (purpose: PostRef['purpose']) =>
    (await store.posts(order.team, order.id, purpose)).filter(({ settled }) => !settled);
  const [assignments, visits] = [await open('crew'), await open('visit')];
  for (const post of assignments) await drawAssignment(attempt, post);
  for (const post of visits) if ((post.entry ?? 0) < order.lastEntry.seq) await drawOutcome(attempt, post);
};

async function drawAssignment(attempt: Drawing, post: PostRef): Promise<void> {
  const { order, settings, store } = attempt;
  const isOn = order.crew.some(({ id }) => id === post.person);
  const entry = await entryToTell(attempt, post, isOn);
  if (!entry || order.state !== 'approved') return drawOutcome(attempt, post);
  const reader = await store.person(order.team, post.person);
  const seen = await asSeenBy(attempt, reader);
  const channel = isOn ? await store.channel(order.team, order.id) : undefined;
  const about = isOn ? ('crew_joined' as const) : ('crew_left' as const);
  const told = { entry, about, of: undefined, timeZone: reader?.timeZone };
  await redraw(attempt, post, tellMessage(seen.order, told, readersWords(reader, settings), channel));
  if (!isOn) await store.savePost({ ...post, settled: true });
}

/** What put them on the crew; of those who are off it, what took them off. */
async function entryToTell(attempt: Attempt, post: PostRef, isOn: boolean): Promise<Entry | undefined> {
  if (isOn && post.entry !== null) return entryOf(attempt, post.entry);
  const { order, store } = attempt;
  return lastOnCrew(await store.entries(order.team, order.id), post.person);
}

async function drawOutcome(attempt: Drawing, post: PostRef): Promise<void> {
  const { order, settings, store } = attempt;
  const reader = await store.person(order.team, post.person);
  const seen = await asSeenBy(attempt, reader);
  const channel = await store.channel(order.team, order.id);
  const words = readersWords(reader, settings);
  await redraw(attempt, post, settledRequest(seen.order, seen.order.lastEntry, words, channel?.channel));
  await store.savePost({ ...post, settled: true });
}
