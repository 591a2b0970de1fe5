import { and, asc, count, desc, eq, inArray, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import { STATES } from '../../src/order/order.ts';
import type { Role } from '../../src/order/people.ts';
import { AT_WORK, type Stage } from '../../src/order/progress/progress.ts';
import type { At, ListFilter, OrderSummary, Orders, SearchPage, VisitPage, VisitSummary } from '../ports.ts';
import { has } from '../rows/columns.ts';
import type { Access } from './access.ts';
import { MAX_NUMBER } from './columns.ts';
import type { Db } from './connection.ts';
import { given, onEach, UNNAMED } from './prepared.ts';
import { channels, orderPeople, orders } from './schema.ts';

const every: Record<Role, true> = { requester: true, supervisor: true, coordinator: true, crew: true };
const ROLES = Object.keys(every) as Role[];
/** Few orders are shown as these. */
const FEW: ReadonlySet<Stage> = new Set(['extra_disputed', 'extra_cost', 'on_hold']);

/**
 * Lists of orders, newest first. One index range is read per state and role asked for and the newest of all are
 * kept, so that a list costs the same whether there are a thousand orders or a million.
 */
export function listsOf({ reads }: Access): Pick<Orders, 'list' | 'visits' | 'ordersAt' | 'undecided' | 'otherTeams'> {
  return {
    list: reads((db, team, filter) => summariesWhere(db, team, sql`${orders.number} in (${numbers(team, filter)})`)),
    visits: reads((db, team, person, roles, page) => visitsOf(db, team, { person, roles, ...page })),
    ordersAt: reads((db, team, at, page) =>
      summariesWhere(db, team, sql`${orders.number} in (${numbersAt(team, at, page)})`),
    ),
    undecided: reads(async (db, team, person) => {
      const [row] = await waiting(db).execute({ team, person });
      return row?.count ?? 0;
    }),
    otherTeams: reads((db, teams) =>
      db
        .select({ team: orders.team, orders: count() })
        .from(orders)
        .where(notInArray(orders.team, [...teams]))
        .groupBy(orders.team)
        .orderBy(asc(orders.team)),
    ),
  };
}

const waiting = onEach((db) => {
  const states = inArray(orderPeople.state, ['submitted', 'changes_requested']);
  const isRequester = eq(orderPeople.role, 'requester');
  return db
    .select({ count: count() })
    .from(orderPeople)
    .where(and(given(orderPeople, 'team', 'person'), isRequester, states))
    .prepare(UNNAMED);
});

/** The numbers next to one, on its older or its newer side: of every range its nearest, of these the nearest. */
function numbers(team: string, { person, role, states, stages, before, after, limit }: ListFilter): SQL {
  const from = Math.min(after ?? before ?? MAX_NUMBER, MAX_NUMBER);
  const [beyond, nearestFirst] = after === undefined ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  const range = (table: typeof orders | typeof orderPeople, its: SQL) =>
    sql`select t.number from ${table} as t where t.team = ${team} and ${its} and t.number ${beyond} ${from}
      order by t.number ${nearestFirst} limit ${limit}`;
  const roles = sql`${sql.param(role ? [role] : ROLES)}::text[]`;
  if (stages) {
    // Few orders wait for somebody's word on extra cost, or are on hold: their stage finds them sooner than the person does. Of the
    // others the person's are fewer. Each is a value of its own, so that the server knows how few they are.
    const isTheirs = sql`exists (select from ${orderPeople} as p
      where p.team = t.team and p.order_id = t.id and p.person = ${person} and p.role = any(${roles}))`;
    const inStages = stages.map((stage) => {
      // Null is what was approved before there were stages.
      const inStage =
        stage === 'scheduled'
          ? sql`t.state = 'approved' and (t.stage = 'scheduled' or t.stage is null)`
          : sql`t.stage = ${stage}`;
      if (person === undefined) return sql`(${range(orders, inStage)})`;
      if (FEW.has(stage)) return sql`(${range(orders, sql`${inStage} and ${isTheirs}`)})`;
      const isShownSo = sql`(select coalesce(o.stage, 'scheduled') from ${orders} as o
        where o.team = t.team and o.id = t.order_id) = ${stage}`;
      const ofPerson = range(
        orderPeople,
        sql`t.person = ${person} and t.role = r.role and t.state = 'approved' and ${isShownSo}`,
      );
      return sql`(select theirs.number from unnest(${roles}) as r(role) cross join lateral (${ofPerson}) as theirs)`;
    });
    if (inStages.length === 0) return sql`select 0 where false`;
    return sql`select distinct found.number from (${sql.join(inStages, sql` union all `)}) as found
      order by found.number ${nearestFirst} limit ${limit}`;
  }
  if (person === undefined && states === undefined) return range(orders, sql`true`);
  const inStates = sql`unnest(${sql.param([...(states ?? STATES)])}::text[]) as s(state)`;
  const ranges =
    person === undefined
      ? sql`${inStates} cross join lateral (${range(orders, sql`t.state = s.state`)}) as found`
      : sql`${inStates} cross join unnest(${roles}) as r(role)
          cross join lateral (${range(orderPeople, sql`t.person = ${person} and t.role = r.role and t.state = s.state`)}) as found`;
  // One person may have several roles.
  return sql`select distinct found.number from ${ranges} order by found.number ${nearestFirst} limit ${limit}`;
}

/** The visits of a person in these roles. */
async function visitsOf(
  db: Db,
  team: string,
  { person, roles, from, until, limit }: VisitPage & { readonly person: string; readonly roles: readonly Role[] },
): Promise<VisitSummary[]> {
  const theirs = sql`select t.number from ${orderPeople} as t where t.team = ${team} and t.person = ${person}
    and t.role = any(${sql.param([...roles])}::text[]) and t.state = 'approved'`;
  // What people typed has no quotation mark without a backslash.
  const inContent = (name: string) =>
    sql<number | null>`substring(${orders.content} from ${`"${name}":(\\d{1,15})`})::double precision`;
  const start = sql<number>`coalesce(${orders.plannedStart}::double precision, ${inContent('requestedStart')})`;
  const takes = sql`${inContent('requestedEnd')} - ${inContent('requestedStart')}`;
  const isAtWork = inArray(orders.stage, AT_WORK);
  const begins = sql`(${start} < ${until} or ${isAtWork}) and (${orders.stage} is distinct from 'on_hold' or ${start} >= ${from})`;
  return db
    .select({
      ...{ id: orders.id, number: orders.number, stage: orders.stage, start },
      end: sql<number | null>`${start} + case when ${takes} < 0 then 0 else ${takes} end`,
    })
    .from(orders)
    .where(and(has(orders, { team }), sql`${orders.number} in (${theirs})`, begins))
    .orderBy(asc(start), asc(orders.number))
    .limit(limit);
}

/** The numbers of the newest orders at a client or site on file. */
function numbersAt(team: string, at: At, { person, crewOnly, before, limit }: SearchPage): SQL {
  const from = Math.min(before ?? MAX_NUMBER, MAX_NUMBER);
  const isAt = 'site' in at ? sql`t.site_on_file = ${at.site}` : sql`t.client_on_file = ${at.client}`;
  const range = (table: typeof orders | typeof orderPeople, its: SQL) =>
    sql`select t.number from ${table} as t where t.team = ${team} and ${isAt} and ${its} and t.number < ${from}
      order by t.number desc limit ${limit}`;
  if (person === undefined) return range(orders, sql`true`);
  const roles = sql`unnest(${sql.param(crewOnly ? ['crew'] : ROLES)}::text[]) as r(role)`;
  const found = range(orderPeople, sql`t.person = ${person} and t.role = r.role`);
  return sql`select distinct found.number from ${roles} cross join lateral (${found}) as found
    order by found.number desc limit ${limit}`;
}

/** The orders of a workspace that fulfil this as lines of a list, newest first. */
export async function summariesWhere(db: Db, team: string, which: SQL): Promise<OrderSummary[]> {
  const open = db
    .select({ channel: channels.channel })
    .from(channels)
    .where(and(eq(channels.team, orders.team), eq(channels.order, orders.id), isNull(channels.archivedAt)))
    .orderBy(desc(channels.n))
    .limit(1);
  const { id, number, state, outcome, stateSince, title, client, priority, version, stage, supervisor } = orders;
  const rows = await db
    .select({
      ...{ id, number, state, outcome, stateSince, title, client, priority, version, stage, supervisor },
      channel: sql<string | null>`(${open})`,
    })
    .from(orders)
    .where(and(has(orders, { team }), which))
    .orderBy(desc(number));
  return rows.map((row) => ({ ...row, supervisor: idIn(row.supervisor) }));
}

/** A list is there for the other orders even when this cannot be read. */
function idIn(party: string): string {
  try {
    const { id } = JSON.parse(party);
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}
