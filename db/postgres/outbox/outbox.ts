import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { type Cause, Fenced, LANES, type Outbox, type Term } from '../../ports.ts';
import { has } from '../../rows/columns.ts';
import { checkpointOf, claimedOf, effectRow, effectText, textOf, unreadable } from '../../rows/effect-row.ts';
import { storedCheckpoint } from '../../shapes/checkpoint.ts';
import { storedEffect } from '../../shapes/effect.ts';
import { StoredProblem } from '../../shapes/stored.ts';
import type { Access } from '../access.ts';
import type { Db } from '../connection.ts';
import { builder, given, onEach, placed, prepared, UNNAMED } from '../prepared.ts';
import { effects, entries, orders } from '../schema.ts';
import { demandTerm } from '../transaction/term.ts';
import { claimed, counted, earliestDue } from './claims.ts';

/** A parked effect that a human has made due again. */
const fresh = (now: number) => ({ parkedAt: null, remedy: null, dueAt: now, attempts: 0 });

/**
 * What Slack is owed. `warn` hears of what cannot be read, which is parked. Every condition repeats a partial index's, so
 * that only undone rows are ever looked at.
 */
export function outboxOf(
  { reads, writes, writesTogether, writesInTwo }: Access,
  warn: (sentence: string) => void = () => {},
): Outbox {
  return {
    owe: writes(async (db, team, id, what, now, { doubtSince, cause } = {}) => {
      // Who owes something of the same order, or acts on it, waits until this is over.
      const last = id === null ? await alone(db, team) : await lastEntry(db, team, id);
      if (id !== null && last === null) return 0;
      if (cause !== undefined && (await isOwedFor(db, team, cause))) return 0;
      const idle = and(
        has(effects, { team }),
        sql`coalesce(${effects.order}, '') = ${id ?? ''}`,
        isNull(effects.doneAt),
        isNull(effects.claimedBy),
        isNull(effects.parkedAt),
      );
      const owed = () => db.select().from(effects).where(idle);
      const before = new Set((await owed()).map(textOf));
      const added = what.filter((effect) => !before.has(effectText(effect)));
      for (const effect of added) storedEffect.check(effect, `effect ${effect.type} of order ${id ?? 'none'}`);
      const rows = added.map((effect) => effectRow({ team, id }, last, effect, now, cause));
      if (rows.length > 0) await db.insert(effects).values(rows);
      // One of them stands for all that is owed for it, also when all of it was owed already.
      if (cause !== undefined) {
        const texts = new Set<string | undefined>(what.map(effectText));
        const one = (await owed()).findLast((row) => row.cause === null && texts.has(textOf(row)));
        if (one) await db.update(effects).set({ cause }).where(eq(effects.seq, one.seq));
      }
      if (doubtSince === undefined) return added.length;
      const asked = new Set<string | undefined>(what.map(effectText));
      const firstAttemptAt = sql`least(${effects.firstAttemptAt}, ${doubtSince})`;
      for (const one of (await owed()).filter((row) => asked.has(textOf(row))))
        await db.update(effects).set({ inDoubt: true, firstAttemptAt }).where(eq(effects.seq, one.seq));
      return added.length;
    }),
    claim: writes(async (db, term, now, room) => {
      const [, rows] = await Promise.all([demandTerm(db, term, 'no key update'), claimed(db, term, now, room)]);
      // RETURNING keeps no order.
      rows.sort((a, b) => a.dueAt - b.dueAt || a.seq - b.seq);
      const read = rows.map(async (row) => {
        try {
          return [claimedOf(row, now)];
        } catch (error) {
          if (!(error instanceof StoredProblem)) throw error;
          await putAside(db, term, row.id, unreadable(error, now));
          warn(error.message);
          return [];
        }
      });
      return (await Promise.all(read)).flat();
    }),
    // The index leaves out what only waits for its own time, which may be a million.
    adjustForClockShift: writesTogether(async (db, team, now, dueAfter) => {
      const putOff = sql`done_at is null and parked_at is null and (not_before is null or due_at > not_before) and due_at > ${dueAfter}`;
      const dueAt = sql`greatest(coalesce(${effects.notBefore}, 0), ${now})`;
      await db
        .update(effects)
        .set({ dueAt })
        .where(and(has(effects, { team }), putOff));
    }),
    saveCheckpoint: writesInTwo(async (db, term, id, given) => {
      const [row] = await claimedRow(db).execute({ ...term, id });
      if (!row) throw new Fenced(`effect ${id} is not under way in term ${term.fence}`);
      const checkpoint = { ...checkpointOf(row), ...given };
      storedCheckpoint.check(checkpoint, `checkpoint of effect ${id}`);
      const set = { checkpoint: JSON.stringify(checkpoint), checkpointShape: storedCheckpoint.number };
      return { result: undefined, last: [checkpointed({ ...set, seq: row.seq })] };
    }),
    outcome: reads(async (db, team, id) => {
      const [row] = await db.select().from(effects).where(has(effects, { team, id }));
      return row && { settled: row.doneAt !== null || row.parkedAt !== null, checkpoint: checkpointOf(row) };
    }),
    done: writesTogether((db, term, id, now) => finish(db, term, id, { doneAt: now })),
    retry: writesTogether((db, term, id, dueAt, error, { inDoubt, counted }) =>
      putOff(db, term, id, { dueAt: Math.ceil(dueAt), error, doubt: inDoubt, less: counted ? 0 : 1 }),
    ),
    park: writesTogether((db, term, id, now, error, remedy) =>
      putAside(db, term, id, { parkedAt: now, error, remedy }),
    ),
    expediteRetries: writesTogether(async (db, team, now, until) => {
      const waits = sql`${effects.dueAt} > ${now} and ${effects.dueAt} <= ${until}`;
      const failed = sql`${effects.attempts} > 0 and ${effects.claimedBy} is null`;
      const undone = and(has(effects, { team }), isNull(effects.doneAt), isNull(effects.parkedAt));
      const { rowCount } = await db
        .update(effects)
        .set({ dueAt: now })
        .where(and(undone, waits, failed));
      return rowCount ?? 0;
    }),
    unpark: writesTogether(async (db, team, id, now) => (await unpark(db, team, eq(effects.id, id), now)) > 0),
    // Its undone ones have an index.
    unparkOrder: writesTogether((db, team, order, now) =>
      unpark(db, team, and(sql`coalesce(${effects.order}, '') = ${order}`, isNull(effects.doneAt)), now),
    ),
    unparkAll: writesTogether((db, team, now, cause) => unpark(db, team, isFor(cause), now)),
    parkedCauses: reads(async (db, team, limit) => {
      const rows = await db
        .select({ error: effects.error, remedy: effects.remedy, count: sql<number>`count(*)::int` })
        .from(effects)
        .where(isParked(team))
        .groupBy(effects.error, effects.remedy)
        .orderBy(sql`max(${effects.parkedAt}) desc`, sql`max(${effects.seq}) desc`)
        .limit(limit);
      return rows.map(({ error, remedy, count }) => ({ error: error ?? '', remedy: remedy ?? '', count }));
    }),
    parked: reads(async (db, team, limit, cause) => {
      const { id, order, type, error, remedy, parkedAt } = effects;
      const rows = await db
        .select({ id, team: effects.team, order, orderNumber: orders.number, type, error, remedy, parkedAt })
        .from(effects)
        .leftJoin(orders, and(eq(orders.team, effects.team), eq(orders.id, effects.order)))
        .where(and(isParked(team), isFor(cause)))
        .orderBy(desc(effects.parkedAt), desc(effects.seq))
        .limit(limit);
      return rows.map(({ error, remedy, parkedAt, ...row }) => ({
        ...row,
        error: error ?? '',
        remedy: remedy ?? '',
        parkedAt: parkedAt ?? 0,
      }));
    }),
    nextDue: reads((db, team, lanes = LANES) => earliestDue(db, team, lanes)),
    owes: reads(async (db, team, order, lane, before = Number.MAX_SAFE_INTEGER) => {
      const ofOrder = sql`coalesce(${effects.order}, '') = ${order} and coalesce(${effects.entry}, 0) < ${before}::bigint`;
      const inLane = and(has(effects, { team, lane }), ofOrder);
      const unsettled = and(isNull(effects.doneAt), isNull(effects.parkedAt));
      const rows = await db.select({ seq: effects.seq }).from(effects).where(and(inLane, unsettled)).limit(1);
      return rows.length > 0;
    }),
    backlog: reads((db, team, now = Number.MAX_SAFE_INTEGER) => counted(db, team, now)),
  };
}

