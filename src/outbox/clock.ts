/** Tells when the computer's clock was put forward or back. */
export interface ClockWatch {
  /** By how many milliseconds the clock was put forward (negative: back) since what was noted last; 0 when it just went on. */
  moved(): number;
  /** This move has been dealt with. */
  note(moved: number): void;
}

/** Less is the clock being put right little by little. Milliseconds. */
const NOTICED = 2000;

/** Compares the clock `now` with one that only ever goes on, `steady`; both in milliseconds. */
export function watchClock(now: () => number, steady: () => number = () => performance.now()): ClockWatch {
  let ahead = now() - steady();
  return {
    moved() {
      const moved = now() - steady() - ahead;
      if (Math.abs(moved) >= NOTICED) return moved;
      ahead += moved;
      return 0;
    },
    note(moved) {
      ahead += moved;
    },
  };
}
