import { DatabaseProblem } from '../database-url.ts';
import type { Keys } from '../keys.ts';
import type { OnTrouble, Store } from '../ports.ts';
import { wrapped } from '../wrapped.ts';
import { accessTo } from './access.ts';
import { named, onConnection, poolOf } from './connection.ts';
import { listsOf } from './lists.ts';
import { ordersOf } from './orders.ts';
import { deliveriesOf } from './outbox/deliveries.ts';
import { outboxOf } from './outbox/outbox.ts';
import { peopleOf } from './people.ts';
import { referencesOf } from './references.ts';
import { searchOf } from './search.ts';
import { demandGuards } from './upkeep/guards.ts';
import { migrate } from './upkeep/migrate.ts';
import { restoresOf } from './upkeep/restores.ts';
import { sweepOf } from './upkeep/sweep.ts';

/**
 * Opens the store in the PostgreSQL database that DATABASE_URL names, brought up to date. Throws a `DatabaseProblem` that says what to do.
 * `keysFor` is given the names of the keys that were ever used, and how many codes each has made.
 */
export async function openPostgres(
  databaseUrl: string,
  keysFor: (used: readonly { key: string; count: number }[]) => Keys,
  onTrouble: OnTrouble,
  warn: (sentence: string) => void,
): Promise<Store> {
  const where = named(databaseUrl);
  const used = await onConnection(where, async (client) => {
    await migrate(client, where.name);
    await demandGuards(client, where.name);
    const asked = "select key, count(*)::int as count from printed_codes where key <> '' group by key order by key";
    return (await client.query<{ key: string; count: number }>(asked)).rows;
  });
  const keys = keysFor(used);
  const { alive, during, close, ...access } = accessTo(poolOf(where), where.name, onTrouble);
  const { port, noticed } = restoresOf(access);
  const store: Store = {
    ...ordersOf(access, keys),
    ...listsOf(access),
    ...searchOf(access),
    ...referencesOf(access, keys),
    ...outboxOf(access, warn),
    ...peopleOf(access),
    ...sweepOf(access),
    ...deliveriesOf(access),
    ...port,
    alive,
    close,
    backup: async () => {
      throw new DatabaseProblem('A PostgreSQL database is copied with pg_dump (docs/operations.md, "PostgreSQL")');
    },
    during: (term) => wrapped(store, (call) => during(term, call)),
  };
  try {
    // A dump has no statistics of its tables, and without them the server reads many times what it needs.
    if (await noticed(Date.now())) await onConnection(where, (client) => client.query('analyze'));
    return store;
  } catch (error) {
    await close();
    throw error;
  }
}
