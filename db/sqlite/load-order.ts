import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  type Attachment,
  type Entry,
  type History,
  type Order,
  orderNumber,
  type Version,
} from '../../src/order/order.ts';
import { storedEntry } from '../shapes/entry.ts';
import { storedOrder, storedVersion } from '../shapes/order.ts';
import { Attachment as AttachmentShape } from '../shapes/parts.ts';
import { json, StoredProblem } from '../shapes/stored.ts';
import type { Db } from './connection.ts';
import { given } from './prepared.ts';
import { entries, orders, reported, versions } from './schema.ts';

/**
 * Reads orders, and what they have been through, in whatever shape their rows are. Throws a `StoredProblem` for what cannot
 * be read.
 */
export function orderReader(db: Db) {
  const { placeholder } = sql;
  const about = { team: orders.team, id: orders.id, number: orders.number, decimals: orders.decimals };
  const [hasId, hasNumber] = [given(orders, 'team', 'id'), given(orders, 'team', 'number')];
  const byId = db.select().from(orders).where(hasId).prepare();
  const byNumber = db.select().from(orders).where(hasNumber).prepare();

  const ofVersions = and(eq(versions.team, placeholder('team')), eq(versions.order, placeholder('id')));
  const versionRows = (its?: SQL) =>
    db
      .select({ ...about, n: versions.n, body: versions.body, shape: versions.shape })
      .from(versions)
      .innerJoin(orders, and(eq(orders.team, versions.team), eq(orders.id, versions.order)))
      .where(and(ofVersions, its))
      .orderBy(asc(versions.n))
      .prepare();
  const everyVersion = versionRows();
  const oneVersion = versionRows(given(versions, 'n'));
  // Answered by an index alone: no version is read for it.
  const reports = db
    .select({ n: versions.n, ...reported })
    .from(versions)
    .where(ofVersions)
    .orderBy(asc(versions.n))
    .prepare();

  const { seq, at, by, action, version, key, shape } = entries;
  const entryRows = (its?: SQL) =>
    db
      .select({ ...about, seq, at, by, action, version, key, shape })
      .from(entries)
      .innerJoin(orders, and(eq(orders.team, entries.team), eq(orders.id, entries.order)))
      .where(and(eq(entries.team, placeholder('team')), eq(entries.order, placeholder('id')), its));
  const everyEntry = entryRows().orderBy(asc(entries.seq)).prepare();
  const oneEntry = entryRows(given(entries, 'seq')).prepare();
  const newestEntry = entryRows().orderBy(desc(entries.seq)).limit(1).prepare();

  /** What an order says of its versions: of these it reads the first and the last. */
  function ofItsVersions(team: string, id: string): Pick<Order, 'latest' | 'approvedItems' | 'lastReport' | 'photos'> {
    const key = { team, id };
    const rows = reports.all(key);
    const read = (row: { n: number } | undefined) =>
      row ? versionOf(oneVersion.get({ ...key, n: row.n })) : undefined;
    const latest = read(rows.at(-1));
    const first = rows.length > 1 ? read(rows[0]) : latest;
    const last = rows.findLast(({ endedAt }) => endedAt !== null);
    return {
      latest: latest ?? null,
      approvedItems: first?.content.items ?? null,
      lastReport: last?.endedAt ? { version: last.n, endedAt: last.endedAt } : null,
      photos: rows.flatMap(({ photos, closingPhotos }) => [...filesIn(photos), ...filesIn(closingPhotos)]),
    };
  }

  function orderOf(row: ReturnType<typeof byId.get>): Order | undefined {
    if (!row) return undefined;
    const { team, id, number, revision, stateSince, submission, plannedStart, shape } = row;
    const where = placeOf(row, 'order', 'orders');
    const value = () => ({
      state: row.state,
      outcome: row.outcome,
      requester: json(row.requester),
      supervisor: json(row.supervisor),
      coordinator: json(row.coordinator),
      crew: json(row.crew),
      content: json(row.content),
      approval: json(row.approval),
      source: json(row.source),
    });
    const order = storedOrder.read({ shape, where, value }, countedIn(row));
    const lastEntry = entryOf(newestEntry.get({ team, id }));
    if (!lastEntry) throw new StoredProblem(`${where} has no history (table entries).`);
    const facts = { team, id, number, revision, stateSince, submission, plannedStart };
    return { ...facts, ...order, ...ofItsVersions(team, id), lastEntry };
  }

  function versionOf(row: ReturnType<typeof oneVersion.get>): Version | undefined {
    if (!row) return undefined;
    const { n, body, shape } = row;
    const where = placeOf(row, `version ${n} of`, 'versions');
    return storedVersion.read({ shape, where, value: () => json(body) }, countedIn(row));
  }

  function entryOf(row: ReturnType<typeof oneEntry.get>): Entry | undefined {
    if (!row) return undefined;
    const { seq, at, version, key, shape } = row;
    const value = () => ({ by: json(row.by), action: json(row.action) });
    const where = placeOf(row, `entry ${seq} of`, 'entries');
    return { seq, at, version, key, ...storedEntry.read({ shape, where, value }, countedIn(row)) };
  }

  const versionsOf = (team: string, id: string) =>
    everyVersion.all({ team, id }).flatMap((row) => versionOf(row) ?? []);
  const entriesOf = (team: string, id: string) => everyEntry.all({ team, id }).flatMap((row) => entryOf(row) ?? []);
  /** In one transaction, so that nothing can be read half before and half after a commit. */
  const atOnce = <T>(read: () => T): T => (db.$client.inTransaction ? read() : db.$client.transaction(read).deferred());

  return {
    byId: (team: string, id: string) => atOnce(() => orderOf(byId.get({ team, id }))),
    byNumber: (team: string, number: number) => atOnce(() => orderOf(byNumber.get({ team, number }))),
    version: (team: string, id: string, n: number) => versionOf(oneVersion.get({ team, id, n })),
    entry: (team: string, id: string, seq: number) => entryOf(oneEntry.get({ team, id, seq })),
    entries: entriesOf,
    history: (team: string, id: string): History =>
      atOnce(() => ({ versions: versionsOf(team, id), entries: entriesOf(team, id) })),
  };
}

/** Whose row it is, and what its amounts are counted in. */
interface About {
  readonly team: string;
  readonly id: string;
  readonly number: number;
  readonly decimals: number | null;
}

/** For a human: `version 2 of SO-000012 (table versions, workspace T1, order 5f…)`. */
const placeOf = ({ team, id, number }: About, what: string, table: string): string =>
  `${what} ${orderNumber(number)} (table ${table}, workspace ${team}, order ${id})`;

function countedIn(row: About): { decimals: number } {
  const { decimals } = row;
  if (decimals !== null) return { decimals };
  throw new StoredProblem(
    `The amounts of ${placeOf(row, 'order', 'orders')} cannot be read: how many decimals they have is not known. Run npm run migrate.`,
  );
}

const Files = z.array(AttachmentShape);
const filesIn = (text: string | null): Attachment[] => (text === null ? [] : Files.parse(json(text)));
