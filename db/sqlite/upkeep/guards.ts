import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { DatabaseProblem } from '../../database-url.ts';
import type { Client } from '../connection.ts';
import { MIGRATIONS } from './migrate.ts';

/** A trigger that keeps history from being rewritten. */
interface Guard {
  readonly name: string;
  readonly sql: string;
}

const guardsIn = (client: Client): Guard[] =>
  client
    .prepare<[], Guard>(
      "select name, sql from sqlite_master where type = 'trigger' and name like '%\\_never\\_%' escape '\\' order by name",
    )
    .all();

let made: readonly Guard[] | undefined;

/** The triggers as the migrations make them; found out once, as the program's migrations stay what they are while it runs. */
const guardsAsMade = (): readonly Guard[] => {
  made ??= guardsOfMigrations();
  return made;
};

function guardsOfMigrations(): Guard[] {
  const fresh = new Database(':memory:');
  try {
    fresh.function('search_tokens', { varargs: true }, () => '');
    fresh.function('printed_check', { varargs: true }, () => '');
    for (const { sql } of readMigrationFiles({ migrationsFolder: MIGRATIONS }))
      for (const statement of sql) fresh.exec(statement);
    return guardsIn(fresh);
  } finally {
    fresh.close();
  }
}

/** The triggers that are missing in a database, or are not as the migrations made them. */
export function brokenGuards(client: Client): Guard[] {
  const there = new Map(guardsIn(client).map(({ name, sql }) => [name, sql]));
  return guardsAsMade().filter(({ name, sql }) => there.get(name) !== sql);
}

/** Throws a `DatabaseProblem` when somebody has taken away what keeps history from being rewritten. */
export function demandGuards(client: Client, file: string): void {
  const broken = brokenGuards(client).map(({ name }) => name);
  if (broken.length > 0)
    throw new DatabaseProblem(
      `The database ${file} (DATABASE_URL) lacks what keeps its history from being changed (${broken.join(', ')} removed or altered): ` +
        'entries, versions or issued documents may have been changed since. Restore a backup, or if you know who did it and why, run npm run migrate -- --restore-triggers',
    );
}

/** Puts the triggers back as they were made. Returns their names. */
export function restoreGuards(client: Client): string[] {
  const broken = brokenGuards(client);
  const putBack = () => {
    for (const { name, sql } of broken) {
      client.exec(`drop trigger if exists "${name}"`);
      client.exec(sql);
    }
  };
  client.transaction(putBack).immediate();
  return broken.map(({ name }) => name);
}
