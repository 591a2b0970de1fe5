import { sql } from 'drizzle-orm';
import { type Order, peopleOf } from '../../src/order/order.ts';
import { type Keys, newestOf } from '../keys.ts';
import type { Commit, Committed, Orders } from '../ports.ts';
import { appended } from '../rows/appended.ts';
import { has } from '../rows/columns.ts';
import { effectRow } from '../rows/effect-row.ts';
import { checkCommit, FINDABLE, orderRow } from '../rows/order-row.ts';
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
  versionByNumber,
} from './load-order.ts';
import { reportedIn } from './reported.ts';
import { chains, counters, drafts, effects, entries, orderPeople, orders, printedCodes, versions } from './schema.ts';
import { searchRow } from './search.ts';

/** Orders and their history: read as asked for, written by one accepted action at a time. */
export function ordersOf(
  { reads, readsAtOnce, writesInTwo }: Access,
  keys: Keys,
): Omit<Orders, 'list' | 'undecided' | 'otherTeams' | 'search'> {
  const newest = newestOf(keys);

  /** Of two writers the second sees what the first has written, and is told. */
  async function commit(db: Db, asked: Commit): Promise<Ending<Committed>> {
    const { order, entry, spentDraft, now } = asked;
    const { team, id } = order;
    const first = order.revision === 0;
    // In this order: a writer that commits to the same order, or begins one in the same workspace, waits until this is over, and
    // what is read after that is what the one before has left.
    const [[counted], [current], [repeated], [ends]] = await Promise.all([
      first ? nextNumber(db, team) : [],
      db.select().from(orders).where(has(orders, { team, id })).for('no key update'),
      db
        .select()
        .from(entries)
        .where(has(entries, { team, key: entry.key })),
      db
        .select()
        .from(chains)
        .where(has(chains, { team, order: id })),
    ]);
    if (repeated || (current?.revision ?? 0) !== order.revision) {
      const result: Committed = repeated
        ? { kind: 'repeated', order: found(await orderById(db, team, repeated.order)) }
        : { kind: 'stale' };
      // Numbers have no gaps.
      return { result, last: counted ? [giveBack(db, team)] : [] };
    }
    const number = current?.number ?? counted?.value ?? 1;
    const written = { ...order, number, revision: order.revision + 1 };
    checkCommit({ ...asked, order: written });
    const row = orderRow(written);
    const { made, ...next } = appended(written, entry, asked.version, ends, newest);
    const owed = asked.effects.map((effect) => effectRow(order, entry.seq, effect, now));
    const sameWords = current && FINDABLE.every((column) => current[column] === row[column]);
    const inRoles = peopleOf(order).map(([role, { id: person }]) => {
      return { team, order: id, person, role, state: order.state, number };
    });
    const last = [
      current ? db.update(orders).set(row).where(has(orders, { team, id })) : db.insert(orders).values(row),
      ...(sameWords ? [] : [searchRow(db, written, tokensOf(written))]),
      ...(current ? [db.delete(orderPeople).where(has(orderPeople, { team, order: id }))] : []),
      db.insert(orderPeople).values(inRoles).onConflictDoNothing(),
      ...(made
        ? [
            db.insert(versions).values({ ...made.version, ...reportedIn(asked.version) }),
            db.insert(printedCodes).values(made.code),
          ]
        : []),
      db.insert(entries).values(next.entry),
      db
        .insert(chains)
        .values(next.chain)
        .onConflictDoUpdate({
          target: [chains.team, chains.order],
          set: { head: sql`excluded.head`, seal: sql`excluded.seal`, key: sql`excluded.key` },
        }),
      ...(owed.length > 0 ? [db.insert(effects).values(owed)] : []),
      ...(spentDraft ? [db.delete(drafts).where(has(drafts, { ...spentDraft }))] : []),
    ];
    return { result: { kind: 'saved', order: written }, last };
  }

  return {
    order: reads(orderById),
    orderByNumber: reads(async (db, team, number) =>
      number > MAX_NUMBER ? undefined : orderByNumber(db, team, number),
    ),
    version: reads(versionByNumber),
    entry: reads(entryByNumber),
    entries: reads(entriesOf),
    history: readsAtOnce(historyOf),
    accepted: reads(entryByKey),
    commit: writesInTwo(commit),
  };
}

/** The next number of a workspace, whose row is locked with it. */
const nextNumber = (db: Db, team: string) =>
  db
    .insert(counters)
    .values({ team, name: 'order', value: 1 })
    .onConflictDoUpdate({ target: [counters.team, counters.name], set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });

const giveBack = (db: Db, team: string) =>
  db
    .update(counters)
    .set({ value: sql`${counters.value} - 1` })
    .where(has(counters, { team, name: 'order' }));

/** Inside the transaction that has just seen it, an order is there. */
function found(order: Order | undefined): Order {
  if (!order) throw new Error('An order vanished inside its own transaction');
  return order;
}
