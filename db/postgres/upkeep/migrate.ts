import { fileURLToPath } from 'node:url';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { ClientBase } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import { codeOf } from '../connection.ts';

/** Where `npm run migrations` puts them; beside this file in the source and in dist alike. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** The oldest server that the app is tried with. */
const OLDEST = 15;

/** Held by the process that brings a database up to date; any number that no other program uses in the same database. */
const LOCK = 7_364_201_517;

/**
 * Brings the database up to date, all or nothing, by one process at a time: of several that start together the others wait,
 * and find nothing to do. Not Drizzle's own `migrate()`: that one takes no lock, wants a schema of its own, and accepts
 * any database. Throws a `DatabaseProblem` that says what to do. Returns how many steps it took.
 */
export async function migrate(client: ClientBase, called: string, folder = MIGRATIONS): Promise<number> {
  await demandServer(client, called);
  const known = readMigrationFiles({ migrationsFolder: folder });
  // Nearly always there is nothing to do, and the user who runs the app need have no rights for it.
  if ((await pending(client, called, known)).length === 0) return 0;
  return underLock(client, async () => {
    const missing = await pending(client, called, known);
    await client.query(
      'create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at bigint not null)',
    );
    for (const { sql, hash, folderMillis } of missing) {
      for (const statement of sql) await client.query(statement);
      await client.query('insert into __drizzle_migrations (hash, created_at) values ($1, $2)', [hash, folderMillis]);
    }
    return missing.length;
  }).catch((error: unknown) => {
    if (!['42501', '3F000'].includes(codeOf(error))) throw error;
    throw new DatabaseProblem(
      `${called} has to be brought up to date, and this user may not create or change its tables; ` +
        'use the address of the user who owns them, for npm run migrate or one start of the app',
      { cause: error },
    );
  });
}

/** Does something in a transaction, by one process on the database at a time. */
export async function underLock<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const done = await work();
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** How many migrations the database lacks. Throws a `DatabaseProblem` for a server or a database that is not for this app. */
export async function stepsMissing(client: ClientBase, called: string): Promise<number> {
  await demandServer(client, called);
  return (await pending(client, called, readMigrationFiles({ migrationsFolder: MIGRATIONS }))).length;
}

/** Throws a `DatabaseProblem` for a server that is too old, or a database that cannot hold every letter. */
export async function demandServer(client: ClientBase, called: string): Promise<void> {
  const asked = `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
    current_setting('server_encoding') as encoding`;
  const { rows } = await client.query<{ version: string; major: number; encoding: string }>(asked);
  const { version = '', major = 0, encoding = '' } = rows[0] ?? {};
  if (major < OLDEST)
    throw new DatabaseProblem(
      `${called} is on a server of version ${version}; the app needs ${OLDEST} or later: update the server`,
    );
  if (encoding !== 'UTF8')
    throw new DatabaseProblem(
      `${called} has the encoding ${encoding}, which lacks letters; create one with ENCODING 'UTF8'`,
    );
}

/** The migrations this database still lacks. Refuses one that is newer than the program, or somebody else's. */
async function pending(client: ClientBase, called: string, known: MigrationMeta[]): Promise<MigrationMeta[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = current_schema()',
  );
  if (tables.length === 0) return known;
  if (!tables.some((table) => table.name === '__drizzle_migrations'))
    throw new DatabaseProblem(`${called} belongs to another program; create one for this app`);
  const { rows } = await client.query<{ at: string }>('select created_at as at from __drizzle_migrations');
  const applied = new Set(rows.map(({ at }) => Number(at)));
  const missing = known.filter(({ folderMillis }) => !applied.has(folderMillis));
  const strange = applied.size - (known.length - missing.length);
  if (strange > 0)
    throw new DatabaseProblem(
      `${called} was brought up to date by a newer version of this program (${strange} unknown migrations); start that version`,
    );
  return missing;
}
