import type { Store } from '../../../db/ports.ts';
import type { Log } from '../../log.ts';

/** A form that nobody has touched for so long is begun afresh. Milliseconds: 30 days. */
export const DRAFTS_LAST = 30 * 24 * 3_600_000;
/** Drafts removed at once, and how often that is looked at (milliseconds): nobody waits for it. */
const STEP = 100;
const EVERY = 60_000;

/** Removes old drafts in small steps until it is told to stop. `now` in milliseconds. */
export function sweepOldDrafts(
  store: Pick<Store, 'sweepDrafts'>,
  log: Log,
  now: () => number,
  every = EVERY,
): () => void {
  const sweep = async () => {
    try {
      const removed = await store.sweepDrafts(now() - DRAFTS_LAST, STEP);
      if (removed > 0) log.info({ removed }, 'drafts were removed that nobody had touched for 30 days');
    } catch (error) {
      log.debug({ error }, 'old drafts stay until the database can be used');
    }
  };
  const timer = setInterval(() => void sweep(), every);
  timer.unref();
  void sweep();
  return () => clearInterval(timer);
}
