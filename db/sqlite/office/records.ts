import { and, asc, desc, sql } from 'drizzle-orm';
import type { StoredKind } from '../../../src/office/master-data.ts';
import type { MasterData, RecordSaved } from '../../ports.ts';
import { given, overwrite } from '../../rows/columns.ts';
import { type After, masterDataOf, type Range, rangeOf } from '../../rows/office/master-data.ts';
import { recordChangeOf, savedRows, takesNumber } from '../../rows/office/record-row.ts';
import type { LookUp } from '../../rows/office/record-search.ts';
import type { UsedRecord } from '../../rows/office/used-records.ts';
import type { Access } from '../access.ts';
import type { Db } from '../connection.ts';
import { insertInto, limitOf, onFirstUse, perConnection, prepared } from '../prepared.ts';
import { recordChanges, records, recordWords } from '../schema.ts';

/** What the office keeps on file. */
export function recordsOf({ db, reads, writes }: Access): MasterData {
  const ready = onFirstUse(db, () => preparedReads(db));

  function found(range: Range, { ranges, most }: LookUp, active: readonly boolean[], after: After, limit: number) {
    const ids = active.flatMap((active) =>
      ranges.flatMap((words) =>
        ready()
          .words.all({ ...range, active: Number(active), ...words, limit: most })
          .map(({ id }) => id),
      ),
    );
    return ready().withIds.all({ ...range, ...afterOf(after), ids: JSON.stringify([...new Set(ids)]), limit });
  }

  const counts = (range: Range, { ranges, most }: LookUp, active: readonly boolean[]): number[] =>
    ranges.map((words) =>
      active
        .map((one) => ready().some.get({ ...range, active: Number(one), ...words, limit: most })?.count ?? 0)
        .reduce((sum, count) => sum + count, 0),
    );

  const changes = reads((team: string, kind: StoredKind, id: string, limit: number) =>
    ready().changes.all({ team, kind, id, limit }),
  );

  return {
    ...masterDataOf({
      one: reads((team, kind, id) => ready().one.get({ team, kind, id })),
      byNumber: reads((range, externalId) => ready().byNumber.all({ ...range, externalId })),
      used: reads((range, limit) => ready().used.all({ ...range, limit })),
      counts: reads(counts),
      found: reads(found),
      named: reads((range, after, limit) => ready().named.all({ ...range, ...afterOf(after), limit })),
    }),
    countRecords: reads((team, of, most) => ready().count.get({ ...rangeOf(team, of), limit: most })?.count ?? 0),
    saveRecord: writes(savesOf(db)),
    recordChanges: async (team, kind, id, limit) => {
      const rows = await changes(team, kind, id, limit);
      return rows.map((row) => recordChangeOf(kind, row));
    },
  };
}

/** Saves a record as `MasterData.saveRecord` says. Inside a transaction. */
export function savesOf(db: Db): (...given: Parameters<MasterData['saveRecord']>) => RecordSaved {
  const statements = onFirstUse(db, () => ({ read: preparedReads(db), write: preparedWrites(db) }));
  return (team, record, revision, change) => {
    const { read, write } = statements();
    const { kind, id, externalId } = record;
    const current = read.one.get({ team, kind, id });
    if ((current?.revision ?? 0) !== revision) return { kind: 'stale' };
    const rows = savedRows(team, record, change, current);
    const { client } = rows.record;
    const isTaken = () => read.byNumber.all({ team, kind, client, externalId }).some((other) => other.id !== id);
    if (takesNumber(record, current) && isTaken()) return { kind: 'taken' };
    const active = Number(rows.record.active);
    write.record({ ...rows.record, active, usedAt: null });
    if (rows.words) {
      write.forget(rows.key);
      for (const word of rows.words) write.word({ ...rows.key, client, active, word });
    }
    write.change({ ...rows.change });
    return { kind: 'saved', revision: rows.record.revision };
  };
}

/** Marks records as used by an order, unless a later one did. Inside a transaction. */
export function usesOf(db: Db): (team: string, used: readonly UsedRecord[]) => void {
  const mark = prepared(
    db,
    db
      .update(records)
      .set({ usedAt: sql`${sql.placeholder('at')}` })
      .where(and(given(records, 'team', 'kind', 'id'), sql`coalesce(used_at, 0) < ${sql.placeholder('at')}`)),
  );
  return (team, used) => {
    for (const one of used) mark({ team, ...one });
  };
}

const afterOf = ({ name, id }: After) => ({ afterName: name, afterId: id });

const preparedReads = perConnection((db) => {
  const { placeholder } = sql;
  const inRange = given(records, 'team', 'kind', 'client');
  const isAfter = sql`(${records.name}, ${records.id}) > (${placeholder('afterName')}, ${placeholder('afterId')})`;
  const inWords = and(
    given(recordWords, 'team', 'kind', 'client', 'active'),
    sql`${recordWords.word} >= ${placeholder('from')} and ${recordWords.word} < ${placeholder('to')}`,
  );
  const byName = [asc(records.name), asc(records.id)];
  const ofRecord = given(recordChanges, 'team', 'kind', 'id');
  return {
    one: db
      .select()
      .from(records)
      .where(given(records, 'team', 'kind', 'id'))
      .prepare(),
    byNumber: db
      .select()
      .from(records)
      .where(and(inRange, sql`lower(external_id) = lower(${placeholder('externalId')}) and external_id <> ''`))
      .prepare(),
    used: db
      .select()
      .from(records)
      .where(and(inRange, sql`active and used_at is not null`))
      .orderBy(desc(records.usedAt), desc(records.id))
      .limit(limitOf('limit'))
      .prepare(),
    some: db
      .select({ count: sql<number>`count(*)` })
      .from(db.select({ id: recordWords.id }).from(recordWords).where(inWords).limit(limitOf('limit')).as('some'))
      .prepare(),
    words: db
      .select({ id: recordWords.id })
      .from(recordWords)
      .where(inWords)
      .orderBy(asc(recordWords.word), asc(recordWords.id))
      .limit(limitOf('limit'))
      .prepare(),
    withIds: db
      .select()
      .from(records)
      .where(
        and(
          given(records, 'team', 'kind'),
          sql`${records.id} in (select value from json_each(${placeholder('ids')}))`,
          isAfter,
        ),
      )
      .orderBy(...byName)
      .limit(limitOf('limit'))
      .prepare(),
    named: db
      .select()
      .from(records)
      .where(and(inRange, isAfter))
      .orderBy(...byName)
      .limit(limitOf('limit'))
      .prepare(),
    count: db
      .select({ count: sql<number>`count(*)` })
      .from(db.select({ id: records.id }).from(records).where(inRange).limit(limitOf('limit')).as('some'))
      .prepare(),
    changes: db
      .select()
      .from(recordChanges)
      .where(ofRecord)
      .orderBy(desc(recordChanges.revision))
      .limit(limitOf('limit'))
      .prepare(),
  };
});

const preparedWrites = perConnection((db) => {
  const key = [records.team, records.kind, records.id];
  const { usedAt: _, ...set } = overwrite(records, key);
  return {
    record: prepared(db, insertInto(db, records).onConflictDoUpdate({ target: key, set })),
    forget: prepared(db, db.delete(recordWords).where(given(recordWords, 'team', 'kind', 'id'))),
    word: prepared(db, insertInto(db, recordWords)),
    change: prepared(db, insertInto(db, recordChanges)),
  };
});
