import type { NamedFile } from '../../../src/files/audit-files.ts';
import { onConnection } from '../connection.ts';
import { named } from '../connections/address.ts';
import { demandUpToDate } from './migrate.ts';

/** The files that a PostgreSQL database says are kept; it may be in use. Throws a `DatabaseProblem`. */
export async function namedFilesOn(databaseUrl: string): Promise<NamedFile[]> {
  const where = named(databaseUrl);
  return onConnection(where, async (client) => {
    await demandUpToDate(client, where.called);
    const { rows } = await client.query<NamedFile & { size: string }>(
      `select k.sha256, k.size, k.name, o.number, k.team
       from kept_files as k join orders as o on o.team = k.team and o.id = k.order_id order by k.team, o.number, k.at`,
    );
    // A bigint comes as text.
    return rows.map((row) => ({ ...row, size: Number(row.size) }));
  });
}
