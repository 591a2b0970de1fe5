import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { Client } from 'pg';
import { DatabaseProblem } from '../database-url.ts';
import type { Keys } from '../keys.ts';
import { onConnection, type Db as There, tablesOf as tablesThere } from '../postgres/connection.ts';
import { named } from '../postgres/connections/address.ts';
import { reportedInBody } from '../postgres/reported.ts';
import { deliveries, orderSearch } from '../postgres/schema.ts';
import { searchValues } from '../postgres/search.ts';
import { demandOwner } from '../postgres/upkeep/demands.ts';
import { demandGuards } from '../postgres/upkeep/guards.ts';
import { knownNames, noteKeys } from '../postgres/upkeep/known-keys.ts';
import { migrate } from '../postgres/upkeep/migrate.ts';
import { searchTokensOfRow } from '../rows/search-tokens.ts';
import { explained, type Db as Here, sqliteCode, tablesOf } from '../sqlite/connection.ts';
import { standOf } from '../sqlite/upkeep/migrate.ts';
import { MOVING, type Moving } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows that are read and written at once: the widest have 24 columns, and a statement takes 65,535 values. */
const PAGE = 500;

/** What sentences call the address of the PostgreSQL database, which is no variable here. */
const TARGET = 'The address to move to';

/** What was moved: how many rows of each table. */
export type Moved = ReadonlyMap<string, number>;

/**
 * Copies an SQLite database that nobody uses into an empty PostgreSQL database, all or nothing: every row is read back and
 * compared before it counts. The file is only read. `keys`: those that its codes were made with, by the names of which the
 * database knows them. Throws a `DatabaseProblem`.
 */
export async function move(file: string, databaseUrl: string, keys?: Keys): Promise<Moved> {
  const where = named(databaseUrl, { source: TARGET });
  const source = unused(file);
  try {
    if (standOf(source).missing.length > 0)
      throw new DatabaseProblem(
        `The database ${file} is from before an update of the program; run npm run migrate first`,
      );
    return await onConnection(where, async (client) => {
      await migrate(client, where.called);
      await demandOwner(client, where.called);
      await demandGuards(client, where.called);
      const [here, there] = [tablesOf(source), tablesThere(client)];
      await client.query('begin');
      await demandEmpty(there, where.called);
      const moved = new Map<string, number>();
      const index = await withoutIndex(client);
      for (const table of MOVING) moved.set(table.name, await moveTable(here, there, client, table));
      await client.query(index);
      // The process that delivered there does not deliver here.
      await there.update(deliveries).set({ owner: null });
      if (keys) await noteKeys(client, await knownNames(client), keys);
      await client.query('commit');
      await client.query('analyze');
      return moved;
    });
  } catch (error) {
    throw explained(error, file);
  } finally {
    source.close();
  }
}

/** The file, locked for as long as it is open. */
function unused(file: string) {
  let client: Database.Database | undefined;
  try {
    client = new Database(file, { fileMustExist: true, timeout: 0 });
    // A program that has the file open, even at rest, stands in the way of this.
    client.pragma('locking_mode = exclusive');
    client.exec('begin exclusive');
    return client;
  } catch (error) {
    client?.close();
    if (/^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error) ?? ''))
      throw new DatabaseProblem(`The database ${file} is in use; stop the app first`, { cause: error });
    throw explained(error, file);
  }
}

/** Nothing is written between this and the end of the transaction by anybody else. */
async function demandEmpty(there: There, called: string): Promise<void> {
  const tables = MOVING.map(({ to }) => to);
  await there.execute(
    sql`lock table ${sql.join(
      tables.map((table) => sql`${table}`),
      sql`, `,
    )} in share row exclusive mode`,
  );
  for (const table of tables)
    if ((await there.execute(sql`select 1 from ${table} limit 1`)).rows.length > 0)
      throw new DatabaseProblem(
        `${called} is not empty (table ${getTableName(table)}); nothing was changed. Name an empty one`,
      );
}

/** Filling an index row by row takes many times as long as making it at the end. Returns the statement that makes it. */
async function withoutIndex(client: Client): Promise<string> {
  const asked =
    "select indexdef from pg_indexes where schemaname = current_schema() and indexname = 'order_search_tokens'";
  const { rows } = await client.query<{ indexdef: string }>(asked);
  await client.query('drop index order_search_tokens');
  return rows[0]?.indexdef ?? '';
}

async function moveTable(here: Here, there: There, client: Client, table: Moving): Promise<number> {
  const read = digestOf(table);
  for (const page of pages(here, table)) {
    for (const row of page) read.add(row);
    await there.insert(table.to).values(page.map((row) => ({ ...row, ...besides(table, row) })));
    if (table.name === 'orders') await there.insert(orderSearch).values(page.map(found));
  }
  const written = digestOf(table);
  for await (const row of rowsThere(client, table)) written.add(row);
  if (written.count !== read.count || written.hash() !== read.hash())
    throw new DatabaseProblem(
      `${read.count} rows of ${table.name} were read, and ${written.count} other ones are there; nothing was changed. Report this`,
    );
  return read.count;
}

function* pages(here: Here, { from, columns }: Moving): Iterable<Row[]> {
  const all = getTableColumns(from);
  const fields = Object.fromEntries(columns.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
  for (let after = -1; ; ) {
    const rows = here
      .select({ ...fields, row: sql<number>`rowid` })
      .from(from)
      .where(sql`rowid > ${after}`)
      .orderBy(sql`rowid`)
      .limit(PAGE)
      .all();
    if (rows.length === 0) return;
    yield rows.map(({ row: _, ...values }) => wholeNumbers(values));
    after = Number(rows.at(-1)?.row);
  }
}

/** SQLite keeps fractions of a millisecond where an integer is meant; an instant that is still to come is rounded up. */
const wholeNumbers = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Math.ceil(value) : value]),
  );

/** What PostgreSQL keeps beside the same columns. */
const besides = ({ name }: Moving, { body }: Row): object =>
  name === 'versions' && typeof body === 'string' ? reportedInBody(body) : {};

/** What an order is found by. */
function found(row: Row) {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const [team, number] = [String(row.team), Number(row.number)];
  const { content, requester, supervisor, coordinator, crew } = row;
  const columns = [content, requester, supervisor, coordinator, crew].map(text);
  return searchValues({ team, number }, searchTokensOfRow(team, number, ...columns));
}

async function* rowsThere(client: Client, { to, columns }: Moving): AsyncIterable<Row> {
  const all = getTableColumns(to);
  await client.query(`declare everything no scroll cursor for select * from ${getTableName(to)}`);
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${PAGE} from everything`);
    if (rows.length === 0) break;
    for (const row of rows)
      yield Object.fromEntries(
        columns.map((name) => {
          const value = row[all[name]?.name ?? ''] ?? null;
          return [name, value === null ? null : all[name]?.mapFromDriverValue(value)];
        }),
      );
  }
  await client.query('close everything');
}

/** A digest over rows in any order: the sum of what each comes to. */
function digestOf({ columns }: Moving) {
  let [count, sum] = [0, 0n];
  return {
    add(row: Row) {
      count++;
      const said = JSON.stringify(columns.map((name) => plain(row[name] ?? null)));
      sum = (sum + BigInt(`0x${createHash('sha256').update(said).digest('hex')}`)) % MODULUS;
    },
    get count() {
      return count;
    },
    hash: () => sum,
  };
}

const MODULUS = 2n ** 256n;

/** A value as both databases give it. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}
