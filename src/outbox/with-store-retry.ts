import { DatabaseProblem } from '../../db/database-url.ts';
import type { Store } from '../../db/ports.ts';
import { wrapped } from '../../db/wrapped.ts';

/** Waits between two tries, milliseconds. */
const FIRST_WAIT = 100;
const MAX_WAIT = 2000;

/**
 * The same store for work that Slack may have answered already: what the database does not take (full, locked) is
 * tried again until it does, so that the answer is neither lost nor asked for twice. Gives up when `ending`.
 */
export function withStoreRetry(store: Store, ending: () => boolean): Store {
  async function insist(work: () => unknown): Promise<unknown> {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, MAX_WAIT)) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof DatabaseProblem) || ending()) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }
  return wrapped(store, insist);
}
