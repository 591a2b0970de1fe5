import { failedWith } from '../slack-api/classify-error.ts';
import type { Attempt } from './executor.ts';

/** How much our clock may have been ahead of Slack's when something was first tried. Seconds. */
const CLOCK_SKEW = 86_400;

/** Message metadata by which we know our own posts again; readable by every app of the workspace, so ids only. */
export interface Mark {
  readonly event_type: 'service_order_post';
  readonly event_payload: { readonly order: string; readonly effect: string };
}

/** What is looked at of a message. */
interface Said {
  readonly ts?: string;
  readonly metadata?: { readonly event_payload?: unknown };
  readonly files?: readonly {
    readonly id?: string;
    readonly title?: string;
    readonly size?: number;
    readonly user?: string;
  }[];
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
  const { effect } = markOf(attempt).event_payload;
  const ours = ({ metadata }: Said) => {
    const payload: unknown = metadata?.event_payload;
    return typeof payload === 'object' && payload !== null && 'effect' in payload && payload.effect === effect;
  };
  for await (const message of saidSince(attempt, channel, thread)) if (ours(message)) return message.ts;
  return undefined;
}

/** What a channel or a thread says since the effect was first tried, as far as we may look. */
export async function* saidSince(attempt: Attempt, channel: string, thread?: string): AsyncGenerator<Said> {
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
      yield* page.messages ?? [];
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
  } catch (error) {
    if (!failedWith(error, 'missing_scope')) throw error;
    warnOnce(
      'the history scopes (groups:history, channels:history, im:history) are not granted: after a crash a message may be posted twice',
    );
  }
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
