import { describe } from 'vitest';
import { freshDatabase, open } from './postgres-database.ts';
import { storeContract } from './store-contract.ts';

describe('PostgreSQL', () =>
  storeContract(async () => {
    const { url, remove } = await freshDatabase();
    const again = () => open(url);
    return { store: await again(), again, remove };
  }));
