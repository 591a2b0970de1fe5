import { is, Param, Placeholder, type Query, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnsOf, placeholders } from '../rows/columns.ts';
import type { Db } from './connection.ts';

/**
 * A statement that changes rows, prepared, to be run with the values of its placeholders. Drizzle looks for these each time it
 * runs one, which takes longer than the statement itself; here they are found once. Values are bound as they are given: text,
 * numbers, bytes and null, for columns without a mode of Drizzle's. Returns how many rows were changed.
 */
export function prepared(db: Db, statement: { toSQL(): Query }): (values: Readonly<Record<string, unknown>>) => number {
  const query = statement.toSQL();
  const run = db.$client.prepare<unknown[]>(query.sql);
  const params = query.params.map((param) => {
    const value: unknown = is(param, Param) ? param.value : param;
    return { value, name: is(value, Placeholder) ? value.name : undefined };
  });
  return (values) => run.run(params.map(({ value, name }) => (name === undefined ? value : values[name]))).changes;
}

/**
 * A limit that each run is given. SQLite compiles a statement again whenever it is run with the value of a plain `limit ?`
 * (also of a number, which Drizzle hands over as a value), in case another plan were better; of an expression it does not ask.
 * Where one row is taken (`get`), no limit is needed.
 */
export const limitOf = (name: string): Placeholder =>
  Object.assign(sql`${sql.placeholder(name)} + 0`, { name, protected: undefined });

/** An insert of whole rows. */
export const insertInto = <T extends SQLiteTable>(db: Db, table: T) =>
  db.insert(table).values(placeholders(...columnsOf(table)) as T['$inferInsert']);
