import type { PostRef } from '../../../../db/ports.ts';
import type { Message } from '../../../slack/views/message.ts';
import { codeOf, failedWith, Later } from '../../../slack-api/classify-error.ts';
import type { Attempt } from '../../executor.ts';
import { UNCHANGEABLE } from '../../unreachable.ts';

/** Milliseconds: an outcome that waits for messages looks for them so often at most, and at least. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;

/** Throws `Later` while messages that told of the entries before this one (undefined: of any) may still come, with buttons. */
export async function awaitMessages(
  { claimed, now, order, store }: Attempt,
  before: number | undefined,
): Promise<void> {
  if (!(await store.owes(order.team, order.id, 'people', before))) return;
  const waited = now() - claimed.firstAttemptAt;
  throw new Later(Math.min(Math.max(FIRST_WAIT_MS, waited / 2), LONGEST_WAIT_MS), 'waiting for messages before it');
}

/** Draws a direct message that was sent before as `message`; one that cannot be changed any more stays as it is. */
export async function redraw({ log, slack }: Attempt, { channel, ts }: PostRef, message: Message): Promise<void> {
  try {
    await slack('chat.update', { channel, ts, ...message });
  } catch (error) {
    if (!failedWith(error, ...UNCHANGEABLE)) throw error;
    log.info({ event: 'tell.not_updated', code: codeOf(error) }, 'a direct message could not be updated');
  }
}
