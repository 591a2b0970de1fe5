/** How long an answer is kept, milliseconds, and how many are. */
const KEPT_FOR = 60_000;
const MAX = 10_000;

/** Remembers what was answered to a payload for a while, so that the same payload delivered again gets the same answer. */
export function createDedupe(now: () => number) {
  const seen = new Map<string, { at: number; result: Promise<unknown> }>();
  const forget = () => {
    for (const [key, { at }] of seen) {
      if (now() - at < KEPT_FOR && seen.size <= MAX) break;
      seen.delete(key);
    }
  };
  return {
    /** Runs the work for a key once; later callers with that key get the first one's result. A failed one is forgotten. */
    once<T>(
      key: string | undefined,
      work: () => Promise<T>,
    ): { readonly result: Promise<T>; readonly repeated: boolean } {
      if (key === undefined) return { result: work(), repeated: false };
      forget();
      const known = seen.get(key);
      if (known) return { result: known.result as Promise<T>, repeated: true };
      const result = work();
      seen.set(key, { at: now(), result });
      result.catch(() => seen.delete(key));
      return { result, repeated: false };
    },
  };
}

/** The two presses of a double click are not further apart. Milliseconds. */
const DOUBLE = 1000;

/** Lets what is done twice at once be done once: the second press of a double click has a trigger of its own. */
export function createUnderWay(now: () => number) {
  const running = new Map<string, { since: number; work: Promise<void> }>();
  return {
    /** Runs the work, unless the same key's began within `DOUBLE` and is still running: then that one is waited for. */
    join(key: string | undefined, work: () => Promise<void>): Promise<void> {
      if (key === undefined) return work();
      const first = running.get(key);
      if (first && now() - first.since < DOUBLE) return first.work;
      const mine = { since: now(), work: work() };
      running.set(key, mine);
      return mine.work.finally(() => running.get(key) === mine && running.delete(key));
    },
  };
}
