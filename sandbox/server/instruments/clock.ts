/** The sandbox's time in Unix milliseconds. Triggers, response URLs, rate limits and message timestamps follow it. */
export interface Clock {
  now(): number;
  /** Moves the time forward by so many milliseconds, at once. */
  advance(ms: number): void;
}

/** Real time, which `advance` can push ahead. */
export function realClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}

/** Time that stands still until it is advanced. */
export function frozenClock(start: number | Date = Date.now()): Clock {
  let now = Number(start);
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}