/** An effect that is claimed in this term. */
const underWay = and(
  given(effects, 'id', 'team'),
  sql`${effects.claimedBy} = ${sql.placeholder('fence')}`,
  isNull(effects.doneAt),
);
const claimedRow = onEach((db) => db.select().from(effects).where(underWay).for('no key update').prepare(UNNAMED));
const checkpointed = prepared(
  builder
    .update(effects)
    .set({
      checkpoint: placed(effects.checkpoint, 'checkpoint'),
      checkpointShape: placed(effects.checkpointShape, 'checkpointShape'),
    })
    .where(given(effects, 'seq')),
);

/** What becomes of an effect that is claimed in this term. A next term would have taken it out of its hands. */
const settles = <V extends object>(becomes: PgUpdateSetSource<typeof effects>) => {
  const update = onEach((db) =>
    db
      .update(effects)
      .set({ ...becomes, claimedBy: null })
      .where(underWay)
      .prepare(UNNAMED),
  );
  return async (db: Db, { team, fence }: Term, id: string, values: V): Promise<void> => {
    const { rowCount } = await update(db).execute({ team, fence, id, ...values });
    if (rowCount === 0) throw new Fenced(`effect ${id} is not under way in term ${fence}`);
  };
};

const finish = settles<{ readonly doneAt: number }>({
  ...{ doneAt: placed(effects.doneAt, 'doneAt'), parkedAt: null, error: null, remedy: null },
});
const putAside = settles<{ readonly parkedAt: number; readonly error: string; readonly remedy: string }>({
  ...{
    parkedAt: placed(effects.parkedAt, 'parkedAt'),
    error: placed(effects.error, 'error'),
    remedy: placed(effects.remedy, 'remedy'),
  },
});
// Doubt stays until the effect is done: a later attempt that failed for certain does not undo an earlier one.
const putOff = settles<{
  readonly dueAt: number;
  readonly error: string;
  readonly doubt: boolean;
  readonly less: number;
}>({
  dueAt: placed(effects.dueAt, 'dueAt'),
  error: placed(effects.error, 'error'),
  attempts: sql`${effects.attempts} - ${placed(effects.attempts, 'less')}`,
  inDoubt: sql`${effects.inDoubt} or ${placed(effects.inDoubt, 'doubt')}`,
});

