import type { ChannelRef, LostChannel } from '../../../db/ports.ts';
import type { InChannel } from '../../../db/shapes/checkpoint.ts';
import type { Effect } from '../../order/effect.ts';
import { failedWith, GiveUp } from '../../slack-api/classify-error.ts';
import type { AnyAttempt, Attempt } from '../executor.ts';
import { doubtOf } from '../in-doubt.ts';

/**
 * What became of a channel that a call could not reach. ours: it is open and we are in it. closed: archived or deleted.
 * removed: it is open, without us. unknown: Slack hides it from us, which may be any of these.
 */
export type ChannelStatus =
  | { readonly kind: 'ours' | 'removed' | 'unknown' }
  | { readonly kind: 'renumbered'; readonly channel: string }
  | { readonly kind: 'closed'; readonly lost: LostChannel };

/** What it takes to find out about a channel. */
export type Reached = Pick<ChannelRef, 'channel' | 'lost'>;

/** Something that was sent did not arrive, since the channel is not what it was. */
export class ChannelLost extends Error {
  override name = 'ChannelLost';
}

/** Finds out what became of a channel, after a call failed with `error` or an event said something of it. */
export async function resolveChannelStatus(
  { slack }: Pick<AnyAttempt, 'slack'>,
  ref: Reached,
  error?: unknown,
): Promise<ChannelStatus> {
  const archived: ChannelStatus = {
    kind: 'closed',
    lost: { how: 'archived', by: ref.lost?.by ?? null, at: ref.lost?.at ?? 0 },
  };
  if (failedWith(error, 'is_archived')) return archived;
  try {
    const { channel } = await slack('conversations.info', { channel: ref.channel });
    if (channel?.is_archived) return archived;
    if (channel?.id && channel.id !== ref.channel) return { kind: 'renumbered', channel: channel.id };
    const out = channel?.is_member === false || (!channel?.is_member && failedWith(error, 'not_in_channel'));
    return { kind: out ? 'removed' : 'ours' };
  } catch (failure) {
    if (!failedWith(failure, 'channel_not_found', 'not_in_channel', 'missing_scope', 'channel_is_limited_access'))
      throw failure;
    const { lost } = ref;
    if (lost?.how === 'archived' || lost?.how === 'deleted') return { kind: 'closed', lost };
    return { kind: lost?.how === 'removed' ? 'removed' : 'unknown' };
  }
}

/** Remembers it; resolves with the channel as it is known then. */
export async function saveChannelStatus(
  { now, store }: Attempt,
  ref: ChannelRef,
  fate: ChannelStatus,
): Promise<ChannelRef> {
  const facts = factsOf(fate, Math.floor(now() / 1000));
  if (Object.keys(facts).length > 0) await store.updateChannel(ref, facts);
  return { ...ref, ...facts };
}

function factsOf(fate: ChannelStatus, at: number): Partial<ChannelRef> {
  switch (fate.kind) {
    case 'closed':
      return { archivedAt: at, lost: fate.lost };
    case 'removed':
      return { archivedAt: null, lost: { how: 'removed', by: null, at: 0 } };
    case 'renumbered':
      return { channel: fate.channel, archivedAt: null, lost: null };
    case 'ours':
      return { archivedAt: null, lost: null };
    case 'unknown':
      return {};
  }
}

/**
 * Gives up until people have brought the app back into the channel, with the remedy: it was removed, or Slack hides the
 * channel from it (`unknown`). Those who run the order are told by direct message, once for each effect that is held up.
 * `code` is Slack's word for it.
 */
export async function waitForPeople(
  attempt: Attempt<InChannel>,
  { name }: ChannelRef,
  need: 'removed' | 'unknown',
  code: string,
): Promise<never> {
  const { saveCheckpoint, now, order, store, checkpoint } = attempt;
  if (!checkpoint.told) {
    const entry = order.lastEntry.seq;
    const keepers = new Set([order.supervisor.id, ...(order.coordinator ? [order.coordinator.id] : [])]);
    const tells = [...keepers].map((person): Effect => ({ type: 'tell', person, about: 'channel_lost', entry }));
    await store.owe(order.team, order.id, tells, now(), {
      cause: `held-up:${attempt.claimed.id}`,
      ...doubtOf(attempt),
    });
    await saveCheckpoint({ told: true });
  }
  throw new GiveUp(code, { say: need === 'removed' ? 'app_removed' : 'app_shut_out', channel: name });
}
