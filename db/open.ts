import { databaseFile } from './database-url.ts';
import { type Keys, keysFile, keysOf } from './keys.ts';
import type { OnTrouble, Store } from './ports.ts';
import { accessTo } from './sqlite/access.ts';
import { type Client, connect, explained } from './sqlite/connection.ts';
import { listsOf } from './sqlite/lists.ts';
import { ordersOf } from './sqlite/orders.ts';
import { deliveriesOf } from './sqlite/outbox/deliveries.ts';
import { outboxOf } from './sqlite/outbox/outbox.ts';
import { ownerLock } from './sqlite/outbox/owner-lock.ts';
import { peopleOf } from './sqlite/people.ts';
import { referencesOf } from './sqlite/references.ts';
import { searchOf } from './sqlite/search.ts';
import { copyOf } from './sqlite/upkeep/copy.ts';
import { demandGuards } from './sqlite/upkeep/guards.ts';
import { migrate } from './sqlite/upkeep/migrate.ts';
import { restoresOf } from './sqlite/upkeep/restores.ts';
import { sweepOf } from './sqlite/upkeep/sweep.ts';
import { wrapped } from './wrapped.ts';

/**
 * Opens the store DATABASE_URL names, in one SQLite file, brought up to date. Throws a `DatabaseProblem` that says what to do.
 * `warn` hears, sentence by sentence, what the operator should know and what does not keep the store from being used.
 */
export async function openStore(
  databaseUrl: string,
  onTrouble: OnTrouble = () => {},
  warn: (sentence: string) => void = () => {},
): Promise<Store> {
  const file = databaseFile(databaseUrl);
  const client = connect(file);
  try {
    await migrate(client, file);
    demandGuards(client, file);
    const keys = checkedKeys(client, file, warn);
    // From here on the driver waits for no lock: access.ts does, without keeping anybody else waiting.
    client.pragma('busy_timeout = 0');
    return storeOf(client, file, keys, onTrouble, warn);
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
  onTrouble: OnTrouble,
  warn: (sentence: string) => void,
): Store {
  const { alive, during, ...access } = accessTo(client, file, onTrouble);
  const lock = ownerLock(file);
  const store: Store = {
    ...ordersOf(access, keys),
    ...listsOf(access),
    ...searchOf(access),
    ...referencesOf(access, keys),
    ...outboxOf(access, warn),
    ...peopleOf(access),
    ...restoresOf(access),
    ...sweepOf(access),
    ...deliveriesOf(access, lock),
    alive,
    async close() {
      client.close();
      lock.release();
    },
    backup: access.reads((copy) => copyOf(client, copy)),
    during: (term) => wrapped(store, (call) => during(term, call)),
  };
  return store;
}
