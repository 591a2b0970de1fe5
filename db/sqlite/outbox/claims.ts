import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { COUNTED, LOST_CHANNEL } from '../../ports.ts';
import type { Db } from '../connection.ts';
import { limitOf } from '../prepared.ts';
import { effects } from '../schema.ts';

const e = alias(effects, 'e');
const undone = and(
  eq(e.team, sql.placeholder('team')),
  eq(e.lane, sql.placeholder('lane')),
  isNull(e.doneAt),
  isNull(e.parkedAt),
);

/** What is undone, each kind counted along an index of its own and no further than `COUNTED`. */
export function preparedCounts({ $client }: Db) {
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

/** The import that an effect's body names, as it stands there; '' for none. */
const importOf = (body: 'e.body' | 'other.body') =>
  sql.raw(`case instr(${body}, '"import":') when 0 then '' else substr(${body}, instr(${body}, '"import":')) end`);

const PERSON = '"person":"';
/** The person whom an effect's body names; something that is nobody's id where it names none. */
const personOf = (body: 'e.body' | 'other.body') => {
  const rest = `substr(${body}, instr(${body}, '${PERSON}') + ${PERSON.length})`;
  return sql.raw(`substr(${rest}, 1, instr(${rest}, '"'))`);
};

/** No unfinished effect of e's lane (its order's; about no order: its import's, a reminder: its person's) for which `holds`. */
const noOther = (holds: SQL) => sql`not exists (
  select 1 from ${effects} as other
  where other.team = e.team and other.order_id is e.order_id and other.lane = e.lane and other.done_at is null and ${holds}
    and (e.order_id is not null or case e.lane when 'reminders' then ${personOf('other.body')} = ${personOf('e.body')}
      else ${importOf('other.body')} = ${importOf('e.body')} end))`;

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
export function preparedClaim(db: Db) {
  const now = sql.placeholder('now');
  const claimable = db
    .select({ seq: e.seq })
    .from(e)
    .where(
      and(
        undone,
        sql`${e.dueAt} <= ${now}`,
        sql`coalesce(${e.notBefore}, 0) <= ${now}`,
        noOther(sql`other.seq < e.seq and coalesce(other.not_before, 0) <= ${now} and not ${letsPass}`),
        noOther(sql`other.claimed_by is not null`),
      ),
    )
    .orderBy(asc(e.dueAt), asc(e.seq))
    .limit(limitOf('limit'));
  return db
    .update(effects)
    .set({
      claimedBy: sql`${sql.placeholder('fence')}`,
      attempts: sql`${effects.attempts} + 1`,
      firstAttemptAt: sql`coalesce(${effects.firstAttemptAt}, ${now})`,
    })
    .where(sql`${effects.seq} in ${claimable}`)
    .returning()
    .prepare();
}

/**
 * The earliest due time among effects that wait for nothing but their time. What has a time of its own and was never tried
 * (still due when it was first to be) does not hold up the ones after it: once its own time has come it is the earlier one.
 */
export function preparedNextDue(db: Db) {
  const untried = sql`other.not_before is not null and other.parked_at is null and other.due_at = other.not_before`;
  return db
    .select({ dueAt: e.dueAt })
    .from(e)
    .where(
      and(
        undone,
        noOther(sql`other.seq < e.seq and not (${untried}) and not ${letsPass}`),
        noOther(sql`other.claimed_by is not null`),
      ),
    )
    .orderBy(asc(e.dueAt), asc(e.seq))
    .prepare();
}
