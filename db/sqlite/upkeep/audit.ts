import Database from 'better-sqlite3';
import { orderNumber } from '../../../src/order/order.ts';
import type { ChainOf } from '../../chain.ts';
import { DatabaseProblem } from '../../database-url.ts';
import type { Key } from '../../keys.ts';
import { BUSY_TIMEOUT, type Client, explained } from '../connection.ts';
import { checkerOf } from './check-history.ts';
import { brokenGuards } from './guards.ts';
import { standOf } from './migrate.ts';

/**
 * Checks the history of every order in a database that may be in use; nothing is written. `tell` hears the first break of each
 * order in which something is not what was written, and what is missing altogether. Throws a `DatabaseProblem`.
 */
export function auditFile(file: string, keys: readonly Key[], tell: (sentence: string) => void) {
  let client: Client | undefined;
  try {
    // Not opened as read-only: that would leave SQLite's own files beside a copy.
    client = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT });
    client.pragma('query_only = on');
    if (standOf(client).missing.length > 0)
      throw new DatabaseProblem(
        `The database ${file} (DATABASE_URL) is from before an update of the program; start the app, or run npm run migrate, then audit it`,
      );
    return audit(client, keys, tell);
  } catch (error) {
    throw explained(error, file);
  } finally {
    client?.close();
  }
}

function audit(client: Client, keys: readonly Key[], tell: (sentence: string) => void) {
  const counts = { orders: 0, entries: 0, versions: 0, erased: 0, unsealed: new Map<string, number>() };
  /** Numbers that no order has, in a database that was restored: they may have been lost with what the copy did not have. */
  let lostNumbers = 0;
  const check = checkerOf(client, keys, counts);
  const triggers = brokenGuards(client).map(({ name }) => name);
  if (triggers.length > 0)
    tell(`The triggers that keep history from being changed were removed or altered: ${triggers.join(', ')}.`);
  const restored = client.prepare('select 1 from restores where taken_up_at is not null').get() !== undefined;
  const missing = (team: string, from: number, to: number) => {
    if (from > to) return;
    if (restored) lostNumbers += to - from + 1;
    else if (from === to) tell(`${orderNumber(from)} (workspace ${team}): the order is missing.`);
    else tell(`${orderNumber(from)} to ${orderNumber(to)} (workspace ${team}): the orders are missing.`);
  };
  const next = client.prepare<[string, number], ChainOf>(
    'select team, id as "order", number from orders where team = ? and number > ? order by number limit 1',
  );
  const last = client.prepare<[string], number>("select value from counters where team = ? and name = 'order'").pluck();
  const teams = client
    .prepare<[], string>("select team from counters where name = 'order' union select distinct team from orders")
    .pluck();
  /** Each order is read as it is at one instant, and nothing that the app writes meanwhile has to wait. */
  const step = client.transaction((team: string, after: number): number | undefined => {
    const of = next.get(team, after);
    missing(team, after + 1, (of?.number ?? (last.get(team) ?? 0) + 1) - 1);
    if (!of) return undefined;
    const wrong = check(of);
    if (wrong) tell(`${orderNumber(of.number)} (workspace ${team}), ${wrong}.`);
    return of.number;
  });
  for (const team of teams.all())
    for (let after: number | undefined = 0; after !== undefined; ) after = step.deferred(team, after);
  const orphans = ['entries', 'versions'].filter(
    (table) => client.pragma(`foreign_key_check(${table})`, { simple: true }) !== undefined,
  );
  for (const table of orphans) tell(`There are ${table} of orders that are missing.`);
  return { ...counts, lostNumbers };
}
