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
  return {
    contents: (...except) =>
      Object.fromEntries(
        tables
          .filter(({ name }) => !except.includes(name))
          .map(({ name, all }) => [
            name,
            all
              .all()
              .map((row) => JSON.stringify(row))
              .toSorted(),
          ]),
      ),
    close: () => db.close(),
  };
}
