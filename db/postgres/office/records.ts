import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { ownerOf } from '../../../src/office/master-data.ts';
import type { MasterData, RecordSaved } from '../../ports.ts';
import { has, overwrite } from '../../rows/columns.ts';
import { type After, masterDataOf, type Range, rangeOf } from '../../rows/office/master-data.ts';
import { recordChangeOf, savedRows, takesNumber } from '../../rows/office/record-row.ts';
import type { LookUp } from '../../rows/office/record-search.ts';
import type { UsedRecord } from '../../rows/office/used-records.ts';
import type { Access, Ending } from '../access.ts';
import type { Db } from '../connection.ts';
import { builder, given, insertInto, onEach, prepared, type Statement, UNNAMED } from '../prepared.ts';
import { recordChanges, records, recordWords } from '../schema.ts';

/** What the office keeps on file. */
export function recordsOf({ reads, writesInTwo }: Access): MasterData {
  return {
    ...masterDataOf({
      one: reads(async (db, team, kind, id) => (await rowById(db).execute({ team, kind, id }))[0]),
      byNumber: reads((db, range, externalId) => rowsByNumber(db).execute({ ...range, externalId })),
      used: reads((db, range, limit) =>
        db
          .select()
          .from(records)
          .where(and(has(records, range), sql`active and used_at is not null`))
          .orderBy(desc(records.usedAt), desc(records.id))
          .limit(limit),
      ),
      counts: reads(counts),
      found: reads(found),
      named: reads((db, range, after, limit) =>
        db
          .select()
          .from(records)
          .where(and(has(records, range), isAfter(after)))
          .orderBy(asc(records.name), asc(records.id))
          .limit(limit),
      ),
    }),
    countRecords: reads(async (db, team, of, most) => {
      const some = db
        .select({ id: records.id })
        .from(records)
        .where(has(records, rangeOf(team, of)))
        .limit(most);
      const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some.as('some'));
      return row?.count ?? 0;
    }),
    saveRecord: writesInTwo(savedIn),
    recordChanges: reads(async (db, team, kind, id, limit) => {
      const rows = await db
        .select()
        .from(recordChanges)
        .where(has(recordChanges, { team, kind, id }))
        .orderBy(desc(recordChanges.revision))
        .limit(limit);
      return rows.map((row) => recordChangeOf(kind, row));
    }),
  };
}

/**
 * What saving a record as `MasterData.saveRecord` says comes to, inside a transaction. Of two writers the second waits for the
 * first, sees what that has written, and is told.
 */
export async function savedIn(
  db: Db,
  ...[team, record, revision, change]: Parameters<MasterData['saveRecord']>
): Promise<Ending<RecordSaved>> {
  const { kind, id, externalId } = record;
  const client = ownerOf(record);
  const [, [current], sameNumber] = await Promise.all([
    externalId !== '' && turnAt(db).execute({ number: `${team} ${kind} ${client} ${externalId}` }),
    lockedRow(db).execute({ team, kind, id }),
    rowsByNumber(db).execute({ team, kind, client, externalId }),
  ]);
  if ((current?.revision ?? 0) !== revision) return { result: { kind: 'stale' }, last: [] };
  if (takesNumber(record, current) && sameNumber.some((other) => other.id !== id))
    return { result: { kind: 'taken' }, last: [] };
  const rows = savedRows(team, record, change, current);
  const { active } = rows.record;
  const words = rows.words && [forget(rows.key), remember({ ...rows.key, client, active, words: rows.words })];
  return {
    result: { kind: 'saved', revision: rows.record.revision },
    last: [(current ? update : insert)([rows.record]), ...(words ?? []), insertChange([rows.change])],
  };
}

/** Marks records as used, unless a later order did: all that one transaction marks, in one order, so that nobody waits in a circle. */
export function markUsed(team: string, used: readonly UsedRecord[]): Statement[] {
  if (used.length === 0) return [];
  const last = new Map<string, UsedRecord>();
  for (const one of used) {
    const key = `${one.kind} ${one.id}`;
    if ((last.get(key)?.at ?? 0) < one.at) last.set(key, one);
  }
  const all = [...last.values()];
  return [
    mark({ team, kinds: all.map(({ kind }) => kind), ids: all.map(({ id }) => id), ats: all.map(({ at }) => at) }),
  ];
}

const mark = prepared(
  builder
    .update(records)
    .set({ usedAt: sql`marked.at` })
    .from(
      sql`(select r.team, r.kind, r.id, u.at from unnest(${sql.placeholder('kinds')}::text[], ${sql.placeholder('ids')}::text[],
        ${sql.placeholder('ats')}::bigint[]) as u(kind, id, at)
        join ${records} as r on r.team = ${sql.placeholder('team')} and r.kind = u.kind and r.id = u.id
        where coalesce(r.used_at, 0) < u.at order by r.kind, r.id for no key update of r) as marked`,
    )
    .where(and(eq(records.team, sql`marked.team`), eq(records.kind, sql`marked.kind`), eq(records.id, sql`marked.id`))),
);

