import type { ChannelRef } from '../../../db/store.ts';
import { card } from '../../slack/views/card.ts';
import { type Attempt, channelOf, type Executor } from '../executor.ts';
import { markOf, postedBefore } from '../in-doubt.ts';
import { failedWith } from '../slack-errors.ts';

/** Draws the order's card as the order is now. Safe to repeat, and when late. */
export const refreshCard: Executor<'refresh_card'> = async (_, attempt) => {
  const ref = await channelOf(attempt);
  if (ref.archivedAt === null) await draw(attempt, ref);
};

async function draw(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { claimed, client, order, paced, settings, store } = attempt;
  const { channel } = ref;
  const message = card(order, settings);
  if (ref.cardTs !== null && (await updated(ref.cardTs))) return;
  // The first card, or one in the place of one that is gone: an attempt before this may have posted it.
  const before = claimed.inDoubt ? await postedBefore(attempt, channel) : undefined;
  if (before !== undefined && (await updated(before)))
    return store.updateChannel(ref, { cardTs: before, pinned: false });
  const posted = await paced(
    'chat.postMessage',
    () => client.chat.postMessage({ channel, ...message, metadata: markOf(attempt), unfurl_links: false }),
    channel,
  );
  await store.updateChannel(ref, { cardTs: posted.ts ?? null, pinned: false });

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
