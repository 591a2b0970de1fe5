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
  const ts = ref.cardTs ?? (claimed.inDoubt ? await postedBefore(attempt, channel) : undefined);
  if (ts !== undefined) {
    try {
      await paced('chat.update', () => client.chat.update({ channel, ts, ...message }));
      if (ref.cardTs !== ts) await store.updateChannel(ref, { cardTs: ts });
      return;
    } catch (error) {
      if (!failedWith(error, 'message_not_found', 'cant_update_message', 'edit_window_closed')) throw error;
    }
  }
  const posted = await paced(
    'chat.postMessage',
    () => client.chat.postMessage({ channel, ...message, metadata: markOf(attempt), unfurl_links: false }),
    channel,
  );
  await store.updateChannel(ref, { cardTs: posted.ts ?? null, pinned: false });
}
