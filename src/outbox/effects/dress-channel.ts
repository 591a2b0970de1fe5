import type { ChannelRef } from '../../../db/store.ts';
import { lostChannelCodes } from '../../slack/channel-codes.ts';
import { topic } from '../../slack/views/card.ts';
import type { Attempt, Executor } from '../executor.ts';
import { failedWith } from '../slack-errors.ts';
import { pointBookmark } from './bookmark.ts';

/**
 * Pins the card, sets the topic, points the bookmark at the newest document: what adorns the channel. It has a lane of
 * its own, since Slack allows only 20 of each a minute and no card or PDF may wait for that. It does what can be done
 * now and waits for nothing: whatever brings a card, a document or a channel owes it anew. Safe to repeat.
 */
export const dressChannel: Executor<'dress_channel'> = async (_, attempt) => {
  const ref = await attempt.store.channel(attempt.order.team, attempt.order.id);
  if (ref && ref.archivedAt === null) await dress(attempt, ref);
};

/** Owes the adornments anew, when there is something new to adorn. Safe to repeat. */
export async function oweDressing({ now, order, store }: Attempt): Promise<void> {
  await store.owe(order.team, order.id, [{ type: 'dress_channel' }], now());
}

/** The adornments as far as they can be had now. */
export async function dress(attempt: Attempt, ref: ChannelRef): Promise<void> {
  try {
    await pin(attempt, ref);
    await setTopic(attempt, ref);
    await pointBookmark(attempt, ref);
  } catch (error) {
    // Archived meanwhile, or closed by somebody: there is nothing left to adorn.
    if (!failedWith(error, ...lostChannelCodes)) throw error;
  }
}

async function pin({ client, lacking, paced, store, warnOnce }: Attempt, ref: ChannelRef): Promise<void> {
  const { channel, cardTs } = ref;
  if (ref.pinned || cardTs === null || lacking.has('pins.add')) return;
  try {
    await paced('pins.add', () => client.pins.add({ channel, timestamp: cardTs }));
  } catch (error) {
    if (failedWith(error, 'message_not_found')) return;
    if (failedWith(error, 'missing_scope', 'restricted_action', 'too_many_pins', 'not_pinnable'))
      return warnOnce('cards are not pinned (scope pins:write not granted, or forbidden by a workspace setting)');
    if (!failedWith(error, 'already_pinned')) throw error;
  }
  await store.updateChannel(ref, { pinned: true });
}

async function setTopic({ client, order, paced, store }: Attempt, ref: ChannelRef): Promise<void> {
  const wanted = topic(order);
  if (ref.topic === wanted) return;
  await paced('conversations.setTopic', () => client.conversations.setTopic({ channel: ref.channel, topic: wanted }));
  await store.updateChannel(ref, { topic: wanted });
}
