import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ActivatedRestore, Database } from '../../ports.ts';
import { redrawRows } from '../../rows/redraw.ts';
import type { Access } from '../access.ts';
import type { Db } from '../connection.ts';
import { codeOf, plain } from '../connections/sentences.ts';
import { channels, deliveries, effects, entries, place, posts, restores } from '../schema.ts';

/**
 * Where this database is: the cluster, its timeline (which recovery to a point in time and the promotion of a standby
 * begin), and the numbers of the database and of one of its tables (a dump that was restored has new ones). Written down at
 * every start, so that a copy that is opened for the first time is known to be one, whatever made it.
 */
async function whereabouts(db: Db): Promise<string> {
  const table = sql`concat_ws(' ', (select oid from pg_database where datname = current_database()), 'orders'::regclass::oid)`;
  try {
    const { rows } = await db.execute<{ here: string }>(
      sql`select concat_ws(' ', s.system_identifier, c.timeline_id, ${table}) as here from pg_control_system() as s, pg_control_checkpoint() as c`,
    );
    return rows[0]?.here ?? '';
  } catch (error) {
    // Some servers keep that to themselves: then only a dump that was restored is noticed.
    if (codeOf(plain(error)) !== '42501') throw error;
    const { rows } = await db.execute<{ here: string }>(sql`select ${table} as here`);
    return rows[0]?.here ?? '';
  }
}

/** When something was last written down in it, milliseconds: what happened later, a copy does not know. */
const recordsEnd = sql<string | null>`nullif(greatest(
  1000 * (select max(at) from ${entries}), (select max(done_at) from ${effects}), 0), 0)`;

/** That this database was once a copy. */
export function restoresOf({ reads, writes }: Access) {
  const unused = (db: Db) => db.select().from(restores).where(isNull(restores.takenUpAt));
  const isUnused = reads(async (db) => (await unused(db)).length > 0);

  const find = reads(async (db) => ({ here: await whereabouts(db), rows: await db.select().from(place) }));
  /**
   * What is owed in a copy will have been delivered; what only waits for its own time (the archiving of a channel) needs no
   * doubt.
   */
  const arrive = writes(async (db: Db, here: string, now: number): Promise<boolean> => {
    await db.execute(sql`lock table ${place} in share row exclusive mode`);
    const [before] = await db.select().from(place);
    const row = { only: true, here };
    await db.insert(place).values(row).onConflictDoUpdate({ target: place.only, set: row });
    if (!before || before.here === here) return false;
    const { rows } = await db.execute<{ at: string | null }>(sql`select ${recordsEnd} as at`);
    const madeAt = Number(rows[0]?.at ?? now);
    await db.update(deliveries).set({ owner: null });
    await db
      .update(effects)
      .set({ inDoubt: true, firstAttemptAt: sql`coalesce(${effects.firstAttemptAt}, ${madeAt})` })
      .where(and(isNull(effects.doneAt), sql`coalesce(${effects.notBefore}, 0) <= ${madeAt}`));
    // Of a copy of a copy, the records end when the first was made.
    if ((await unused(db)).length === 0) await db.insert(restores).values({ copiedAt: madeAt }).onConflictDoNothing();
    return true;
  });

  const activate = writes(async (db, now: number, teams: readonly string[]): Promise<ActivatedRestore | undefined> => {
    const taken = await db
      .update(restores)
      .set({ takenUpAt: now })
      .where(isNull(restores.takenUpAt))
      .returning({ from: restores.copiedAt });
    const from = taken[0]?.from;
    if (from === undefined) return undefined;
    const isOwed = and(
      inArray(effects.team, [...teams]),
      isNull(effects.doneAt),
      sql`coalesce(${effects.notBefore}, 0) <= ${now}`,
    );
    // It is called so in a checkpoint of any shape, and always written as an object.
    const checkpoint = sql`case when ${effects.checkpoint} = '{}' then '{"restored":true}'
        else regexp_replace(${effects.checkpoint}, '^\\{', '{"restored":true,') end`;
    await db.update(effects).set({ checkpoint }).where(isOwed);
    const isLive = and(
      inArray(channels.team, [...teams]),
      isNull(channels.archivedAt),
      isNull(channels.lost),
      isNotNull(channels.cardTs),
    );
    const live = await db
      .select({ team: channels.team, id: channels.order, entry: sql<number>`max(${entries.seq})` })
      .from(channels)
      .innerJoin(entries, and(eq(entries.team, channels.team), eq(entries.order, channels.order)))
      .where(isLive)
      .groupBy(channels.team, channels.order);
    // The channel's metadata is not what is remembered of it.
    const bookmark = sql`split_part(${channels.bookmark}, ' v', 1)`;
    await db.update(channels).set({ topic: '', bookmark }).where(isLive);
    const unsettled = await db
      .selectDistinct({ team: posts.team, order: posts.order })
      .from(posts)
      .where(eq(posts.settled, false));
    const waiting = new Set(unsettled.map(({ team, order }) => `${team} ${order}`));
    const rows = live.flatMap(({ entry, ...order }) =>
      redrawRows(order, { entry, asked: waiting.has(`${order.team} ${order.id}`) }, { from, now }),
    );
    for (let at = 0; at < rows.length; at += PAGE) await db.insert(effects).values(rows.slice(at, at + PAGE));
    return { gap: { from, until: now }, orders: live.length };
  });

  const port: Pick<Database, 'activateRestore' | 'gaps'> = {
    // Nearly always there is none: a start that need not write does not wait for another process that writes.
    activateRestore: async (now, teams) => ((await isUnused()) ? activate(now, teams) : undefined),
    gaps: reads(async (db, limit) => {
      const until = sql<number>`${restores.takenUpAt}`.mapWith(Number);
      return db
        .select({ from: restores.copiedAt, until })
        .from(restores)
        .where(isNotNull(restores.takenUpAt))
        .orderBy(desc(restores.takenUpAt))
        .limit(limit);
    }),
  };
  return {
    port,
    /** Notices, at a start, whether this is a copy that is opened for the first time. */
    async noticed(now: number): Promise<boolean> {
      const { here, rows } = await find();
      return rows[0]?.here !== here && arrive(here, now);
    },
  };
}

/** Rows written by one statement: it takes 65,535 values. */
const PAGE = 500;
