import type { ClientBase } from 'pg';
import { CONNECTIONS } from '../connection.ts';
import type { Named } from '../connections/address.ts';

export type Warn = (sentence: string) => void;

/** What to say of the database that every server has, where tables were made in it; at some providers it is the only one. */
export function warnOfMaintenance({ name, called }: Named, warn: Warn): void {
  if (name.startsWith('postgres at '))
    warn(
      `${called} is the one that every server has for its own upkeep, and now has the tables of this app; unless your provider wants it so, create one for the app, with a name of its own, before people use it`,
    );
}

/** An instance may be let in, and later lack connections when many people come at once. */
export async function warnOfLimit(client: ClientBase, called: string, warn: Warn): Promise<void> {
  const asked = `select nullif(r.rolconnlimit, -1) as person, nullif(d.datconnlimit, -1) as database from pg_roles as r, pg_database as d
    where r.rolname = session_user and d.datname = current_database() and not r.rolsuper`;
  const { rows } = await client.query<{ person: number | null; database: number | null }>(asked);
  const { person = null, database = null } = rows[0] ?? {};
  const limit = Math.min(person ?? CONNECTIONS, database ?? CONNECTIONS);
  if (limit < CONNECTIONS)
    warn(
      `${called} allows ${limit} connections at once ${limit === person ? 'to this user (ALTER ROLE' : '(ALTER DATABASE'} … CONNECTION LIMIT), and each instance uses up to ${CONNECTIONS}; raise the limit`,
    );
}
