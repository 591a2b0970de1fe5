import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { type Cause, Fenced, LANES, type Outbox, type Term } from '../../ports.ts';
import { given, has, placeholders } from '../../rows/columns.ts';
import { checkpointOf, claimedOf, effectRow, effectText, textOf, unreadable } from '../../rows/effect-row.ts';
import { storedCheckpoint } from '../../shapes/checkpoint.ts';
import { storedEffect } from '../../shapes/effect.ts';
import { StoredProblem } from '../../shapes/stored.ts';
import type { Access } from '../access.ts';
import { perConnection, prepared } from '../prepared.ts';
import { effects, entries, orders } from '../schema.ts';
import { preparedClaim, preparedCounts, preparedNextDue } from './claims.ts';
import { preparedUnderWay } from './under-way.ts';

/** A parked effect that a human has made due again. */
const fresh = (now: number) => ({ parkedAt: null, remedy: null, dueAt: now, attempts: 0 });

/**
 * What Slack is owed. `warn` hears of what cannot be read, which is parked. Every condition repeats a partial index's, so
 * that only undone rows are ever looked at.
 */
export function outboxOf(
  { db, reads, writes, demandTerm }: Access,
  warn: (sentence: string) => void = () => {},
): Outbox {
  const claim = preparedClaim(db);
  const nextDue = preparedNextDue(db);
  const counts = preparedCounts(db);
  // The index leaves out what only waits for its own time, which may be a million.
  const hurry = db.$client.prepare<[number, string, number]>(
    `update effects indexed by effects_put_off set due_at = max(coalesce(not_before, 0), ?)
     where team = ? and done_at is null and parked_at is null and (not_before is null or due_at > not_before) and due_at > ?`,
  );
  const underWay = preparedUnderWay(db);
  /** Does something to an effect that is claimed in this term. */
  const change = (how: ReturnType<typeof prepared>, term: Term, id: string, values: object) => {
    if (how({ ...values, ...term, id }) === 0) throw notUnderWay(term, id);
  };
  const unpark = (parked: SQL | undefined, those: SQL | undefined, now: number) =>
    db.update(effects).set(fresh(now)).where(and(parked, those)).run().changes;
  const write = insertEffect(db);
  const lastEntry = db
    .select({ seq: sql<number | null>`max(${entries.seq})` })
    .from(entries)
    .where(given(entries, 'team', 'order'))
    .prepare();
  const isOwedFor = (team: string, cause: string) =>
    db.select({ seq: effects.seq }).from(effects).where(has(effects, { team, cause })).get() !== undefined;
  return {
    owe: writes((team, id, what, now, { doubtSince, cause } = {}) => {
      const last = id === null ? null : lastEntry.get({ team, order: id })?.seq;
      if (id !== null && last == null) return 0;
      if (cause !== undefined && isOwedFor(team, cause)) return 0;
      const ofOrder = and(has(effects, { team }), sql`${effects.order} is ${id}`, isNull(effects.doneAt));
      const idle = and(ofOrder, isNull(effects.claimedBy), isNull(effects.parkedAt));
      const owed = () => db.select().from(effects).where(idle).all();
      const before = new Set(owed().map(textOf));
      const added = what.filter((effect) => !before.has(effectText(effect)));
      for (const effect of added) {
        storedEffect.check(effect, `effect ${effect.type} of order ${id ?? 'none'}`);
        write(effectRow({ team, id }, last ?? null, effect, now, cause));
      }
      // One of them stands for all that is owed for it, also when all of it was owed already.
      if (cause !== undefined) {
        const asked = new Set<string | undefined>(what.map(effectText));
        const one = owed().findLast((row) => row.cause === null && asked.has(textOf(row)));
        if (one) db.update(effects).set({ cause }).where(eq(effects.seq, one.seq)).run();
      }
      if (doubtSince === undefined) return added.length;
      const asked = new Set<string | undefined>(what.map(effectText));
      const firstAttemptAt = sql`min(coalesce(${effects.firstAttemptAt}, ${doubtSince}), ${doubtSince})`;
      for (const one of owed().filter((row) => asked.has(textOf(row))))
        db.update(effects).set({ inDoubt: true, firstAttemptAt }).where(eq(effects.seq, one.seq)).run();
      return added.length;
    }),
    claim: writes((term, now, room) => {
      demandTerm(term);
      const rows = LANES.flatMap((lane) => {
        const limit = room[lane] ?? 0;
        return limit > 0 ? claim.all({ ...term, now, limit, lane }) : [];
      });
      // RETURNING keeps no order.
      rows.sort((a, b) => a.dueAt - b.dueAt || a.seq - b.seq);
      return rows.flatMap((row) => {
        try {
          return claimedOf(row, now);
        } catch (error) {
          if (!(error instanceof StoredProblem)) throw error;
          change(underWay.park, term, row.id, unreadable(error, now));
          warn(error.message);
          return [];
        }
      });
    }),
    adjustForClockShift: writes((team, now, dueAfter) => void hurry.run(now, team, dueAfter)),
    saveCheckpoint: writes((term, id, given) => {
      const row = underWay.row.get({ ...term, id });
      if (!row) throw notUnderWay(term, id);
      const checkpoint = { ...checkpointOf(row), ...given };
      storedCheckpoint.check(checkpoint, `checkpoint of effect ${id}`);
      const set = { checkpoint: JSON.stringify(checkpoint), checkpointShape: storedCheckpoint.number };
      change(underWay.saveCheckpoint, term, id, set);
    }),
    outcome: reads((team, id) => {
      const row = db.select().from(effects).where(has(effects, { team, id })).get();
      return row && { settled: row.doneAt !== null || row.parkedAt !== null, checkpoint: checkpointOf(row) };
    }),
    done: writes((term, id, doneAt) => change(underWay.done, term, id, { doneAt })),
    retry: writes((term, id, dueAt, error, { inDoubt, counted }) => {
      const values = { dueAt: Math.ceil(dueAt), error, inDoubt: inDoubt ? 1 : 0, uncounted: counted ? 0 : 1 };
      change(underWay.retry, term, id, values);
    }),
    park: writes((term, id, parkedAt, error, remedy) => change(underWay.park, term, id, { parkedAt, error, remedy })),
    expediteRetries: writes((team, now, until) => {
      const waits = sql`${effects.dueAt} > ${now} and ${effects.dueAt} <= ${until}`;
      const failed = sql`${effects.attempts} > 0 and ${effects.claimedBy} is null`;
      const undone = and(has(effects, { team }), isNull(effects.doneAt), isNull(effects.parkedAt));
      return db
        .update(effects)
        .set({ dueAt: now })
        .where(and(undone, waits, failed))
        .run().changes;
    }),
    unpark: writes((team, id, now) => unpark(isParked(team), eq(effects.id, id), now) > 0),
    // Its undone ones have an index.
    unparkOrder: writes((team, order, now) =>
      unpark(isParked(team), and(eq(effects.order, order), isNull(effects.doneAt)), now),
    ),
    unparkAll: writes((team, now, cause) => unpark(isParked(team, cause), undefined, now)),
    parkedCauses: reads((team, limit) => {
      const rows = db
        .select({ error: effects.error, remedy: effects.remedy, count: sql<number>`count(*)` })
        .from(effects)
        .where(isParked(team))
        .groupBy(effects.error, effects.remedy)
        .orderBy(sql`max(${effects.parkedAt}) desc`, sql`max(${effects.seq}) desc`)
        .limit(limit)
        .all();
      return rows.map(({ error, remedy, count }) => ({ error: error ?? '', remedy: remedy ?? '', count }));
    }),
    parked: reads((team, limit, cause) => {
      const rows = db
        .select({
          id: effects.id,
          team: effects.team,
          order: effects.order,
          orderNumber: orders.number,
          type: effects.type,
          error: effects.error,
          remedy: effects.remedy,
          parkedAt: effects.parkedAt,
        })
        .from(effects)
        .leftJoin(orders, and(eq(orders.team, effects.team), eq(orders.id, effects.order)))
        .where(isParked(team, cause))
        .orderBy(desc(effects.parkedAt), desc(effects.seq))
        .limit(limit)
        .all();
      return rows.map(({ error, remedy, parkedAt, ...row }) => ({
        ...row,
        error: error ?? '',
        remedy: remedy ?? '',
        parkedAt: parkedAt ?? 0,
      }));
    }),
    nextDue: reads((team, lanes = LANES) => {
      const due = lanes.flatMap((lane) => nextDue.get({ team, lane })?.dueAt ?? []);
      return due.length > 0 ? Math.min(...due) : undefined;
    }),
    owes: reads((team, order, lane, before = Number.MAX_SAFE_INTEGER) => {
      const inLane = and(has(effects, { team, order, lane }), sql`coalesce(${effects.entry}, 0) < ${before}`);
      const unsettled = and(sql`done_at is null`, isNull(effects.parkedAt));
      return db.select({ seq: effects.seq }).from(effects).where(and(inLane, unsettled)).get() !== undefined;
    }),
    backlog: reads((team, now = Number.MAX_SAFE_INTEGER) => counts(team, now)),
  };
}

const notUnderWay = ({ fence }: Term, id: string) => new Fenced(`effect ${id} is not under way in term ${fence}`);

const isParked = (team: string, cause?: Cause) =>
  and(
    eq(effects.team, team),
    isNotNull(effects.parkedAt),
    ...(cause ? [eq(effects.error, cause.error), eq(effects.remedy, cause.remedy)] : []),
  );

/** A prepared insert of an effect's row. */
export const insertEffect = perConnection((db) =>
  prepared(
    db,
    db.insert(effects).values({
      ...placeholders('id', 'team', 'order', 'entry', 'lane', 'type', 'body', 'dueAt', 'notBefore'),
      ...placeholders('shape', 'checkpointShape'),
    }),
  ),
);
