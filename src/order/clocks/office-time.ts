import { type Break, type Calendar, dateOf, dayNumber, planOf, spellsOn } from './calendar.ts';
import { segments } from './segments.ts';
import { dayAt, dayStart, instantOf } from './zones.ts';

/** How far ahead office time is looked for: two years. What does not come until then is said never to come. */
export const HORIZON_SECONDS = 731 * 86_400;

/** When a digest goes out where the office is open through the night: minutes from midnight. */
const MORNING = 480;

/** Seconds of office time from one instant until another, less the breaks; 0 when the second is not later. */
export function workingTimeBetween(
  calendar: Calendar,
  from: number,
  until: number,
  breaks: readonly Break[] = [],
): number {
  let seconds = 0;
  for (const segment of segments(calendar, from, until, breaks)) seconds += segment.until - segment.from;
  return seconds;
}

/**
 * The first instant at which so much office time has passed: inside office hours, or at the very end of them (four hours from
 * 13:00 are over at 17:00). No time at all is over when the office next works. Undefined when an open break stops the
 * clock, or so much does not pass within two years.
 */
export function afterWorkingTime(
  calendar: Calendar,
  from: number,
  seconds: number,
  breaks: readonly Break[] = [],
): number | undefined {
  let left = Math.max(0, seconds);
  for (const segment of segments(calendar, from, from + HORIZON_SECONDS, breaks)) {
    const length = segment.until - segment.from;
    if (left <= length) return segment.from + left;
    left -= length;
  }
  return undefined;
}

/** The first instant from this one on at which the office works and no break is on; undefined when there is none within two years. */
export const nextWorkingTime = (calendar: Calendar, at: number, breaks: readonly Break[] = []): number | undefined =>
  afterWorkingTime(calendar, at, 0, breaks);

/** Whether the office works in this second. The end of a spell is no part of it. */
export const isWorkingTime = (calendar: Calendar, at: number, breaks: readonly Break[] = []): boolean =>
  workingTimeBetween(calendar, at, at + 1, breaks) > 0;

/**
 * One working day later. A working day is the office time of the day on which it begins, or of the next working day where it
 * begins outside office hours; it is over at the first working second after so much of it. Where days are alike, it leads
 * from 10:00 to 10:00 of the next working day, from the end of a day to the beginning of the day after the next. Undefined as
 * for `afterWorkingTime`.
 */
export function workingDayAfter(calendar: Calendar, from: number, breaks: readonly Break[] = []): number | undefined {
  const begun = nextWorkingTime(calendar, from, breaks);
  if (begun === undefined) return undefined;
  const day = dayAt(calendar.zone, begun);
  const length = workingTimeBetween(calendar, dayStart(calendar.zone, day), dayStart(calendar.zone, day + 1));
  const over = afterWorkingTime(calendar, begun, length, breaks);
  return over === undefined ? undefined : nextWorkingTime(calendar, over, breaks);
}

/** The local date (`2026-11-29`) in which an instant lies. */
export const localDay = (zone: string, instant: number): string => dateOf(dayAt(zone, instant));

/** The instant at which a local day begins; of a day that the zone left out, the next one's. */
export const localDayStart = (zone: string, date: string): number => dayStart(zone, dayNumber(date));

/**
 * When work begins on a local day: the first spell's beginning, or 08:00 where the office is open at midnight. `zone`: of a reader
 * who lives by another clock than the office, but works on its days. Undefined on days without work.
 */
export function workingMorning(calendar: Calendar, date: string, zone = calendar.zone): number | undefined {
  const plan = planOf(calendar);
  const day = dayNumber(date);
  const spells = spellsOn(plan, day);
  const open = spells[0]?.from === 0 ? spells.find(({ until }) => until > MORNING) : spells[0];
  const first = open ?? spells[0];
  if (!first) return undefined;
  const minute = spells[0]?.from === 0 && open ? Math.max(MORNING, open.from) : first.from;
  const [begin, end] = [instantOf(zone, day, minute), instantOf(zone, day, first.until)];
  // Of a day that the zone leaves out, nothing is left.
  return begin < end ? begin : undefined;
}

/** The first working morning from this instant on, in the reader's zone; undefined when there is none within two years. */
export function nextWorkingMorning(calendar: Calendar, at: number, zone = calendar.zone): number | undefined {
  for (let day = dayAt(zone, at); dayStart(zone, day) <= at + HORIZON_SECONDS; day++) {
    const morning = workingMorning(calendar, dateOf(day), zone);
    if (morning !== undefined && morning >= at) return morning;
  }
  return undefined;
}
