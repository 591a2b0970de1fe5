import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DatabaseProblem } from '../../database-url.ts';
import { BUSY_TIMEOUT, type Client, explained } from '../connection.ts';
import { standOf } from './migrate.ts';

/** Reads a database that may be in use; neither it nor its log is changed. Throws a `DatabaseProblem`. */
export async function reading<T>(file: string, work: (client: Client) => T | Promise<T>): Promise<T> {
  let client: Client | undefined;
  try {
    // The last connection that may write takes the log that a killed app left into the file; one that may not leaves SQLite's
    // own files beside a copy that has none.
    const readonly = existsSync(`${file}-wal`);
    client = new Database(file, { fileMustExist: true, readonly, timeout: BUSY_TIMEOUT });
    client.pragma('query_only = on');
    if (standOf(client).missing.length > 0)
      throw new DatabaseProblem(
        `The database ${file} (DATABASE_URL) is from before an update of the program; start the app, or run npm run migrate, then audit it`,
      );
    return await work(client);
  } catch (error) {
    throw explained(error, file);
  } finally {
    client?.close();
  }
}
