/** Time that jumps from one timer to the next: whole days in minutes, with everything that really runs running really. */
export interface VirtualTime {
  /** Work outside of timers is under way (a call to Slack): time stands still until it is over. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  sleep(ms: number): Promise<void>;
  /** Runs until nothing is left to wait for but timers later than `end`. */
  runUntil(end: number): Promise<void>;
  /** Real time again. */
  restore(): void;
}

interface Timer {
  readonly id: object;
  at: number;
  readonly every: number | undefined;
  readonly run: () => void;
}

/** How many turns of the event loop nothing may happen before time goes on. */
const QUIET = 3;

/** Takes over this process's clocks and timers. */
export function takeOverTime(start: number): VirtualTime {
  const real = {
    now: Date.now,
    performance: performance.now,
    setTimeout: globalThis.setTimeout,
    setInterval: globalThis.setInterval,
    clearTimeout: globalThis.clearTimeout,
    clearInterval: globalThis.clearInterval,
  };
  let now = start;
  let underWay = 0;
  const timers = new Set<Timer>();
  const byId = new WeakMap<object, Timer>();

  const add = (run: () => void, ms: number, every?: number) => {
    const id = { unref: () => id, ref: () => id, hasRef: () => true, refresh: () => id, [Symbol.toPrimitive]: () => 0 };
    const timer = { id, at: now + Math.max(0, ms), every, run };
    timers.add(timer);
    byId.set(id, timer);
    return id;
  };
  const clear = (id: unknown) => {
    if (typeof id !== 'object' || id === null) return;
    const timer = byId.get(id);
    if (timer) timers.delete(timer);
    else real.clearTimeout(id as NodeJS.Timeout);
  };
  const replace = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  Date.now = () => Math.floor(now);
  performance.now = () => now - start;
  replace('setTimeout', (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => add(() => run(...args), ms));
  replace('setInterval', (run: () => void, ms = 0) => add(run, ms, ms));
  replace('clearTimeout', clear);
  replace('clearInterval', clear);

  async function quiet(): Promise<void> {
    for (let turns = 0; turns < QUIET; ) {
      await new Promise((resolve) => setImmediate(resolve));
      turns = underWay > 0 ? 0 : turns + 1;
    }
  }

  return {
    async busy(work) {
      underWay++;
      try {
        return await work();
      } finally {
        underWay--;
      }
    },
    sleep: (ms) => new Promise((resolve) => void add(resolve, ms)),
    async runUntil(end) {
      for (;;) {
        await quiet();
        let next: Timer | undefined;
        for (const timer of timers) if (!next || timer.at < next.at) next = timer;
        if (!next || next.at > end) return;
        now = Math.max(now, next.at);
        if (next.every === undefined) timers.delete(next);
        else next.at = now + Math.max(1, next.every);
        next.run();
      }
    },
    restore() {
      Date.now = real.now;
      performance.now = real.performance;
      for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] as const)
        replace(name, real[name]);
    },
  };
}
