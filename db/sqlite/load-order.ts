import { and, asc, eq, type SQLWrapper, sql } from 'drizzle-orm';
import { type Order, orderNumber } from '../../src/order/order.ts';
import { storedEntry } from '../shapes/entry.ts';
import { storedOrder } from '../shapes/order.ts';
import { json, StoredProblem } from '../shapes/stored.ts';
import { storedVersion } from '../shapes/version.ts';
import type { Db } from './connection.ts';
import { entries, orders, versions } from './schema.ts';

/** Reads whole orders, in whatever shape their rows are. Throws a `StoredProblem` for one that cannot be read. */
export function orderReader(db: Db) {
  const { placeholder } = sql;
  const head = {
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
  const ofTeam = eq(orders.team, placeholder('team'));
  const byId = db
    .select(head)
    .from(orders)
    .where(and(ofTeam, eq(orders.id, placeholder('id'))))
    .prepare();
  const byNumber = db
    .select(head)
    .from(orders)
    .where(and(ofTeam, eq(orders.number, placeholder('number'))))
    .prepare();
  const versionRows = db
    .select({ n: versions.n, body: text(versions.body), shape: versions.shape })
    .from(versions)
    .where(and(eq(versions.team, placeholder('team')), eq(versions.order, placeholder('id'))))
    .orderBy(asc(versions.n))
    .prepare();
  const entryRows = db
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
    .where(and(eq(entries.team, placeholder('team')), eq(entries.order, placeholder('id'))))
    .orderBy(asc(entries.seq))
    .prepare();

  function whole(row: ReturnType<typeof byId.get>): Order | undefined {
    if (!row) return undefined;
    const { shape, decimals, state, outcome, content, approval, source, ...rest } = row;
    const { team, id } = row;
    const place = (what: string, table: string) =>
      `${what} ${orderNumber(row.number)} (table ${table}, workspace ${team}, order ${id})`;
    if (decimals === null)
      throw new StoredProblem(
        `The amounts of ${place('order', 'orders')} cannot be read: how many decimals they have is not known. Run npm run migrate.`,
      );
    const head = storedOrder.read(
      {
        shape,
        where: place('order', 'orders'),
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
      { decimals },
    );
    return {
      ...rest,
      ...head,
      versions: versionRows.all({ team, id }).map(({ n, body, shape }) => {
        const where = place(`version ${n} of`, 'versions');
        return storedVersion.read({ shape, where, value: () => json(body) }, { decimals });
      }),
      entries: entryRows.all({ team, id }).map(({ by, action, shape, ...entry }) => {
        const where = place(`entry ${entry.seq} of`, 'entries');
        const value = () => ({ by: json(by), action: json(action) });
        return { ...entry, ...storedEntry.read({ shape, where, value }, { decimals }) };
      }),
    };
  }

  /** In one transaction, so that an order can never be read half before and half after a commit. */
  const atOnce = <T>(read: () => T): T => (db.$client.inTransaction ? read() : db.$client.transaction(read).deferred());

  return {
    byId: (team: string, id: string) => atOnce(() => whole(byId.get({ team, id }))),
    byNumber: (team: string, number: number) => atOnce(() => whole(byNumber.get({ team, number }))),
  };
}

/** A column as it stands, before anything is made of it. */
const text = (column: SQLWrapper) => sql<string>`${column}`;
const maybe = (column: SQLWrapper) => sql<string | null>`${column}`;
