import { and, asc, count, desc, eq, gt, isNull, lt, notInArray, sql } from 'drizzle-orm';
import { type Role, STATES } from '../../src/order/order.ts';
import type { ListFilter, OrderSummary, Store } from '../ports.ts';
import type { Db } from './connection.ts';
import { channels, orderPeople, orders } from './schema.ts';

const every: Record<Role, true> = { requester: true, supervisor: true, coordinator: true, crew: true };
const ROLES = Object.keys(every) as Role[];
const ANY_NUMBER = Number.MAX_SAFE_INTEGER;

/**
 * Lists of orders, newest first. One index range is read per state and role asked for and the newest of all are
 * kept, so that a list costs the same whether there are a thousand orders or a million.
 */
export function listsOf(db: Db): Pick<Store, 'list' | 'otherTeams'> {
  const older = preparedRanges(db, 'older');
  const newer = preparedRanges(db, 'newer');
  const summaries = summariesOf(db);

  function numbers(team: string, { person, role, states, before, after, limit }: ListFilter): number[] {
    const ranges = after === undefined ? older : newer;
    const page = { team, from: after ?? before ?? ANY_NUMBER, limit };
    const nearest = after === undefined ? (a: number, b: number) => b - a : (a: number, b: number) => a - b;
    if (person === undefined && states === undefined) return ranges.all.all(page).map((row) => row.number);
    const found = (states ?? STATES).flatMap((state) =>
      person === undefined
        ? ranges.inState.all({ ...page, state })
        : (role ? [role] : ROLES).flatMap((role) => ranges.ofPerson.all({ ...page, state, person, role })),
    );
    const distinct = new Set(found.map((row) => row.number));
    return [...distinct].sort(nearest).slice(0, limit);
  }

  return {
    list: async (team, filter) => summaries(team, numbers(team, filter)),
    async otherTeams(teams) {
      const others = db.select({ team: orders.team, orders: count() }).from(orders);
      return others
        .where(notInArray(orders.team, [...teams]))
        .groupBy(orders.team)
        .orderBy(asc(orders.team))
        .all();
    },
  };
}

/** The orders of a workspace with these numbers as lines of a list, newest first. */
export function summariesOf(db: Db): (team: string, numbers: readonly number[]) => OrderSummary[] {
  const { placeholder } = sql;
  const open = db
    .select({ channel: channels.channel })
    .from(channels)
    .where(and(eq(channels.team, orders.team), eq(channels.order, orders.id), isNull(channels.archivedAt)))
    .orderBy(desc(channels.n))
    .limit(1);
  const lines = db
    .select({
      id: orders.id,
      number: orders.number,
      state: orders.state,
      outcome: orders.outcome,
      stateSince: orders.stateSince,
      title: orders.title,
      client: orders.client,
      priority: orders.priority,
      // A list is there for the other orders even when this cannot be read.
      supervisor: sql<string>`coalesce(json_extract(iif(json_valid(${orders.supervisor}), ${orders.supervisor}, '{}'), '$.id'), '')`,
      version: orders.version,
      channel: sql<string | null>`(${open})`,
    })
    .from(orders)
    .where(
      and(
        eq(orders.team, placeholder('team')),
        sql`${orders.number} in (select value from json_each(${placeholder('numbers')}))`,
      ),
    )
    .orderBy(desc(orders.number))
    .prepare();
  return (team, numbers) => lines.all({ team, numbers: JSON.stringify(numbers) });
}

/** The numbers next to one, on its older or its newer side. */
function preparedRanges(db: Db, side: 'older' | 'newer') {
  const { placeholder } = sql;
  const [beyond, nearestFirst] = side === 'older' ? [lt, desc] : [gt, asc];
  return {
    all: db
      .select({ number: orders.number })
      .from(orders)
      .where(and(eq(orders.team, placeholder('team')), beyond(orders.number, placeholder('from'))))
      .orderBy(nearestFirst(orders.number))
      .limit(placeholder('limit'))
      .prepare(),
    inState: db
      .select({ number: orders.number })
      .from(orders)
      .where(
        and(
          eq(orders.team, placeholder('team')),
          eq(orders.state, placeholder('state')),
          beyond(orders.number, placeholder('from')),
        ),
      )
      .orderBy(nearestFirst(orders.number))
      .limit(placeholder('limit'))
      .prepare(),
    ofPerson: db
      .select({ number: orderPeople.number })
      .from(orderPeople)
      .where(
        and(
          eq(orderPeople.team, placeholder('team')),
          eq(orderPeople.person, placeholder('person')),
          eq(orderPeople.role, placeholder('role')),
          eq(orderPeople.state, placeholder('state')),
          beyond(orderPeople.number, placeholder('from')),
        ),
      )
      .orderBy(nearestFirst(orderPeople.number))
      .limit(placeholder('limit'))
      .prepare(),
  };
}
