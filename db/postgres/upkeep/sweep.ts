import { type SQL, sql } from 'drizzle-orm';
import type { SweepAges, Sweeping, SweepStep, Swept } from '../../ports.ts';
import type { Access } from '../access.ts';
import type { Db } from '../connection.ts';

/** Of a row `r` with its order `o`: the order ended before. */
const hasEnded = ({ ended }: SweepAges) =>
  sql`o.state in ('rejected', 'withdrawn', 'completed', 'not_performed') and o.state_since < ${Math.floor(ended / 1000)}`;

const HAS_OPEN_CHANNEL = sql`exists (
  select 1 from channels as c where c.team = o.team and c.order_id = o.id and c.archived_at is null and c.lost is null)`;

interface Step extends SweepAges {
  readonly after: number;
  readonly limit: number;
}

const withOrder = (table: Swept, { after, limit }: Step) =>
  sql`from ${sql.identifier(table)} as r left join orders as o on o.team = r.team and o.id = r.order_id
    where r.seq > ${after} order by r.seq limit ${limit}`;

/**
 * For each kind the rows of one step, each with its `seq` and whether it is not needed (`gone`), and what must still be so
 * when it is removed.
 */
const PAGES: Readonly<
  Record<Exclude<Swept, 'done_once' | 'import_lines'>, (step: Step) => { readonly page: SQL; readonly still: SQL }>
> = {
  // Along their index: all of them are old enough, and the next step finds the next ones.
  effects: ({ effects, limit }) => ({
    page: sql`select seq, true as gone from effects where done_at < ${effects} order by done_at limit ${limit}`,
    still: sql`true`,
  }),
  drafts: (step) => ({
    page: sql`select r.seq, r.updated_at, r.updated_at < ${step.drafts} or (${hasEnded(step)}
      and r.updated_at <= 1000 * o.state_since
      and (o.state in ('rejected', 'withdrawn') or not ${HAS_OPEN_CHANNEL})) as gone ${withOrder('drafts', step)}`,
    // Somebody may have typed on meanwhile.
    still: sql`old.updated_at = page.updated_at`,
  }),
  posts: (step) => ({
    page: sql`select r.seq, r.settled and ${hasEnded(step)} as gone ${withOrder('posts', step)}`,
    still: sql`old.settled`,
  }),
};

/** Sweeps by pages, each read and removed from by one statement. */
export function sweepOf({ writesTogether }: Access): Sweeping {
  return {
    sweep: writesTogether(async (db, what, ages, after, limit) => {
      if (what === 'done_once') return forget(db, ages, limit);
      if (what === 'import_lines') return forgetLines(db, { ...ages, after, limit });
      const { page, still } = PAGES[what]({ ...ages, after, limit });
      const { rows } = await db.execute<{ read: number; last: string | null; removed: number }>(sql`
        with page as materialized (${page}),
          removed as (delete from ${sql.identifier(what)} as old using page
            where old.seq = page.seq and page.gone and ${still} returning 1)
        select (select count(*)::int from page) as read, (select max(seq) from page) as last,
          (select count(*)::int from removed) as removed`);
      const { read = 0, last = null, removed = 0 } = rows[0] ?? {};
      const next = what === 'effects' ? 0 : Number(last);
      return { removed, next: read < limit ? undefined : next };
    }),
  };
}

/**
 * These have no number: along their index, as long as there are any. Rows that another instance removes just now are left
 * to it.
 */
async function forget(db: Db, { once: before }: SweepAges, limit: number): Promise<SweepStep> {
  const { rowCount } = await db.execute(sql`
    delete from done_once where ctid = any (array(
      select ctid from done_once where until < ${before} order by until limit ${limit} for update skip locked))`);
  const removed = rowCount ?? 0;
  return { removed, next: removed < limit ? undefined : 0 };
}

/** Those of the oldest imports first, which nobody decides on meanwhile; the next step begins at the import of the last one. */
async function forgetLines(db: Db, { imports: before, after, limit }: Step): Promise<SweepStep> {
  const { rows } = await db.execute<{ read: number; last: string | null; removed: number }>(sql`
    with old as materialized (
      select i.team, i.id, i.at from imports as i
      where i.at >= ${after} and i.at < ${Math.floor(before / 1000)} and i.state in ('planned', 'applied', 'refused', 'cancelled')
        and exists (select 1 from import_lines as l where l.team = i.team and l.import_id = i.id)
      order by i.at limit ${limit} for no key update of i),
    page as materialized (
      select l.team, l.import_id, l.n, old.at from old join import_lines as l on l.team = old.team and l.import_id = old.id
      order by old.at limit ${limit}),
    cancelled as (update imports as i set state = 'cancelled' from old
      where i.team = old.team and i.id = old.id and i.state = 'planned'),
    removed as (delete from import_lines as l using page
      where l.team = page.team and l.import_id = page.import_id and l.n = page.n returning 1)
    select (select count(*)::int from page) as read, (select max(at) from page) as last,
      (select count(*)::int from removed) as removed`);
  const { read = 0, last = null, removed = 0 } = rows[0] ?? {};
  return { removed, next: read < limit ? undefined : Number(last) };
}
