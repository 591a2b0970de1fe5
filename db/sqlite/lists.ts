import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { type Role, STATES } from '../../src/order/order.ts';
import type { ListFilter, Store } from '../store.ts';
import type { Db } from './connection.ts';
import { channels, orderPeople, orders } from './schema.ts';

const every: Record<Role, true> = { requester: true, supervisor: true, coordinator: true, crew: true };
const ROLES = Object.keys(every) as Role[];
const ANY_NUMBER = Number.MAX_SAFE_INTEGER;

/**
 * Lists of orders, newest first. One index range is read per state and role asked for and the newest of all are
 * kept, so that a list costs the same whether there are a thousand orders or a million.
 */
export function listsOf(db: Db): Pick<Store, 'list'> {
  const { placeholder } = sql;
  const newest = db
    .select({ number: orders.number })
    .from(orders)
    .where(and(eq(orders.team, placeholder('team')), lt(orders.number, placeholder('before'))))
    .orderBy(desc(orders.number))
    .limit(placeholder('limit'))
    .prepare();
  const newestInState = db
    .select({ number: orders.number })
    .from(orders)
    .where(
      and(
        eq(orders.team, placeholder('team')),
        eq(orders.state, placeholder('state')),
        lt(orders.number, placeholder('before')),
      ),
    )
    .orderBy(desc(orders.number))
    .limit(placeholder('limit'))
    .prepare();
  const newestOfPerson = db
    .select({ number: orderPeople.number })
    .from(orderPeople)
    .where(
      and(
        eq(orderPeople.team, placeholder('team')),
        eq(orderPeople.person, placeholder('person')),
        eq(orderPeople.role, placeholder('role')),
        eq(orderPeople.state, placeholder('state')),
        lt(orderPeople.number, placeholder('before')),
      ),
    )
    .orderBy(desc(orderPeople.number))
    .limit(placeholder('limit'))
    .prepare();

  function numbers(team: string, { person, role, states, before = ANY_NUMBER, limit }: ListFilter): number[] {
    const page = { team, before, limit };
    if (person === undefined && states === undefined) return newest.all(page).map((row) => row.number);
    const found = (states ?? STATES).flatMap((state) =>
      person === undefined
        ? newestInState.all({ ...page, state })
        : (role ? [role] : ROLES).flatMap((role) => newestOfPerson.all({ ...page, state, person, role })),
    );
    const distinct = new Set(found.map((row) => row.number));
    return [...distinct].sort((a, b) => b - a).slice(0, limit);
  }

  return {
    async list(team, filter) {
      const open = db
        .select({ channel: channels.channel })
        .from(channels)
        .where(and(eq(channels.team, orders.team), eq(channels.order, orders.id), isNull(channels.archivedAt)))
        .orderBy(desc(channels.n))
        .limit(1);
      const rows = db
        .select({
          id: orders.id,
          number: orders.number,
          state: orders.state,
          outcome: orders.outcome,
          stateSince: orders.stateSince,
          title: orders.title,
          client: orders.client,
          priority: orders.priority,
          supervisor: orders.supervisor,
          version: orders.version,
          channel: sql<string | null>`(${open})`,
        })
        .from(orders)
        .where(and(eq(orders.team, team), inArray(orders.number, numbers(team, filter))))
        .orderBy(desc(orders.number))
        .all();
      return rows.map((row) => ({ ...row, supervisor: row.supervisor.id }));
    },
  };
}
