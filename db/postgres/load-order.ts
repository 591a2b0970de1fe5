import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Entry } from '../../src/order/action.ts';
import type { History, Order } from '../../src/order/order.ts';
import type { Version } from '../../src/order/version.ts';
import type { SubmittedOrder, SubmittedPage } from '../ports.ts';
import { entryOf, isWithin, orderOf, versionOf } from '../rows/read-order.ts';
import type { Db } from './connection.ts';
import { given, onEach, UNNAMED } from './prepared.ts';
import { entries, orders, versions } from './schema.ts';

const about = { team: orders.team, id: orders.id, number: orders.number, decimals: orders.decimals };

/** The order of this id, as it stands. */
export const orderById = async (db: Db, team: string, id: string) => orderIn(await byId(db).execute({ team, id }));

/** The order of this number, as it stands. */
export const orderByNumber = async (db: Db, team: string, number: number) =>
  orderIn(await byNumber(db).execute({ team, number }));

const [last, first, latest, told] = [
  alias(entries, 'last'),
  alias(versions, 'first'),
  alias(versions, 'latest'),
  alias(versions, 'told'),
];

/** What it says of its versions, without one of their bodies being read. JSON, for one statement that reads all of an order. */
const reports = sql<
  { n: number; endedAt: number | null; photos: string | null; closingPhotos: string | null }[]
>`(select coalesce(json_agg(json_build_object('n', ${told.n}, 'endedAt', ${told.endedAt}, 'photos', ${told.photos},
    'closingPhotos', ${told.closingPhotos}) order by ${told.n}), '[]')
  from ${versions} as told where ${told.team} = ${orders.team} and ${told.order} = ${orders.id})`;

const newest = (what: SQL) =>
  sql<
    number | null
  >`(select max(s.seq) from ${entries} as s where s.team = ${orders.team} and s.order_id = ${orders.id} and ${what})`;
/** Rows from before entries had a type are no notes. */
const newestSeq = newest(sql`coalesce(s.type, '') not in ('remind', 'lapse')`);
const entryCount = newest(sql`true`);
const edge = (which: 'min' | 'max') =>
  sql`(select ${sql.raw(which)}(s.n) from ${versions} as s where s.team = ${orders.team} and s.order_id = ${orders.id})`;

/**
 * All of an order that is read together is read by one statement: nothing of it can be from before a commit and the rest
 * from after.
 */
const orderRows = (db: Db, where: SQL | undefined) =>
  db
    .select({
      order: orders,
      reports,
      entryCount,
      last: {
        seq: last.seq,
        at: last.at,
        by: last.by,
        action: last.action,
        version: last.version,
        key: last.key,
        shape: last.shape,
      },
      first: { n: first.n, body: first.body, shape: first.shape },
      latest: { n: latest.n, body: latest.body, shape: latest.shape },
    })
    .from(orders)
    .leftJoin(last, and(eq(last.team, orders.team), eq(last.order, orders.id), eq(last.seq, newestSeq)))
    .leftJoin(latest, and(eq(latest.team, orders.team), eq(latest.order, orders.id), eq(latest.n, edge('max'))))
    // The body of an only version is read once.
    .leftJoin(
      first,
      and(
        eq(first.team, orders.team),
        eq(first.order, orders.id),
        eq(first.n, edge('min')),
        sql`${first.n} < ${latest.n}`,
      ),
    )
    .where(where)
    .prepare(UNNAMED);
const byId = onEach((db) => orderRows(db, given(orders, 'team', 'id')));
const byNumber = onEach((db) => orderRows(db, given(orders, 'team', 'number')));

type OrderRow = Awaited<ReturnType<ReturnType<typeof orderRows>['execute']>>[number];

/** The order in the row that was found. */
function orderIn([row]: readonly OrderRow[]): Order | undefined {
  if (!row) return undefined;
  const of = row.order;
  const newest = row.latest?.n == null ? undefined : { ...of, ...row.latest };
  return orderOf(of, {
    reports: row.reports,
    latest: newest,
    first: row.first?.n == null ? newest : { ...of, ...row.first },
    lastEntry: row.last?.seq == null ? undefined : { ...of, ...row.last },
    entryCount: row.entryCount,
  });
}

