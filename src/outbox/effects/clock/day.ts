import type { PersonRecord, Store } from '../../../../db/ports.ts';
import { standingIn } from '../../../absence.ts';
import { clocksOf } from '../../../office/clocks.ts';
import { type Clocks, sinceOf, waitsFor } from '../../../order/clocks/due.ts';
import { localDayStart } from '../../../order/clocks/office-time.ts';
import type { Order, State } from '../../../order/order.ts';
import type { Role } from '../../../order/people.ts';
import { isRelieved } from '../../../order/permissions.ts';
import { type LateWork, lateWith, overdueSince, whoseDecision } from '../../../order/progress/inbox.ts';
import { REMINDERS, type ReminderKind, type Stage } from '../../../order/progress/progress.ts';
import { hasStarted, stageOf } from '../../../order/progress/stage.ts';
import type { MorningVisit } from '../../../slack/views/daily/digest.ts';
import { byTurn, type Waiting } from '../../../slack/views/daily/reminder.ts';
import { visitStart } from '../../../slack/views/daily/visit.ts';
import { type AnyAttempt, asEverybodyReads, asSeenBy } from '../../executor.ts';

/** Orders of somebody that are looked at in each state and role; visits in both roles together. */
const MOST = 200;
/** What was told by itself so long ago is not told again. Seconds. */
const TOLD = 3600;

/** What a day brings somebody: as they may read it. */
export interface Day {
  /** The next one first. */
  readonly visits: readonly MorningVisit[];
  /** What has waited longest comes first, here and of what is late. */
  readonly decisions: readonly Waiting[];
  readonly late: readonly Waiting[];
}

/** An order with when it is looked at. */
interface Moment {
  readonly day: { readonly from: number; readonly until: number };
  readonly at: number;
  readonly clocks: Clocks;
}

/** Whether *Today* has it on this day: what has begun also where it was planned for later; on hold, what begins on it. */
function isOfDay(order: Order, { from, until }: Moment['day']): boolean {
  const start = visitStart(order);
  return stageOf(order) === 'on_hold' ? from <= start && start < until : start < until || hasStarted(order);
}

/** Whether somebody goes there on this day; what was to be over before and is late is no visit, but late. */
export const isVisit = (order: Order, { day, at, clocks }: Moment): boolean =>
  order.state === 'approved' &&
  isOfDay(order, day) &&
  (sinceOf(order, 'end') >= day.from || !lateWith(order, clocks, at));

/** What an order is late with at this instant, as inbox and *Today* have it, or with changes; undefined where it is not. */
export const lateness = (order: Order, { at, clocks }: Pick<Moment, 'at' | 'clocks'>): Late['about'] | undefined =>
  waitsFor(order, 'changes') ? 'changes' : lateWith(order, clocks, at)?.about;

/** An order that is late. */
interface Late {
  readonly order: Order;
  readonly about: LateWork['about'] | 'changes';
}

/** Whether somebody was told of it by itself just before. */
export function wasJustTold(order: Order, about: ReminderKind, person: string, at: number): boolean {
  const { reminded, waitsSince } = order.progress;
  // To be told that it should be over is to be told that it has not begun.
  const isIt = (one: ReminderKind) => one === about || (about === 'start' && one === 'end');
  // What a clock that was wrong wrote down as later is not just before.
  const isJust = (then: number) => Math.abs(at - then) < TOLD;
  const told = reminded.some((one) => isIt(one.about) && isJust(one.at) && one.people.includes(person));
  return told || ((about === 'decision' || about === 'extra_cost' || about === 'changes') && isJust(waitsSince));
}

