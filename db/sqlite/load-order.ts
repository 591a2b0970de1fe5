import { and, asc, desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  type Attachment,
  type Entry,
  type History,
  type Item,
  type LastReport,
  type Order,
  orderNumber,
  type Version,
} from '../../src/order/order.ts';
import { storedEntry } from '../shapes/entry.ts';
import { storedOrder } from '../shapes/order.ts';
import { Attachment as AttachmentShape } from '../shapes/parts.ts';
import { json, StoredProblem } from '../shapes/stored.ts';
import { storedVersion } from '../shapes/version.ts';
import type { Db } from './connection.ts';
import { entries, orders, reported, versions } from './schema.ts';

/**
 * Reads orders, and what they have been through, in whatever shape their rows are. Throws a `StoredProblem` for what cannot
 * be read.
 */
export function orderReader(db: Db) {
  const { placeholder } = sql;
  const columns = {
    team: orders.team,
    id: orders.id,
    number: orders.number,
    revision: orders.revision,
    state: text(orders.state),
    stateSince: orders.stateSince,
    outcome: maybe(orders.outcome),
    submission: orders.submission,
    plannedStart: orders.plannedStart,
    requester: text(orders.requester),
    supervisor: text(orders.supervisor),
    coordinator: maybe(orders.coordinator),
    crew: text(orders.crew),
    content: text(orders.content),
    approval: maybe(orders.approval),
    source: maybe(orders.source),
    shape: orders.shape,
    decimals: orders.decimals,
  };
  const orderRow = (its: SQL | undefined) =>
    db
      .select(columns)
      .from(orders)
      .where(and(eq(orders.team, placeholder('team')), its))
      .prepare();
  const byId = orderRow(eq(orders.id, placeholder('id')));
  const byNumber = orderRow(eq(orders.number, placeholder('number')));
  const about = db
    .select({ number: orders.number, decimals: orders.decimals })
    .from(orders)
    .where(and(eq(orders.team, placeholder('team')), eq(orders.id, placeholder('id'))))
    .prepare();

  const ofVersions = and(eq(versions.team, placeholder('team')), eq(versions.order, placeholder('id')));
  const versionRows = (its?: SQL) =>
    db
      .select({ n: versions.n, body: text(versions.body), shape: versions.shape })
      .from(versions)
      .where(and(ofVersions, its))
      .orderBy(asc(versions.n));
  const everyVersion = versionRows().prepare();
  const oneVersion = versionRows(eq(versions.n, placeholder('n'))).prepare();
  // Answered by an index alone: no version is read for it.
  const brought = db
    .select({
      n: versions.n,
      endedAt: sql<number | null>`${reported.endedAt}`,
      photos: sql<string | null>`${reported.photos}`,
      closingPhotos: sql<string | null>`${reported.closingPhotos}`,
    })
    .from(versions)
    .where(ofVersions)
    .orderBy(asc(versions.n))
    .prepare();

  const entryRows = (its?: SQL) =>
    db
      .select({
        seq: entries.seq,
        at: entries.at,
        by: text(entries.by),
        action: text(entries.action),
        version: entries.version,
        key: entries.key,
        shape: entries.shape,
      })
      .from(entries)
      .where(and(eq(entries.team, placeholder('team')), eq(entries.order, placeholder('id')), its));
  const everyEntry = entryRows().orderBy(asc(entries.seq)).prepare();
  const oneEntry = entryRows(eq(entries.seq, placeholder('seq'))).prepare();
  const newestEntry = entryRows().orderBy(desc(entries.seq)).limit(1).prepare();

  const entryOf = (of: About, { by, action, shape, ...entry }: NonNullable<ReturnType<typeof oneEntry.get>>): Entry => {
    const where = placeOf(of, `entry ${entry.seq} of`, 'entries');
    const value = () => ({ by: json(by), action: json(action) });
    return { ...entry, ...storedEntry.read({ shape, where, value }, of) };
  };

  const versionOf = (of: About, { n, body, shape }: NonNullable<ReturnType<typeof oneVersion.get>>): Version => {
    const where = placeOf(of, `version ${n} of`, 'versions');
    return storedVersion.read({ shape, where, value: () => json(body) }, of);
  };

  /** What an order says of its versions: of these it reads the first and the last. */
  function ofItsVersions(of: About): Pick<Order, 'latest' | 'approvedItems' | 'lastReport' | 'photos'> {
    const key = { team: of.team, id: of.id };
    const rows = brought.all(key);
    const read = (n: number | undefined) => {
      const row = n === undefined ? undefined : oneVersion.get({ ...key, n });
      return row ? versionOf(of, row) : null;
    };
    const [first, last] = [rows[0], rows.at(-1)];
    const latest = read(last?.n);
    const approvedItems: readonly Item[] | null =
      (first?.n === last?.n ? latest : read(first?.n))?.content.items ?? null;
    const lastReport = rows.flatMap(({ n, endedAt }): LastReport[] =>
      endedAt === null ? [] : [{ version: n, endedAt }],
    );
    return {
      latest,
      approvedItems,
      lastReport: lastReport.at(-1) ?? null,
      photos: rows.flatMap(({ photos, closingPhotos }) => [...filesIn(photos), ...filesIn(closingPhotos)]),
    };
  }

  function orderOf(row: ReturnType<typeof byId.get>): Order | undefined {
    if (!row) return undefined;
    const { shape, decimals, state, outcome, content, approval, source, ...rest } = row;
    const of = known(row);
    const head = storedOrder.read(
      {
        shape,
        where: placeOf(of, 'order', 'orders'),
        value: () => ({
          state,
          outcome,
          requester: json(row.requester),
          supervisor: json(row.supervisor),
          coordinator: json(row.coordinator),
          crew: json(row.crew),
          content: json(content),
          approval: json(approval),
          source: json(source),
        }),
      },
      of,
    );
    const last = newestEntry.get({ team: of.team, id: of.id });
    if (!last) throw new StoredProblem(`The ${placeOf(of, 'history of', 'entries')} is empty.`);
    return { ...rest, ...head, ...ofItsVersions(of), lastEntry: entryOf(of, last) };
  }

  /** In one transaction, so that nothing can be read half before and half after a commit. */
  const atOnce = <T>(read: () => T): T => (db.$client.inTransaction ? read() : db.$client.transaction(read).deferred());

  /** Something of an order that is there. */
  const ofOrder = <T>(team: string, id: string, read: (of: About, key: { team: string; id: string }) => T) =>
    atOnce(() => {
      const key = { team, id };
      const row = about.get(key);
      return row && read(known({ ...row, ...key }), key);
    });

  return {
    byId: (team: string, id: string) => atOnce(() => orderOf(byId.get({ team, id }))),
    byNumber: (team: string, number: number) => atOnce(() => orderOf(byNumber.get({ team, number }))),
    version: (team: string, id: string, n: number) =>
      ofOrder(team, id, (of, key) => {
        const row = oneVersion.get({ ...key, n });
        return row && versionOf(of, row);
      }),
    entry: (team: string, id: string, seq: number) =>
      ofOrder(team, id, (of, key) => {
        const row = oneEntry.get({ ...key, seq });
        return row && entryOf(of, row);
      }),
    entries: (team: string, id: string) =>
      ofOrder(team, id, (of, key) => everyEntry.all(key).map((row) => entryOf(of, row))) ?? [],
    history: (team: string, id: string): History | undefined =>
      ofOrder(team, id, (of, key) => ({
        versions: everyVersion.all(key).map((row) => versionOf(of, row)),
        entries: everyEntry.all(key).map((row) => entryOf(of, row)),
      })),
  };
}

/** The order of a row, and what its amounts are counted in. */
interface About {
  readonly team: string;
  readonly id: string;
  readonly number: number;
  readonly decimals: number;
}

/** For a human: `version 2 of SO-000012 (table versions, workspace T1, order 5f…)`. */
const placeOf = ({ team, id, number }: Omit<About, 'decimals'>, what: string, table: string): string =>
  `${what} ${orderNumber(number)} (table ${table}, workspace ${team}, order ${id})`;

function known({ team, id, number, decimals }: Omit<About, 'decimals'> & { decimals: number | null }): About {
  const of = { team, id, number };
  if (decimals === null)
    throw new StoredProblem(
      `The amounts of ${placeOf(of, 'order', 'orders')} cannot be read: how many decimals they have is not known. Run npm run migrate.`,
    );
  return { ...of, decimals };
}

const Files = z.array(AttachmentShape);
const filesIn = (text: string | null): Attachment[] => (text === null ? [] : Files.parse(json(text)));

/** A column as it stands, before anything is made of it. */
const text = (column: SQLWrapper) => sql<string>`${column}`;
const maybe = (column: SQLWrapper) => sql<string | null>`${column}`;
