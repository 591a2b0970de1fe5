import { isUserId } from '../../forms/mrkdwn.ts';
import type { Effect } from '../../order/effect.ts';
import { codeOf, failedWith, Later } from '../../slack-api/classify-error.ts';
import type { OfficeExecutor } from '../executor.ts';
import { directChannel, postsMarked } from '../in-doubt.ts';

/** How long a call may be under way that left its process, milliseconds. */
const ON_ITS_WAY = 5000;
/** How often it is looked whether the post itself is settled, milliseconds. */
const LOOK_EVERY = 2000;

/** Slack's words for a message that is gone, or that nobody can take away any more. */
const LEFT = [
  ...['message_not_found', 'cant_delete_message', 'compliance_exports_prevent_deletion'],
  ...['channel_not_found', 'is_archived', 'not_in_channel'],
];

/**
 * What is owed after a call whose answer did not come before the term of its process was over: Slack may have got it later
 * than the next process has looked. Undefined for calls that do no harm when they come twice.
 */
export function repeatOf(method: string, given: object): Effect | undefined {
  if (method !== 'chat.postMessage') return undefined;
  const {
    channel,
    thread_ts: thread,
    metadata,
  } = given as {
    readonly channel?: string;
    readonly thread_ts?: string;
    readonly metadata?: { readonly event_payload?: { readonly effect?: unknown } };
  };
  const mark = metadata?.event_payload?.effect;
  if (typeof channel !== 'string' || typeof mark !== 'string') return undefined;
  return { type: 'remove_repeat', channel, ...(thread === undefined ? {} : { thread }), mark };
}

/**
 * Deletes a post that stands there twice: the one that the outbox does not know. A reply has its order's mark, whichever effect
 * it is of: that came before this one in its lane, and of such replies the first one stays. Safe to repeat.
 */
export const removeRepeat: OfficeExecutor<'remove_repeat'> = async ({ channel, thread, mark }, attempt) => {
  const { claimed, log, now, order, slack, store } = attempt;
  const left = ON_ITS_WAY - (now() - claimed.firstAttemptAt);
  if (left > 0) throw new Later(left, 'a post may still be on its way');
  const [effect = ''] = mark.split('/');
  const outcome = await store.outcome(claimed.team, effect);
  if (outcome && !outcome.settled) throw new Later(LOOK_EVERY, 'waiting for the post itself');
  const place = isUserId(channel) ? await directChannel(attempt, channel) : channel;
  if ((!outcome && effect !== order?.id) || !place) return;
  const posts: string[] = [];
  for await (const ts of postsMarked(attempt, mark, place, thread)) posts.push(ts);
  const [first] = posts.toSorted();
  const kept = JSON.stringify(outcome ? outcome.checkpoint : [first]);
  const unknown = posts.filter((ts) => !kept.includes(`"${ts}"`));
  if (unknown.length === posts.length) return;
  for (const ts of unknown) {
    try {
      await slack('chat.delete', { channel: place, ts });
      log.info({ event: 'repeat.removed', order: order?.number, ts }, 'a message that was posted twice was removed');
    } catch (error) {
      if (!failedWith(error, ...LEFT)) throw error;
      log.info(
        { event: 'repeat.left', order: order?.number, code: codeOf(error) },
        'a duplicate message could not be removed',
      );
    }
  }
};
