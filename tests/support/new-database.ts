import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrate } from '../../db/sqlite/upkeep/migrate.ts';

let empty: Promise<Buffer> | undefined;

/**
 * Makes an empty database as every migration together makes it, for the product to open. Migrating takes it longer than many
 * a test; here it is done once in a process. Tests of migrations and of a first start let the product make its own.
 */
export async function newDatabase(file: string): Promise<void> {
  empty ??= migratedInMemory();
  writeFileSync(file, await empty, { mode: 0o600, flag: 'wx' });
}

/** What a file holds once these migrations (or all) have made it. */
export async function migratedInMemory(folder?: string): Promise<Buffer> {
  const client = new Database(':memory:');
  try {
    await migrate(client, ':memory:', folder === undefined ? {} : { folder });
    return client.serialize();
  } finally {
    client.close();
  }
}
