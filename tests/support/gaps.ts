import type { Store } from '../../db/ports.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';

/** How an instance ended. */
export type End = 'kill' | 'stop';

/** How long deliveries stood still after the last of the instances that ended, while something was owed. */
export interface Gaps {
  /** Something ends: from then until the next call of somebody else that pays a debt, or until nothing is owed any more. */
  around<T>(end: End, ending: () => Promise<T>): Promise<T>;
  /** Nothing is owed any more: whoever still waits for a call has waited until now. */
  settled(): void;
  /** Milliseconds. */
  of(end: End): readonly number[];
}

/** The calls that pay no debt: those of starting, of screens, and of getting to know people. */
const NO_DEBT = /^(auth|apps|users|views)\./;

/** Measures from now on; uses one of the sandbox's hooks. */
export function measureGaps(sandbox: Sandbox, store: Store): Gaps {
  const measured: { end: End; ms: number }[] = [];
  let open: { end: End; from: number }[] = [];
  let last = 0;
  const close = () => {
    for (const { end, from } of open) measured.push({ end, ms: performance.now() - from });
    open = [];
  };
  sandbox.faults.pick(({ method }) => {
    if (NO_DEBT.test(method)) return undefined;
    last = performance.now();
    close();
    return undefined;
  });
  return {
    async around(end, ending) {
      const asked = performance.now();
      // Who was about to go on may be the one that ends now: everybody begins anew.
      open = [];
      const result = await ending();
      // Who is asked to stop pays for a while what is under way: the pause begins with its last call.
      const from = end === 'stop' ? Math.max(asked, last) : performance.now();
      const { pending, running } = await store.backlog(sandbox.teamId, Date.now());
      // Somebody else may have gone on already.
      if (pending + running > 0 && last <= from) open.push({ end, from });
      return result;
    },
    settled: close,
    of: (end) => measured.filter((one) => one.end === end).map(({ ms }) => ms),
  };
}
