import { fileURLToPath } from 'node:url';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { DatabaseProblem } from '../database-url.ts';
import { type Client, transact } from './connection.ts';
import { copyOf } from './copy.ts';
import { searchTokensOfRow } from './search-tokens.ts';

/** Where `npm run migrations` puts them; beside this file in the source and in dist alike. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the database up to date, all or nothing; a file that had data is first copied to `<file>.before-<n>`, n being
 * the first migration to come. Not Drizzle's own `migrate()`: that one begins without the write lock (two processes
 * starting together would both migrate), does not look at foreign keys before it commits, and accepts any database.
 * It keeps Drizzle's table, so either can go on from the other.
 */
export async function migrate(client: Client, file: string, folder = MIGRATIONS): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder: folder });
  const before = pending(client, file, known);
  if (before.length === 0) return;
  if (before.length < known.length) {
    // Always the same name: a start that fails again and again must not fill the disk.
    await copyOf(client, `${file}.before-${known.length - before.length + 1}`, { replace: true });
  }
  // The migrations that fill the full-text index do it with this function, whatever way of folding they were written for.
  client.function('search_tokens', { varargs: true }, searchTokensOfRow);
  // A rebuilt table is dropped on the way, which with foreign keys on deletes what hangs on it. No-op inside a transaction.
  client.pragma('foreign_keys = OFF');
  try {
    transact(client, () => {
      client.exec(
        'create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)',
      );
      const note = client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
      for (const migration of pending(client, file, known)) {
        for (const statement of migration.sql) client.exec(statement);
        note.run(migration.hash, migration.folderMillis);
      }
      const broken = client.prepare<[], { table: string }>('pragma foreign_key_check').all();
      if (broken.length > 0) {
        const tables = [...new Set(broken.map((row) => row.table))].join(', ');
        throw new DatabaseProblem(
          `Migrating ${file} would break references in ${tables}; nothing was changed. Report this`,
        );
      }
    });
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

/** The migrations this database still lacks. Refuses one that is newer than the program, or somebody else's. */
function pending(client: Client, file: string, known: readonly MigrationMeta[]): readonly MigrationMeta[] {
  const tables = client.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'");
  const names = tables.pluck().all();
  if (names.length === 0) return known;
  if (!names.includes('__drizzle_migrations')) {
    throw new DatabaseProblem(`The database ${file} (DATABASE_URL) belongs to another program; name another file`);
  }
  const applied = appliedTo(client);
  const strange = unknownTo(known, applied);
  if (strange > 0) {
    throw new DatabaseProblem(
      `The database ${file} (DATABASE_URL) was written by a newer version of this program (${strange} unknown migrations); ` +
        `start that version, or restore the copy made before the update (${file}.before-…)`,
    );
  }
  return known.filter((migration) => !applied.has(migration.folderMillis));
}

const appliedTo = (client: Client): Set<unknown> =>
  new Set(client.prepare('select created_at from __drizzle_migrations').pluck().all());

const unknownTo = (known: readonly MigrationMeta[], applied: ReadonlySet<unknown>): number =>
  applied.size - known.filter(({ folderMillis }) => applied.has(folderMillis)).length;

/** Whether a database of this app was written by a newer version than this one. */
export const isNewer = (client: Client): boolean =>
  unknownTo(readMigrationFiles({ migrationsFolder: MIGRATIONS }), appliedTo(client)) > 0;
