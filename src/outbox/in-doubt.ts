import type { Attempt } from './executor.ts';
import { failedWith } from './slack-errors.ts';

/** How much our clock may have been ahead of Slack's when something was first tried. Seconds. */
const CLOCK_SKEW = 86_400;

/** Message metadata by which we know our own posts again; readable by every app of the workspace, so ids only. */
export interface Mark {
  readonly event_type: 'service_order_post';
  readonly event_payload: { readonly order: string; readonly effect: string };
}

/** The mark of this attempt's post. */
export const markOf = ({ claimed, order }: Attempt): Mark => ({
  event_type: 'service_order_post',
  event_payload: { order: order.id, effect: claimed.id },
});

/**
 * The ts of the post that an earlier, unfinished attempt may have made, in this `thread` if one is named. Undefined when
 * there is none, or when we may not look (history scope not granted): then a second post is possible, and is said once in
 * the log.
 */
export async function postedBefore(attempt: Attempt, channel: string, thread?: string): Promise<string | undefined> {
  const { claimed, client, paced, warnOnce } = attempt;
  const oldest = String(Math.floor(claimed.firstAttemptAt / 1000) - CLOCK_SKEW);
  try {
    let cursor: string | undefined;
    do {
      const asked = { channel, oldest, include_all_metadata: true, limit: 200, ...(cursor ? { cursor } : {}) };
      const page =
        thread === undefined
          ? await paced('conversations.history', () => client.conversations.history(asked))
          : await paced('conversations.replies', () => client.conversations.replies({ ...asked, ts: thread }));
      const own = page.messages?.find(({ metadata }) => {
        const payload: unknown = metadata?.event_payload;
        return typeof payload === 'object' && payload !== null && 'effect' in payload && payload.effect === claimed.id;
      });
      if (own?.ts) return own.ts;
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
  } catch (error) {
    if (!failedWith(error, 'missing_scope')) throw error;
    warnOnce(
      'the history scopes (groups:history, channels:history, im:history) are not granted: after a crash a message may be posted twice',
    );
  }
  return undefined;
}

/** The conversation of direct messages with a person; undefined when the scope im:write is not granted. */
export async function directChannel({ client, paced, warnOnce }: Attempt, person: string): Promise<string | undefined> {
  try {
    const { channel } = await paced('conversations.open', () => client.conversations.open({ users: person }));
    return channel?.id;
  } catch (error) {
    if (!failedWith(error, 'missing_scope')) throw error;
    warnOnce('the scope im:write is not granted: after a crash a direct message may be sent twice');
    return undefined;
  }
}