const isAfter = ({ name, id }: After) => sql`(${records.name}, ${records.id}) > (${name}, ${id})`;

/** How many words there are in each range, in the order of the ranges. */
async function counts(
  db: Db,
  { team, kind, client }: Range,
  { ranges, most }: LookUp,
  active: readonly boolean[],
): Promise<number[]> {
  const [from, to] = [ranges.map((one) => one.from), ranges.map((one) => one.to)];
  const some = sql`select 1 as one from ${recordWords} as w where w.team = ${team} and w.kind = ${kind} and w.client = ${client}
    and w.active = a.active and w.word >= r.first and w.word < r.last order by w.word, w.id limit ${most}`;
  const rows = await db
    .select({ n: sql<number>`r.n::int`, count: sql<number>`count(counted.one)::int` })
    .from(sql`unnest(${sql.param(from)}::text[], ${sql.param(to)}::text[]) with ordinality as r(first, last, n)
      cross join unnest(${sql.param([...active])}::boolean[]) as a(active)
      left join lateral (${some}) as counted on true`)
    .groupBy(sql`r.n`);
  const counted = new Map(rows.map(({ n, count }) => [n, count]));
  return ranges.map((_, at) => counted.get(at + 1) ?? 0);
}

/** Each row by its key alone, whatever the server expects of the words. */
function found(
  db: Db,
  { team, kind, client }: Range,
  { ranges, most }: LookUp,
  active: readonly boolean[],
  after: After,
  limit: number,
) {
  const [from, to] = [ranges.map((one) => one.from), ranges.map((one) => one.to)];
  const words = sql`select w.id from ${recordWords} as w where w.team = ${team} and w.kind = ${kind} and w.client = ${client}
    and w.active = a.active and w.word >= r.first and w.word < r.last order by w.word, w.id limit ${most}`;
  const ids = sql`select distinct found.id from unnest(${sql.param([...active])}::boolean[]) as a(active)
    cross join unnest(${sql.param(from)}::text[], ${sql.param(to)}::text[]) as r(first, last)
    cross join lateral (${words}) as found`;
  return db
    .select()
    .from(records)
    .where(and(has(records, { team, kind }), sql`${records.id} in (${ids})`, isAfter(after)))
    .orderBy(asc(records.name), asc(records.id))
    .limit(limit);
}

const rowById = onEach((db) =>
  db
    .select()
    .from(records)
    .where(given(records, 'team', 'kind', 'id'))
    .prepare(UNNAMED),
);
const lockedRow = onEach((db) =>
  db
    .select()
    .from(records)
    .where(given(records, 'team', 'kind', 'id'))
    .for('no key update')
    .prepare(UNNAMED),
);
const rowsByNumber = onEach((db) =>
  db
    .select()
    .from(records)
    .where(
      and(
        given(records, 'team', 'kind', 'client'),
        sql`lower(external_id) = lower(${sql.placeholder('externalId')}::text collate "C") and external_id <> ''`,
      ),
    )
    .prepare(UNNAMED),
);
/** Of two who take a number at once, however they write it, the second waits and sees what the first has written. */
const turnAt = onEach((db) =>
  db
    .select({ turn: sql`pg_advisory_xact_lock(hashtextextended(lower(${sql.placeholder('number')}::text), 0))::text` })
    .from(sql`(select 1) as one`)
    .prepare(UNNAMED),
);
const insert = insertInto(records);
/** The row is there and locked. When it was last used stays. */
const { usedAt: _, ...replaced } = overwrite(records, [records.team, records.kind, records.id]);
const update = insertInto(records, (row) =>
  row.onConflictDoUpdate({ target: [records.team, records.kind, records.id], set: replaced }),
);
const forget = prepared(builder.delete(recordWords).where(given(recordWords, 'team', 'kind', 'id')));
const insertChange = insertInto(recordChanges);

const rememberWords = prepared({
  toSQL: () =>
    builder
      .insert(recordWords)
      .select(
        sql`select ${sql.placeholder('team')}::text, ${sql.placeholder('kind')}::text, ${sql.placeholder('client')}::text,
          ${sql.placeholder('active')}::boolean, word, ${sql.placeholder('id')}::text
          from unnest(${sql.placeholder('words')}::text[]) as w(word)`,
      )
      .toSQL(),
});
const remember = (values: Readonly<Record<string, unknown>>): Statement => rememberWords(values);
