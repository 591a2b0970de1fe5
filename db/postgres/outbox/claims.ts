import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { COUNTED, LANES, type Lane, LOST_CHANNEL, type Room, type Term } from '../../ports.ts';
import type { Db } from '../connection.ts';
import { effects } from '../schema.ts';

const e = alias(effects, 'e');
const undone = (team: string, lane: Lane) =>
  and(eq(e.team, team), eq(e.lane, lane), isNull(e.doneAt), isNull(e.parkedAt));

/** The import that an effect's body names, as it stands there; null for none. */
const importOf = (body: 'e.body' | 'other.body') => sql.raw(`substring(${body} from '"import":.*')`);

/** The person whom an effect's body names; null for none. */
const personOf = (body: 'e.body' | 'other.body') => sql.raw(`substring(${body} from '"person":"([^"]*)"')`);

/** No unfinished effect of e's lane (its order's; about no order: its import's, a reminder: its person's) for which `holds`. */
const noOther = (holds: SQL) => sql`not exists (
  select 1 from ${effects} as other
  where other.team = e.team and coalesce(other.order_id, '') = coalesce(e.order_id, '') and other.lane = e.lane
    and other.done_at is null and ${holds}
    and (e.order_id is not null or case e.lane
      when 'reminders' then ${personOf('other.body')} is not distinct from ${personOf('e.body')}
      else ${importOf('other.body')} is not distinct from ${importOf('e.body')} end))`;

/**
 * What the later effects of its lane do not wait for: what is parked, unless it was to open the channel or finds it closed to
 * us. An archive_channel is the last of all and waits for it as well.
 */
const letsPass = sql`(other.parked_at is not null and e.type <> 'archive_channel' and other.type <> 'open_channel'
  and other.error not in ${[...LOST_CHANNEL]})`;

/** The oldest due time first, of these what was owed first. */
const byTurn = [asc(e.dueAt), asc(e.seq)];

/**
 * Claims the oldest due effect of each lane: all before it are done or let it pass, or are an archive_channel whose time has not
 * come, and none of its lane runs. What somebody else changes just now is left for the next time; nothing behind it
 * passes it. Claims of one workspace come one after the other (deliveries.ts): each sees what the one before has claimed.
 */
export function claimed(db: Db, { team, fence }: Term, now: number, room: Room) {
  const claimable = (lane: Lane, limit: number) =>
    db
      .select({ seq: e.seq })
      .from(e)
      .where(
        and(
          undone(team, lane),
          sql`${e.dueAt} <= ${now}`,
          sql`coalesce(${e.notBefore}, 0) <= ${now}`,
          noOther(sql`other.seq < e.seq and coalesce(other.not_before, 0) <= ${now} and not ${letsPass}`),
          noOther(sql`other.claimed_by is not null`),
        ),
      )
      .orderBy(...byTurn)
      .limit(limit)
      .for('update', { skipLocked: true });
  const lanes = LANES.flatMap((lane) => {
    const limit = room[lane] ?? 0;
    return limit > 0 ? [db.$with(`of_${lane}`).as(claimable(lane, limit))] : [];
  });
  const [first, ...others] = lanes;
  if (!first) return [];
  const every = others.reduce(
    (all, lane) => sql`${all} union all select seq from ${lane}`,
    sql`select seq from ${first}`,
  );
  return db
    .with(...lanes)
    .update(effects)
    .set({
      claimedBy: fence,
      attempts: sql`${effects.attempts} + 1`,
      firstAttemptAt: sql`coalesce(${effects.firstAttemptAt}, ${now})`,
    })
    .where(inArray(effects.seq, sql`(${every})`))
    .returning();
}

/**
 * The earliest due time among effects that wait for nothing but their time. What has a time of its own and was never tried
 * (still due when it was first to be) does not hold up the ones after it: once its own time has come it is the earlier one.
 */
export async function earliestDue(db: Db, team: string, lanes: readonly Lane[]): Promise<number | undefined> {
  if (lanes.length === 0) return undefined;
  const untried = sql`other.not_before is not null and other.parked_at is null and other.due_at = other.not_before`;
  const waits = [
    noOther(sql`other.seq < e.seq and not (${untried}) and not ${letsPass}`),
    noOther(sql`other.claimed_by is not null`),
  ];
  const [row] = await db
    .select({
      due: sql<string | null>`least(${sql.join(
        lanes.map(
          (lane) =>
            sql`(${db
              .select({ due: e.dueAt })
              .from(e)
              .where(and(undone(team, lane), ...waits))
              .orderBy(...byTurn)
              .limit(1)})`,
        ),
        sql`, `,
      )})`,
    })
    .from(sql`(values (1)) as one`);
  return row?.due == null ? undefined : Number(row.due);
}

/** What is undone, each kind counted along an index of its own and no further than `COUNTED`. */
export async function counted(db: Db, team: string, now: number) {
  const count = (where: SQL) =>
    sql`(select count(*)::int from (select 1 from ${effects} where team = ${team} and ${where} limit ${COUNTED}) as counted)`;
  const due = sql`done_at is null and parked_at is null and due_at <= ${now}`;
  const [row] = await db
    .select({
      // Put off or not; of what only waits for its own time (an archive_channel that was never tried), what is due.
      owed: sql<number>`${count(sql`done_at is null and parked_at is null and (not_before is null or due_at > not_before)`)}`,
      ripe: sql<number>`${count(sql`${due} and not_before is not null and due_at <= not_before`)}`,
      running: sql<number>`${count(sql`claimed_by is not null`)}`,
      parked: sql<number>`${count(sql`parked_at is not null`)}`,
      oldest: sql<string | null>`(select due_at from ${effects} where team = ${team} and ${due} and claimed_by is null
        order by due_at, seq limit 1)`,
    })
    .from(sql`(values (1)) as one`);
  const { owed = 0, ripe = 0, running = 0, parked = 0, oldest = null } = row ?? {};
  return {
    pending: Math.max(0, Math.min(COUNTED, owed + ripe) - running),
    running,
    parked,
    oldestDue: oldest === null ? null : Number(oldest),
  };
}
