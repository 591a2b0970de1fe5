import { dirname } from 'node:path';
import { besideKeys, databaseFile, isPostgres } from './database-url.ts';
import { makeFolder } from './folder.ts';
import { checkedKeys } from './keys.ts';
import type { OnTrouble, Store } from './ports.ts';
import { openSqlite } from './sqlite/open.ts';

/**
 * Opens the store DATABASE_URL names, in one SQLite file or a PostgreSQL database, brought up to date. Throws a `DatabaseProblem` that
 * says what to do. `warn` hears, sentence by sentence, what the operator should know and what does not keep the store from being used.
 * `keysBeside`: the file in whose folder the keys of the verification codes are, where the database is not a file itself.
 */
export async function openStore(
  databaseUrl: string,
  onTrouble: OnTrouble = () => {},
  warn: (sentence: string) => void = () => {},
  keysBeside: string = besideKeys(databaseUrl),
): Promise<Store> {
  if (!isPostgres(databaseUrl)) return openSqlite(databaseFile(databaseUrl), onTrouble, warn);
  // Who runs on SQLite loads nothing of it.
  const { openPostgres } = await import('./postgres/open.ts');
  makeFolder(dirname(keysBeside));
  return openPostgres(databaseUrl, (used) => checkedKeys(keysBeside, used, warn), onTrouble, warn);
}
