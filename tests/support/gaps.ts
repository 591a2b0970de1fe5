import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../db/ports.ts';

/** How an instance ended. */
export type End = 'kill' | 'stop';

/** For how long nobody delivered after the last of the instances that ended, where that one did. */
export interface Gaps {
  /** One ends; if it `delivers`, and another could: from when it is gone until another delivers. */
  around<T>(end: End, delivers: boolean, ending: () => Promise<T>): Promise<T>;
  /** Milliseconds, the longest last; next to nothing where another delivered before it was gone. */
  of(end: End): readonly number[];
}

/** How often is looked, milliseconds. */
const LOOK_MS = 10;

/** The database may be closed by then. */
const NOBODY = () => {};

/** Measures by the row of who delivers for this workspace. */
export function measureGaps(store: Store, team: string): Gaps {
  const measured: { end: End; ms: number }[] = [];
  let ended = 0;
  async function taken(fence: number): Promise<void> {
    for (;;) {
      const row = await store.deliverer(team);
      if (row && row.fence > fence) return;
      await wait(LOOK_MS);
    }
  }
  return {
    async around(end, delivers, ending) {
      // Who was about to go on may be the one that ends now: everybody begins again.
      const turn = ++ended;
      const before = await store.deliverer(team);
      const result = await ending();
      const gone = performance.now();
      if (!delivers || !before) return result;
      void taken(before.fence).then(() => {
        if (turn === ended) measured.push({ end, ms: performance.now() - gone });
      }, NOBODY);
      return result;
    },
    of: (end) =>
      measured
        .filter((one) => one.end === end)
        .map(({ ms }) => Math.round(ms))
        .toSorted((a, b) => a - b),
  };
}
