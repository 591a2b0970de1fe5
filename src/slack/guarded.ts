import { randomBytes } from 'node:crypto';
import { DatabaseProblem } from '../../db/database-url.ts';
import { codeOf } from '../slack-api/classify-error.ts';
import type { Deps } from './deps.ts';
import type { Caller } from './replies/open-views.ts';
import { notice } from './views/notice.ts';

/**
 * Runs a listener's work for `caller`; `acked` says whether Slack heard the answer. A fault is logged under a reference that
 * the person is told as well, where they are: in the ack, when the work failed before its own.
 */
export async function guarded(
  { log, views }: Deps,
  { ack, caller }: { readonly ack: (text: string) => Promise<void>; readonly caller: Caller },
  work: (acked: (send: () => Promise<void>) => Promise<boolean>) => Promise<void>,
): Promise<void> {
  let done = false;
  try {
    await work(async (send) => {
      done = true;
      try {
        await send();
        return true;
      } catch (error) {
        // The connection that it came over is gone; what was asked for is done all the same.
        log.warn(
          { event: 'answer.not_heard', code: codeOf(error), person: caller.person },
          'a response did not reach Slack',
        );
        return false;
      }
    });
  } catch (error) {
    const reference = randomBytes(3).toString('hex');
    const words = await caller.words();
    const { reply, forms } = words;
    const tell = (unheard: string, heard: string) =>
      done ? views.show(caller, notice(words, forms.notice.title.order, heard)) : ack(unheard);
    // What ails the database is in the log already.
    if (error instanceof DatabaseProblem) {
      log.warn({ event: 'listener.not_saved', reference, person: caller.person }, 'not saved; the person was told');
      const text = reply.storage({ reference });
      return await tell(text, text);
    }
    log.error({ event: 'listener.failed', reference, person: caller.person, error }, 'a listener failed');
    await tell(reply.fault.unchanged({ reference }), reply.fault.unsure({ reference }));
  }
}
