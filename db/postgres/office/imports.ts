import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Import, Imports, LineOutcome } from '../../ports.ts';
import { has, overwrite } from '../../rows/columns.ts';
import { effectRow } from '../../rows/effect-row.ts';
import { afterLines, importLineOf, importLineRow, importOf, importRow } from '../../rows/office/import-row.ts';
import type { Access, Ending } from '../access.ts';
import type { Db } from '../connection.ts';
import type { Statement } from '../prepared.ts';
import { effects, importLines, imports } from '../schema.ts';
import { savedIn } from './records.ts';

/** Lines that one statement writes. */
const ROWS = 500;

/** Files of records that somebody brings in. */
export function importsOf({ reads, writes, writesInTwo }: Access): Imports {
  return {
    beginImport: writes(async (db, begun, owed, now) => {
      const added = await db.insert(imports).values(importRow(begun)).onConflictDoNothing();
      if (added.rowCount === 0) return;
      await db.insert(effects).values(effectRow({ team: begun.team, id: null }, null, owed, now));
    }),
    import: reads(async (db, team, id) => (await importRows(db, team, id)).map(importOf)[0]),
    saveImport: writes(async (db, team, id, during, known) => {
      const current = await locked(db, team, id);
      if (current?.state !== during) return false;
      await changed(db, { ...current, ...known });
      return true;
    }),
    goOn: writes(async (db, team, id, from, to, owed, now) => {
      const current = await locked(db, team, id);
      if (current?.state !== from) return false;
      await changed(db, { ...current, state: to });
      const rows = owed.map((effect) => effectRow({ team, id: null }, null, effect, now));
      if (rows.length > 0) await db.insert(effects).values(rows);
      return true;
    }),
    saveImportLines: writes(async (db, team, id, all) => {
      const current = await locked(db, team, id);
      if (current?.state !== 'reading') return false;
      const rows = all.map((line) => importLineRow(team, id, current.kind, line));
      for (let from = 0; from < rows.length; from += ROWS)
        await db
          .insert(importLines)
          .values(rows.slice(from, from + ROWS))
          .onConflictDoUpdate({ target: LINE_KEY, set: overwrite(importLines, LINE_KEY) });
      return true;
    }),
    importLines: reads(async (db, team, id, { from, limit, outcomes }) => {
      const [current] = await importRows(db, team, id);
      if (!current) return [];
      return (await lineRows(db, team, id, from, limit, outcomes)).map((row) => importLineOf(current.kind, row));
    }),
    applyImportLines: writesInTwo(apply),
  };
}

async function apply(
  db: Db,
  ...[team, id, most, at]: Parameters<Imports['applyImportLines']>
): Promise<Ending<Import | undefined>> {
  const current = await locked(db, team, id);
  if (current?.state !== 'applying') return { result: current, last: [] };
  const rows = await lineRows(db, team, id, current.next, most + 1);
  const last: Statement[] = [];
  const settled = await Promise.all(
    rows.slice(0, most).map(async (row) => {
      const { n, outcome: was, record, revision } = importLineOf(current.kind, row);
      if (!record || (was !== 'add' && was !== 'change')) return { n, was, is: was };
      const saved = await savedIn(db, team, record, revision, { at, by: current.by });
      last.push(...saved.last);
      return { n, was, is: saved.result.kind === 'saved' ? ('done' as const) : ('moved' as const) };
    }),
  );
  for (const is of ['done', 'moved'] as const) {
    const those = settled.filter((one) => one.is === is && one.was !== is).map(({ n }) => n);
    if (those.length > 0) last.push(settle(db, team, id, is, those));
  }
  const after = afterLines(current, settled, rows.length > most);
  return { result: after, last: [...last, changed(db, after)] };
}

const settle = (db: Db, team: string, id: string, outcome: LineOutcome, lines: number[]) =>
  db
    .update(importLines)
    .set({ outcome })
    .where(and(has(importLines, { team, import: id }), inArray(importLines.n, lines)));

const LINE_KEY = [importLines.team, importLines.import, importLines.n];

const importRows = (db: Db, team: string, id: string) => db.select().from(imports).where(has(imports, { team, id }));

/** The import, which nobody else changes until the transaction ends. */
const locked = async (db: Db, team: string, id: string): Promise<Import | undefined> =>
  (await importRows(db, team, id).for('no key update')).map(importOf)[0];

function changed(db: Db, now: Import) {
  const { team, id, ...values } = importRow(now);
  return db.update(imports).set(values).where(has(imports, { team, id }));
}

const lineRows = (db: Db, team: string, id: string, from: number, limit: number, outcomes?: readonly LineOutcome[]) =>
  db
    .select()
    .from(importLines)
    .where(
      and(
        eq(importLines.team, team),
        eq(importLines.import, id),
        sql`${importLines.n} >= ${from}`,
        outcomes && inArray(importLines.outcome, [...outcomes]),
      ),
    )
    .orderBy(asc(importLines.n))
    .limit(limit);
