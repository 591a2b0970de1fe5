/** What one address may spend at once, and what it gets back in a second. */
const PURSE = 60;
const EARNED = 0.5;

/** What each costs: a page, what is sent, what pages load (with photos), a whole document, and what was guessed besides. */
export const COSTS = { page: 1, sent: 2, asset: 0.25, copy: 6, miss: 6 };

/** Addresses that are remembered; those heard of longest ago are forgotten first. */
const MOST = 10_000;

interface Purse {
  left: number;
  at: number;
}

/**
 * How much an address may still ask for: guessing is dear, so that it becomes slow after a few tries. `now`: milliseconds. Who has
 * nothing left gets no answer but that, whatever they ask for.
 */
export function createLimits(now: () => number, most = MOST) {
  const purses = new Map<string, Purse>();

  function purseOf(address: string): Purse {
    const known = purses.get(address);
    const at = now();
    const left = known ? Math.min(PURSE, known.left + ((at - known.at) / 1000) * EARNED) : PURSE;
    const purse = { left, at };
    purses.delete(address);
    purses.set(address, purse);
    const [oldest] = purses.keys();
    if (purses.size > most && oldest !== undefined) purses.delete(oldest);
    return purse;
  }

  return {
    /** Pays; false, and nothing is paid, when there is not enough left. */
    pay(address: string, cost: number): boolean {
      const purse = purseOf(address);
      if (purse.left < cost) return false;
      purse.left -= cost;
      return true;
    },
    /** Pays for something that was answered already; there may be too little left. */
    charge(address: string, cost: number): void {
      purseOf(address).left -= cost;
    },
    /** Seconds until there is enough for this. */
    wait: (address: string, cost: number): number => Math.max(1, Math.ceil((cost - purseOf(address).left) / EARNED)),
    size: () => purses.size,
  };
}

export type Limits = ReturnType<typeof createLimits>;