async function unpark(db: Db, team: string, those: SQL | undefined, now: number): Promise<number> {
  const { rowCount } = await db
    .update(effects)
    .set(fresh(now))
    .where(and(isParked(team), those));
  return rowCount ?? 0;
}

async function isOwedFor(db: Db, team: string, cause: string): Promise<boolean> {
  const { seq } = effects;
  return (await db.select({ seq }).from(effects).where(has(effects, { team, cause }))).length > 0;
}

const isParked = (team: string) => and(eq(effects.team, team), isNotNull(effects.parkedAt));

const isFor = (cause: Cause | undefined) =>
  cause && and(eq(effects.error, cause.error), eq(effects.remedy, cause.remedy));

/** The number of an order's last entry, null for an order that is not there; the order is locked. */
async function lastEntry(db: Db, team: string, id: string): Promise<number | null> {
  const [, [last]] = await Promise.all([
    db.select({ id: orders.id }).from(orders).where(has(orders, { team, id })).for('no key update'),
    db
      .select({ seq: sql<number | null>`max(${entries.seq})` })
      .from(entries)
      .where(has(entries, { team, order: id })),
  ]);
  return last?.seq ?? null;
}

/** What is owed about no order has no row to lock: those who owe it in this workspace come one after the other all the same. */
async function alone(db: Db, team: string): Promise<null> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`effects of ${team}`}, 0))`);
  return null;
}
