import { orderNumber } from '../../src/order/text/order-number.ts';
import type { Key } from '../keys.ts';
import { checkerOf, type StoredHistory } from './check-history.ts';

/** A database whose history is checked while the app may go on writing; nothing is written by this. */
export interface Audited {
  /** What keeps history from being changed, and was removed or altered. */
  readonly brokenTriggers: readonly string[];
  /** It was once a copy: numbers may have been lost with what that did not have. */
  readonly restored: boolean;
  readonly teams: readonly string[];
  /** The next orders of a team after a number, and the last number that was given, all as they are at one instant. */
  next(team: string, after: number): Promise<{ readonly orders: readonly StoredHistory[]; readonly last: number }>;
  /** The tables with rows of orders that are missing. */
  orphans(): Promise<readonly string[]>;
}

/**
 * Checks the history of every order. `tell` hears the first break of each order in which something is not what was written, and
 * what is missing altogether.
 */
export async function audit(audited: Audited, keys: readonly Key[], tell: (sentence: string) => void) {
  const counts = { orders: 0, entries: 0, versions: 0, erased: 0, unsealed: new Map<string, number>() };
  /** Numbers that no order has, in a database that was restored. */
  let lostNumbers = 0;
  const check = checkerOf(keys, counts);
  if (audited.brokenTriggers.length > 0)
    tell(
      `The triggers that keep history from being changed were removed or altered: ${audited.brokenTriggers.join(', ')}.`,
    );
  const missing = (team: string, from: number, to: number) => {
    if (from > to) return;
    if (audited.restored) lostNumbers += to - from + 1;
    else if (from === to) tell(`${orderNumber(from)} (workspace ${team}): the order is missing.`);
    else tell(`${orderNumber(from)} to ${orderNumber(to)} (workspace ${team}): the orders are missing.`);
  };
  for (const team of audited.teams)
    for (let after = 0; ; ) {
      const { orders, last } = await audited.next(team, after);
      for (const stored of orders) {
        const { number } = stored.of;
        missing(team, after + 1, number - 1);
        const wrong = check(stored);
        if (wrong) tell(`${orderNumber(number)} (workspace ${team}), ${wrong}.`);
        after = number;
      }
      if (orders.length > 0) continue;
      missing(team, after + 1, last);
      break;
    }
  for (const table of await audited.orphans()) tell(`There are ${table} of orders that are missing.`);
  return { ...counts, lostNumbers };
}
