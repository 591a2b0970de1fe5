import { type Keys, keysFile, keysOf } from '../keys.ts';
import type { OnTrouble, Store } from '../ports.ts';
import { type Client, connect, explained, tablesOf } from './connection.ts';
import { listsOf } from './lists.ts';
import { ordersOf } from './orders.ts';
import { deliveriesOf } from './outbox/deliveries.ts';
import { outboxOf } from './outbox/outbox.ts';
import { ownerLock } from './outbox/owner-lock.ts';
import { peopleOf } from './people.ts';
import { referencesOf } from './references.ts';
import { searchOf } from './search/search.ts';
import { copyOf } from './upkeep/copy.ts';
import { demandGuards } from './upkeep/guards.ts';
import { migrate } from './upkeep/migrate.ts';
import { restoresOf } from './upkeep/restores.ts';
import { sweepOf } from './upkeep/sweep.ts';
import { withBusyRetry } from './with-busy-retry.ts';

/**
 * The store in one SQLite file: opened, brought up to date, ready. Throws a `DatabaseProblem`. `warn` hears a sentence about
 * what the operator should know and what does not keep the store from being used.
 */
export async function openSqlite(file: string, onTrouble: OnTrouble, warn: (sentence: string) => void): Promise<Store> {
  const client = connect(file);
  try {
    await migrate(client, file);
    demandGuards(client, file);
    const keys = checkedKeys(client, file, warn);
    // From here on the driver waits for no lock: with-busy-retry.ts does, without keeping anybody else waiting.
    client.pragma('busy_timeout = 0');
    return withBusyRetry(storeOf(client, file, keys, warn), client, file, onTrouble);
  } catch (error) {
    client.close();
    throw explained(error, file);
  }
}

/** The keys beside the database, made at its first start. Says which codes cannot be checked any more for want of one. */
function checkedKeys(client: Client, file: string, warn: (sentence: string) => void): Keys {
  const keys = keysOf(file);
  const used = client
    .prepare<[], { key: string; count: number }>(
      "select key, count(*) as count from printed_codes where key <> '' group by key order by key",
    )
    .all();
  const missing = used.filter(({ key }) => keys.every(({ name }) => name !== key));
  const codes = missing.reduce((sum, { count }) => sum + count, 0);
  if (codes > 0)
    warn(
      `${keysFile(file)} lacks the key ${missing.map(({ key }) => key).join(', ')}, which made the verification codes of ${codes} versions. ` +
        'They stay valid, but a change of these versions in the database would not be noticed. Put the file back from your backup, with the lines it has now at its end.',
    );
  return keys;
}

function storeOf(
  client: Client,
  file: string,
  keys: Keys,
  warn: (sentence: string) => void,
): Omit<Store, 'alive' | 'during'> {
  const db = tablesOf(client);
  const lock = ownerLock(file);
  return {
    ...ordersOf(db, keys),
    ...listsOf(db),
    ...searchOf(db),
    ...referencesOf(db, keys),
    ...deliveriesOf(db, lock),
    ...outboxOf(db, warn),
    ...peopleOf(db),
    ...restoresOf(db),
    ...sweepOf(client),
    backup: (file) => copyOf(client, file),
    async close() {
      client.close();
      lock.release();
    },
  };
}
