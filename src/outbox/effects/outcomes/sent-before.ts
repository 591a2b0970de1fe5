import type { PostRef } from '../../../../db/ports.ts';
import type { CheckpointOf } from '../../../../db/shapes/checkpoint.ts';
import type { Message } from '../../../slack/views/message.ts';
import { codeOf, failedWith, Later } from '../../../slack-api/classify-error.ts';
import type { Attempt } from '../../executor.ts';
import { UNCHANGEABLE } from '../../unreachable.ts';

/** Milliseconds: an outcome that waits for messages looks for them so often at most, and at least. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;

/** Throws `Later` while messages that told of the entries before this one (undefined: of any) may still come, with buttons. */
export async function awaitMessages(attempt: Drawing, before: number | undefined): Promise<void> {
  const { now, order, store } = attempt;
  if (!(await store.owes(order.team, order.id, 'people', before))) return;
  const waited = now() - (await waitsSince(attempt));
  throw new Later(Math.min(Math.max(FIRST_WAIT_MS, waited / 2), LONGEST_WAIT_MS), 'waiting for messages before it');
}

/** What is owed in a copy that came into use was first tried at the end of its records, which may be long ago. */
async function waitsSince({ checkpoint, claimed, now, saveCheckpoint }: Drawing): Promise<number> {
  if (!checkpoint.restored) return claimed.firstAttemptAt;
  if (checkpoint.since !== undefined) return checkpoint.since;
  const since = now();
  await saveCheckpoint({ since });
  return since;
}

/**
 * Draws a direct message that was sent before as `message`, once for the order as it is; one that cannot be changed any more stays as it
 * is. What is drawn is remembered: an attempt that has to wait for Slack's pace goes on where it was.
 */
export async function redraw(attempt: Drawing, { channel, ts }: PostRef, message: Message): Promise<void> {
  const { checkpoint, log, order, saveCheckpoint, slack, store } = attempt;
  const as = `${order.revision} ${(await store.channel(order.team, order.id))?.channel ?? ''}`;
  const posts = checkpoint.drawn?.as === as ? checkpoint.drawn.posts : [];
  if (posts.includes(ts)) return;
  try {
    await slack('chat.update', { channel, ts, ...message });
  } catch (error) {
    if (!failedWith(error, ...UNCHANGEABLE)) throw error;
    log.info({ event: 'tell.not_updated', code: codeOf(error) }, 'a direct message could not be updated');
  }
  await saveCheckpoint({ drawn: { as, posts: [...posts, ts] } });
}

/** An attempt at drawing several messages. */
export type Drawing = Attempt<CheckpointOf<'settle_request' | 'refresh_crew_messages'>>;
