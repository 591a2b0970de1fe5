import type { ChannelRef } from '../../../db/store.ts';
import { unescaped } from '../../forms/mrkdwn.ts';
import { codeOf } from '../../slack/error-code.ts';
import { topic } from '../../slack/views/card.ts';
import type { Attempt, Executor } from '../executor.ts';
import { Later } from '../pace.ts';
import { failedWith, isRefusedOrnament } from '../slack-errors.ts';
import { pointBookmark } from './bookmark.ts';

/** Waits for the channel, the card and the newest document, which other effects bring. Milliseconds. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 15_000;

/**
 * Pins the card, sets the topic, points the bookmark at the newest document: what adorns the channel. It has a lane of
 * its own, since Slack allows only 20 of each a minute and no card or PDF may wait for that. Safe to repeat.
 */
export const dressChannel: Executor<'dress_channel'> = async (_, attempt) => {
  const { order, store, trace, keep } = attempt;
  const last = await store.channel(order.team, order.id);
  if (last && last.archivedAt !== null && order.outcome !== null) return;
  // A reopened order's old channel is not the one to adorn.
  const ref = last?.archivedAt === null ? last : undefined;
  if (ref) await dress(attempt, ref);
  const newest = order.versions.at(-1)?.n ?? 0;
  const issued =
    newest === 0 || (await store.documents(order.team, order.id)).some(({ version }) => version === newest);
  if (ref?.cardTs && issued) return;
  const waits = Number(trace.waits ?? 0);
  await keep({ waits: waits + 1 });
  throw new Later(Math.min(FIRST_WAIT * 1.3 ** waits, LONGEST_WAIT), 'waiting for the card and the newest document');
};

/** The adornments as far as they can be had now. */
async function dress(attempt: Attempt, ref: ChannelRef): Promise<void> {
  try {
    await pin(attempt, ref);
    await setTopic(attempt, ref);
    await pointBookmark(attempt, ref);
  } catch (error) {
    // Archived meanwhile, or closed by somebody: there is nothing left to adorn.
    if (!failedWith(error, 'is_archived', 'not_in_channel', 'channel_not_found')) throw error;
  }
}

async function pin({ client, lacking, paced, store, warnOnce }: Attempt, ref: ChannelRef): Promise<void> {
  const { channel, cardTs } = ref;
  if (ref.pinned || cardTs === null || lacking.has('pins.add')) return;
  try {
    await paced('pins.add', () => client.pins.add({ channel, timestamp: cardTs }));
  } catch (error) {
    if (failedWith(error, 'message_not_found')) return;
    if (!failedWith(error, 'already_pinned')) {
      if (!isRefusedOrnament(error)) throw error;
      return warnOnce(`cards are not pinned (scope pins:write not granted, or forbidden: ${codeOf(error)})`);
    }
  }
  await store.updateChannel(ref, { pinned: true });
}

/** Each time a topic is set, Slack says so in the channel: in doubt it is looked at first. */
async function setTopic(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { claimed, client, order, paced, store, warnOnce } = attempt;
  const { channel } = ref;
  const wanted = topic(order);
  if (ref.topic === wanted) return;
  try {
    if (!claimed.inDoubt || (await shownTopic(attempt, channel)) !== wanted)
      await paced('conversations.setTopic', () => client.conversations.setTopic({ channel, topic: wanted }));
  } catch (error) {
    if (!isRefusedOrnament(error)) throw error;
    return warnOnce(`topics are not set (scope not granted, or forbidden: ${codeOf(error)})`);
  }
  await store.updateChannel(ref, { topic: wanted });
}

async function shownTopic({ client, paced }: Attempt, channel: string): Promise<string> {
  const info = await paced('conversations.info', () => client.conversations.info({ channel }));
  return unescaped(info.channel?.topic?.value ?? '');
}
