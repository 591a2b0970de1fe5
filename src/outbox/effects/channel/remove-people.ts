import type { ChannelRef } from '../../../../db/ports.ts';
import { peopleOf } from '../../../order/order.ts';
import { failedWith, GiveUp } from '../../../slack-api/classify-error.ts';
import { codeOf } from '../../../slack-api/slack-codes.ts';
import { resolveChannelStatus } from '../../channel/channel-status.ts';
import { failFor, oneByOne } from '../../channel/one-by-one.ts';
import type { Attempt, Executor } from '../../executor.ts';

/** Slack's words for somebody who is not in the channel, or not anywhere any more. */
const OUT = ['not_in_channel', 'user_not_found'];

/**
 * Takes people who have no part in the order any more out of its private channel, where they would read on: prices, new
 * versions. Nothing is done for whoever is on the order again when it comes to it, where the settings keep members, or
 * in a public channel, which everybody can read. Safe to repeat with the same checkpoint.
 */
export const removePeople: Executor<'remove_people'> = async ({ people }, attempt) => {
  const { identity, saveCheckpoint, order, settings, store, checkpoint } = attempt;
  const ref = await store.channel(order.team, order.id);
  if (settings.channel.keepMembers || !ref || ref.archivedAt !== null) return;
  const done = new Set(checkpoint.done);
  const left = people.filter((id) => id !== identity.botUserId && !done.has(id));
  if (left.length === 0 || !(await isPrivate(attempt, ref))) return;
  const failures = await oneByOne(left, async (person) => {
    if (await isInvolved(attempt, person)) return;
    await kick(attempt, ref.channel, person);
    done.add(person);
    await saveCheckpoint({ done: [...done] });
  });
  if (failures.length > 0)
    await failFor(
      attempt,
      failures,
      (who) =>
        `Slack does not let the app remove ${who} from #${ref.name}, though they have no part in the order any more. Ask a workspace owner to let apps remove people from private channels, then retry; or remove them by hand. The setting channel.keepMembers keeps such people in.`,
    );
};

/** Removes somebody; brings them back when they were put on the order again meanwhile. */
async function kick(attempt: Attempt, channel: string, person: string): Promise<void> {
  const { slack, log, now, order, store } = attempt;
  try {
    await slack('conversations.kick', { channel, user: person });
  } catch (error) {
    if (!failedWith(error, ...OUT)) throw error;
    log.debug(
      { event: 'channel.person_not_in_it', person, channel, code: codeOf(error) },
      'a person who left the order was not in its channel',
    );
  }
  if (await isInvolved(attempt, person))
    await store.owe(order.team, order.id, [{ type: 'bring_in', people: [person] }], now());
}

/** Whether they have a part in the order as it is at this moment. */
async function isInvolved({ order, store }: Attempt, person: string): Promise<boolean> {
  const now = await store.order(order.team, order.id);
  return now !== undefined && peopleOf(now).some(([, { id }]) => id === person);
}

/** Whether the channel is open, private and ours; a human is asked when the app is not in it. */
async function isPrivate(attempt: Attempt, ref: ChannelRef): Promise<boolean> {
  const { slack } = attempt;
  try {
    const { channel } = await slack('conversations.info', { channel: ref.channel });
    if (channel?.is_archived || channel?.is_private === false) return false;
    if (channel?.is_member !== false) return true;
  } catch (error) {
    if (!failedWith(error, 'channel_not_found', 'not_in_channel')) throw error;
    const { kind } = await resolveChannelStatus(attempt, ref, error);
    if (kind === 'closed') return false;
  }
  throw new GiveUp(
    'not_in_channel',
    `The app is not in #${ref.name} any more, so it cannot remove people who left the order. Type “/invite @Service Orders” in that channel; then this goes on by itself.`,
  );
}