const byNumbers = onEach((db) =>
  orderRows(db, and(given(orders, 'team'), sql`${orders.number} = any(${sql.placeholder('numbers')})`)),
);
const submission = alias(entries, 'submission');
const behind = onEach((db) =>
  db
    .select({ id: orders.id, number: orders.number, state: orders.state, submittedAt: submission.at })
    .from(orders)
    .innerJoin(
      submission,
      and(eq(submission.team, orders.team), eq(submission.order, orders.id), eq(submission.seq, 1)),
    )
    .where(and(given(orders, 'team'), sql`${orders.number} > ${sql.placeholder('after')}`))
    .orderBy(asc(orders.number))
    .limit(sql.placeholder('limit'))
    .prepare(UNNAMED),
);

/** A page of orders that were submitted in some time. In a transaction that reads one state. */
export async function submittedOrders(db: Db, team: string, page: SubmittedPage) {
  const rows = await behind(db).execute({ team, after: page.after, limit: page.limit });
  const next = rows.length < page.limit ? null : (rows.at(-1)?.number ?? null);
  const wanted = new Map(rows.filter((row) => isWithin(row, page)).map((row) => [row.number, row.submittedAt]));
  if (wanted.size === 0) return { orders: [], next };
  const read = await byNumbers(db).execute({ team, numbers: [...wanted.keys()] });
  const found = await Promise.all(
    read.map(async (row): Promise<SubmittedOrder> => {
      const order = orderIn([row]);
      if (!order) throw new Error(`order ${row.order.id} is in no row`);
      const told = row.reports.find(({ endedAt }) => endedAt !== null);
      const first =
        told && (told.n === order.latest?.n ? order.latest : await versionByNumber(db, team, order.id, told.n));
      return { order, submittedAt: wanted.get(order.number) ?? 0, workStarted: first?.report?.startedAt ?? null };
    }),
  );
  return { orders: found.toSorted((one, other) => one.order.number - other.order.number), next };
}

const { n } = versions;
const versionRows = (db: Db, where: SQL | undefined) =>
  db
    .select({ ...about, n, body: versions.body, shape: versions.shape })
    .from(versions)
    .innerJoin(orders, and(eq(orders.team, versions.team), eq(orders.id, versions.order)))
    .where(where)
    .orderBy(asc(n))
    .prepare(UNNAMED);
const versionRow = onEach((db) => versionRows(db, given(versions, 'team', 'order', 'n')));
const versionsOf = onEach((db) => versionRows(db, given(versions, 'team', 'order')));

const { seq, at, by, action, version, key, shape } = getTableColumns(entries);
const entryRows = (db: Db, where: SQL | undefined) =>
  db
    .select({ ...about, seq, at, by, action, version, key, shape })
    .from(entries)
    .innerJoin(orders, and(eq(orders.team, entries.team), eq(orders.id, entries.order)))
    .where(where)
    .orderBy(asc(seq))
    .prepare(UNNAMED);
const entryRow = onEach((db) => entryRows(db, given(entries, 'team', 'order', 'seq')));
const keyedEntry = onEach((db) => entryRows(db, given(entries, 'team', 'key')));
const entriesRows = onEach((db) => entryRows(db, given(entries, 'team', 'order')));

/** One version of an order. */
export async function versionByNumber(db: Db, team: string, order: string, n: number): Promise<Version | undefined> {
  const [row] = await versionRow(db).execute({ team, order, n });
  return row && versionOf(row);
}

/** One entry of an order. */
export async function entryByNumber(db: Db, team: string, order: string, seq: number): Promise<Entry | undefined> {
  const [row] = await entryRow(db).execute({ team, order, seq });
  return row && entryOf(row);
}

/** The entry that has this key, and the order that it is of. */
export async function entryByKey(
  db: Db,
  team: string,
  key: string,
): Promise<{ order: string; entry: Entry } | undefined> {
  const [row] = await keyedEntry(db).execute({ team, key });
  return row && { order: row.id, entry: entryOf(row) };
}

/** Its entries, the oldest first. */
export async function entriesOf(db: Db, team: string, order: string): Promise<Entry[]> {
  return (await entriesRows(db).execute({ team, order })).map(entryOf);
}

/** Its history. In a transaction that reads one state. */
export async function historyOf(db: Db, team: string, order: string): Promise<History> {
  const [rows, entries] = await Promise.all([versionsOf(db).execute({ team, order }), entriesOf(db, team, order)]);
  return { versions: rows.map(versionOf), entries };
}
