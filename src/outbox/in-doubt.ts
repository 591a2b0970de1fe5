import type { Posted } from '../../db/shapes/checkpoint.ts';
import type { Order } from '../order/order.ts';
import type { Message } from '../slack/views/card.ts';
import { failedWith } from '../slack-api/classify-error.ts';
import type { AnyAttempt } from './executor.ts';

/** How much our clock may have been ahead of Slack's when something was first tried. Seconds. */
const CLOCK_SKEW = 86_400;

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

/** Where something is posted: in a channel, under a message of it if `thread` names one. */
interface Place {
  readonly channel: string;
  readonly thread?: string;
}

/** Posts a message with this attempt's mark, by which it is known again, and `also` others; every app of the workspace can read it, so ids only. */
export function postMarked(
  { claimed, order, slack }: AnyAttempt & { readonly order?: Order },
  { channel, thread }: Place,
  message: Message,
  also: Readonly<Record<string, string | readonly string[]>> = {},
) {
  const metadata = {
    event_type: 'service_order_post',
    event_payload: { ...also, ...(order ? { order: order.id } : {}), effect: claimed.id },
  };
  const where = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
  return slack('chat.postMessage', { ...where, ...message, metadata, unfurl_links: false });
}

/**
 * Posts a message, once: with the same checkpoint a second time does nothing, and in doubt an earlier attempt's post is looked
 * for. For effects (or parts of one, `within`) that post nothing else.
 */
export async function postOnce(attempt: AnyAttempt<Posted>, place: Place, message: Message): Promise<void> {
  const { claimed, saveCheckpoint, checkpoint } = attempt;
  if (checkpoint.ts !== undefined) return;
  const before = claimed.inDoubt ? await postedBefore(attempt, place.channel, place.thread) : undefined;
  await saveCheckpoint({ ts: before ?? (await postMarked(attempt, place, message)).ts });
}

/** For `store.owe`: what an attempt in doubt owes on may have been owed, and delivered, before. */
export const doubtOf = ({ claimed }: Pick<AnyAttempt, 'claimed'>): { doubtSince?: number } =>
  claimed.inDoubt ? { doubtSince: claimed.firstAttemptAt } : {};

/**
 * The ts of the post that an earlier, unfinished attempt may have made, in this `thread` if one is named. Undefined when
 * there is none, or when we may not look (history scope not granted): then a second post is possible, and is said once in
 * the log.
 */
export async function postedBefore(attempt: AnyAttempt, channel: string, thread?: string): Promise<string | undefined> {
  for await (const ts of postsMarked(attempt, attempt.claimed.id, channel, thread)) return ts;
  return undefined;
}

/** The ts of every post with this mark since the effect was first tried, as far as we may look. */
export async function* postsMarked(attempt: AnyAttempt, mark: string, channel: string, thread?: string) {
  const ours = ({ metadata }: Said) => {
    const payload: unknown = metadata?.event_payload;
    return typeof payload === 'object' && payload !== null && 'effect' in payload && payload.effect === mark;
  };
  for await (const message of saidSince(attempt, channel, thread)) if (message.ts && ours(message)) yield message.ts;
}

/** What a channel or a thread says since the effect was first tried, as far as we may look. */
export async function* saidSince(attempt: AnyAttempt, channel: string, thread?: string): AsyncGenerator<Said> {
  const { claimed, slack, warnOnce } = attempt;
  const oldest = String(Math.floor(claimed.firstAttemptAt / 1000) - CLOCK_SKEW);
  try {
    let cursor: string | undefined;
    do {
      const asked = { channel, oldest, include_all_metadata: true, limit: 200, ...(cursor ? { cursor } : {}) };
      const page =
        thread === undefined
          ? await slack('conversations.history', asked)
          : await slack('conversations.replies', { ...asked, ts: thread });
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
export async function directChannel({ slack, warnOnce }: AnyAttempt, person: string): Promise<string | undefined> {
  try {
    const { channel } = await slack('conversations.open', { users: person });
    return channel?.id;
  } catch (error) {
    if (!failedWith(error, 'missing_scope')) throw error;
    warnOnce('the scope im:write is not granted: after a crash a direct message may be sent twice');
    return undefined;
  }
}
