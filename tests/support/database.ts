import Database from 'better-sqlite3';

/**
 * Everything a database holds, table by table, row by row, in a fixed order; without the row in which the app says every two
 * seconds that it is alive.
 */
export type Contents = Record<string, string[]>;

/** Looks at a database that the app has open. */
export interface Looking {
  /** What it holds now; `except` leaves tables out. */
  contents(...except: readonly string[]): Contents;
  close(): void;
}

/** Opens a database for looking only. */
export function lookInto(file: string): Looking {
  const db = new Database(file, { readonly: true });
  const tables = db
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'deliveries'",
    )
    .all()
    .map(({ name }) => ({ name, all: db.prepare(`select * from "${name}"`) }));
  const version = () => db.pragma('data_version', { simple: true });
  let known: Contents = {};
  let knownAt: unknown;
  /** Read again only when another connection has written something since. */
  const everything = () => {
    if (knownAt !== version()) {
      knownAt = version();
      const rowsOf = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
      known = Object.fromEntries(tables.map(({ name, all }) => [name, rowsOf(all.all())]));
    }
    return known;
  };
  return {
    contents: (...except) =>
      Object.fromEntries(Object.entries(everything()).filter(([name]) => !except.includes(name))),
    close: () => db.close(),
  };
}
