import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The database cannot be used; the message is a sentence for the operator that names the remedy. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem';
}

/** It is not known whether what was written is saved. */
export class OutcomeUnknown extends DatabaseProblem {
  override name = 'OutcomeUnknown';
}

/** Where the data is kept when nobody says otherwise. */
export const DEFAULT_DATABASE_URL = 'file:./data/service-orders.db';

/** Whether DATABASE_URL names a PostgreSQL database rather than an SQLite file. */
export const isPostgres = (databaseUrl: string): boolean => /^postgres(ql)?:/i.test(databaseUrl);

/** The database file itself, or where it would be: its folder is the app's. */
export const besideKeys = (databaseUrl: string): string =>
  databaseFile(isPostgres(databaseUrl) ? DEFAULT_DATABASE_URL : databaseUrl);

/** What FILES_URL says for nowhere but in Slack. */
export const NO_FILES = 'none';

/**
 * Where issued files are kept: what FILES_URL says; if that is empty, `files` in the folder of the database file. With PostgreSQL
 * that is nowhere, undefined: instances share no folder by themselves.
 */
export function filesUrlFor(filesUrl: string | undefined, databaseUrl: string): string | undefined {
  if (filesUrl === NO_FILES) return undefined;
  if (filesUrl || isPostgres(databaseUrl)) return filesUrl || undefined;
  return pathToFileURL(join(dirname(databaseFile(databaseUrl)), 'files')).href;
}

/** The absolute path of the SQLite file that DATABASE_URL names. Never repeats other addresses: they hold passwords. */
export function databaseFile(databaseUrl: string): string {
  const example = `set DATABASE_URL to a file, for example ${DEFAULT_DATABASE_URL}`;
  const server = 'a PostgreSQL database is written as postgres://USER:PASSWORD@HOST:5432/DATABASE';
  if (/^["'\s]/.test(databaseUrl))
    throw new DatabaseProblem('DATABASE_URL begins with a quotation mark or a space; leave them out');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(databaseUrl)?.[1]?.toLowerCase();
  if (scheme === undefined)
    throw new DatabaseProblem(
      /^p(ost)?g|dbname|host=/i.test(databaseUrl)
        ? `DATABASE_URL does not begin with "postgres://"; ${server}`
        : `DATABASE_URL does not begin with "file:"; ${example}`,
    );
  if (isPostgres(databaseUrl))
    throw new DatabaseProblem(
      `This needs an SQLite file, and DATABASE_URL names a PostgreSQL database: set DATABASE_URL to the file for this command, or see docs/operations.md, "PostgreSQL"`,
    );
  if (scheme !== 'file')
    throw new DatabaseProblem(
      /^(p(ost)?g|psql|jdbc)/.test(scheme)
        ? `DATABASE_URL begins with "${scheme}:"; ${server}`
        : `DATABASE_URL begins with "${scheme}:", which is unknown; ${example}; ${server}`,
    );
  const path = databaseUrl.slice('file:'.length);
  if (path.includes('?') || path.includes('#')) {
    throw new DatabaseProblem(`DATABASE_URL has options after its path, which are not supported; ${example}`);
  }
  if (path.replaceAll('/', '') === '' || path.endsWith('/') || path === ':memory:') {
    throw new DatabaseProblem(`DATABASE_URL names no file; ${example}`);
  }
  if (!path.startsWith('//')) return resolve(path);
  try {
    return fileURLToPath(databaseUrl);
  } catch (cause) {
    throw new DatabaseProblem(`DATABASE_URL is not a valid file address (one slash or three, not two); ${example}`, {
      cause,
    });
  }
}
