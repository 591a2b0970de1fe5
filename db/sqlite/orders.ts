import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Effect, type Order, orderNumber, peopleOf } from '../../src/order/order.ts';
import type { Keys } from '../keys.ts';
import type { Commit, Committed, Lane, Orders, Store } from '../ports.ts';
import { storedEffect, storedTrace } from '../shapes/effect.ts';
import { storedEntry } from '../shapes/entry.ts';
import { storedOrder } from '../shapes/order.ts';
import { StoredProblem } from '../shapes/stored.ts';
import { storedVersion } from '../shapes/version.ts';
import { appender } from './append.ts';
import { type Db, transact } from './connection.ts';
import { effectColumns, effectKey, effectOf } from './effect-rows.ts';
import { orderReader } from './load-order.ts';
import { columnsOf, overwrite, placeholders } from './prepared.ts';
import { counters, drafts, effects, entries, orderPeople, orders, searched } from './schema.ts';
import { tokensOf } from './search/search-tokens.ts';

/** Orders and their history: read as asked for, written by one accepted action at a time. */
export function ordersOf(db: Db, keys: Keys): Omit<Orders, 'list' | 'otherTeams' | 'search'> & Pick<Store, 'owe'> {
  const load = orderReader(db);
  const append = appender(db, keys);
  const write = preparedWrites(db);

  /** In one immediate transaction: whoever comes second sees what the first has written, and is told. */
  function commit(asked: Commit): Committed {
    const { order, entry, version, effects, spentDraft, now } = asked;
    const { team, id } = order;
    const repeated = write.entryByKey.get({ team, key: entry.key });
    if (repeated) return { kind: 'repeated', order: found(load.byId(team, repeated.order)) };
    const current = write.current.get({ team, id });
    if ((current?.revision ?? 0) !== order.revision) return { kind: 'stale' };
    const number = current?.number ?? write.nextNumber.get({ team })?.value ?? 1;
    const written = { ...order, number, revision: order.revision + 1 };
    check({ ...asked, order: written });
    write.order.run(orderRow(written));
    if (current?.findable !== findable(order)) index(written);
    write.leave.run({ team, id });
    for (const [role, { id: person }] of peopleOf(order)) {
      write.join.run({ team, order: id, person, role, state: order.state, number });
    }
    append(written, entry, version);
    for (const effect of effects) write.effect.run(effectRow(order, entry.seq, effect, now));
    if (spentDraft) write.spend.run({ ...spentDraft });
    return { kind: 'saved', order: written };
  }

  /** Search finds the order by what it says now. */
  function index(order: Order): void {
    const { team, number, content, requester, supervisor, coordinator, crew } = order;
    const people = [requester, supervisor, ...(coordinator ? [coordinator] : [])];
    const tokens = tokensOf({ team, number, content, people, crew });
    const known = write.searched.get({ team, number });
    if (known) return void write.reindex.run(tokens, -known.seq);
    const added = write.search.get({ team, number });
    if (added) write.index.run(-added.seq, tokens);
  }

  return {
    order: async (team, id) => load.byId(team, id),
    orderByNumber: async (team, number) => load.byNumber(team, number),
    version: async (team, id, n) => load.version(team, id, n),
    entry: async (team, id, seq) => load.entry(team, id, seq),
    entries: async (team, id) => load.entries(team, id),
    history: async (team, id) => load.history(team, id),
    accepted: async (team, key) => {
      const { order, seq } = write.entryByKey.get({ team, key }) ?? {};
      const entry = order === undefined || seq === undefined ? undefined : load.entry(team, order, seq);
      return order === undefined || !entry ? undefined : { order, entry };
    },
    commit: async (what) => transact(db.$client, () => commit(what)),
    owe: async (team, id, what, now, { doubtSince } = {}) =>
      transact(db.$client, () => {
        const last = write.lastEntry.get({ team, order: id })?.seq;
        if (last == null) return 0;
        const ofOrder = and(eq(effects.team, team), eq(effects.order, id), isNull(effects.doneAt));
        const idle = and(ofOrder, isNull(effects.leaseOwner), isNull(effects.parkedAt));
        const columns = { ...effectKey, ...effectColumns.body, seq: effects.seq };
        const owed = () => db.select(columns).from(effects).where(idle).all().flatMap(readable);
        const before = new Set(owed().map(asText));
        const added = what.filter((effect) => !before.has(asText({ effect })));
        for (const effect of added) {
          storedEffect.check(effect, `effect ${effect.type} of order ${id}`);
          write.effect.run(effectRow({ team, id }, last, effect, now));
        }
        if (doubtSince === undefined) return added.length;
        const asked = new Set(what.map((effect) => asText({ effect })));
        const firstAttemptAt = sql`min(coalesce(${effects.firstAttemptAt}, ${doubtSince}), ${doubtSince})`;
        for (const one of owed().filter((row) => asked.has(asText(row))))
          db.update(effects).set({ inDoubt: true, firstAttemptAt }).where(eq(effects.seq, one.seq)).run();
        return added.length;
      }),
  };
}

