import { and, eq, getTableColumns, is, Param, Placeholder, type Query, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './connection.ts';

type Columns<T extends SQLiteTable> = Extract<keyof T['_']['columns'], string>;

/** A placeholder for each of these columns, named like it: what `prepare()`d statements take as values. */
export const placeholders = <K extends string>(...columns: K[]): { [P in K]: Placeholder<P> } =>
  Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])) as { [P in K]: Placeholder<P> };

/** The names of a table's columns. */
export const columnsOf = <T extends SQLiteTable>(table: T): Columns<T>[] =>
  Object.keys(getTableColumns(table)) as Columns<T>[];

/**
 * A statement that changes rows, prepared, to be run with the values of its placeholders. Drizzle looks for these each time it
 * runs one, which takes longer than the statement itself; here they are found once. Values are bound as they are given: text,
 * numbers, bytes and null, for columns without a mode of Drizzle's.
 */
export function prepared(db: Db, statement: { toSQL(): Query }): (values: Readonly<Record<string, unknown>>) => void {
  const query = statement.toSQL();
  const run = db.$client.prepare<unknown[]>(query.sql);
  const params = query.params.map((param) => {
    const value: unknown = is(param, Param) ? param.value : param;
    return { value, name: is(value, Placeholder) ? value.name : undefined };
  });
  return (values) => void run.run(params.map(({ value, name }) => (name === undefined ? value : values[name])));
}

/** An insert of whole rows. */
export const insertInto = <T extends SQLiteTable>(db: Db, table: T) =>
  db.insert(table).values(placeholders(...columnsOf(table)) as T['$inferInsert']);

/** The condition that a row has these values in its columns. */
export const has = <T extends SQLiteTable>(
  table: T,
  values: { readonly [K in Columns<T>]?: T['$inferSelect'][K] | Placeholder },
): SQL | undefined =>
  and(
    ...Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
      name in values ? [eq(column, (values as Record<string, unknown>)[name])] : [],
    ),
  );

/** The same for the values that a prepared statement is run with, named like their columns. */
export const given = <T extends SQLiteTable>(table: T, ...columns: Columns<T>[]): SQL | undefined =>
  and(...columns.map((name) => sql`${getTableColumns(table)[name]} = ${sql.placeholder(name)}`));

/** For ON CONFLICT DO UPDATE: every column but `keys` takes the value that was to be inserted. */
export function overwrite(table: SQLiteTable, keys: readonly SQLiteColumn[]): Record<string, SQL> {
  const rest = Object.entries(getTableColumns(table)).filter(([, column]) => !keys.includes(column));
  return Object.fromEntries(rest.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
}
