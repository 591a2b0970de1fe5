import type { SweepAges, Sweeping, SweepStep, Swept } from '../../ports.ts';
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
const PAGES: Readonly<Record<Exclude<Swept, 'import_lines'>, string>> = {
  // Along their index: all of them are old enough, and the next step finds the next ones.
  effects: 'select rowid, 1 as gone from effects where done_at < :effects order by done_at limit :limit',
  drafts: `select row.rowid as rowid, row.updated_at < :drafts or (${ENDED} and row.updated_at <= 1000 * o.state_since
     and (o.state in ('rejected', 'withdrawn') or not ${HAS_OPEN_CHANNEL})) as gone ${withOrder('drafts')}`,
  done_once: 'select rowid, 1 as gone from done_once where until < :once order by until limit :limit',
  posts: `select row.rowid as rowid, row.settled and ${ENDED} as gone ${withOrder('posts')}`,
};

/** Imports whose lines are not needed. */
const DONE_WITH = "at < cast(:imports as integer) / 1000 and state in ('planned', 'applied', 'refused', 'cancelled')";

/** Their lines, those of the oldest first: all of them go, and the next step begins at the import of the last one. */
const LINES = `select row.rowid as rowid, i.at as at
  from imports as i cross join import_lines as row on row.team = i.team and row.import_id = i.id
  where i.at >= :after and i.${DONE_WITH} order by i.at limit :limit`;

type Step = SweepAges & { readonly after: number; readonly limit: number };

/** Sweeps by pages: rows are read without a lock, and removed by one statement that looks at the same page again. */
export function sweepOf({ db: { $client: client }, reads, writes }: Access): Sweeping {
  const prepared = (what: keyof typeof PAGES) => ({
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
  const page = reads((what: keyof typeof PAGES, step: Step) => kinds[what].page.all(step));
  const remove = writes((what: keyof typeof PAGES, step: Step) => kinds[what].remove.run(step).changes);
  const lines = client.prepare<[Step], { at: number }>(LINES);
  const cancel = client.prepare<[Step]>(
    `update imports set state = 'cancelled' where state = 'planned' and ${DONE_WITH}`,
  );
  const forget = client.prepare<[Step]>(`delete from import_lines where rowid in (select rowid from (${LINES}))`);
  const oldLines = reads((step: Step) => lines.all(step));
  const removeLines = writes((step: Step): number => {
    cancel.run(step);
    return forget.run(step).changes;
  });
  async function sweepLines(step: Step): Promise<SweepStep> {
    const rows = await oldLines(step);
    const removed = rows.length > 0 ? await removeLines(step) : 0;
    return { removed, next: rows.length < step.limit ? undefined : rows.at(-1)?.at };
  }
  return {
    async sweep(what, ages, after, limit) {
      const step = { ...ages, after, limit };
      if (what === 'import_lines') return sweepLines(step);
      const rows = await page(what, step);
      const removed = rows.some(({ gone }) => gone) ? await remove(what, step) : 0;
      const next = ALL_GONE.has(what) ? 0 : rows.at(-1)?.rowid;
      return { removed, next: rows.length < limit ? undefined : next };
    },
  };
}
