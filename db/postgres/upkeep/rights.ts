import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Client } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import * as schema from '../schema.ts';

const TABLES = Object.values(schema).flatMap((one) => (is(one, PgTable) ? [getTableName(one)] : []));

/** What is only ever added to (migrations 0001, 0003, 0004 and 0009). */
const APPEND_ONLY = [
  ...['entries', 'versions', 'printed_codes', 'issued_files', 'assets'],
  ...['settings_changes', 'work_copy_codes', 'record_changes', 'kept_files'],
];

/** Throws a `DatabaseProblem` when the user may not do what the app does: it would start, and fail with the first order. */
export async function demandRights(client: Client, called: string): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `select one as table from unnest($1::text[]) as one
     where not (has_table_privilege(quote_ident(one), 'select') and has_table_privilege(quote_ident(one), 'insert')
       and (one = any($2::text[])
         or has_table_privilege(quote_ident(one), 'update') and has_table_privilege(quote_ident(one), 'delete')))
     order by one`,
    [TABLES, APPEND_ONLY],
  );
  if (rows.length > 0)
    throw new DatabaseProblem(
      `${called} does not give this user the rights to read and write the tables ` +
        `${rows.map(({ table }) => table).join(', ')}; grant them (docs/several-instances.md, "Users and rights")`,
    );
}
