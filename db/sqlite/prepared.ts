import { is, Param, Placeholder, type Query, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnsOf, placeholders } from '../rows/columns.ts';
import type { Db } from './connection.ts';

/**
 * A statement that changes rows, prepared, to be run with the values of its placeholders. Drizzle looks for these each time it
 * runs one, which takes longer than the statement itself; here they are found once. Values are bound as they are given: text,
 * numbers, bytes and null, for columns without a mode of Drizzle's. Returns how many rows were changed. It is prepared when it
 * is first run, so that a start does not wait for what may never be asked.
 */
export function prepared(db: Db, statement: { toSQL(): Query }): (values: Readonly<Record<string, unknown>>) => number {
  const ready = onFirstUse(db, () => {
    const query = statement.toSQL();
    const params = query.params.map((param) => {
      const value: unknown = is(param, Param) ? param.value : param;
      return { value, name: is(value, Placeholder) ? value.name : undefined };
    });
    return { run: db.$client.prepare<unknown[]>(query.sql), params };
  });
  return (values) => {
    const { run, params } = ready();
    return run.run(params.map(({ value, name }) => (name === undefined ? value : values[name]))).changes;
  };
}

const waiting = new WeakMap<Db, (() => unknown)[]>();

/** Statements of a connection that are made when they are first asked for, and then stay. */
export function onFirstUse<T>(db: Db, make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  const ready = () => {
    made ??= { it: make() };
    return made.it;
  };
  waiting.set(db, [...(waiting.get(db) ?? []), ready]);
  return ready;
}

/** Makes every statement of a connection, for those who look at them all. */
export function prepareAll(db: Db): void {
  for (let those = waiting.get(db) ?? []; those.length > 0; those = waiting.get(db) ?? []) {
    waiting.delete(db);
    for (const ready of those) ready();
  }
}

/** Statements that several parts of a store use: made once for each connection. */
export function perConnection<T>(make: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<Db, T>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const fresh = make(db);
    made.set(db, fresh);
    return fresh;
  };
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
