import { getTableColumns, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

type Columns<T extends SQLiteTable> = Extract<keyof T['_']['columns'], string>;

/** A placeholder for each of these columns, named like it: what `prepare()`d inserts take as values. */
export const placeholders = <K extends string>(...columns: K[]): { [P in K]: Placeholder<P> } =>
  Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])) as { [P in K]: Placeholder<P> };

/** The names of a table's columns. */
export const columnsOf = <T extends SQLiteTable>(table: T): Columns<T>[] =>
  Object.keys(getTableColumns(table)) as Columns<T>[];

/** For ON CONFLICT DO UPDATE: every column but `keys` takes the value that was to be inserted. */
export function overwrite(table: SQLiteTable, keys: readonly SQLiteColumn[]): Record<string, SQL> {
  const rest = Object.entries(getTableColumns(table)).filter(([, column]) => !keys.includes(column));
  return Object.fromEntries(rest.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
}
