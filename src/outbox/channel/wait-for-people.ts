import type { ChannelRef } from '../../../db/ports.ts';
import type { InChannel } from '../../../db/shapes/checkpoint.ts';
import type { Effect } from '../../order/order.ts';
import { GiveUp } from '../../slack-api/classify-error.ts';
import type { Attempt } from '../executor.ts';

/** Why the app cannot go on in a channel without people: it was removed, or Slack hides the channel from it. */
export type Need = 'removed' | 'unknown';

const remedies: Readonly<Record<Need, (name: string) => string>> = {
  removed: (name) =>
    `The app is not in #${name} any more. Type “/invite @Service Orders” in that channel; then this goes on by itself. Or open a new channel for the order.`,
  unknown: (name) =>
    `The app cannot see #${name}: it was removed from it, or the channel was archived or deleted. If it is still there, type “/invite @Service Orders” in it; then this goes on by itself. If not, open a new channel for the order.`,
};

/**
 * Gives up until people have brought the app back into the channel, with the remedy; whoever runs the order is told by
 * direct message, once for each effect that is held up. `code` is Slack's word for it.
 */
export async function waitForPeople(
  attempt: Attempt<InChannel>,
  { name }: ChannelRef,
  need: Need,
  code: string,
): Promise<never> {
  const { saveCheckpoint, now, order, store, checkpoint } = attempt;
  if (!checkpoint.told) {
    const entry = order.lastEntry.seq;
    const keepers = new Set([order.supervisor.id, ...(order.coordinator ? [order.coordinator.id] : [])]);
    const tells = [...keepers].map((person): Effect => ({ type: 'tell', person, about: 'channel_lost', entry }));
    await store.owe(order.team, order.id, tells, now());
    await saveCheckpoint({ told: true });
  }
  throw new GiveUp(code, remedies[need](name));
}
