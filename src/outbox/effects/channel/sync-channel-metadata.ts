import { type ChannelRef, LOST_CHANNEL } from '../../../../db/ports.ts';
import type { CheckpointOf } from '../../../../db/shapes/checkpoint.ts';
import { unescaped } from '../../../forms/mrkdwn.ts';
import { topic } from '../../../slack/views/card.ts';
import { failedWith, isOptionalFailure } from '../../../slack-api/classify-error.ts';
import { codeOf } from '../../../slack-api/slack-codes.ts';
import type { Attempt, Executor } from '../../executor.ts';
import { markSuperseded } from '../mark-superseded.ts';
import { pointBookmark } from './bookmark.ts';

/**
 * Pins the card, sets the topic, points the bookmark at the newest document, marks the others: the channel's metadata. It has a lane of
 * its own, since Slack allows only 20 of each a minute and no card or PDF may wait for that. It does what can be done
 * now and waits for nothing: whatever brings a card, a document or a channel owes it anew. Safe to repeat.
 */
export const syncChannelMetadata: Executor<'sync_channel_metadata'> = async (_, attempt) => {
  const ref = await attempt.store.channel(attempt.order.team, attempt.order.id);
  if (ref && ref.archivedAt === null) await sync(attempt, ref);
};

/** Owes the metadata once more, when there is something new to show in it: in doubt, it may be there already. Safe to repeat. */
export async function oweMetadata({ claimed, now, order, store }: Attempt): Promise<void> {
  const doubt = claimed.inDoubt ? { doubtSince: claimed.firstAttemptAt } : {};
  await store.owe(order.team, order.id, [{ type: 'sync_channel_metadata' }], now(), doubt);
}

/** The metadata as far as it can be had now. */
async function sync(attempt: Attempt<CheckpointOf<'sync_channel_metadata'>>, ref: ChannelRef): Promise<void> {
  try {
    await pin(attempt, ref);
    await setTopic(attempt, ref);
    await pointBookmark(attempt, ref);
    await markSuperseded(attempt, ref);
  } catch (error) {
    // Archived meanwhile, or closed by somebody: there is nothing left to do.
    if (!failedWith(error, ...LOST_CHANNEL)) throw error;
  }
}

async function pin(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { slack, order, store, warnOnce } = attempt;
  const { channel, cardTs } = ref;
  if (ref.pinned || cardTs === null) return;
  try {
    await slack('pins.add', { channel, timestamp: cardTs });
  } catch (error) {
    if (failedWith(error, 'message_not_found')) return;
    if (!failedWith(error, 'already_pinned')) {
      if (!isOptionalFailure(error)) throw error;
      return warnOnce(`cards are not pinned (scope pins:write not granted, or forbidden: ${codeOf(error)})`);
    }
  }
  // Another card may have taken its place meanwhile: that one is pinned by what is owed for it.
  const now = await store.channel(order.team, order.id);
  if (now?.channel === channel && now.cardTs !== cardTs) return void (await unpin(attempt, channel, cardTs));
  await store.updateChannel(ref, { pinned: true });
}

/**
 * Takes the pin off a message that is the card no more. Safe to repeat; where Slack does not allow it, it stays. Resolves
 * with whether there was a pin, and so a message.
 */
export async function unpin({ slack }: Attempt, channel: string, timestamp: string): Promise<boolean> {
  try {
    await slack('pins.remove', { channel, timestamp });
    return true;
  } catch (error) {
    if (!isOptionalFailure(error)) throw error;
    return false;
  }
}

/** Each time a topic is set, Slack says so in the channel: in doubt it is looked at first. */
async function setTopic(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { claimed, slack, order, store, warnOnce } = attempt;
  const { channel } = ref;
  const wanted = topic(order);
  if (ref.topic === wanted) return;
  try {
    if (!claimed.inDoubt || (await shownTopic(attempt, channel)) !== unescaped(wanted))
      await slack('conversations.setTopic', { channel, topic: wanted });
  } catch (error) {
    if (!isOptionalFailure(error)) throw error;
    return warnOnce(`topics are not set (scope not granted, or forbidden: ${codeOf(error)})`);
  }
  await store.updateChannel(ref, { topic: wanted });
}

/** The topic as it stands in Slack; undefined where it may not be looked at: it is then set once more. */
async function shownTopic({ slack }: Attempt, channel: string): Promise<string | undefined> {
  try {
    const info = await slack('conversations.info', { channel });
    return unescaped(info.channel?.topic?.value ?? '');
  } catch (error) {
    if (!isOptionalFailure(error) && !failedWith(error, 'unknown_method')) throw error;
    return undefined;
  }
}
