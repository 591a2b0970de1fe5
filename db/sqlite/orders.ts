import { sql } from 'drizzle-orm';
import type { Order } from '../../src/order/order.ts';
import type { Keys } from '../keys.ts';
import type { Commit, Committed, Orders } from '../ports.ts';
import { given, overwrite, placeholders } from '../rows/columns.ts';
import { effectRow } from '../rows/effect-row.ts';
import { usedBy } from '../rows/office/used-records.ts';
import { checkCommit, FINDABLE, orderRow, peopleRows } from '../rows/order-row.ts';
import { tokensOf } from '../rows/search-tokens.ts';
import type { Access } from './access.ts';
import { appender } from './append.ts';
import type { Db } from './connection.ts';
import { orderReader } from './load-order.ts';
import { usesOf } from './office/records.ts';
import { insertEffect } from './outbox/outbox.ts';
import { insertInto, prepared } from './prepared.ts';
import { counters, drafts, entries, orderPeople, orders, searched } from './schema.ts';

/** Orders and their history: read as asked for, written by one accepted action at a time. */
export function ordersOf(
  { db, reads, writes }: Access,
  keys: Keys,
): Omit<Orders, 'list' | 'visits' | 'ordersAt' | 'undecided' | 'otherTeams' | 'search'> {
  const load = orderReader(db);
  const append = appender(db, keys);
  const write = preparedWrites(db);
  const markUsed = usesOf(db);

  /** Of two writers the second sees what the first has written, and is told. */
  function commit(asked: Commit): Committed {
    const { order, entry, version, effects, spentDraft, now } = asked;
    const { team, id } = order;
    const repeated = write.entryByKey.get({ team, key: entry.key });
    if (repeated) return { kind: 'repeated', order: found(load.byId(team, repeated.order)) };
    const current = write.current.get({ team, id });
    if ((current?.revision ?? 0) !== order.revision) return { kind: 'stale' };
    const number = current?.number ?? write.nextNumber.get({ team })?.value ?? 1;
    const written = { ...order, number, revision: order.revision + 1 };
    checkCommit({ ...asked, order: written });
    const row = orderRow(written);
    write.order(row);
    if (FINDABLE.some((column) => current?.[column] !== row[column])) index(written);
    if (current) write.leave({ team, order: id });
    for (const one of peopleRows(written)) write.join(one);
    append(written, entry, version);
    for (const effect of effects) write.effect(effectRow(order, entry.seq, effect, now));
    markUsed(team, usedBy(entry));
    if (spentDraft) write.spend({ ...spentDraft });
    return { kind: 'saved', order: written };
  }

  /** Search finds the order by what it says now. */
  function index(order: Order): void {
    const { team, number } = order;
    const tokens = tokensOf(order);
    const known = write.searched.get({ team, number });
    if (known) return void write.reindex.run(tokens, -known.seq);
    const added = write.search.get({ team, number });
    if (added) write.index.run(-added.seq, tokens);
  }

  return {
    order: reads(load.byId),
    orderByNumber: reads(load.byNumber),
    version: reads(load.version),
    entry: reads(load.entry),
    entries: reads(load.entries),
    submittedOrders: reads(load.submitted),
    history: reads(load.history),
    accepted: reads((team, key) => {
      const { order, seq } = write.entryByKey.get({ team, key }) ?? {};
      const entry = order === undefined || seq === undefined ? undefined : load.entry(team, order, seq);
      return order === undefined || !entry ? undefined : { order, entry };
    }),
    commit: writes(commit),
  };
}

function preparedWrites(db: Db) {
  const { placeholder } = sql;
  const orderKey = [orders.team, orders.id];
  const hasKey = given(entries, 'team', 'key');
  const isOrder = given(orders, 'team', 'id');
  const hasNumber = given(searched, 'team', 'number');
  const ofOrder = given(orderPeople, 'team', 'order');
  const isDraft = given(drafts, 'team', 'person', 'form', 'order');
  return {
    entryByKey: db.select({ order: entries.order, seq: entries.seq }).from(entries).where(hasKey).prepare(),
    current: db.select().from(orders).where(isOrder).prepare(),
    nextNumber: db
      .insert(counters)
      .values({ team: placeholder('team'), name: 'order', value: 1 })
      .onConflictDoUpdate({ target: [counters.team, counters.name], set: { value: sql`${counters.value} + 1` } })
      .returning({ value: counters.value })
      .prepare(),
    order: prepared(
      db,
      insertInto(db, orders).onConflictDoUpdate({ target: orderKey, set: overwrite(orders, orderKey) }),
    ),
    searched: db.select().from(searched).where(hasNumber).prepare(),
    search: db.insert(searched).values(placeholders('team', 'number')).returning({ seq: searched.seq }).prepare(),
    // Drizzle knows no virtual tables.
    index: db.$client.prepare('insert into order_search (rowid, tokens) values (?, ?)'),
    reindex: db.$client.prepare('update order_search set tokens = ? where rowid = ?'),
    leave: prepared(db, db.delete(orderPeople).where(ofOrder)),
    join: prepared(db, insertInto(db, orderPeople).onConflictDoNothing()),
    effect: insertEffect(db),
    spend: prepared(db, db.delete(drafts).where(isDraft)),
  };
}

/** Inside the transaction that has just written or seen it, an order is there. */
function found(order: Order | undefined): Order {
  if (!order) throw new Error('An order vanished inside its own transaction');
  return order;
}
