import { Driver } from '../../db/sqlite/driver.ts';

/** Everything a database holds, table by table, row by row, in a fixed order; `except` leaves tables out. */
export function contentsOf(file: string, except: readonly string[] = []): Record<string, string[]> {
  const db = new Driver(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
      .all();
    const kept = tables.map(({ name }) => name).filter((name) => !except.includes(name));
    return Object.fromEntries(
      kept.toSorted().map((name) => [
        name,
        db
          .prepare(`select * from "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .toSorted(),
      ]),
    );
  } finally {
    db.close();
  }
}
