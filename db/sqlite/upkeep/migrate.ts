import { fileURLToPath } from 'node:url';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { DatabaseProblem } from '../../database-url.ts';
import type { Answer } from '../../decimals-answers.ts';
import { keysFile } from '../../keys.ts';
import { unkeyedCheck } from '../../printed-codes.ts';
import { searchTokensOfRow } from '../../rows/search-tokens.ts';
import type { Client } from '../connection.ts';
import { copyOf } from './copy.ts';
import { decide, decided, hasDecimals, linesOf, undecided } from './decimals.ts';
import { hasChains, startChains } from './start-chains.ts';

/** Where `npm run migrations` puts them; beside this file in the source and in dist alike. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** What can be said to a migration. */
export interface MigrateOptions {
  /** How many decimals amounts have of which only a human knows. */
  readonly answers?: readonly Answer[] | undefined;
  /** Where the migrations are. */
  readonly folder?: string;
  /** The file with the keys of the verification codes. */
  readonly keys?: string;
  /** Hears what is about to be done, line by line, before anything is changed. */
  readonly announce?: (line: string) => void;
}

/**
 * Brings the database up to date, all or nothing; a file that had data is first copied to `<file>.before-<n>`, n being
 * the first migration to come. Not Drizzle's own `migrate()`: that one begins without the write lock (two processes
 * starting together would both migrate), does not look at foreign keys before it commits, and accepts any database.
 * It keeps Drizzle's table, so either can go on from the other. Refuses, before it changes anything, when there are amounts
 * that only a human can read and `answers` do not say how. Returns how many steps it took, for how many orders amounts were
 * decided, and where the file from before is kept.
 */
export async function migrate(
  client: Client,
  file: string,
  { answers, folder = MIGRATIONS, keys = keysFile(file), announce = () => {} }: MigrateOptions = {},
) {
  const known = readMigrationFiles({ migrationsFolder: folder });
  const before = pending(client, file, known);
  const asked = undecided(client);
  const agreed = decided(asked, answers, file);
  if (before.length === 0 && asked.length === 0) return { steps: 0, decided: 0, kept: undefined };
  for (const line of linesOf(agreed)) announce(line);
  // Always the same name: a start that fails again and again must not fill the disk.
  const kept = before.length < known.length ? `${file}.before-${known.length - before.length + 1}` : undefined;
  if (kept) await copyOf(client, kept, { replace: true });
  // Some migrations fill the full-text index with the one, whatever way of folding they were written for; 0011 the codes with the other.
  client.function('search_tokens', { varargs: true }, searchTokensOfRow);
  client.function('printed_check', printedCheck);
  // A rebuilt table is dropped on the way, which with foreign keys on deletes what hangs on it. No-op inside a transaction.
  client.pragma('foreign_keys = OFF');
  try {
    const step = () => {
      client.exec(
        'create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)',
      );
      const chained = hasChains(client);
      const note = client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
      for (const migration of pending(client, file, known)) {
        for (const statement of migration.sql) client.exec(statement);
        note.run(migration.hash, migration.folderMillis);
      }
      // Asked again under the lock: another process may have added orders or answered meanwhile.
      if (hasDecimals(client)) decide(client, decided(undecided(client), answers, file));
      // Last: the digests cover the decimals as well.
      if (!chained && hasChains(client)) startChains(client, keys);
      const broken = client.prepare<[], { table: string }>('pragma foreign_key_check').all();
      if (broken.length > 0) {
        const tables = [...new Set(broken.map((row) => row.table))].join(', ');
        throw new DatabaseProblem(
          `Migrating ${file} would break references in ${tables}; nothing was changed. Report this`,
        );
      }
    };
    client.transaction(step).immediate();
  } finally {
    client.pragma('foreign_keys = ON');
  }
  return { steps: before.length, decided: asked.length, kept };
}

/**
 * The code of a version as it was printed before codes were kept; '' for one that cannot be read, of which there is no
 * document.
 */
function printedCheck(team: unknown, order: unknown, body: unknown): string {
  try {
    return unkeyedCheck(String(team), String(order), String(body));
  } catch {
    return '';
  }
}

/** The migrations this database still lacks. Refuses one that is newer than the program, or somebody else's. */
function pending(client: Client, file: string, known: MigrationMeta[]): MigrationMeta[] {
  const tables = client.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'");
  const names = tables.pluck().all();
  if (names.length === 0) return known;
  if (!names.includes('__drizzle_migrations')) {
    throw new DatabaseProblem(`The database ${file} (DATABASE_URL) belongs to another program; name another file`);
  }
  const { missing, strange } = standOf(client, known);
  if (strange > 0) {
    throw new DatabaseProblem(
      `The database ${file} (DATABASE_URL) was written by a newer version of this program (${strange} unknown migrations); ` +
        `start that version, or restore the copy made before the update (${file}.before-…)`,
    );
  }
  return missing;
}

/** Of a database of this app: which of its migrations are missing in it, and how many it has that are unknown here. */
export function standOf(client: Client, known = readMigrationFiles({ migrationsFolder: MIGRATIONS })) {
  const applied = new Set(client.prepare('select created_at from __drizzle_migrations').pluck().all());
  const missing = known.filter(({ folderMillis }) => !applied.has(folderMillis));
  return { missing, strange: applied.size - (known.length - missing.length) };
}
