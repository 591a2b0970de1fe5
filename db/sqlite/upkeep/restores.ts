import { and, desc, eq, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { ActivatedRestore, Database } from '../../ports.ts';
import { redrawRows } from '../../rows/redraw.ts';
import type { Access } from '../access.ts';
import { channels, effects, entries, posts, restores } from '../schema.ts';

/** That this database was once a copy. */
export function restoresOf({ db, reads, writes }: Access): Pick<Database, 'activateRestore' | 'gaps'> {
  const unused = () => db.select().from(restores).where(isNull(restores.takenUpAt)).get();
  const isUnused = reads(() => unused() !== undefined);
  const activate = writes((now: number, teams: readonly string[]): ActivatedRestore | undefined => {
    const from = unused()?.copiedAt;
    if (from === undefined) return undefined;
    db.update(restores).set({ takenUpAt: now }).where(isNull(restores.takenUpAt)).run();
    const isOwed = and(
      inArray(effects.team, [...teams]),
      isNull(effects.doneAt),
      sql`coalesce(${effects.notBefore}, 0) <= ${now}`,
    );
    // It is called so in a checkpoint of any shape.
    const checkpoint = sql`json_set(${effects.checkpoint}, '$.restored', json('true'))`;
    db.update(effects)
      .set({ checkpoint })
      .where(and(isOwed, sql`json_valid(${effects.checkpoint})`))
      .run();
    const ofTeams = inArray(channels.team, [...teams]);
    const isLive = and(ofTeams, isNull(channels.archivedAt), isNull(channels.lost), isNotNull(channels.cardTs));
    const live = db
      .select({ team: channels.team, id: channels.order, entry: sql<number>`${max(entries.seq)}` })
      .from(channels)
      .innerJoin(entries, and(eq(entries.team, channels.team), eq(entries.order, channels.order)))
      .where(isLive)
      .groupBy(channels.team, channels.order)
      .all();
    // The channel's metadata is not what is remembered of it.
    const bookmark = sql`substr(bookmark, 1, instr(bookmark || ' v', ' v') - 1)`;
    db.update(channels).set({ topic: '', bookmark }).where(isLive).run();
    const unsettled = db
      .selectDistinct({ team: posts.team, order: posts.order })
      .from(posts)
      .where(eq(posts.settled, false))
      .all();
    const waiting = new Set(unsettled.map(({ team, order }) => `${team} ${order}`));
    for (const { entry, ...order } of live) {
      const asked = waiting.has(`${order.team} ${order.id}`);
      for (const row of redrawRows(order, { entry, asked }, { from, now })) db.insert(effects).values(row).run();
    }
    return { gap: { from, until: now }, orders: live.length };
  });
  return {
    // Nearly always there is none: a start that need not write does not wait for another process that writes.
    activateRestore: async (now, teams) => ((await isUnused()) ? activate(now, teams) : undefined),
    gaps: reads((limit) => {
      const until = sql<number>`${restores.takenUpAt}`;
      const taken = db.select({ from: restores.copiedAt, until }).from(restores).where(isNotNull(restores.takenUpAt));
      return taken.orderBy(desc(restores.takenUpAt)).limit(limit).all();
    }),
  };
}
