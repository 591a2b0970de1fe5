import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core';
import { type Cause, COUNTED, Fenced, LANES, LOST_CHANNEL, type Store, type Term } from '../../ports.ts';
import { storedCheckpoint } from '../../shapes/checkpoint.ts';
import { StoredProblem } from '../../shapes/stored.ts';
import { type Db, transact } from '../connection.ts';
import { effects, orders } from '../schema.ts';
import { demandTerm } from './deliveries.ts';
import { checkpointOf, effectColumns, effectKey, effectOf } from './effect-rows.ts';

type OutboxStore = Pick<
  Store,
  | 'claim'
  | 'adjustForClockShift'
  | 'saveCheckpoint'
  | 'done'
  | 'retry'
  | 'park'
  | 'expediteRetries'
  | 'unpark'
  | 'unparkOrder'
  | 'unparkAll'
  | 'parked'
  | 'parkedCauses'
  | 'nextDue'
  | 'owes'
  | 'backlog'
>;

/** A parked effect that a human has made due again. */
const fresh = (now: number) => ({ parkedAt: null, remedy: null, dueAt: now, attempts: 0 });

/** What Slack is owed. `warn` hears of what cannot be read, which is parked. Every condition repeats a partial index's, so that only undone rows are ever looked at. */
export function outboxOf(db: Db, warn: (sentence: string) => void = () => {}): OutboxStore {
  const claim = preparedClaim(db);
  const nextDue = preparedNextDue(db);
  const counts = preparedCounts(db);
  // The index leaves out what only waits for its own time, which may be a million.
  const hurry = db.$client.prepare<[number, string, number]>(
    `update effects indexed by effects_put_off set due_at = max(coalesce(not_before, 0), ?)
     where team = ? and done_at is null and parked_at is null and (not_before is null or due_at > not_before) and due_at > ?`,
  );
  const claimedIn = ({ team, fence }: Term, id: string) =>
    and(eq(effects.id, id), eq(effects.team, team), eq(effects.claimedBy, fence), isNull(effects.doneAt));
  /** What becomes of an effect that is claimed in this term. */
  const settle = (term: Term, id: string, becomes: SQLiteUpdateSetSource<typeof effects>) => {
    const { changes } = db
      .update(effects)
      .set({ ...becomes, claimedBy: null })
      .where(claimedIn(term, id))
      .run();
    if (changes === 0) throw new Fenced(`effect ${id} is not under way in term ${term.fence}`);
  };
  return {
    async claim(term, now, room) {
      const { team, fence } = term;
      const rows = transact(db.$client, () => {
        demandTerm(db.$client, term);
        return LANES.flatMap((lane) => {
          const limit = room[lane] ?? 0;
          return limit > 0 ? claim.all({ team, fence, now, limit, lane }) : [];
        });
      });
      // RETURNING keeps no order.
      rows.sort((a, b) => a.dueAt - b.dueAt || a.seq - b.seq);
      return rows.flatMap(({ dueAt, seq, firstAttemptAt, body, shape, checkpoint, checkpointShape, type, ...row }) => {
        try {
          const effect = effectOf(row, body, shape);
          return {
            ...row,
            effect,
            checkpoint: checkpointOf(row, type, checkpoint, checkpointShape),
            firstAttemptAt: firstAttemptAt ?? now,
          };
        } catch (error) {
          if (!(error instanceof StoredProblem)) throw error;
          // The others go on.
          settle(term, row.id, { parkedAt: now, error: 'unreadable_row', remedy: error.message });
          warn(error.message);
          return [];
        }
      });
    },
    async adjustForClockShift(team, now, dueAfter) {
      hurry.run(now, team, dueAfter);
    },
    async saveCheckpoint(term, id, given) {
      transact(db.$client, () => {
        const isIt = claimedIn(term, id);
        const row = db
          .select({ ...effectKey, ...effectColumns.checkpoint })
          .from(effects)
          .where(isIt)
          .get();
        if (!row) throw new Fenced(`effect ${id} is not under way in term ${term.fence}`);
        const checkpoint = { ...checkpointOf(row, row.type, row.checkpoint, row.checkpointShape), ...given };
        storedCheckpoint.check(checkpoint, `checkpoint of effect ${id}`);
        db.update(effects).set({ checkpoint, checkpointShape: storedCheckpoint.number }).where(isIt).run();
      });
    },
    async done(term, id, now) {
      settle(term, id, { doneAt: now, parkedAt: null, error: null, remedy: null });
    },
    async retry(term, id, dueAt, error, { inDoubt, counted }) {
      const attempts = sql`${effects.attempts} - ${counted ? 0 : 1}`;
      // Doubt stays until the effect is done: a later attempt that failed for certain does not undo an earlier one.
      settle(term, id, { dueAt, error, attempts, inDoubt: sql`${effects.inDoubt} or ${inDoubt ? 1 : 0}` });
    },
    async park(term, id, now, error, remedy) {
      settle(term, id, { parkedAt: now, error, remedy });
    },
    async expediteRetries(team, now, until) {
      const waits = sql`${effects.dueAt} > ${now} and ${effects.dueAt} <= ${until}`;
      const failed = sql`${effects.attempts} > 0 and ${effects.claimedBy} is null`;
      const undone = and(eq(effects.team, team), isNull(effects.doneAt), isNull(effects.parkedAt));
      return db
        .update(effects)
        .set({ dueAt: now })
        .where(and(undone, waits, failed))
        .run().changes;
    },
    async unpark(team, id, now) {
      const isIt = and(eq(effects.team, team), eq(effects.id, id), isNotNull(effects.parkedAt));
      return db.update(effects).set(fresh(now)).where(isIt).run().changes > 0;
    },
    async unparkOrder(team, order, now) {
      const parkedOfIt = and(eq(effects.team, team), eq(effects.order, order), isNull(effects.doneAt));
      return db
        .update(effects)
        .set(fresh(now))
        .where(and(parkedOfIt, isNotNull(effects.parkedAt)))
        .run().changes;
    },
    async unparkAll(team, now, cause) {
      return db.update(effects).set(fresh(now)).where(isParked(team, cause)).run().changes;
    },
    async parkedCauses(team, limit) {
      const rows = db
        .select({ error: effects.error, remedy: effects.remedy, count: sql<number>`count(*)` })
        .from(effects)
        .where(isParked(team))
        .groupBy(effects.error, effects.remedy)
        .orderBy(sql`max(${effects.parkedAt}) desc`, sql`max(${effects.seq}) desc`)
        .limit(limit)
        .all();
      return rows.map(({ error, remedy, count }) => ({ error: error ?? '', remedy: remedy ?? '', count }));
    },
    async parked(team, limit, cause) {
      const rows = db
        .select({
          ...effectKey,
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
    },
    async nextDue(team, lanes = LANES) {
      const due = lanes.flatMap((lane) => nextDue.get({ team, lane })?.dueAt ?? []);
      return due.length > 0 ? Math.min(...due) : undefined;
    },
    async owes(team, order, lane) {
      const inLane = and(eq(effects.team, team), eq(effects.order, order), eq(effects.lane, lane));
      const unsettled = and(sql`done_at is null`, isNull(effects.parkedAt));
      return db.select({ seq: effects.seq }).from(effects).where(and(inLane, unsettled)).limit(1).get() !== undefined;
    },
    backlog: async (team, now = Number.MAX_SAFE_INTEGER) => counts(team, now),
  };
}

const isParked = (team: string, cause?: Cause) =>
  and(
    eq(effects.team, team),
    isNotNull(effects.parkedAt),
    ...(cause ? [eq(effects.error, cause.error), eq(effects.remedy, cause.remedy)] : []),
  );

const e = alias(effects, 'e');
const inLane = and(eq(e.team, sql.placeholder('team')), eq(e.lane, sql.placeholder('lane')));

/** What is undone, each kind counted along an index of its own and no further than `COUNTED`. */
function preparedCounts({ $client }: Db) {
  const prepared = <P extends unknown[]>(source: string) => $client.prepare<P, number>(source).pluck();
  const count = <P extends unknown[]>(where: string) =>
    prepared<P>(`select count(*) from (select 1 from effects where team = ? and ${where} limit ${COUNTED})`);
  const due = 'done_at is null and parked_at is null and due_at <= ?';
  // Put off or not; of what only waits for its own time (an archive_channel that was never tried), what is due.
  const owed = count<[string]>(
    'done_at is null and parked_at is null and (not_before is null or due_at > not_before) and due_at > 0',
  );
  const ripe = count<[string, number]>(`${due} and not_before is not null and due_at <= not_before`);
  const running = count<[string]>('claimed_by is not null');
  const parked = count<[string]>('parked_at is not null');
  const oldest = prepared<[string, number]>(
    `select due_at from effects where team = ? and ${due} and claimed_by is null order by due_at, seq limit 1`,
  );
  return (team: string, now: number) => {
    const claimed = running.get(team) ?? 0;
    return {
      pending: Math.max(0, Math.min(COUNTED, (owed.get(team) ?? 0) + (ripe.get(team, now) ?? 0)) - claimed),
      running: claimed,
      parked: parked.get(team) ?? 0,
      oldestDue: oldest.get(team, now) ?? null,
    };
  };
}

/** No unfinished effect of e's lane (its order's) for which `holds`. */
const noOther = (holds: SQL) => sql`not exists (
  select 1 from ${effects} as other
  where other.team = e.team and other.order_id is e.order_id and other.lane = e.lane and other.done_at is null and ${holds})`;

/**
 * What the later effects of its lane do not wait for: what is parked, unless it was to open the channel or finds it closed to
 * us. An archive_channel is the last of all and waits for it as well.
 */
const letsPass = sql`(other.parked_at is not null and e.type <> 'archive_channel' and other.type <> 'open_channel'
  and other.error not in ${LOST_CHANNEL})`;

/**
 * The oldest due effect of each lane: all before it are done or let it pass, or are an archive_channel whose time has not
 * come, and none of its lane runs.
 */
function preparedClaim(db: Db) {
  const now = sql.placeholder('now');
  const claimable = db
    .select({ seq: e.seq })
    .from(e)
    .where(
      and(
        isNull(e.doneAt),
        isNull(e.parkedAt),
        inLane,
        sql`${e.dueAt} <= ${now}`,
        sql`coalesce(${e.notBefore}, 0) <= ${now}`,
        noOther(sql`other.seq < e.seq and coalesce(other.not_before, 0) <= ${now} and not ${letsPass}`),
        noOther(sql`other.claimed_by is not null`),
      ),
    )
    .orderBy(asc(e.dueAt), asc(e.seq))
    .limit(sql.placeholder('limit'));
  return db
    .update(effects)
    .set({
      claimedBy: sql`${sql.placeholder('fence')}`,
      attempts: sql`${effects.attempts} + 1`,
      firstAttemptAt: sql`coalesce(${effects.firstAttemptAt}, ${now})`,
    })
    .where(sql`${effects.seq} in ${claimable}`)
    .returning({
      ...effectKey,
      lane: effects.lane,
      ...effectColumns.body,
      attempt: effects.attempts,
      inDoubt: effects.inDoubt,
      firstAttemptAt: effects.firstAttemptAt,
      ...effectColumns.checkpoint,
      dueAt: effects.dueAt,
      seq: effects.seq,
    })
    .prepare();
}

/**
 * The earliest due time among effects that wait for nothing but their time. An archive_channel that was never tried
 * (still due when it was first to be) does not hold up the ones after it: once its own time has come it is the earlier one.
 */
function preparedNextDue(db: Db) {
  const untried = sql`other.type = 'archive_channel' and other.parked_at is null and other.due_at = other.not_before`;
  return db
    .select({ dueAt: e.dueAt })
    .from(e)
    .where(
      and(
        isNull(e.doneAt),
        isNull(e.parkedAt),
        inLane,
        noOther(sql`other.seq < e.seq and not (${untried}) and not ${letsPass}`),
        noOther(sql`other.claimed_by is not null`),
      ),
    )
    .orderBy(asc(e.dueAt), asc(e.seq))
    .limit(1)
    .prepare();
}
