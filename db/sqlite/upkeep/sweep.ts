import type { SweepAges, Sweeping, Swept } from '../../ports.ts';
import type { Access } from '../access.ts';

/** Of `row` with its order `o`: the order ended before `:ended`. */
const ENDED =
  "o.state in ('rejected', 'withdrawn', 'completed', 'not_performed') and o.state_since < cast(:ended as integer) / 1000";

const HAS_OPEN_CHANNEL = `exists (
  select 1 from channels where team = o.team and order_id = o.id and archived_at is null and lost is null)`;

const withOrder = (table: Swept) =>
  `from ${table} as row left join orders as o on o.team = row.team and o.id = row.order_id
   where row.rowid > :after order by row.rowid limit :limit`;

/** Of these every row that is found is removed. */
const ALL_GONE: ReadonlySet<Swept> = new Set(['effects', 'done_once']);

/** For each kind the rows of one step, each with its `rowid` and whether it is not needed (`gone`). */
const PAGES: Readonly<Record<Swept, string>> = {
  // Along their index: all of them are old enough, and the next step finds the next ones.
  effects: 'select rowid, 1 as gone from effects where done_at < :effects order by done_at limit :limit',
  drafts: `select row.rowid as rowid, row.updated_at < :drafts or (${ENDED} and row.updated_at <= 1000 * o.state_since
     and (o.state in ('rejected', 'withdrawn') or not ${HAS_OPEN_CHANNEL})) as gone ${withOrder('drafts')}`,
  done_once: 'select rowid, 1 as gone from done_once where until < :once order by until limit :limit',
  posts: `select row.rowid as rowid, row.settled and ${ENDED} as gone ${withOrder('posts')}`,
};

type Step = SweepAges & { readonly after: number; readonly limit: number };

/** Sweeps by pages: rows are read without a lock, and removed by one statement that looks at the same page again. */
export function sweepOf({ db: { $client: client }, reads, writes }: Access): Sweeping {
  const prepared = (what: Swept) => ({
    page: client.prepare<[Step], { rowid: number; gone: number | null }>(PAGES[what]),
    remove: client.prepare<[Step]>(
      `delete from ${what} where rowid in (select rowid from (${PAGES[what]}) where gone)`,
    ),
  });
  const kinds = {
    effects: prepared('effects'),
    drafts: prepared('drafts'),
    posts: prepared('posts'),
    done_once: prepared('done_once'),
  };
  const page = reads((what: Swept, step: Step) => kinds[what].page.all(step));
  const remove = writes((what: Swept, step: Step) => kinds[what].remove.run(step).changes);
  return {
    async sweep(what, ages, after, limit) {
      const step = { ...ages, after, limit };
      const rows = await page(what, step);
      const removed = rows.some(({ gone }) => gone) ? await remove(what, step) : 0;
      const next = ALL_GONE.has(what) ? 0 : rows.at(-1)?.rowid;
      return { removed, next: rows.length < limit ? undefined : next };
    },
  };
}
