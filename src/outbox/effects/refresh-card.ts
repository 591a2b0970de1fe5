import type { ChannelRef } from '../../../db/ports.ts';
import type { Carded } from '../../../db/shapes/checkpoint.ts';
import { card } from '../../slack/views/card.ts';
import { channelsWords } from '../../slack/words-for.ts';
import { codeOf, failedWith, GiveUp } from '../../slack-api/classify-error.ts';
import type { ChannelExecutor } from '../channel/in-channel.ts';
import type { Attempt } from '../executor.ts';
import { postedBefore, postMarked } from '../in-doubt.ts';
import { oweMetadata, unpin } from './channel/metadata.ts';

/** Slack's words for a message that it does not let us change, or does not find. */
const FIXED = ['cant_update_message', 'edit_window_closed', 'block_mismatch', 'message_not_found'];

/** Where no card can be changed, an older one is replaced after this long, not with every change. Seconds. */
const DAY = 86_400;

/** Draws the order's card as the order is now. Safe to repeat, and when late. */
export const refreshCard: ChannelExecutor<'refresh_card'> = async (_, attempt, ref) => {
  await renderCard(attempt, ref);
  if (!ref.pinned) await oweMetadata(attempt);
};

/**
 * Draws the card where it stands; posts it where there is none, or where somebody deleted it. One that Slack does not let
 * us change is replaced once by a new one, which takes over its pin; if that cannot be changed either, a human is told,
 * and a new card comes once a day at most: what happened stands in the channel's entries all the same. Safe to repeat.
 */
export async function renderCard(attempt: Attempt<Carded>, ref: ChannelRef): Promise<void> {
  const { saveCheckpoint, store, checkpoint } = attempt;
  if (ref.cardTs === null || checkpoint.posted !== ref.cardTs) {
    const drawn = ref.cardTs === null ? 'none' : await update(attempt, ref.channel, ref.cardTs);
    if (drawn === 'done') {
      if (ref.cardStuck !== null) await store.updateChannel(ref, { cardStuck: null });
      return;
    }
    const first = ref.cardTs === null;
    if (!first && ref.cardStuck !== null && !isOld(attempt, ref)) return tell(attempt, ref, drawn);
    // Slack may call a message gone that stands: then its pin can still be taken away.
    const stands =
      !first &&
      (drawn !== 'message_not_found' || (ref.pinned && (await unpin(attempt, ref.channel, ref.cardTs ?? ''))));
    if (stands) await saveCheckpoint({ unpin: ref.cardTs });
    await post(attempt, ref, stands);
  }
  if (checkpoint.unpin) await unpin(attempt, ref.channel, checkpoint.unpin);
}

/** `done`, or Slack's word for a message that is gone or cannot be changed. */
async function update({ slack, order, settings }: Attempt, channel: string, ts: string) {
  try {
    await slack('chat.update', { channel, ts, ...card(order, channelsWords(settings)) });
    return 'done';
  } catch (error) {
    if (failedWith(error, ...FIXED)) return codeOf(error);
    throw error;
  }
}

/** Whether a card was posted more than a day ago. */
const isOld = ({ now }: Attempt, { cardTs }: ChannelRef): boolean => now() / 1000 - Number(cardTs) > DAY;

/** Posts the card, once; `replaces`: in the place of one that cannot be changed. An attempt before this may have done so. */
async function post(attempt: Attempt<Carded>, ref: ChannelRef, replaces: boolean): Promise<void> {
  const { claimed, saveCheckpoint, order, settings, store } = attempt;
  const { channel } = ref;
  const before = claimed.inDoubt ? await postedBefore(attempt, channel) : undefined;
  const known =
    before !== undefined && before !== ref.cardTs && (await update(attempt, channel, before)) !== 'message_not_found';
  const cardTs =
    (known ? before : (await postMarked(attempt, { channel }, card(order, channelsWords(settings)))).ts) ?? null;
  await saveCheckpoint({ posted: cardTs });
  await store.updateChannel(ref, { cardTs, pinned: false, cardStuck: replaces ? (ref.cardStuck ?? 'replaced') : null });
  if (ref.pinned) await oweMetadata(attempt);
}

/** The card stays as it is; somebody who can change the workspace's settings is told, once for each channel. */
async function tell(attempt: Attempt<Carded>, ref: ChannelRef, code: string): Promise<void> {
  const { saveCheckpoint, log, order, store, checkpoint } = attempt;
  if (ref.cardStuck === 'told' && !checkpoint.told)
    return log.info({ event: 'card.unchangeable', order: order.number, code }, 'a card could not be updated');
  await saveCheckpoint({ told: true });
  await store.updateChannel(ref, { cardStuck: 'told' });
  throw new GiveUp(code, { say: 'fixed_card', channel: ref.name });
}
