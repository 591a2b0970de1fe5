import { DatabaseProblem } from '../database-url.ts';
import { warnOfMissing } from '../keys.ts';
import type { OnTrouble, Store } from '../ports.ts';
import { wrapped } from '../wrapped.ts';
import { accessTo } from './access.ts';
import { onConnection, poolOf } from './connection.ts';
import { named } from './connections/address.ts';
import { noticesOf } from './connections/notices.ts';
import { listsOf } from './lists.ts';
import { importsOf } from './office/imports.ts';
import { recordsOf } from './office/records.ts';
import { ordersOf } from './orders.ts';
import { deliveriesOf } from './outbox/deliveries.ts';
import { outboxOf } from './outbox/outbox.ts';
import { remindersOf } from './outbox/reminders.ts';
import { peopleOf } from './people.ts';
import { referencesOf } from './references.ts';
import { searchOf } from './search.ts';
import { sharedOf } from './shared.ts';
import { warnOfLimit, warnOfMaintenance } from './upkeep/advice.ts';
import { demandGuards } from './upkeep/guards.ts';
import { agreedKeys, newKeysWatch } from './upkeep/known-keys.ts';
import { migrate } from './upkeep/migrate.ts';
import { restoresOf } from './upkeep/restores.ts';
import { demandRights } from './upkeep/rights.ts';
import { sweepOf } from './upkeep/sweep.ts';

/**
 * Opens the store in the PostgreSQL database that DATABASE_URL names, brought up to date. Throws a `DatabaseProblem` that
 * says what to do. `keysFile`: where the keys of the verification codes are. `instance`: what the server is told of who connects.
 */
export async function openPostgres(
  databaseUrl: string,
  keysFile: string,
  onTrouble: OnTrouble,
  warn: (sentence: string) => void,
  instance?: string,
): Promise<Store> {
  const where = named(databaseUrl, { instance });
  const keys = await onConnection(where, async (client) => {
    const steps = await migrate(client, where.called);
    if (steps > 0) warnOfMaintenance(where, warn);
    await warnOfLimit(client, where.called, warn);
    await demandGuards(client, where.called);
    await demandRights(client, where.called);
    const asked = "select key, count(*)::int as count from printed_codes where key <> '' group by key order by key";
    const { rows } = await client.query<{ key: string; count: number }>(asked);
    const agreed = await agreedKeys(client, where.name, keysFile);
    warnOfMissing(agreed, keysFile, rows, warn);
    return agreed;
  });
  const pool = poolOf(where);
  const { alive, during, close, ...access } = accessTo(pool, where.called, onTrouble);
  const notices = noticesOf(where, pool, warn, newKeysWatch(where.name, keys, keysFile, warn), alive);
  const { port, noticed } = restoresOf(access);
  const store: Store = {
    ...ordersOf(access, keys),
    ...listsOf(access),
    ...searchOf(access),
    ...referencesOf(access, keys),
    ...outboxOf(access, warn),
    ...peopleOf(access),
    ...recordsOf(access),
    ...importsOf(access),
    ...sweepOf(access),
    ...deliveriesOf(access),
    ...sharedOf(access),
    ...remindersOf(access),
    ...notices.port,
    ...port,
    alive,
    async close() {
      await notices.end();
      await close();
    },
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
