import type { Invited } from '../../../../db/shapes/checkpoint.ts';
import { mention } from '../../../forms/mrkdwn.ts';
import { peopleOf } from '../../../order/order.ts';
import { words } from '../../../slack/views/message.ts';
import { failedWith } from '../../../slack-api/classify-error.ts';
import { codeOf } from '../../../slack-api/slack-codes.ts';
import type { ChannelExecutor } from '../../channel/in-channel.ts';
import { type Failure, failFor, mayPass, oneByOne } from '../../channel/one-by-one.ts';
import type { Attempt, Executor } from '../../executor.ts';
import { postOnce } from '../../in-doubt.ts';

/** Slack's words for "this person cannot be brought in", which no second attempt changes. */
const CANNOT = [
  'user_not_found',
  'user_is_restricted',
  'ura_max_channels',
  'cant_invite',
  'user_disabled',
  'invitee_cant_see_channel',
  'org_user_not_in_team',
  'no_external_invite_permission',
];

/** Attempts at bringing anybody in at all while Slack is in trouble; then what comes after waits no longer. */
const MAX_ATTEMPTS = 3;

/** Brings people into the order's channel. */
export const invite: ChannelExecutor<'invite'> = ({ people }, attempt, { channel }) =>
  inviteMembers(attempt, channel, people);

/**
 * Invites these people into a channel, and says there who could not be. Whom Slack refuses in words that it does not
 * document is left to an effect of their own (`bring_in`), so that neither the others nor what comes after wait for them.
 * Safe to repeat with the same checkpoint.
 */
export async function inviteMembers(
  attempt: Attempt<Invited>,
  channel: string,
  people: readonly string[],
): Promise<void> {
  const { claimed, log, now, order, store } = attempt;
  const { failures, brought } = await inviteEach(attempt, channel, people);
  const [first] = failures;
  if (first && brought === 0 && failures.every(mayPass) && claimed.attempt < MAX_ATTEMPTS) throw first.error;
  if (!first) return;
  const left = failures.map(({ person }) => person);
  log.warn(
    { event: 'invite.retried', people: left, channel, code: codeOf(first.error) },
    'people could not be invited yet; tried again apart',
  );
  await store.owe(order.team, order.id, [{ type: 'bring_in', people: left }], now());
}

/** Brings in who could not be at first, as long as they are on the order. Safe to repeat with the same checkpoint. */
export const inviteMembersLater: Executor<'bring_in'> = async ({ people }, attempt) => {
  const { order, store } = attempt;
  const ref = await store.channel(order.team, order.id);
  // A next channel gets everybody when it is opened.
  if (!ref || ref.archivedAt !== null) return;
  const involved = new Set(peopleOf(order).map(([, { id }]) => id));
  const { failures } = await inviteEach(
    attempt,
    ref.channel,
    people.filter((id) => involved.has(id)),
  );
  if (failures.length > 0)
    await failFor(
      attempt,
      failures,
      (who) =>
        `Slack does not let the app add ${who} to #${ref.name}. Check their account and the workspace's settings for inviting people, then retry; or add them by hand.`,
    );
};

/** Invites one after the other. `brought`: how many are in, or were said not to be able to. */
async function inviteEach(attempt: Attempt<Invited>, channel: string, people: readonly string[]) {
  const { slack, identity, saveCheckpoint, log, checkpoint } = attempt;
  const done = new Set(checkpoint.done);
  const kept = [...(checkpoint.kept ?? [])];
  const left = people.filter((id) => id !== identity.botUserId && !done.has(id));
  const failures: Failure[] = await oneByOne(left, async (person) => {
    try {
      await slack('conversations.invite', { channel, users: person });
    } catch (error) {
      if (!failedWith(error, 'already_in_channel', 'cant_invite_self')) {
        if (!failedWith(error, ...CANNOT)) throw error;
        log.warn({ event: 'invite.refused', person, channel, code: codeOf(error) }, 'a person could not be invited');
        kept.push(person);
      }
    }
    done.add(person);
    await saveCheckpoint({ done: [...done], kept });
  });
  if (kept.length > 0) await sayWhoIsMissing(attempt, channel, kept);
  return { failures, brought: done.size };
}

async function sayWhoIsMissing(attempt: Attempt<Invited>, channel: string, people: readonly string[]): Promise<void> {
  const text = `Slack did not let me add ${people.map(mention).join(' ')} to this channel. Please add them by hand.`;
  await postOnce(attempt, { channel }, words(text));
}
