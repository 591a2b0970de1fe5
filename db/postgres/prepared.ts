import { and, getTableColumns, is, Param, Placeholder, type Query, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './connection.ts';

/** A statement with its values, ready to be sent. */
export interface Statement {
  toSQL(): { readonly sql: string; readonly params: unknown[] };
}

type Values = Readonly<Record<string, unknown>>;

/** Builds statements; it has no server to send them to. */
export const builder: Db = drizzle.mock();

/**
 * A statement that is built once and then sent with the values of its placeholders. Building it each time would take longer than
 * to send it. The server is not told of it: a pooler may stand in between.
 */
export function prepared(statement: { toSQL(): Query }): (values: Values) => Statement {
  const query = statement.toSQL();
  const params = query.params.map((param) => (values: Values): unknown => {
    const given: unknown = is(param, Param) ? param.value : param;
    if (!is(given, Placeholder)) return given;
    const value = values[given.name] ?? null;
    return value !== null && is(param, Param) ? param.encoder.mapToDriverValue(value) : value;
  });
  return (values) => {
    const ready = { sql: query.sql, params: params.map((param) => param(values)) };
    return { toSQL: () => ready };
  };
}

/** The place of a column's value. */
export const placed = (column: PgColumn, name: string): SQL => sql`${sql.param(sql.placeholder(name), column)}`;

/** The condition that columns have the values of the placeholders that are named like them. */
export const given = <T extends PgTable>(
  table: T,
  ...columns: Extract<keyof T['_']['columns'], string>[]
): SQL | undefined =>
  and(
    ...Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
      columns.some((one) => one === name) ? [sql`${column} = ${placed(column, name)}`] : [],
    ),
  );

/** For UPDATE: every column but `keys` takes the value of the placeholder that is named like it. */
export const assigned = (table: PgTable, ...keys: readonly string[]): Record<string, SQL> =>
  Object.fromEntries(
    Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
      keys.includes(name) ? [] : [[name, placed(column, name)]],
    ),
  );

/** What Drizzle prepares has a name, by which a server would know it again; ours have none. */
export const UNNAMED = '';

/** What is built once for each connection, since its answers are read by it. */
export function onEach<Q>(build: (db: Db) => Q): (db: Db) => Q {
  const built = new WeakMap<Db, Q>();
  return (db) => {
    const known = built.get(db);
    if (known !== undefined) return known;
    const query = build(db);
    built.set(db, query);
    return query;
  };
}

/**
 * Inserts of rows, all of them with the same columns in one statement. `finish` says what becomes of rows that are there
 * already.
 */
export function insertInto<T extends PgTable>(
  table: T,
  finish: (insert: ReturnType<ReturnType<Db['insert']>['values']>) => { toSQL(): Query } = (insert) => insert,
): (rows: readonly T['$inferInsert'][]) => Statement {
  const built = new Map<string, (values: Values) => Statement>();
  return (rows) => {
    const [first = {}] = rows;
    const columns = Object.keys(first).filter((name) => Reflect.get(first, name) !== undefined);
    const key = `${rows.length} ${columns.join()}`;
    const nameOf = (row: number, column: string) => `${row} ${column}`;
    let statement = built.get(key);
    if (!statement) {
      const places = rows.map((_, row) =>
        Object.fromEntries(columns.map((column) => [column, sql.placeholder(nameOf(row, column))])),
      );
      statement = prepared(finish(builder.insert<PgTable>(table).values(places)));
      built.set(key, statement);
    }
    return statement(
      Object.fromEntries(
        rows.flatMap((row, n) => columns.map((column) => [nameOf(n, column), Reflect.get(row, column)])),
      ),
    );
  };
}
