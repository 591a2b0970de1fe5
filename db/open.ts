import { databaseFile, isPostgres } from './database-url.ts';
import { keysFileFor } from './keys.ts';
import type { OnTrouble, Store } from './ports.ts';
import { openSqlite } from './sqlite/open.ts';

/**
 * Opens the store DATABASE_URL names, in one SQLite file or a PostgreSQL database, brought up to date. Throws a
 * `DatabaseProblem` that says what to do. `warn` hears, sentence by sentence, what the operator should know and what does
 * not keep the store from being used. `keys`: the file with the keys of the verification codes (KEYS_FILE), where it is not
 * in its usual place. `instance`: the name of this process, for those who look at a server's connections.
 */
export async function openStore(
  databaseUrl: string,
  onTrouble: OnTrouble = () => {},
  warn: (sentence: string) => void = () => {},
  keys?: string,
  instance?: string,
): Promise<Store> {
  if (!isPostgres(databaseUrl)) return openSqlite(databaseFile(databaseUrl), onTrouble, warn, keys);
  // Who runs on SQLite loads nothing of it.
  const { openPostgres } = await import('./postgres/open.ts');
  return openPostgres(databaseUrl, keys ?? keysFileFor(databaseUrl), onTrouble, warn, instance);
}
