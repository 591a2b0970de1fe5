/** Remembers what was answered to a payload for a while, so that the same payload delivered again gets the same answer. */
export interface Repeats {
  /** Runs the work for a key once; later callers with that key get the first one's result. */
  once<T>(key: string, work: () => Promise<T>): { readonly result: Promise<T>; readonly repeated: boolean };
}

/** Keeps answers for `forMs` milliseconds, at most `limit` of them. A failed one is forgotten at once. */
export function createDedupe(now: () => number, forMs = 60_000, limit = 10_000): Repeats {
  const seen = new Map<string, { at: number; result: Promise<unknown> }>();
  const forget = () => {
    for (const [key, { at }] of seen) {
      if (now() - at < forMs && seen.size <= limit) break;
      seen.delete(key);
    }
  };
  return {
    once<T>(key: string, work: () => Promise<T>) {
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

/** Lets what is done twice at once be done once: the second press of a double click has a trigger of its own. */
export interface UnderWay {
  /** Runs the work, unless the same key's began within `DOUBLE` and is still running: then that one is waited for. */
  join(key: string | undefined, work: () => Promise<void>): Promise<void>;
}

/** The two presses of a double click are not further apart. Milliseconds. */
const DOUBLE = 1000;

/** Nothing is under way yet. `now` in milliseconds. */
export function createUnderWay(now: () => number): UnderWay {
  const running = new Map<string, { since: number; work: Promise<void> }>();
  return {
    join(key, work) {
      if (key === undefined) return work();
      const first = running.get(key);
      if (first && now() - first.since < DOUBLE) return first.work;
      const mine = { since: now(), work: work() };
      running.set(key, mine);
      return mine.work.finally(() => running.get(key) === mine && running.delete(key));
    },
  };
}
