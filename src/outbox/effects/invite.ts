import { mention } from '../../forms/mrkdwn.ts';
import { codeOf } from '../../slack/error-code.ts';
import { words } from '../../slack/views/notice.ts';
import type { Attempt } from '../executor.ts';
import type { ChannelExecutor } from '../in-channel.ts';
import { postOnce } from '../post-once.ts';
import { failedWith } from '../slack-errors.ts';

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

/** Brings people into the order's channel, one by one, so that one who cannot be invited keeps nobody else out. */
export const invite: ChannelExecutor<'invite'> = ({ people }, attempt, { channel }) =>
  bringIn(attempt, channel, people);

/** Invites these people into a channel, and says there who could not be. Safe to repeat with the same trace. */
export async function bringIn(attempt: Attempt, channel: string, people: readonly string[]): Promise<void> {
  const { client, identity, keep, paced, log, trace } = attempt;
  const done = new Set(Array.isArray(trace.done) ? trace.done : []);
  const kept: string[] = Array.isArray(trace.kept) ? trace.kept : [];
  for (const person of people.filter((id) => id !== identity.botUserId && !done.has(id))) {
    try {
      await paced('conversations.invite', () => client.conversations.invite({ channel, users: person }));
    } catch (error) {
      if (!failedWith(error, 'already_in_channel', 'cant_invite_self')) {
        if (!failedWith(error, ...CANNOT)) throw error;
        log.warn({ person, channel, code: codeOf(error) }, 'a person could not be invited');
        kept.push(person);
      }
    }
    done.add(person);
    await keep({ done: [...done], kept });
  }
  if (kept.length > 0) await sayWhoIsMissing(attempt, channel, kept);
}

async function sayWhoIsMissing(attempt: Attempt, channel: string, people: readonly string[]): Promise<void> {
  const text = `Slack did not let me add ${people.map(mention).join(' ')} to this channel. Please add them by hand.`;
  await postOnce(attempt, { channel }, words(text));
}
