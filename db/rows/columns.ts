import { and, type Column, eq, getTableColumns, type Placeholder, type SQL, sql, type Table } from 'drizzle-orm';

type Columns<T extends Table> = Extract<keyof T['_']['columns'], string>;

/** A placeholder for each of these columns, named like it: what `prepare()`d statements take as values. */
export const placeholders = <K extends string>(...columns: K[]): { [P in K]: Placeholder<P> } =>
  Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])) as { [P in K]: Placeholder<P> };

/** The names of a table's columns. */
export const columnsOf = <T extends Table>(table: T): Columns<T>[] =>
  Object.keys(getTableColumns(table)) as Columns<T>[];

/** The condition that a row has these values in its columns. */
export const has = <T extends Table>(
  table: T,
  values: { readonly [K in Columns<T>]?: T['$inferSelect'][K] | Placeholder },
): SQL | undefined =>
  and(
    ...Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
      name in values ? [eq(column, (values as Record<string, unknown>)[name])] : [],
    ),
  );

/** The same for the values that a prepared statement is run with, named like their columns. */
export const given = <T extends Table>(table: T, ...columns: Columns<T>[]): SQL | undefined =>
  and(...columns.map((name) => sql`${getTableColumns(table)[name]} = ${sql.placeholder(name)}`));

/** For ON CONFLICT DO UPDATE: every column but `keys` takes the value that was to be inserted. */
export function overwrite(table: Table, keys: readonly Column[]): Record<string, SQL> {
  const rest = Object.entries(getTableColumns(table)).filter(([, column]) => !keys.includes(column));
  return Object.fromEntries(rest.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
}
