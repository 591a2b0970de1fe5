import type { ChannelRef } from '../../../db/store.ts';
import { card } from '../../slack/views/card.ts';
import type { Attempt } from '../executor.ts';
import type { ChannelExecutor } from '../in-channel.ts';
import { markOf, postedBefore } from '../in-doubt.ts';
import { failedWith } from '../slack-errors.ts';
import { oweDressing } from './dress-channel.ts';

/** Draws the order's card as the order is now. Safe to repeat, and when late. */
export const refreshCard: ChannelExecutor<'refresh_card'> = async (_, attempt, ref) => {
  await drawCard(attempt, ref);
  if (!ref.pinned && !attempt.lacking.has('pins.add')) await oweDressing(attempt);
};

/** Draws the card where it stands; posts it where there is none, or where somebody deleted it. Safe to repeat. */
export async function drawCard(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { claimed, client, order, paced, settings, store } = attempt;
  const { channel } = ref;
  const message = card(order, settings);
  if (ref.cardTs !== null && (await updated(ref.cardTs))) return;
  // The first card, or one in the place of one that is gone: an attempt before this may have posted it.
  const before = claimed.inDoubt ? await postedBefore(attempt, channel) : undefined;
  if (before !== undefined && (await updated(before))) {
    await store.updateChannel(ref, { cardTs: before, pinned: false });
    return ref.pinned ? oweDressing(attempt) : undefined;
  }
  const posted = await paced(
    'chat.postMessage',
    () => client.chat.postMessage({ channel, ...message, metadata: markOf(attempt), unfurl_links: false }),
    channel,
  );
  await store.updateChannel(ref, { cardTs: posted.ts ?? null, pinned: false });
  if (ref.pinned) await oweDressing(attempt);

  async function updated(ts: string): Promise<boolean> {
    try {
      await paced('chat.update', () => client.chat.update({ channel, ts, ...message }));
      return true;
    } catch (error) {
      if (!failedWith(error, 'message_not_found', 'cant_update_message', 'edit_window_closed')) throw error;
      return false;
    }
  }
}
