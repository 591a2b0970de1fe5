import Database from 'better-sqlite3';
import { describe } from 'vitest';
import { openStore } from '../../db/open.ts';
import { newDatabase } from '../support/new-database.ts';
import { storeContract } from './store-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('SQLite', () =>
  storeContract(async () => {
    const folder = temporaryFolder();
    await newDatabase(folder.file('test.db'));
    const again = () => openStore(`file:${folder.file('test.db')}`);
    const store = await again();
    return {
      store,
      again,
      async asBefore(sql) {
        const client = new Database(folder.file('test.db'));
        client.exec(sql);
        client.close();
      },
      async remove() {
        await store.close();
        folder.remove();
      },
    };
  }));
