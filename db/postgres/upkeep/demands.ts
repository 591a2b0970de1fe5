import type { ClientBase } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import { TakesNoChanges } from '../connections/sentences.ts';

/** The oldest server that the app is tried with. */
const OLDEST = 15;

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

/** Throws for a database that takes no changes, or is not meant to be used. */
export async function demandTaker(client: ClientBase, called: string): Promise<void> {
  const asked = `select current_setting('transaction_read_only') = 'off' as writes, datistemplate as template
    from pg_database where datname = current_database()`;
  const { rows } = await client.query<{ writes: boolean; template: boolean }>(asked);
  const { writes = true, template = false } = rows[0] ?? {};
  if (!writes) throw new TakesNoChanges();
  if (template)
    throw new DatabaseProblem(
      `${called} is a template: every new database would get a copy of what is in it; create one for this app`,
    );
}

/** Throws a `DatabaseProblem` where new tables would not be where the others are, or nowhere. */
export async function demandSchema(client: ClientBase, called: string): Promise<void> {
  const asked = `select current_schema() as mine, (select n.nspname from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where c.oid = to_regclass('printed_codes') and to_regclass('__drizzle_migrations') is not null) as theirs`;
  const { rows } = await client.query<{ mine: string | null; theirs: string | null }>(asked);
  const { mine = null, theirs = null } = rows[0] ?? {};
  const remedy = 'correct it with ALTER ROLE … SET search_path';
  if (mine === null)
    throw new DatabaseProblem(
      `${called} has no schema for this user: search_path names none that is there and that the user may use; ${remedy}, or grant USAGE on the schema`,
    );
  if (theirs !== null && theirs !== mine)
    throw new DatabaseProblem(
      `${called} has the tables of this app in the schema ${theirs}, and search_path puts the schema ${mine} before it, where they would be made once more; ${remedy}`,
    );
}

/** Throws a `DatabaseProblem` for a user who does not own the tables, where that takes who does. */
export async function demandOwner(client: ClientBase, called: string): Promise<void> {
  const asked = `select pg_get_userbyid(relowner) as owner from pg_class
    where oid = to_regclass('orders') and not pg_has_role(relowner, 'usage')`;
  const { rows } = await client.query<{ owner: string }>(asked);
  if (rows[0])
    throw new DatabaseProblem(
      `${called} has tables that belong to the user ${rows[0].owner}; use the address of that user for this`,
    );
}
