import { accessSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { DatabaseProblem } from '../database-url.ts';
import { makeFolder } from '../folder.ts';
import * as schema from './schema.ts';

/** The driver's connection. */
export type Client = Database.Database;
/** The same connection with our tables. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Client };

/** How long opening, migrating and copying wait for another process, milliseconds; for the running app see access.ts. */
export const BUSY_TIMEOUT = 5000;

/** What every connection runs with; each is read back, because SQLite ignores what it cannot do. */
const PRAGMAS = [
  { name: 'journal_mode', set: 'WAL', is: 'wal' },
  // WAL's default here is NORMAL, which may lose the last commits when the power fails.
  { name: 'synchronous', set: 'FULL', is: 2 },
  { name: 'foreign_keys', set: 'ON', is: 1 },
  // A log that grew behind a long reader (a backup) gives its room back.
  { name: 'journal_size_limit', set: '16777216', is: 16_777_216 },
] as const;

/** Opens the file (making it and its folder) with the settings above. Throws a `DatabaseProblem`. */
export function connect(file: string, busyTimeout = BUSY_TIMEOUT): Client {
  prepareFolder(file);
  let client: Client | undefined;
  try {
    client = new Database(file, { timeout: busyTimeout });
    // The first real reads: they find out whether this is a database, and whether it is whole enough to begin with.
    client.prepare('select count(*) from sqlite_master').get();
    for (const { name, set, is } of PRAGMAS) {
      client.pragma(`${name} = ${set}`);
      const now = client.pragma(name, { simple: true });
      if (now !== is)
        throw new DatabaseProblem(`SQLite keeps ${name} at ${now} for ${file}; put DATABASE_URL on a local disk`);
    }
    return client;
  } catch (error) {
    client?.close();
    throw explained(error, file);
  }
}

/** Does something with a file that is there, with SQLite's own settings. */
export async function onFile<T>(file: string, work: (client: Client) => T | Promise<T>): Promise<T> {
  const client = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

/** The connection with our tables, for queries. */
export const tablesOf = (client: Client): Db => drizzle({ client, schema });

/** SQLite's result code (`SQLITE_BUSY`, …) of an error or of what caused it; undefined when there is none. */
export function sqliteCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code.startsWith('SQLITE_')) return at.code;
  }
  return undefined;
}

/** The sentence for what SQLite could not do with the file; anything that is not SQLite's stays as it is. */
export function explained(error: unknown, file: string): unknown {
  if (error instanceof DatabaseProblem) return error;
  const code = sqliteCode(error) ?? '';
  const because = (text: string) =>
    new DatabaseProblem(`The database ${file} (DATABASE_URL) ${text}`, { cause: error });
  if (code.startsWith('SQLITE_NOTADB'))
    return because('is not an SQLite database; name another file or restore a backup');
  if (code.startsWith('SQLITE_CORRUPT')) return because('is damaged; restore a backup of it');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return because('is locked by another program; stop that program');
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM')) {
    return because('cannot be written; give this user write permission to the file and its folder');
  }
  if (code.startsWith('SQLITE_FULL')) return because('has no room left; free some disk space');
  if (code.startsWith('SQLITE_IOERR')) return because(`cannot be read or written (${code}); check the disk`);
  return error;
}

function prepareFolder(file: string): void {
  const folder = dirname(file);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    // What stands in it is for nobody but the app's user.
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  } catch (cause) {
    throw new DatabaseProblem(
      `The folder ${folder} (of DATABASE_URL) cannot be made or written; give this user write permission or name another`,
      { cause },
    );
  }
  if (!statSync(file).isFile())
    throw new DatabaseProblem(`DATABASE_URL names ${file}, which is not a file; name a file in that folder`);
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new DatabaseProblem(
      `The file ${file} (of DATABASE_URL) cannot be read and written; make it this user's own (chown), with mode 600`,
      { cause },
    );
  }
}
