import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { ClientBase } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import { MIGRATIONS } from './migrate.ts';

/** What a trigger of ours is (pg_trigger.tgtype): before the statement, for delete, update and truncate. */
const ON_EVERY_CHANGE = 2 | 8 | 16 | 32;

/** A trigger that keeps a table from being rewritten, and the statement that makes it. */
interface Guard {
  readonly name: string;
  readonly table: string;
  readonly made: string;
}

/** The triggers, and the function that refuses, as the migrations make them. */
function guardsAsMade(): { guards: Guard[]; refusal: string; refusing: string } {
  const statements = readMigrationFiles({ migrationsFolder: MIGRATIONS }).flatMap(({ sql }) => sql);
  const guards = statements.flatMap((made) => {
    const [, name, table] = /^\s*create trigger (\w+_never_changed) before .* on (\w+)/.exec(made) ?? [];
    return name && table ? [{ name, table, made }] : [];
  });
  const refusal = statements.findLast((one) => one.includes('create function refuse_change()')) ?? '';
  const refusing = refusal.split('$$')[1] ?? '';
  return { guards, refusal: refusal.slice(refusal.indexOf('create function')), refusing };
}

/** The triggers that are missing, switched off or altered. */
export async function brokenGuards(client: ClientBase): Promise<Guard[]> {
  const { guards, refusing } = guardsAsMade();
  const { rows } = await client.query<{ name: string; table: string }>(
    `select t.tgname as name, c.relname as table from pg_trigger as t
     join pg_class as c on c.oid = t.tgrelid join pg_proc as p on p.oid = t.tgfoid
     where c.relnamespace = current_schema()::regnamespace and t.tgenabled = 'A' and t.tgtype = $1 and t.tgqual is null and p.prosrc = $2`,
    [ON_EVERY_CHANGE, refusing],
  );
  const there = new Set(rows.map(({ name, table }) => `${name} ${table}`));
  return guards.filter(({ name, table }) => !there.has(`${name} ${table}`));
}

/** Throws a `DatabaseProblem` when somebody has taken away what keeps history from being rewritten. */
export async function demandGuards(client: ClientBase, called: string): Promise<void> {
  const broken = (await brokenGuards(client)).map(({ name }) => name);
  if (broken.length > 0)
    throw new DatabaseProblem(
      `${called} lacks what keeps its history from being changed (${broken.join(', ')} removed or altered): ` +
        'entries, versions or issued documents may have been changed since. Restore a backup, or if you know who did it and why, run npm run migrate -- --restore-triggers',
    );
}

/** Puts the triggers back as they were made. Returns their names. */
export async function restoreGuards(client: ClientBase): Promise<string[]> {
  const broken = await brokenGuards(client);
  if (broken.length === 0) return [];
  await client.query('begin');
  await client.query(guardsAsMade().refusal.replace('create function', 'create or replace function'));
  for (const { name, table, made } of broken) {
    await client.query(`drop trigger if exists ${name} on ${table}`);
    await client.query(made);
    await client.query(`alter table ${table} enable always trigger ${name}`);
  }
  await client.query('commit');
  return broken.map(({ name }) => name);
}