/** What a local day (`2026-11-29`) brings somebody. */
export async function dayOf(attempt: AnyAttempt, reader: PersonRecord, date: string): Promise<Day> {
  const zone = reader.timeZone;
  const following = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  const day = { from: localDayStart(zone, date), until: localDayStart(zone, following) };
  const moment = { day, at: Math.floor(attempt.now() / 1000), clocks: clocksOf(attempt.settings) };
  const [work, supervised, asked, back] = await Promise.all([
    workOf(attempt, reader, day),
    reader.kind === 'guest' ? [] : supervisedBy(attempt, reader, moment),
    reader.kind === 'guest' ? [] : toDecide(attempt, reader),
    reader.kind === 'guest' ? [] : ordersOf(attempt, reader, ['requester'], 'changes_requested'),
  ]);
  const visits = work.filter((order) => isVisit(order, moment));
  const others = supervised.filter(({ id }) => !work.some((order) => order.id === id));
  const late = [...work.filter((order) => !visits.includes(order)), ...others, ...back].flatMap((order): Late[] => {
    const about = lateness(order, moment);
    return about && !wasJustTold(order, about, reader.id, moment.at) ? [{ order, about }] : [];
  });
  const decisions = asked.flatMap((order) => {
    const about = REMINDERS.find((one) => (one === 'decision' || one === 'extra_cost') && waitsFor(order, one));
    return about && !wasJustTold(order, about, reader.id, moment.at) ? [{ order, about }] : [];
  });
  return {
    visits: await Promise.all(
      visits
        .toSorted((one, other) => visitStart(one) - visitStart(other) || one.number - other.number)
        .map(async (order) => ({
          ...(await shown(attempt, reader, order)),
          late: lateWith(order, moment.clocks, moment.at),
        })),
    ),
    decisions: await waiting(attempt, reader, decisions, moment),
    late: await waiting(attempt, reader, late, moment),
  };
}

/** What begins on this day, what was to begin before and does not stand still, and work in progress, for who works there or coordinates it. */
async function workOf({ claimed: { team }, store }: AnyAttempt, { id }: PersonRecord, day: Moment['day']) {
  const found = await store.visits(team, id, ['crew', 'coordinator'], { ...day, limit: MOST });
  return stored(store, team, found, 'approved');
}

/** Late work of the orders that somebody answers for as their supervisor. */
async function supervisedBy(
  { claimed: { team }, store }: AnyAttempt,
  { id }: PersonRecord,
  { day, at, clocks }: Moment,
): Promise<Order[]> {
  const found = await store.visits(team, id, ['supervisor'], { ...day, limit: MOST });
  const begun = found.filter(({ stage, start }) => stage !== 'on_hold' && start <= at);
  const orders = await stored(store, team, begun, 'approved');
  return orders.filter((order) => order.supervisor.id === id && lateWith(order, clocks, at));
}

async function toDecide(attempt: AnyAttempt, reader: PersonRecord): Promise<Order[]> {
  const submitted = await ordersOf(attempt, reader, ['supervisor'], 'submitted');
  const found = [...submitted, ...(await ordersOf(attempt, reader, ['supervisor'], 'approved', 'extra_cost'))];
  const person = await standingIn(attempt.store, reader, found, attempt.now() / 1000);
  return found.filter((order) => !isRelieved(person, order));
}

/** Somebody's orders in these roles as they are stored, each once; `stage`: only such. */
async function ordersOf(
  { claimed: { team }, store }: AnyAttempt,
  { id: person }: PersonRecord,
  roles: readonly Role[],
  state: State,
  stage?: Stage,
): Promise<Order[]> {
  const lists = roles.map((role) =>
    store.list(team, { person, role, states: [state], ...(stage ? { stages: [stage] } : {}), limit: MOST }),
  );
  return stored(store, team, (await Promise.all(lists)).flat(), state);
}

/** These orders as they are stored, each once, as far as they are in this state still. */
async function stored(store: Store, team: string, found: readonly { readonly id: string }[], state: State) {
  const orders: Order[] = [];
  for (const id of new Set(found.map((one) => one.id))) {
    const order = await store.order(team, id);
    if (order?.state === state) orders.push(order);
  }
  return orders;
}

async function shown(attempt: AnyAttempt, reader: PersonRecord, whole: Order) {
  const { order } = await asSeenBy({ ...attempt, ...asEverybodyReads(whole) }, reader);
  return { order, channel: (await attempt.store.channel(whole.team, whole.id))?.channel };
}

async function waiting(
  attempt: AnyAttempt,
  reader: PersonRecord,
  found: readonly { readonly order: Order; readonly about: ReminderKind }[],
  { at, clocks }: Moment,
): Promise<Waiting[]> {
  const all = found.map(async ({ order, about }) => ({
    ...(await shown(attempt, reader, order)),
    about,
    since: sinceOf(order, about),
    overdue: overdueSince(order, about, clocks, at),
    whose: whoseDecision(order, reader.id, about),
  }));
  return (await Promise.all(all)).toSorted(byTurn);
}
