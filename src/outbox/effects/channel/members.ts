import { type ChannelRef, LOST_CHANNEL } from '../../../../db/ports.ts';
import type { Invited } from '../../../../db/shapes/checkpoint.ts';
import { mention } from '../../../forms/mrkdwn.ts';
import { partiesIn } from '../../../order/action.ts';
import { peopleOf } from '../../../order/order.ts';
import { words as sentence } from '../../../slack/views/message.ts';
import { channelsWords } from '../../../slack/words-for.ts';
import { classifyError, codeOf, ENOUGH, failedWith, GiveUp } from '../../../slack-api/classify-error.ts';
import { listOf } from '../../../words/list.ts';
import type { Remedy } from '../../../words/remedy.ts';
import { resolveChannelStatus } from '../../channel/channel-status.ts';
import type { ChannelExecutor } from '../../channel/in-channel.ts';
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
    'inviting several people failed; inviting them one by one',
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
  const still = people.filter((id) => involved.has(id));
  const { failures } = await inviteEach(attempt, ref.channel, still);
  await failFor(attempt, failures, (people) => ({ say: 'not_added', people, channel: ref.name }));
};

/** Invites one after the other. `brought`: how many are in, or were said not to be able to. */
async function inviteEach(attempt: Attempt<Invited>, channel: string, people: readonly string[]) {
  const { slack, saveCheckpoint, log, checkpoint } = attempt;
  const failures = await oneByOne(attempt, people, async (person) => {
    try {
      await slack('conversations.invite', { channel, users: person });
    } catch (error) {
      if (failedWith(error, 'already_in_channel', 'cant_invite_self')) return;
      if (!failedWith(error, ...CANNOT)) throw error;
      log.warn({ event: 'invite.refused', person, channel, code: codeOf(error) }, 'a person could not be invited');
      await saveCheckpoint({ kept: [...new Set(checkpoint.kept).add(person)] });
    }
  });
  const { kept = [], done = [] } = checkpoint;
  if (kept.length > 0) {
    const words = channelsWords(attempt.settings);
    const people = listOf(kept.map(mention), words);
    await postOnce(attempt, { channel }, sentence(words.channel.notAdded({ people })));
  }
  return { failures, brought: done.length };
}

/** Slack's words for somebody who is not in the channel, or not anywhere any more. */
const OUT = ['not_in_channel', 'user_not_found'];

/**
 * Takes people who have no part in the order any more out of its private channel, where they would read on: prices, new
 * versions. Nothing is done for people who are on the order again by then, where the settings keep members, or
 * in a public channel, which everybody can read. Safe to repeat with the same checkpoint.
 */
export const removePeople: Executor<'remove_people'> = async ({ people }, attempt) => {
  const { order, settings, store } = attempt;
  const ref = await store.channel(order.team, order.id);
  if (settings.channel.keepMembers || !ref || ref.archivedAt !== null || !(await isPrivate(attempt, ref))) return;
  const failures = await oneByOne(attempt, people, (person) => kick(attempt, ref.channel, person));
  await failFor(attempt, failures, (people) => ({ say: 'not_removed', people, channel: ref.name }));
};

/** Removes somebody without a part in the order; brings them back when they were put on it again meanwhile. */
async function kick(attempt: Attempt, channel: string, person: string): Promise<void> {
  const { slack, log, now, order, store } = attempt;
  if (await isInvolved(attempt, person)) return;
  try {
    await slack('conversations.kick', { channel, user: person });
  } catch (error) {
    if (!failedWith(error, ...OUT)) throw error;
    log.debug(
      { event: 'channel.person_not_in_it', person, channel, code: codeOf(error) },
      'a person removed from the order was not in its channel',
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
  try {
    const { channel } = await attempt.slack('conversations.info', { channel: ref.channel });
    if (channel?.is_archived || channel?.is_private === false) return false;
    if (channel?.is_member !== false) return true;
  } catch (error) {
    if (!failedWith(error, 'channel_not_found', 'not_in_channel')) throw error;
    const { kind } = await resolveChannelStatus(attempt, ref, error);
    if (kind === 'closed') return false;
  }
  throw new GiveUp('not_in_channel', { say: 'cannot_remove', channel: ref.name });
}

/** A person for whom something could not be done. */
interface Failure {
  readonly person: string;
  readonly error: unknown;
}

/**
 * Does something for each of these people but the app, one after the other, and remembers for whom it is done: one for whom
 * it fails keeps it from nobody else. Resolves with those for whom it failed. What is about everybody (the channel, the
 * app, Slack's pace) is thrown at once.
 */
async function oneByOne(
  { identity, checkpoint, saveCheckpoint }: Attempt<Pick<Invited, 'done'>>,
  people: readonly string[],
  work: (person: string) => Promise<void>,
): Promise<Failure[]> {
  const done = new Set(checkpoint.done);
  const failures: Failure[] = [];
  for (const person of people) {
    if (person === identity.botUserId || done.has(person)) continue;
    try {
      await work(person);
      await saveCheckpoint({ done: [...done.add(person)] });
    } catch (error) {
      if (isAboutEverybody(error)) throw error;
      failures.push({ person, error });
    }
  }
  return failures;
}

/** Whether time alone may heal it, as far as Slack's answer says. */
function mayPass({ error }: Failure): boolean {
  const verdict = classifyError(error);
  return verdict.kind === 'again' && verdict.atLast === undefined;
}

/**
 * Throws when some are left: to be tried again while that may help; then for a human, with their names (as the order,
 * or its history, has them) and Slack's words for it. `remedy` says what to do, given these.
 */
async function failFor(
  { claimed, order, store }: Attempt,
  failures: readonly Failure[],
  remedy: (people: readonly string[]) => Remedy,
): Promise<void> {
  if (failures.length === 0) return;
  const hopeful = failures.find(
    (one) => mayPass(one) || (classifyError(one.error).kind === 'again' && claimed.attempt < ENOUGH),
  );
  if (hopeful) throw hopeful.error;
  const codes = [...new Set(failures.map(({ error }) => codeOf(error)))].join(', ');
  const now = peopleOf(order).map(([, party]) => party);
  const known = failures.every(({ person }) => now.some(({ id }) => id === person));
  const entries = known ? [] : await store.entries(order.team, order.id);
  const ever = [...now, ...entries.toReversed().flatMap(({ action }) => partiesIn(action))];
  const nameOf = (person: string) => ever.find(({ id }) => id === person)?.name ?? person;
  const who = failures.map(({ person, error }) => `${nameOf(person)} (${codeOf(error)})`);
  throw new GiveUp(codes, remedy(who));
}

function isAboutEverybody(error: unknown): boolean {
  const verdict = classifyError(error);
  if (verdict.kind === 'later' || (verdict.kind === 'again' && verdict.slowly)) return true;
  return failedWith(error, 'missing_scope', ...LOST_CHANNEL.filter((code) => code !== 'posting_to_channel_denied'));
}
