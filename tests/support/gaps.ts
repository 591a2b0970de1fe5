import type { Store } from '../../db/ports.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';

/** How an instance ended. */
export type End = 'kill' | 'stop';

/** How long deliveries stood still after the last of the instances that ended, while something was owed. */
export interface Gaps {
  /**
   * This instance ends: from then (its last call, when it was asked to stop) until the next call of another that pays a debt, or
   * until nothing is owed any more.
   */
  around<T>(end: End, name: string, ending: () => Promise<T>): Promise<T>;
  /** Nothing is owed any more: whoever still waits for a call has waited until now. */
  settled(): void;
  /** Milliseconds, the longest last. */
  of(end: End): readonly number[];
}

/** The calls that pay no debt: those of starting, of screens, and of getting to know people. */
const NO_DEBT = /^(auth|apps|users|views)\./;

/** Measures from now on; uses one of the sandbox's hooks. */
export function measureGaps(sandbox: Sandbox, store: Store): Gaps {
  const measured: { end: End; ms: number }[] = [];
  let open: { end: End; from: number } | undefined;
  /** When each instance last paid a debt. */
  const last = new Map<string, number>();
  /** The first call of another since the instance that ends was asked to. */
  let ending: { name: string; next: number | undefined } | undefined;
  const close = (at = performance.now()) => {
    if (open && at > open.from) measured.push({ end: open.end, ms: at - open.from });
    open = undefined;
  };
  sandbox.faults.pick(({ method, by }) => {
    if (by === undefined || NO_DEBT.test(method)) return undefined;
    const at = performance.now();
    last.set(by, at);
    if (ending && by !== ending.name) ending.next ??= at;
    close(at);
    return undefined;
  });
  return {
    async around(end, name, work) {
      // Who was about to go on may be the one that ends now: everybody begins anew.
      open = undefined;
      const asked = performance.now();
      const mine = { name, next: undefined };
      ending = mine;
      const result = await work();
      if (ending !== mine) return result;
      const { next } = ending;
      ending = undefined;
      const from = end === 'stop' ? Math.max(asked, last.get(name) ?? 0) : performance.now();
      const [{ running }, due] = await Promise.all([
        store.backlog(sandbox.teamId, Date.now()),
        store.nextDue(sandbox.teamId),
      ]);
      // What Slack's tiers put off waits for its time, whoever delivers.
      const putOff = running > 0 ? 0 : (due ?? Number.POSITIVE_INFINITY) - Date.now();
      open = { end, from: Math.max(from, performance.now() + putOff) };
      // Another has gone on already.
      if (next !== undefined) close(Math.max(from, next));
      return result;
    },
    settled: () => close(),
    of: (end) =>
      measured
        .filter((one) => one.end === end)
        .map(({ ms }) => Math.round(ms))
        .toSorted((a, b) => a - b),
  };
}
