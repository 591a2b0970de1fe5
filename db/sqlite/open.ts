import type { OnTrouble, Store } from '../store.ts';
import { type Client, connect, explained, tablesOf } from './connection.ts';
import { copyOf } from './copy.ts';
import { listsOf } from './lists.ts';
import { migrate } from './migrate.ts';
import { ordersOf } from './orders.ts';
import { outboxOf } from './outbox.ts';
import { patient } from './patient.ts';
import { peopleOf } from './people.ts';
import { referencesOf } from './references.ts';
import { restoresOf } from './restores.ts';
import { searchOf } from './search.ts';

/** The store in one SQLite file: opened, brought up to date, ready. Throws a `DatabaseProblem`. */
export async function openSqlite(file: string, onTrouble: OnTrouble): Promise<Store> {
  const client = connect(file);
  try {
    await migrate(client, file);
    // From here on the driver waits for no lock: patient.ts does, without keeping anybody else waiting.
    client.pragma('busy_timeout = 0');
    return patient(storeOf(client), client, file, onTrouble);
  } catch (error) {
    client.close();
    throw explained(error, file);
  }
}

function storeOf(client: Client): Omit<Store, 'alive'> {
  const db = tablesOf(client);
  return {
    ...ordersOf(db),
    ...listsOf(db),
    ...searchOf(db),
    ...referencesOf(db),
    ...outboxOf(db),
    ...peopleOf(db),
    ...restoresOf(db),
    backup: (file) => copyOf(client, file),
    async close() {
      client.close();
    },
  };
}
