import { type Store, SWEPT, type Swept } from '../db/ports.ts';
import type { Log } from './log.ts';

const DAY = 24 * 3_600_000;

/** A form that nobody has touched for so long starts empty. Milliseconds: 30 days. */
export const DRAFTS_LAST = 30 * DAY;
/** How long it stays on record that and how something was delivered, milliseconds. */
export const EFFECTS_LAST = 30 * DAY;
/** The lines of a file of records stay so long after it was brought in, milliseconds: until then its result can be had. */
export const IMPORTS_LAST = 30 * DAY;
/** What belongs to an ended order stays so long after its end, milliseconds: somebody may still have a form open. */
export const ENDED_LAST = DAY;

/** Rows looked at in one step, the pause after it, and after a round, milliseconds: nobody waits for it. */
const STEP = 200;
const PAUSE = 500;
const EVERY = 3_600_000;

/** Removes what is no longer needed in small steps, round after round, until it is told to stop. `now` in milliseconds. */
export function startSweeper(
  store: Pick<Store, 'sweep'>,
  log: Log,
  now: () => number,
  { step = STEP, pause = PAUSE, every = EVERY } = {},
): () => void {
  const [first] = SWEPT;
  let [what, after]: [Swept, number] = [first, 0];
  let removed: Partial<Record<Swept, number>> = {};
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  /** Takes one step. Returns how long to wait then. */
  async function sweep(): Promise<number> {
    const at = now();
    const ages = {
      drafts: at - DRAFTS_LAST,
      effects: at - EFFECTS_LAST,
      ended: at - ENDED_LAST,
      once: at,
      imports: at - IMPORTS_LAST,
    };
    const done = await store.sweep(what, ages, after, step);
    if (done.removed > 0) removed[what] = (removed[what] ?? 0) + done.removed;
    after = done.next ?? 0;
    if (done.next === undefined) what = SWEPT[SWEPT.indexOf(what) + 1] ?? first;
    if (done.next !== undefined || what !== first) return pause;
    if (Object.keys(removed).length > 0) log.info({ event: 'sweep.removed', ...removed }, 'expired data was removed');
    removed = {};
    return every;
  }

  const turn = async () => {
    const wait = await sweep().catch((error: unknown) => {
      log.debug({ event: 'sweep.postponed', error }, 'expired data could not be removed; the database is unavailable');
      return every;
    });
    if (!stopped) timer = setTimeout(turn, wait).unref();
  };
  void turn();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
