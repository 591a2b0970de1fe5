import { and, asc, inArray, sql } from 'drizzle-orm';
import type { OfficeRecord } from '../../../src/office/master-data.ts';
import type { Import, Imports, LineOutcome } from '../../ports.ts';
import { given, has, overwrite } from '../../rows/columns.ts';
import { effectRow } from '../../rows/effect-row.ts';
import { afterLines, importLineOf, importLineRow, importOf, importRow } from '../../rows/office/import-row.ts';
import type { Access } from '../access.ts';
import { insertEffect } from '../outbox/outbox.ts';
import { insertInto, prepared } from '../prepared.ts';
import { importLines, imports } from '../schema.ts';
import { savesOf } from './records.ts';

const LINE_KEY = [importLines.team, importLines.import, importLines.n];

/** Files of records that somebody brings in. */
export function importsOf({ db, reads, writes }: Access): Imports {
  const owe = insertEffect(db);
  const save = savesOf(db);
  const one = db
    .select()
    .from(imports)
    .where(given(imports, 'team', 'id'))
    .prepare();
  const insert = prepared(db, insertInto(db, imports).onConflictDoNothing());
  const keep = prepared(
    db,
    insertInto(db, importLines).onConflictDoUpdate({
      target: LINE_KEY,
      set: overwrite(importLines, LINE_KEY),
    }),
  );
  const settle = prepared(
    db,
    db
      .update(importLines)
      .set({ outcome: sql`${sql.placeholder('outcome')}` })
      .where(given(importLines, 'team', 'import', 'n')),
  );
  const read = (team: string, id: string): Import | undefined => {
    const row = one.get({ team, id });
    return row && importOf(row);
  };
  const write = (changed: Import) => {
    const { team, id, ...values } = importRow(changed);
    db.update(imports).set(values).where(has(imports, { team, id })).run();
  };
  const lines = (team: string, id: string, from: number, limit: number, outcomes?: readonly LineOutcome[]) =>
    db
      .select()
      .from(importLines)
      .where(
        and(
          has(importLines, { team, import: id }),
          sql`${importLines.n} >= ${from}`,
          outcomes && inArray(importLines.outcome, [...outcomes]),
        ),
      )
      .orderBy(asc(importLines.n))
      .limit(limit)
      .all();

  return {
    beginImport: writes((begun, owed, now) => {
      if (insert({ ...importRow(begun) }) === 0) return;
      owe(effectRow({ team: begun.team, id: null }, null, owed, now));
    }),
    import: reads(read),
    saveImport: writes((team, id, during, known) => {
      const current = read(team, id);
      if (current?.state !== during) return false;
      write({ ...current, ...known });
      return true;
    }),
    goOn: writes((team, id, from, to, owed, now) => {
      const current = read(team, id);
      if (current?.state !== from) return false;
      write({ ...current, state: to });
      for (const effect of owed) owe(effectRow({ team, id: null }, null, effect, now));
      return true;
    }),
    saveImportLines: writes((team, id, all) => {
      const current = read(team, id);
      if (current?.state !== 'reading') return false;
      for (const line of all) keep({ ...importLineRow(team, id, current.kind, line) });
      return true;
    }),
    importLines: reads((team, id, { from, limit, outcomes }) => {
      const current = read(team, id);
      return current ? lines(team, id, from, limit, outcomes).map((row) => importLineOf(current.kind, row)) : [];
    }),
    applyImportLines: writes((team, id, most, at) => {
      const current = read(team, id);
      if (current?.state !== 'applying') return current;
      const rows = lines(team, id, current.next, most + 1);
      const settled = rows.slice(0, most).map((row) => {
        const { n, outcome: was, record, revision } = importLineOf(current.kind, row);
        const is = was === 'add' || was === 'change' ? carriedOut(record, revision) : was;
        if (is !== was) settle({ team, import: id, n, outcome: is });
        return { n, was, is };
      });
      const after = afterLines(current, settled, rows.length > most);
      write(after);
      return after;

      function carriedOut(record: OfficeRecord | null, revision: number): LineOutcome {
        if (!record || !current) return 'wrong';
        return save(team, record, revision, { at, by: current.by }).kind === 'saved' ? 'done' : 'moved';
      }
    }),
  };
}
