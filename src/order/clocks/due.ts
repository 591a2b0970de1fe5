import type { Order } from '../order.ts';
import { isAskedStill, isStandIn } from '../progress/asked.ts';
import type { Progress, ReminderKind } from '../progress/progress.ts';
import { hasStarted } from '../progress/stage.ts';
import type { Break, Calendar } from './calendar.ts';
import { afterWorkingTime, workingDayAfter } from './office-time.ts';

/** When people are reminded. */
export interface Clocks {
  readonly calendar: Calendar;
  /** Seconds of office time after which what waits is told of; null: never. */
  readonly after: Readonly<Record<ReminderKind, number | null>>;
  /** Working days after which a decision that still waits is told of again, and somebody else is asked; null: never. */
  readonly againAfterDays: number | null;
}

/** What an order is looked at for. */
export type Watched = Pick<Order, 'state' | 'progress' | 'lastReport' | 'plannedStart' | 'content'>;

/** What is due: an order on hold goes on, or people are reminded. */
export type Due =
  | { readonly type: 'resume' }
  | { readonly type: 'remind'; readonly about: ReminderKind; readonly step: number };

/** What is due at an instant, and when to look again; `next` undefined: nothing comes by itself. */
export interface Look {
  readonly due: Due | undefined;
  readonly next: number | undefined;
}

/** What stands still with the work while an order is on hold. What is decided about money does not. */
const OF_WORK: ReadonlySet<ReminderKind> = new Set(['start', 'end'] as const);

/** The times in which an order's clock of this did not run. */
const breaksOf = (about: ReminderKind, { held, hold }: Progress): Break[] =>
  OF_WORK.has(about) ? [...held, ...(hold ? [{ from: hold.at }] : [])] : [];

/**
 * What an order needs at this instant. A function of the order and the calendar only: it may be asked late, twice or by anybody.
 * Of reminders that are due together the last one stands for those before it.
 */
export function lookAt(order: Watched, clocks: Clocks, at: number): Look {
  const ends = order.state === 'approved' ? (order.progress.hold?.until ?? undefined) : undefined;
  // Going on is looked at again by itself.
  if (ends !== undefined && ends <= at) return { due: { type: 'resume' }, next: undefined };
  const coming = remindersOf(order, clocks).filter(({ about, step }) => !wasReminded(order.progress, about, step));
  const ripe = coming.filter((one) => one.at <= at).toSorted((a, b) => a.at - b.at);
  const last = ripe.at(-1);
  const later = [...coming.map((one) => one.at), ...(ends === undefined ? [] : [ends])].filter((one) => one > at);
  return {
    due: last && { type: 'remind', about: last.about, step: last.step },
    next: later.length > 0 ? Math.min(...later) : undefined,
  };
}

/** Whether this reminder can still be due: what it is about waits, and people were not told of it so urgently. */
export function mayRemind(order: Watched, about: ReminderKind, step: number): boolean {
  return waitsFor(order, about) && !wasReminded(order.progress, about, step);
}

/** Whether somebody is asked for what an order waits for now; a substitute is for each thing by itself. */
const isAsked = (order: Watched & Pick<Order, 'supervisor'>, person: string): boolean =>
  isStandIn(order, person) ? isAskedStill(order, person) : order.progress.asked.some(({ id }) => id === person);

/** Whether it waits for a decision that these people, or one of them, are not asked for yet. */
export const maySubstitute = (
  order: Watched & Pick<Order, 'supervisor'>,
  about: ReminderKind,
  people: readonly { readonly id: string }[],
): boolean => waitsFor(order, about) && people.some(({ id }) => !isAsked(order, id));

/** Whether an order waits for this. */
export const waitsFor = (order: Watched, about: ReminderKind): boolean => subjectsOf(order).includes(about);

/** A later step stands for those before it, and the end of an order for its start. */
const wasReminded = ({ reminded }: Progress, about: ReminderKind, step: number): boolean =>
  reminded.some((one) => (one.about === about && one.step >= step) || (about === 'start' && one.about === 'end'));

/** What an order may wait for that people are reminded of. */
function subjectsOf(order: Watched): ReminderKind[] {
  const { state, progress } = order;
  if (state === 'submitted') return ['decision'];
  if (state === 'changes_requested') return ['changes'];
  if (state !== 'approved') return [];
  if (progress.question && !progress.question.disputed) return ['extra_cost'];
  if (progress.hold) return [];
  return hasStarted(order) ? ['end'] : ['start', 'end'];
}

/** What an order waits for, since when, and when people are told of it for the first time; undefined: they never are. */
export interface Waiting {
  readonly about: ReminderKind;
  readonly since: number;
  readonly due: number | undefined;
}

/** Everything that an order waits for; told of or not, later or already. On hold that is no work. */
export const waitingIn = (order: Watched, clocks: Clocks): Waiting[] =>
  subjectsOf(order).map((about) => {
    const since = sinceOf(order, about);
    return { about, since, due: firstDue(order, clocks, about) };
  });

/** When people are told of something for the first time; undefined: they never are. */
function firstDue(order: Watched, { after, calendar }: Clocks, about: ReminderKind): number | undefined {
  const seconds = after[about];
  if (seconds === null) return undefined;
  return afterWorkingTime(calendar, clockFrom(order, about), seconds, breaksOf(about, order.progress));
}

interface Coming {
  readonly about: ReminderKind;
  readonly step: number;
  readonly at: number;
}

function remindersOf(order: Watched, clocks: Clocks): Coming[] {
  return subjectsOf(order).flatMap((about): Coming[] => {
    const first = firstDue(order, clocks, about);
    if (first === undefined) return [];
    const again = about === 'decision' || about === 'extra_cost' ? againAfter(clocks, first, order, about) : undefined;
    return [{ about, step: 1, at: first }, ...(again === undefined ? [] : [{ about, step: 2, at: again }])];
  });
}

/** Since when people have let something wait. Of work, no time on hold counts: it was to begin, or to be over, as much later. */
export function sinceOf(order: Watched, about: ReminderKind): number {
  const { held, waitsSince } = order.progress;
  if (!OF_WORK.has(about)) return waitsSince;
  const start = startOf(order);
  let since = about === 'start' ? start : endOf(order);
  for (const { from, until } of held) if (from <= since && until > start) since += until - Math.max(from, start);
  return since;
}

/** From when on the clock runs after which people are told: who was assigned has all of it from then on. */
const clockFrom = (order: Watched, about: ReminderKind): number =>
  Math.max(sinceOf(order, about), OF_WORK.has(about) ? (order.progress.assignedAt ?? 0) : 0);

type Planned = Pick<Watched, 'plannedStart' | 'content'>;

/** When work is to begin: as planned, or as it was asked for. */
const startOf = ({ plannedStart, content }: Planned): number => plannedStart ?? content.requestedStart;

/** When work is to be over: it takes as long as was asked for, whenever it is planned for. */
export const endOf = (order: Planned): number =>
  startOf(order) + Math.max(0, order.content.requestedEnd - order.content.requestedStart);

/** When it is told of again: so many working days after people were told, or were to be told, of it first. */
function againAfter(clocks: Clocks, first: number, { progress }: Watched, about: ReminderKind): number | undefined {
  if (clocks.againAfterDays === null) return undefined;
  const told = progress.reminded.find((one) => one.about === about && one.step === 1)?.at ?? first;
  let at: number | undefined = told;
  for (let day = 0; day < clocks.againAfterDays && at !== undefined; day++)
    at = workingDayAfter(clocks.calendar, at, breaksOf(about, progress));
  return at;
}
