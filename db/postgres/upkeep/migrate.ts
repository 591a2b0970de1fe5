import { fileURLToPath } from 'node:url';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { ClientBase } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import { codeOf } from '../connections/sentences.ts';
import { demandSchema, demandServer, demandTaker } from './demands.ts';

/** Where `npm run migrations` puts them; beside this file in the source and in dist alike. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Held by the process that brings a database up to date; any number that no other program uses in the same database. */
const LOCK = 7_364_201_517;

/**
 * Brings the database up to date, all or nothing, by one process at a time: of several that start together the others wait,
 * and find nothing to do. Not Drizzle's own `migrate()`: that one takes no lock, wants a schema of its own, and accepts
 * any database. Throws a `DatabaseProblem` that says what to do. Returns how many steps it took.
 */
export async function migrate(client: ClientBase, called: string, folder = MIGRATIONS): Promise<number> {
  await demandServer(client, called);
  await demandTaker(client, called);
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
        'use the address of the user who owns them and their schema (docs/several-instances.md, "Users and rights")',
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

/**
 * Throws a `DatabaseProblem` for a database that has not all of our tables as they are now, as for one that is not for this app,
 * and its server.
 */
export async function demandUpToDate(client: ClientBase, called: string): Promise<void> {
  await demandServer(client, called);
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  const missing = await pending(client, called, known);
  if (missing.length === known.length)
    throw new DatabaseProblem(`${called} has no tables of this app yet, so there is nothing in it; check its address`);
  if (missing.length > 0)
    throw new DatabaseProblem(
      `${called} is from before an update of the program; start the app, or run npm run migrate, and try again`,
    );
}

/** The migrations this database still lacks. Refuses one that is newer than the program, or somebody else's. */
async function pending(client: ClientBase, called: string, known: MigrationMeta[]): Promise<MigrationMeta[]> {
  await demandSchema(client, called);
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
