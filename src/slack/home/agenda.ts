import type { Store, VisitSummary } from '../../../db/ports.ts';
import { standingIn } from '../../absence.ts';
import { clocksOf } from '../../office/clocks.ts';
import { orderFor } from '../../order/amounts/prices.ts';
import { dayAt, dayStart } from '../../order/clocks/zones.ts';
import type { Order } from '../../order/order.ts';
import type { Role } from '../../order/people.ts';
import { namedAs, taskOf, urgencyOf, whoseDecision } from '../../order/progress/inbox.ts';
import { AT_WORK } from '../../order/progress/progress.ts';
import type { Settings } from '../../settings.ts';
import type { Person } from '../people/people.ts';
import { offersAmong } from '../views/buttons.ts';
import { visitStart } from '../views/daily/visit.ts';
import { DONE_BY, type Inbox, type InboxRow } from '../views/inbox/inbox.ts';
import { mayApproveTogether } from '../views/inbox/several.ts';
import { ON_SITE, type Today, type Visit } from '../views/inbox/today.ts';

/** Visits of a person that are looked at, what begins first: what is shown does not grow with how many orders there are. */
const VISITS = 300;

/** Whom what is read is for, under which settings, when (seconds), and at most how many orders of it. */
interface Asked {
  readonly person: Person;
  readonly settings: Settings;
  readonly at: number;
  readonly most: number;
}

/** An order that may await somebody, and how urgently as far as a list tells. */
interface Candidate {
  readonly id: string;
  readonly since: number;
}

/** What a person is to orders that await them; a guest is crew and nothing else. */
const rolesAtWork = ({ kind }: Person): Role[] => (kind === 'guest' ? ['crew'] : ['crew', 'coordinator']);

/**
 * The approved orders on which this person works, or which they coordinate: what begins today and tomorrow, what was to begin before and
 * does not stand still, and work in progress.
 */
export function openVisits(store: Store, person: Person, at: number): Promise<VisitSummary[]> {
  const { today, after } = daysOf(person.timeZone, at);
  return store.visits(person.team, person.id, rolesAtWork(person), { from: today, until: after, limit: VISITS });
}

/** Whether they have any visit, whenever it is. */
export async function hasVisits({ list }: Store, person: Person): Promise<boolean> {
  const ofRole = (role: Role) => list(person.team, { person: person.id, role, states: ['approved'], limit: 1 });
  return (await Promise.all(rolesAtWork(person).map(ofRole))).flat().length > 0;
}

/** What awaits this person, what is due first at the top. `visits`: see `openVisits`. */
export async function inboxOf(store: Store, visits: readonly VisitSummary[], asked: Asked): Promise<Inbox> {
  const { person, settings, at, most } = asked;
  const clocks = clocksOf(settings);
  const candidates = [...(await askedOf(store, person, most)), ...lateIn(visits, at)];
  const distinct = [...new Map(candidates.map((one) => [one.id, one])).values()].sort((a, b) => a.since - b.since);
  // Of those that a list takes for urgent, some are not: it does not know office hours.
  const read = distinct.slice(0, 2 * most);
  const orders = await ordersOf(store, person.team, read);
  const reader = await standingIn(store, person, orders, at);
  const rows = orders.flatMap((order): InboxRow[] => {
    const task = taskOf(order, reader, clocks, at);
    if (!task) return [];
    const offers = offersAmong(reader, order, DONE_BY[task.about]);
    return [{ order: orderFor(reader, order), task, whose: whoseDecision(order, reader.id, task.about), offers }];
  });
  const sorted = rows.sort(
    (a, b) => urgencyOf(a.task) - urgencyOf(b.task) || a.task.since - b.task.since || a.order.number - b.order.number,
  );
  return {
    rows: sorted.slice(0, most),
    more: sorted.length > most || distinct.length > read.length,
    several: sorted.filter(({ order, task }) => task.about === 'decision' && mayApproveTogether(order)).length > 1,
    at,
  };
}

/** The oldest orders that ask something of this person. */
async function askedOf(store: Store, { team, id, kind }: Person, most: number): Promise<Candidate[]> {
  const oldest = { person: id, after: 0, limit: most + 1 };
  const disputed = { ...oldest, stages: ['extra_disputed'] as const };
  const lists = await Promise.all([
    store.list(team, { ...disputed, role: 'crew' }),
    ...(kind === 'guest'
      ? []
      : [
          store.list(team, { ...oldest, role: 'supervisor', states: ['submitted'] }),
          store.list(team, { ...oldest, role: 'requester', states: ['changes_requested'] }),
          store.list(team, { ...oldest, role: 'supervisor', stages: ['extra_cost'] }),
          store.list(team, { ...disputed, role: 'coordinator' }),
        ]),
  ]);
  return lists.flat().map((order) => ({ id: order.id, since: order.stateSince }));
}

/** Whether its work goes on, whenever it was to begin. */
const isAtWork = ({ stage }: VisitSummary): boolean => stage !== null && AT_WORK.includes(stage);

/** Visits whose time has come and gone, as far as a list tells. */
const lateIn = (visits: readonly VisitSummary[], at: number): Candidate[] =>
  visits.flatMap((visit): Candidate[] => {
    const { id, stage, start, end } = visit;
    if (stage === 'on_hold') return [];
    const since = isAtWork(visit) ? Math.max(start, end ?? start) : start;
    return since <= at ? [{ id, since }] : [];
  });

/** The visits of this person's day, what is late, and work in progress, in order of time. `visits`: see `openVisits`. */
export async function todayOf(store: Store, visits: readonly VisitSummary[], asked: Asked): Promise<Today> {
  const { person, settings, at, most } = asked;
  const { tomorrow } = daysOf(person.timeZone, at);
  const isToday = (visit: VisitSummary) => visit.start < tomorrow || isAtWork(visit);
  const due = visits.filter(isToday);
  const later = visits.filter((visit) => !isToday(visit));
  const next = later.find(({ stage }) => stage !== 'on_hold') ?? later[0];
  const clocks = clocksOf(settings);
  const visitOf = async (order: Order): Promise<Visit> => {
    const task = taskOf(order, person, clocks, at);
    const channel = await store.channel(order.team, order.id);
    return {
      order: orderFor(person, order),
      offers: offersAmong(person, order, ON_SITE),
      late: task?.about === 'start' || task?.about === 'end' ? task : undefined,
      channel: channel && !channel.archivedAt && !channel.lost ? channel.channel : undefined,
    };
  };
  const [shown, first] = await Promise.all([
    ordersOf(store, person.team, due.slice(0, most)),
    ordersOf(store, person.team, next ? [next] : []),
  ]);
  const isOn = (order: Order) => order.state === 'approved' && namedAs(person, order).length > 0;
  const [opening] = first.filter(isOn);
  return {
    visits: (await Promise.all(shown.filter(isOn).map(visitOf))).sort(
      (a, b) => visitStart(a.order) - visitStart(b.order),
    ),
    tomorrow: opening && (await visitOf(opening)),
    more: Math.max(0, due.length - most),
  };
}

/** When the day of an instant begins where somebody is, and the two days after it. */
function daysOf(zone: string, at: number) {
  const day = dayAt(zone, at);
  return { today: dayStart(zone, day), tomorrow: dayStart(zone, day + 1), after: dayStart(zone, day + 2) };
}

async function ordersOf(store: Store, team: string, ids: readonly { readonly id: string }[]): Promise<Order[]> {
  const read = await Promise.all(ids.map(({ id }) => store.order(team, id)));
  return read.flatMap((order) => order ?? []);
}
