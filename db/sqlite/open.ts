import { type Keys, keysFile, warnOfMissing } from '../keys.ts';
import type { OnTrouble, Store } from '../ports.ts';
import { wrapped } from '../wrapped.ts';
import { accessTo } from './access.ts';
import { type Client, connect, explained } from './connection.ts';
import { listsOf } from './lists.ts';
import { importsOf } from './office/imports.ts';
import { recordsOf } from './office/records.ts';
import { ordersOf } from './orders.ts';
import { deliveriesOf } from './outbox/deliveries.ts';
import { outboxOf } from './outbox/outbox.ts';
import { ownerLock } from './outbox/owner-lock.ts';
import { remindersOf } from './outbox/reminders.ts';
import { peopleOf } from './people.ts';
import { referencesOf } from './references.ts';
import { searchOf } from './search.ts';
import { sharedOf } from './shared.ts';
import { copyOf } from './upkeep/copy.ts';
import { demandGuards } from './upkeep/guards.ts';
import { agreedKeys } from './upkeep/known-keys.ts';
import { migrate } from './upkeep/migrate.ts';
import { restoresOf } from './upkeep/restores.ts';
import { sweepOf } from './upkeep/sweep.ts';

/**
 * Opens the store in one SQLite file, brought up to date. Throws a `DatabaseProblem` that says what to do.
 * `warn` hears, sentence by sentence, what the operator should know and what does not keep the store from being used.
 * `namedKeys`: the file with the keys of the verification codes, where somebody has said that it is not beside the database.
 */
export async function openSqlite(
  file: string,
  onTrouble: OnTrouble,
  warn: (sentence: string) => void,
  namedKeys?: string,
): Promise<Store> {
  const client = connect(file);
  try {
    const place = namedKeys ?? keysFile(file);
    await migrate(client, file, { keys: place });
    demandGuards(client, file);
    const keys = agreedKeys(client, file, place, namedKeys !== undefined);
    warnOfMissing(keys, place, keysUsed(client), warn);
    // From here on the driver waits for no lock: access.ts does, without keeping anybody else waiting.
    client.pragma('busy_timeout = 0');
    return storeOf(client, file, keys, onTrouble, warn);
  } catch (error) {
    client.close();
    throw explained(error, file);
  }
}

const keysUsed = (client: Client) =>
  client
    .prepare<[], { key: string; count: number }>(
      "select key, count(*) as count from printed_codes where key <> '' group by key order by key",
    )
    .all();

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
    ...recordsOf(access),
    ...importsOf(access),
    ...restoresOf(access),
    ...sweepOf(access),
    ...deliveriesOf(access, lock),
    ...sharedOf(access),
    ...remindersOf(access),
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
