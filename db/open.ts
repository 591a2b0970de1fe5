import { databaseFile } from './database-url.ts';
import type { OnTrouble, Store } from './ports.ts';
import { openSqlite } from './sqlite/open.ts';

/**
 * Opens the store DATABASE_URL names, brought up to date. Throws a `DatabaseProblem` that says what to do. `warn` hears what
 * the operator should know, sentence by sentence.
 */
export async function openStore(
  databaseUrl: string,
  onTrouble: OnTrouble = () => {},
  warn: (sentence: string) => void = () => {},
): Promise<Store> {
  return openSqlite(databaseFile(databaseUrl), onTrouble, warn);
}
