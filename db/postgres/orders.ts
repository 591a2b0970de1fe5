import { and, eq, sql } from 'drizzle-orm';
import type { Order } from '../../src/order/order.ts';
import type { Ends } from '../chain.ts';
import { type Keys, newestOf } from '../keys.ts';
import type { Commit, Committed, Orders } from '../ports.ts';
import { appended } from '../rows/appended.ts';
import { effectRow } from '../rows/effect-row.ts';
import { usedBy } from '../rows/office/used-records.ts';
import { checkCommit, FINDABLE, orderRow, peopleRows } from '../rows/order-row.ts';
import { tokensOf } from '../rows/search-tokens.ts';
import type { Access, Ending } from './access.ts';
import { MAX_NUMBER } from './columns.ts';
import type { Db } from './connection.ts';
import {
  entriesOf,
  entryByKey,
  entryByNumber,
  historyOf,
  orderById,
  orderByNumber,
  submittedOrders,
  versionByNumber,
} from './load-order.ts';
import { markUsed } from './office/records.ts';
import { assigned, builder, given, insertInto, onEach, placed, prepared, UNNAMED } from './prepared.ts';
import { reportedIn } from './reported.ts';
import {
  chains,
  counters,
  drafts,
  effects,
  entries,
  orderPeople,
  orders,
  printedCodes,
  versions,
  workCopyCodes,
} from './schema.ts';
import { searchRow } from './search.ts';
import { gathered } from './transaction/gathered.ts';

/** Orders and their history: read as asked for, written by one accepted action at a time. */
export function ordersOf(
  { reads, readsAtOnce, writesInTwo }: Access,
  keys: Keys,
): Omit<Orders, 'list' | 'visits' | 'ordersAt' | 'undecided' | 'otherTeams' | 'search'> {
  const newest = newestOf(keys);
  /** The last number that was given here, by workspace. */
  const last = new Map<string, number>();

  /** What an order is written by. `current`: its row before, `ends`: of its chain; a new one has neither. */
  function written(asked: Commit, number: number, current?: typeof orders.$inferSelect, ends?: Ends) {
    const { team, id } = asked.order;
    const order = { ...asked.order, number, revision: asked.order.revision + 1 };
    checkCommit({ ...asked, order });
    const row = orderRow(order);
    const { made, ...next } = appended(order, asked.entry, asked.version, ends, newest);
    const owed = asked.effects.map((effect) => effectRow(order, asked.entry.seq, effect, asked.now));
    const sameWords = current && FINDABLE.every((column) => current[column] === row[column]);
    const statements = [
      current ? update(row) : insertOrder([row]),
      ...(sameWords ? [] : [searchRow(order, tokensOf(order))]),
      ...(current ? [leave({ team, order: id })] : []),
      insertPeople(peopleRows(order)),
      ...(made ? [insertVersion([{ ...made.version, ...reportedIn(asked.version) }]), insertCode([made.code])] : []),
      ...(made?.workCode ? [insertWorkCode([made.workCode])] : []),
      insertEntry([next.entry]),
      saveChain([next.chain]),
      ...(owed.length > 0 ? [insertEffects(owed)] : []),
      ...(asked.spentDraft ? [spend({ ...asked.spentDraft })] : []),
    ];
    return { order, statements, used: usedBy(asked.entry) };
  }

  /** Of two writers the second sees what the first has written, and is told. */
  async function next(db: Db, asked: Commit): Promise<Ending<Committed>> {
    const { team, id, revision } = asked.order;
    // In this order: a writer that commits to the same order waits until this is over, and what is read after that is what the one
    // before has left.
    const [[current], [repeated], [ends]] = await Promise.all([
      currentRow(db).execute({ team, id }),
      rowsByKeys(db).execute({ team, keys: [asked.entry.key] }),
      endsOf(db).execute({ team, order: id }),
    ]);
    if (repeated)
      return { result: { kind: 'repeated', order: found(await orderById(db, team, repeated.order)) }, last: [] };
    if (current?.revision !== revision) return { result: { kind: 'stale' }, last: [] };
    const { order, statements, used } = written(asked, current.number, current, ends);
    return { result: { kind: 'saved', order }, last: [...statements, ...markUsed(team, used)] };
  }

  /**
   * New orders of one workspace, all in one transaction: each waits for the number of the one before, and numbers have no
   * gaps.
   */
  async function first(db: Db, team: string, all: readonly Commit[]): Promise<Ending<readonly (() => Committed)[]>> {
    const reading = Promise.all([
      nextNumbers(db).execute({ team, count: all.length }),
      rowsByIds(db).execute({ team, ids: all.map(({ order }) => order.id) }),
      rowsByKeys(db).execute({ team, keys: all.map(({ entry }) => entry.key) }),
    ]);
    // Made while the server answers: it gives the next numbers, unless another process has had them.
    const likely = last.get(team);
    const begun = likely === undefined ? [] : all.map((asked, at) => attempted(() => written(asked, likely + at + 1)));
    const ready = (asked: Commit, number: number) =>
      begun.find((one) => one?.order.id === asked.order.id && one.order.number === number) ?? written(asked, number);
    const [counted, there, repeats] = await reading;
    const taken = counted[0]?.value ?? all.length;
    const saved: ReturnType<typeof written>[] = [];
    const answer = async (asked: Commit): Promise<() => Committed> => {
      const { order, entry } = asked;
      const repeated = repeats.find(({ key }) => key === entry.key);
      const before = repeated
        ? found(await orderById(db, team, repeated.order))
        : saved.find((one) => one.order.lastEntry.key === entry.key)?.order;
      if (before) return () => ({ kind: 'repeated', order: before });
      if ([...there, ...saved.map((one) => one.order)].some(({ id }) => id === order.id))
        return () => ({ kind: 'stale' });
      try {
        const one = ready(asked, taken - all.length + saved.length + 1);
        saved.push(one);
        return () => ({ kind: 'saved', order: one.order });
      } catch (error) {
        // It concerns nobody else.
        return () => {
          throw error;
        };
      }
    };
    const result: (() => Committed)[] = [];
    for (const asked of all) result.push(await answer(asked));
    const surplus = all.length - saved.length;
    last.set(team, taken - surplus);
    return {
      result,
      last: [
        ...saved.flatMap(({ statements }) => statements),
        ...markUsed(
          team,
          saved.flatMap(({ used }) => used),
        ),
        ...(surplus > 0 ? [setNumber({ team, value: taken - surplus })] : []),
      ],
    };
  }

  const saveNext = writesInTwo(next);
  const saveFirst = gathered(writesInTwo(first));
  return {
    order: reads(orderById),
    orderByNumber: reads(async (db, team, number) =>
      number > MAX_NUMBER ? undefined : orderByNumber(db, team, number),
    ),
    version: reads(versionByNumber),
    entry: reads(entryByNumber),
    entries: reads(entriesOf),
    submittedOrders: readsAtOnce(submittedOrders),
    history: readsAtOnce(historyOf),
    accepted: reads(entryByKey),
    commit: async (asked) => (asked.order.revision === 0 ? saveFirst(asked.order.team, asked) : saveNext(asked)),
  };
}

