import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { History, Order } from '../../src/order/order.ts';
import type { SubmittedOrder, SubmittedPage } from '../ports.ts';
import { given } from '../rows/columns.ts';
import { entryOf, isWithin, orderOf, versionOf } from '../rows/read-order.ts';
import type { Db } from './connection.ts';
import { limitOf, onFirstUse, perConnection } from './prepared.ts';
import { entries, orders, reported, versions } from './schema.ts';

/** Rows from before entries had a type are no notes. */
const isNoNote = sql`coalesce(${entries.type}, '') not in ('remind', 'lapse')`;

/**
 * Reads orders, and what they have been through, in whatever shape their rows are. Throws a `StoredProblem` for what cannot
 * be read.
 */
export const orderReader = perConnection((db: Db) => {
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
  const everyVersion = onFirstUse(db, () => versionRows());
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
  const everyEntry = onFirstUse(db, () => entryRows().orderBy(asc(entries.seq)).prepare());
  const oneEntry = onFirstUse(db, () => entryRows(given(entries, 'seq')).prepare());
  const newestEntry = entryRows(isNoNote).orderBy(desc(entries.seq)).prepare();
  const lastSeq = db
    .select({ seq: sql<number | null>`max(${seq})` })
    .from(entries)
    .where(and(eq(entries.team, placeholder('team')), eq(entries.order, placeholder('id'))))
    .prepare();

  function read(row: ReturnType<typeof byId.get>): Order | undefined {
    if (!row) return undefined;
    const { team, id } = row;
    const told = reports.all({ team, id });
    const rowOf = (n: number | undefined) => (n === undefined ? undefined : oneVersion.get({ team, id, n }));
    const latest = rowOf(told.at(-1)?.n);
    const first = told.length > 1 ? rowOf(told[0]?.n) : latest;
    const lastEntry = newestEntry.get({ team, id });
    return orderOf(row, { reports: told, first, latest, lastEntry, entryCount: lastSeq.get({ team, id })?.seq });
  }

  const first = alias(entries, 'first');
  const behind = onFirstUse(db, () =>
    db
      .select({ id: orders.id, number: orders.number, state: orders.state, submittedAt: first.at })
      .from(orders)
      .innerJoin(first, and(eq(first.team, orders.team), eq(first.order, orders.id), eq(first.seq, 1)))
      .where(and(given(orders, 'team'), gt(orders.number, placeholder('after'))))
      .orderBy(asc(orders.number))
      .limit(limitOf('limit'))
      .prepare(),
  );

  function submitted(team: string, page: SubmittedPage) {
    const rows = behind().all({ team, after: page.after, limit: page.limit });
    const wanted = rows.filter((row) => isWithin(row, page));
    const found = wanted.map(({ id, submittedAt }): SubmittedOrder => {
      const order = read(byId.get({ team, id }));
      if (!order) throw new Error(`order ${id} vanished inside its own transaction`);
      const told = reports.all({ team, id }).find(({ endedAt }) => endedAt !== null);
      const version = told && oneVersion.get({ team, id, n: told.n });
      return { order, submittedAt, workStarted: (version && versionOf(version).report?.startedAt) ?? null };
    });
    return { orders: found, next: rows.length < page.limit ? null : (rows.at(-1)?.number ?? null) };
  }

  const versionsOf = (team: string, id: string) => everyVersion().all({ team, id }).map(versionOf);
  const entriesOf = (team: string, id: string) => everyEntry().all({ team, id }).map(entryOf);
  /** In one transaction, so that nothing can be read half before and half after a commit. */
  const atOnce = <T>(work: () => T): T => (db.$client.inTransaction ? work() : db.$client.transaction(work).deferred());

  return {
    byId: (team: string, id: string) => atOnce(() => read(byId.get({ team, id }))),
    byNumber: (team: string, number: number) => atOnce(() => read(byNumber.get({ team, number }))),
    version(team: string, id: string, n: number) {
      const row = oneVersion.get({ team, id, n });
      return row && versionOf(row);
    },
    entry(team: string, id: string, seq: number) {
      const row = oneEntry().get({ team, id, seq });
      return row && entryOf(row);
    },
    entries: entriesOf,
    submitted: (team: string, page: SubmittedPage) => atOnce(() => submitted(team, page)),
    history: (team: string, id: string): History =>
      atOnce(() => ({ versions: versionsOf(team, id), entries: entriesOf(team, id) })),
  };
});
