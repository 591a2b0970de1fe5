import { afterAll, describe } from 'vitest';
import type { Store } from '../../db/ports.ts';
import { asOwner, freshDatabase, open } from './postgres-database.ts';
import { storeContract } from './store-contract.ts';

describe('PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>> | undefined;
  let store: Store | undefined;
  afterAll(async () => {
    await store?.close();
    await database?.remove();
  });
  // One store for all tests, whose database is emptied between them: to open one takes longer than most tests.
  storeContract(async () => {
    database ??= await freshDatabase();
    const { name, url, empty } = database;
    const again = () => open(url);
    store ??= await again();
    const asBefore = async (sql: string) => void (await asOwner(sql, name));
    return { store, again, asBefore, remove: empty };
  });
});
