import type { Posted } from '../../db/shapes/checkpoint.ts';
import type { Message } from '../slack/views/card.ts';
import type { Attempt } from './executor.ts';
import { markOf, postedBefore } from './in-doubt.ts';

/** Where something is posted: in a channel, under a message of it if `thread` names one. */
export interface Place {
  readonly channel: string;
  readonly thread?: string;
}

/**
 * Posts a message, once: with the same checkpoint a second time does nothing, and in doubt an earlier attempt's post is looked
 * for. For effects (or parts of one, `within`) that post nothing else.
 */
export async function postOnce(attempt: Attempt<Posted>, { channel, thread }: Place, message: Message): Promise<void> {
  const { claimed, client, saveCheckpoint, paced, checkpoint } = attempt;
  if (checkpoint.ts !== undefined) return;
  const before = claimed.inDoubt ? await postedBefore(attempt, channel, thread) : undefined;
  if (before !== undefined) return saveCheckpoint({ ts: before });
  const where = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
  const posted = await paced(
    'chat.postMessage',
    () => client.chat.postMessage({ ...where, ...message, metadata: markOf(attempt), unfurl_links: false }),
    channel,
  );
  await saveCheckpoint({ ts: posted.ts });
}