function preparedWrites(db: Db) {
  const { placeholder } = sql;
  const orderKey = [orders.team, orders.id];
  return {
    entryByKey: db
      .select({ order: entries.order, seq: entries.seq })
      .from(entries)
      .where(and(eq(entries.team, placeholder('team')), eq(entries.key, placeholder('key'))))
      .prepare(),
    current: db
      .select({
        number: orders.number,
        revision: orders.revision,
        findable: sql<string>`json_array(${orders.content}, ${orders.requester}, ${orders.supervisor}, ${orders.coordinator}, ${orders.crew})`,
      })
      .from(orders)
      .where(and(eq(orders.team, placeholder('team')), eq(orders.id, placeholder('id'))))
      .prepare(),
    lastEntry: db
      .select({ seq: sql<number | null>`max(${entries.seq})` })
      .from(entries)
      .where(and(eq(entries.team, placeholder('team')), eq(entries.order, placeholder('order'))))
      .prepare(),
    nextNumber: db
      .insert(counters)
      .values({ team: placeholder('team'), name: 'order', value: 1 })
      .onConflictDoUpdate({ target: [counters.team, counters.name], set: { value: sql`${counters.value} + 1` } })
      .returning({ value: counters.value })
      .prepare(),
    order: db
      .insert(orders)
      .values(placeholders(...columnsOf(orders)))
      .onConflictDoUpdate({ target: orderKey, set: overwrite(orders, orderKey) })
      .prepare(),
    searched: db
      .select({ seq: searched.seq })
      .from(searched)
      .where(and(eq(searched.team, placeholder('team')), eq(searched.number, placeholder('number'))))
      .prepare(),
    search: db.insert(searched).values(placeholders('team', 'number')).returning({ seq: searched.seq }).prepare(),
    // Drizzle knows no virtual tables.
    index: db.$client.prepare('insert into order_search (rowid, tokens) values (?, ?)'),
    reindex: db.$client.prepare('update order_search set tokens = ? where rowid = ?'),
    leave: db
      .delete(orderPeople)
      .where(and(eq(orderPeople.team, placeholder('team')), eq(orderPeople.order, placeholder('id'))))
      .prepare(),
    join: db
      .insert(orderPeople)
      .values(placeholders(...columnsOf(orderPeople)))
      .onConflictDoNothing()
      .prepare(),
    effect: db
      .insert(effects)
      .values(
        placeholders(
          'id',
          'team',
          'order',
          'entry',
          'lane',
          'type',
          'body',
          'dueAt',
          'notBefore',
          'shape',
          'traceShape',
        ),
      )
      .prepare(),
    spend: db
      .delete(drafts)
      .where(
        and(
          eq(drafts.team, placeholder('team')),
          eq(drafts.person, placeholder('person')),
          eq(drafts.form, placeholder('form')),
          eq(drafts.order, placeholder('order')),
        ),
      )
      .prepare(),
  };
}

/** Throws a `StoredProblem` when something of it could not be read again. */
function check({ order, entry, version, effects }: Commit): void {
  const number = orderNumber(order.number);
  storedOrder.check(order, `order ${number}`);
  storedEntry.check(entry, `entry ${entry.seq} of order ${number}`);
  if (version) storedVersion.check(version, `version ${version.n} of order ${number}`);
  for (const effect of effects) storedEffect.check(effect, `effect ${effect.type} of order ${number}`);
}

/** What search finds an order by, as its row has it: five columns in one text, to see whether they have changed. */
const findable = ({ content, requester, supervisor, coordinator, crew }: Order): string =>
  JSON.stringify([content, requester, supervisor, coordinator, crew].map((part) => part && JSON.stringify(part)));

function orderRow(written: Order): typeof orders.$inferInsert {
  const { latest, approvedItems, lastReport, photos, lastEntry, ...order } = written;
  const { title, client, priority } = order.content;
  return {
    ...order,
    title,
    client,
    priority,
    version: latest?.n ?? 0,
    shape: storedOrder.number,
    decimals: order.content.decimals,
  };
}

/** Direct messages must not wait behind a parked upload. */
const LANES: Readonly<Partial<Record<Effect['type'], Lane>>> = {
  tell: 'people',
  settle_request: 'people',
  dress_channel: 'dressing',
  bring_in: 'members',
  remove_people: 'members',
};

const asText = ({ effect }: { effect: Effect }): string => JSON.stringify(Object.entries(effect).toSorted());

/** An effect of an order; one that cannot be read is nobody's match. */
function readable({
  body,
  shape,
  ...row
}: Parameters<typeof effectOf>[0] & { body: string; shape: number; seq: number }) {
  try {
    return [{ seq: row.seq, effect: effectOf(row, body, shape) }];
  } catch (error) {
    if (error instanceof StoredProblem) return [];
    throw error;
  }
}

const laneOf = (effect: Effect): Lane => LANES[effect.type] ?? 'channel';

/** What is owed of an order, as a row. `now`: milliseconds. */
export function effectRow(
  { team, id }: Pick<Order, 'team' | 'id'>,
  entry: number,
  effect: Effect,
  now: number,
): typeof effects.$inferInsert {
  // Orders count in seconds, the outbox in milliseconds.
  const notBefore = effect.type === 'archive_channel' ? effect.notBefore * 1000 : null;
  const lane = laneOf(effect);
  return {
    id: randomUUID(),
    team,
    order: id,
    entry,
    lane,
    type: effect.type,
    body: effect,
    dueAt: notBefore ?? now,
    notBefore,
    shape: storedEffect.number,
    traceShape: storedTrace.number,
  };
}

/** Inside the transaction that has just written or seen it, an order is there. */
function found(order: Order | undefined): Order {
  if (!order) throw new Error('An order vanished inside its own transaction');
  return order;
}
