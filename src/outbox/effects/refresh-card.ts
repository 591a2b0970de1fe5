import type { ChannelRef } from '../../../db/store.ts';
import { card, topic } from '../../slack/views/card.ts';
import { type Attempt, channelOf, type Executor } from '../executor.ts';
import { markOf, postedBefore } from '../in-doubt.ts';
import { failedWith } from '../slack-errors.ts';

/** Draws the order's card as the order is now, pins it, and sets the topic. Safe to repeat, and when late. */
export const refreshCard: Executor<'refresh_card'> = async (_, attempt) => {
  let ref = await channelOf(attempt);
  if (ref.archivedAt !== null) return;
  ref = await draw(attempt, ref);
  ref = await pin(attempt, ref);
  await setTopic(attempt, ref);
};

async function draw(attempt: Attempt, ref: ChannelRef): Promise<ChannelRef> {
  const { claimed, client, order, paced, settings, store } = attempt;
  const { channel } = ref;
  const message = card(order, settings);
  const ts = ref.cardTs ?? (claimed.inDoubt ? await postedBefore(attempt, channel) : undefined);
  if (ts !== undefined) {
    try {
      await paced('chat.update', () => client.chat.update({ channel, ts, ...message }));
      return saved({ ...ref, cardTs: ts });
    } catch (error) {
      if (!failedWith(error, 'message_not_found', 'cant_update_message', 'edit_window_closed')) throw error;
    }
  }
  const posted = await paced(
    'chat.postMessage',
    () => client.chat.postMessage({ channel, ...message, metadata: markOf(attempt), unfurl_links: false }),
    channel,
  );
  return saved({ ...ref, cardTs: posted.ts ?? null, pinned: false });

  async function saved(next: ChannelRef): Promise<ChannelRef> {
    if (next.cardTs !== ref.cardTs || next.pinned !== ref.pinned) await store.saveChannel(next);
    return next;
  }
}

async function pin({ client, paced, store, warnOnce }: Attempt, ref: ChannelRef): Promise<ChannelRef> {
  const { channel, cardTs } = ref;
  if (ref.pinned || cardTs === null) return ref;
  try {
    await paced('pins.add', () => client.pins.add({ channel, timestamp: cardTs }));
  } catch (error) {
    if (failedWith(error, 'missing_scope', 'restricted_action', 'too_many_pins', 'not_pinnable')) {
      warnOnce('cards cannot be pinned (scope pins:write not granted, or forbidden by a workspace setting)');
      return ref;
    }
    if (!failedWith(error, 'already_pinned')) throw error;
  }
  const pinned = { ...ref, pinned: true };
  await store.saveChannel(pinned);
  return pinned;
}

async function setTopic({ client, order, paced, store }: Attempt, ref: ChannelRef): Promise<void> {
  const wanted = topic(order);
  if (ref.topic === wanted) return;
  await paced('conversations.setTopic', () => client.conversations.setTopic({ channel: ref.channel, topic: wanted }));
  await store.saveChannel({ ...ref, topic: wanted });
}
