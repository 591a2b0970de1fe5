import type { Store } from '../store.ts';
import { type Client, connect, explained, tablesOf } from './connection.ts';
import { copyOf } from './copy.ts';
import { listsOf } from './lists.ts';
import { migrate } from './migrate.ts';
import { ordersOf } from './orders.ts';
import { outboxOf } from './outbox.ts';
import { peopleOf } from './people.ts';
import { referencesOf } from './references.ts';
import { searchOf } from './search.ts';

/** The store in one SQLite file: opened, brought up to date, ready. Throws a `DatabaseProblem`. */
export async function openSqlite(file: string): Promise<Store> {
  const client = connect(file);
  try {
    await migrate(client, file);
    return storeOf(client);
  } catch (error) {
    client.close();
    throw explained(error, file);
  }
}

function storeOf(client: Client): Store {
  const db = tablesOf(client);
  const probe = client.prepare('select 1 from counters limit 1');
  return {
    ...ordersOf(db),
    ...listsOf(db),
    ...searchOf(db),
    ...referencesOf(db),
    ...outboxOf(db),
    ...peopleOf(db),
    backup: (file) => copyOf(client, file),
    async alive() {
      try {
        probe.get();
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      client.close();
    },
  };
}