/** What comes of it; undefined when it fails. */
function attempted<R>(work: () => R): R | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Takes so many numbers of a workspace, whose row is locked with them. The last of them. */
const nextNumbers = onEach((db) =>
  db
    .insert(counters)
    .values({ team: sql.placeholder('team'), name: 'order', value: sql.placeholder('count') })
    .onConflictDoUpdate({
      target: [counters.team, counters.name],
      set: { value: sql`${counters.value} + excluded.value` },
    })
    .returning({ value: counters.value })
    .prepare(UNNAMED),
);
const setNumber = prepared(
  builder
    .update(counters)
    .set({ value: placed(counters.value, 'value') })
    .where(and(given(counters, 'team'), eq(counters.name, 'order'))),
);
const rowsByIds = onEach((db) =>
  db
    .select({ id: orders.id })
    .from(orders)
    .where(and(given(orders, 'team'), sql`${orders.id} = any(${sql.placeholder('ids')})`))
    .prepare(UNNAMED),
);
const rowsByKeys = onEach((db) =>
  db
    .select({ order: entries.order, key: entries.key })
    .from(entries)
    .where(and(given(entries, 'team'), sql`${entries.key} = any(${sql.placeholder('keys')})`))
    .prepare(UNNAMED),
);

const currentRow = onEach((db) =>
  db
    .select()
    .from(orders)
    .where(given(orders, 'team', 'id'))
    .for('no key update')
    .prepare(UNNAMED),
);
const endsOf = onEach((db) =>
  db
    .select()
    .from(chains)
    .where(given(chains, 'team', 'order'))
    .prepare(UNNAMED),
);

const insertOrder = insertInto(orders);
const update = prepared(
  builder
    .update(orders)
    .set(assigned(orders, 'team', 'id'))
    .where(given(orders, 'team', 'id')),
);
const leave = prepared(builder.delete(orderPeople).where(given(orderPeople, 'team', 'order')));
const insertPeople = insertInto(orderPeople, (insert) => insert.onConflictDoNothing());
const insertVersion = insertInto(versions);
const insertCode = insertInto(printedCodes);
const insertWorkCode = insertInto(workCopyCodes);
const insertEntry = insertInto(entries);
const saveChain = insertInto(chains, (insert) =>
  insert.onConflictDoUpdate({
    target: [chains.team, chains.order],
    set: { head: sql`excluded.head`, seal: sql`excluded.seal`, key: sql`excluded.key` },
  }),
);
const insertEffects = insertInto(effects);
const spend = prepared(builder.delete(drafts).where(given(drafts, 'team', 'person', 'form', 'order')));

/** Inside the transaction that has just seen it, an order is there. */
function found(order: Order | undefined): Order {
  if (!order) throw new Error('An order vanished inside its own transaction');
  return order;
}
