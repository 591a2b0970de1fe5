import { dayAt, instantOf, spelled } from '../clocks/zones.ts';
import type { Activity, Item, LabourTime } from '../content.ts';
import type { Party } from '../people.ts';

const DAY_MS = 86_400_000;
/** Hours of a day, in thousandths. */
const DAY_HOURS = 24_000;

/** A labour line that knows whose time it is. */
export type HoursLine = Item & { readonly time: LabourTime };

/** The lines of a list that know whose time they are, in its order. */
export const hoursIn = (items: readonly Item[]): HoursLine[] =>
  items.flatMap((item) => (item.time ? [{ ...item, time: item.time }] : []));

/** The day (`2026-11-28`) that an instant lies in on the clocks of a zone (IANA). */
export const dayOf = (zone: string, at: number): string => dayText(dayAt(zone, at));

const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Minutes from midnight of a time as Slack writes it (`08:30`); undefined for any other text. */
export function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** The time of an instant on the clocks of a zone, as Slack writes it: `08:30`. */
export function clockTime(zone: string, at: number): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: spelled(zone),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(at * 1000);
}

/**
 * The instants between two times of a day, in minutes from midnight; an end that is not after the start is the next day's.
 * What the clocks leave out or repeat that night counts as it passed.
 */
export function spanOf(
  zone: string,
  day: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  return { from: instantOf(zone, number, from), to: instantOf(zone, to > from ? number : number + 1, to) };
}

/** Hours that passed, in thousandths. */
export const hoursBetween = ({ from, to }: { readonly from: number; readonly to: number }): number =>
  Math.round((to - from) / 3.6);

/** What was counted of somebody's time, in thousandths of hours. */
export type HourSums = Readonly<Record<Activity, number>>;

/** The hours of everybody together. */
export function hourSums(lines: readonly HoursLine[]): HourSums {
  const of = (activity: Activity) =>
    lines.reduce((sum, { time, quantity }) => sum + (time.activity === activity ? quantity : 0), 0);
  return { work: of('work'), travel: of('travel') };
}

/** Each worker with their hours, in the order in which they come first. */
export function hoursByWorker(
  lines: readonly HoursLine[],
): { readonly worker: Party; readonly lines: readonly HoursLine[] }[] {
  const workers = new Map(lines.map(({ time }) => [time.worker.id, time.worker]));
  return [...workers.values()].map((worker) => ({
    worker,
    lines: lines.filter(({ time }) => time.worker.id === worker.id),
  }));
}

/** Something about hours that can be, and hardly ever is. */
export type UnusualHours =
  | { readonly kind: 'overlap'; readonly one: HoursLine; readonly other: HoursLine }
  | { readonly kind: 'long_day'; readonly worker: Party; readonly day: string; readonly quantity: number };

/** Times of one person that overlap, and days on which somebody has more than 24 hours. */
export function unusualHours(lines: readonly HoursLine[]): UnusualHours[] {
  return hoursByWorker(lines).flatMap(({ worker, lines: own }) => [
    ...own.flatMap((one, index) =>
      own
        .slice(index + 1)
        .flatMap((other): UnusualHours[] => (overlap(one, other) ? [{ kind: 'overlap', one, other }] : [])),
    ),
    ...[...new Set(own.map(({ time }) => time.day))].flatMap((day): UnusualHours[] => {
      const quantity = own.reduce((sum, line) => sum + (line.time.day === day ? line.quantity : 0), 0);
      return quantity > DAY_HOURS ? [{ kind: 'long_day', worker, day, quantity }] : [];
    }),
  ]);
}

function overlap({ time: one }: HoursLine, { time: other }: HoursLine): boolean {
  if (one.from === undefined || one.to === undefined || other.from === undefined || other.to === undefined)
    return false;
  return one.from < other.to && other.from < one.to;
}
