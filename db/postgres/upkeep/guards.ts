import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { ClientBase } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import { MIGRATIONS } from './migrate.ts';

/** What a trigger of ours is (pg_trigger.tgtype): before the statement, for delete, update and truncate. */
const ON_EVERY_CHANGE = 2 | 8 | 16 | 32;

/** A trigger that keeps a table from being rewritten. */
interface Guard {
  readonly name: string;
  readonly table: string;
}

/** The triggers, and what they do, as the migrations make them. */
function guardsAsMade(): { guards: Guard[]; refusal: string } {
  const statements = readMigrationFiles({ migrationsFolder: MIGRATIONS }).flatMap(({ sql }) => sql);
  const guards = statements.flatMap((statement) => {
    const [, name, table] = /^\s*create trigger (\w+_never_changed) before .* on (\w+)/.exec(statement) ?? [];
    return name && table ? [{ name, table }] : [];
  });
  const refusal = statements
    .flatMap((one) => /function refuse_change\(\)[^$]*\$\$(.*)\$\$/s.exec(one)?.[1] ?? [])
    .at(-1);
  return { guards, refusal: refusal ?? '' };
}

/** The triggers that are missing, switched off or altered. */
export async function brokenGuards(client: ClientBase): Promise<string[]> {
  const { guards, refusal } = guardsAsMade();
  const { rows } = await client.query<Guard>(
    `select t.tgname as name, c.relname as table from pg_trigger as t
     join pg_class as c on c.oid = t.tgrelid join pg_proc as p on p.oid = t.tgfoid
     where c.relnamespace = current_schema()::regnamespace and t.tgenabled = 'A' and t.tgtype = $1 and t.tgqual is null and p.prosrc = $2`,
    [ON_EVERY_CHANGE, refusal],
  );
  const there = new Set(rows.map(({ name, table }) => `${name} ${table}`));
  return guards.filter(({ name, table }) => !there.has(`${name} ${table}`)).map(({ name }) => name);
}

/** Throws a `DatabaseProblem` when somebody has taken away what keeps history from being rewritten. */
export async function demandGuards(client: ClientBase, name: string): Promise<void> {
  const broken = await brokenGuards(client);
  if (broken.length > 0)
    throw new DatabaseProblem(
      `The PostgreSQL database ${name} (DATABASE_URL) lacks what keeps its history from being changed (${broken.join(', ')} removed or altered): ` +
        'entries, versions or issued documents may have been changed since. Restore a backup, or if you know who did it and why, put them back as in db/postgres/migrations',
    );
}
