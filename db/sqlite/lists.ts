import { and, asc, count, desc, eq, exists, gt, inArray, isNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { STATES } from '../../src/order/order.ts';
import type { Role } from '../../src/order/people.ts';
import { AT_WORK, type Stage } from '../../src/order/progress/progress.ts';
import type { At, ListFilter, OrderSummary, Orders, SearchPage, VisitSummary } from '../ports.ts';
import { given, has } from '../rows/columns.ts';
import type { Access } from './access.ts';
import type { Db } from './connection.ts';
import { limitOf, onFirstUse, perConnection } from './prepared.ts';
import { channels, orderPeople, orders } from './schema.ts';

const every: Record<Role, true> = { requester: true, supervisor: true, coordinator: true, crew: true };
const ROLES = Object.keys(every) as Role[];
const ANY_NUMBER = Number.MAX_SAFE_INTEGER;
/** Few orders are shown as these: their stage finds them sooner than the person does. */
const FEW: ReadonlySet<Stage> = new Set(['extra_disputed', 'extra_cost', 'on_hold']);

/**
 * Lists of orders, newest first. One index range is read per state and role asked for and the newest of all are
 * kept, so that a list costs the same whether there are a thousand orders or a million.
 */
export function listsOf({
  db,
  reads,
}: Access): Pick<Orders, 'list' | 'visits' | 'ordersAt' | 'undecided' | 'otherTeams'> {
  const older = onFirstUse(db, () => preparedRanges(db, 'older'));
  const newer = onFirstUse(db, () => preparedRanges(db, 'newer'));
  const summaries = summariesOf(db);
  const visits = onFirstUse(db, () => preparedVisits(db));
  const undecided = db
    .select({ count: count() })
    .from(orderPeople)
    .where(
      and(
        given(orderPeople, 'team', 'person'),
        has(orderPeople, { role: 'requester' }),
        inArray(orderPeople.state, ['submitted', 'changes_requested']),
      ),
    )
    .prepare();

  function numbers(team: string, { person, role, states, stages, before, after, limit }: ListFilter): number[] {
    const ranges = (after === undefined ? older : newer)();
    const page = { team, from: after ?? before ?? ANY_NUMBER, limit };
    const nearest = after === undefined ? (a: number, b: number) => b - a : (a: number, b: number) => a - b;
    if (stages) {
      const found = stages.flatMap((stage) => {
        if (person === undefined)
          return (stage === 'scheduled' ? ranges.scheduled : ranges.inStage).all({ ...page, stage });
        const ofPerson = FEW.has(stage) ? ranges.inStageOfPerson : ranges.ofPersonInStage;
        return (role ? [role] : ROLES).flatMap((role) => ofPerson.all({ ...page, stage, person, role }));
      });
      return [...new Set(found.map((row) => row.number))].sort(nearest).slice(0, limit);
    }
    if (person === undefined && states === undefined) return ranges.all.all(page).map((row) => row.number);
    const found = (states ?? STATES).flatMap((state) =>
      person === undefined
        ? ranges.inState.all({ ...page, state })
        : (role ? [role] : ROLES).flatMap((role) => ranges.ofPerson.all({ ...page, state, person, role })),
    );
    const distinct = new Set(found.map((row) => row.number));
    return [...distinct].sort(nearest).slice(0, limit);
  }

  const atSite = onFirstUse(db, () => preparedAt(db, 'siteOnFile'));
  const atClient = onFirstUse(db, () => preparedAt(db, 'clientOnFile'));
  function numbersAt(team: string, which: At, { person, crewOnly, before, limit }: SearchPage): number[] {
    const [ranges, id] = 'site' in which ? [atSite(), which.site] : [atClient(), which.client];
    const page = { team, id, from: before ?? ANY_NUMBER, limit };
    if (person === undefined) return ranges.all.all(page).map((row) => row.number);
    const roles: readonly Role[] = crewOnly ? ['crew'] : ROLES;
    const found = roles.flatMap((role) => ranges.ofPerson.all({ ...page, person, role }));
    return [...new Set(found.map((row) => row.number))].sort((a, b) => b - a).slice(0, limit);
  }

  return {
    ordersAt: reads((team, which, page) => summaries(team, numbersAt(team, which, page))),
    list: reads((team, filter) => summaries(team, numbers(team, filter))),
    visits: reads((team, person, roles, page) => {
      const found = roles.flatMap((role) => visits().all({ team, person, role, ...page }));
      const distinct = [...new Map(found.map((one) => [one.number, one])).values()];
      return distinct.sort((a, b) => a.start - b.start || a.number - b.number).slice(0, page.limit);
    }),
    undecided: reads((team, person) => undecided.get({ team, person })?.count ?? 0),
    otherTeams: reads((teams) => {
      const others = db.select({ team: orders.team, orders: count() }).from(orders);
      return others
        .where(notInArray(orders.team, [...teams]))
        .groupBy(orders.team)
        .orderBy(asc(orders.team))
        .all();
    }),
  };
}

/** The orders of a workspace with these numbers as lines of a list, newest first. */
export const summariesOf = perConnection((db): ((team: string, numbers: readonly number[]) => OrderSummary[]) => {
  const open = db
    .select({ channel: channels.channel })
    .from(channels)
    .where(and(eq(channels.team, orders.team), eq(channels.order, orders.id), isNull(channels.archivedAt)))
    .orderBy(desc(channels.n));
  const { id, number, state, outcome, stateSince, title, client, priority, version, stage } = orders;
  const plain = { id, number, state, outcome, stateSince, title, client, priority, version, stage };
  const lines = db
    .select({
      ...plain,
      // A list is there for the other orders even when this cannot be read.
      supervisor: sql<string>`coalesce(json_extract(iif(json_valid(${orders.supervisor}), ${orders.supervisor}, '{}'), '$.id'), '')`,
      channel: sql<string | null>`(${open})`,
    })
    .from(orders)
    .where(and(given(orders, 'team'), sql`${number} in (select value from json_each(${sql.placeholder('numbers')}))`))
    .orderBy(desc(number))
    .prepare();
  return (team, numbers) => lines.all({ team, numbers: JSON.stringify(numbers) });
});

/** The numbers next to one, on its older or its newer side. */
function preparedRanges(db: Db, side: 'older' | 'newer') {
  const [beyond, nearestFirst] = side === 'older' ? [lt, desc] : [gt, asc];
  const range = (table: typeof orders | typeof orderPeople, its: SQL | undefined) =>
    db
      .select({ number: table.number })
      .from(table)
      .where(and(its, beyond(table.number, sql.placeholder('from'))))
      .orderBy(nearestFirst(table.number))
      .limit(limitOf('limit'))
      .prepare();
  const inStage = given(orders, 'team', 'stage');
  // Null is what was approved before there were stages.
  const isShownAs = sql`coalesce(${orders.stage}, 'scheduled') = ${sql.placeholder('stage')}`;
  const theirs = db
    .select({ number: orderPeople.number })
    .from(orderPeople)
    .innerJoin(orders, and(eq(orders.team, orderPeople.team), eq(orders.id, orderPeople.order)))
    .where(
      and(
        given(orderPeople, 'team', 'person', 'role'),
        has(orderPeople, { state: 'approved' }),
        isShownAs,
        beyond(orderPeople.number, sql.placeholder('from')),
      ),
    )
    .orderBy(nearestFirst(orderPeople.number))
    .limit(limitOf('limit'));
  const isTheirs = exists(
    db
      .select({ one: sql`1` })
      .from(orderPeople)
      .where(
        and(eq(orderPeople.team, orders.team), eq(orderPeople.order, orders.id), given(orderPeople, 'person', 'role')),
      ),
  );
  return {
    all: range(orders, given(orders, 'team')),
    inState: range(orders, given(orders, 'team', 'state')),
    inStage: range(orders, inStage),
    ofPerson: range(orderPeople, given(orderPeople, 'team', 'person', 'role', 'state')),
    scheduled: range(orders, and(given(orders, 'team'), has(orders, { state: 'approved' }), isShownAs)),
    ofPersonInStage: theirs.prepare(),
    inStageOfPerson: range(orders, and(inStage, isTheirs)),
  };
}

/** The visits of a person in a role. */
function preparedVisits(db: Db) {
  const inContent = (name: string) =>
    sql<number | null>`iif(json_valid(${orders.content}), ${orders.content} ->> ${sql.raw(`'$.${name}'`)}, null)`;
  const start = sql<number>`coalesce(${orders.plannedStart}, ${inContent('requestedStart')})`;
  return db
    .select({
      ...{ id: orders.id, number: orders.number, stage: orders.stage, start },
      end: sql<number | null>`${start} + max(0, ${inContent('requestedEnd')} - ${inContent('requestedStart')})`,
    })
    .from(orderPeople)
    .innerJoin(orders, and(eq(orders.team, orderPeople.team), eq(orders.id, orderPeople.order)))
    .where(
      and(
        given(orderPeople, 'team', 'person', 'role'),
        has(orderPeople, { state: 'approved' }),
        or(sql`${start} < ${sql.placeholder('until')}`, inArray(orders.stage, AT_WORK)),
        sql`(${orders.stage} is not 'on_hold' or ${start} >= ${sql.placeholder('from')})`,
      ),
    )
    .orderBy(asc(start), asc(orderPeople.number))
    .limit(limitOf('limit'))
    .prepare() satisfies { all(values: Record<string, unknown>): VisitSummary[] };
}

/** The numbers of orders at a client or site on file that are below one. */
function preparedAt(db: Db, column: 'clientOnFile' | 'siteOnFile') {
  const range = (table: typeof orders | typeof orderPeople, its: SQL | undefined) =>
    db
      .select({ number: table.number })
      .from(table)
      .where(and(its, eq(table[column], sql.placeholder('id')), lt(table.number, sql.placeholder('from'))))
      .orderBy(desc(table.number))
      .limit(limitOf('limit'))
      .prepare();
  return {
    all: range(orders, given(orders, 'team')),
    ofPerson: range(orderPeople, given(orderPeople, 'team', 'person', 'role')),
  };
}
