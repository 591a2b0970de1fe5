import { Temporal } from 'temporal-polyfill';
import { DAY_MINUTES } from './calendar.ts';

const DAY_SECONDS = 86_400;

/** Beginnings of days that are remembered, of all zones together. */
const MAX_KNOWN = 50_000;
const known = new Map<string, Map<number, number>>();
let count = 0;

/**
 * The second in which a local day (by its number) begins: its first midnight; where the clock leaves midnight out, what comes
 * instead. A day that a zone left out altogether begins, and ends, with the next one.
 */
export function dayStart(zone: string, day: number): number {
  const start = known.get(zone)?.get(day);
  if (start !== undefined) return start;
  if (count >= MAX_KNOWN) {
    known.clear();
    count = 0;
  }
  const seconds = Math.ceil(dateIn(day).toZonedDateTime(spelled(zone)).epochMilliseconds / 1000);
  const days = known.get(zone) ?? new Map<number, number>();
  known.set(zone, days.set(day, seconds));
  count++;
  return seconds;
}

/** The local day in which an instant lies, by its number: the last that has begun. */
export function dayAt(zone: string, instant: number): number {
  // Zones are less than a day ahead of UTC.
  let day = Math.floor(instant / DAY_SECONDS) + 1;
  while (dayStart(zone, day) > instant) day--;
  return day;
}

/**
 * The instant of a time of day, in minutes from midnight. A time that the clock leaves out is the moment at which it does; of
 * a time that comes twice, it is the first.
 */
export function instantOf(zone: string, day: number, minute: number): number {
  const [start, end] = [dayStart(zone, day), dayStart(zone, day + 1)];
  if (minute >= DAY_MINUTES) return end;
  // The clock is changed on no day of 24 hours.
  if (end - start === DAY_SECONDS) return start + minute * 60;
  const local = dateIn(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const found = local.toZonedDateTime(spelled(zone), { disambiguation: 'earlier' });
  // "Earlier" than a gap is a moment before it.
  const exact = found.toPlainDateTime().equals(local) ? found : (found.getTimeZoneTransition('next') ?? found);
  return Math.ceil(exact.epochMilliseconds / 1000);
}

function dateIn(day: number): Temporal.PlainDate {
  const date = new Date(day * DAY_SECONDS * 1000);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const zones = new Map<string, string>();

/** A zone that Temporal takes; UTC for others. */
export function spelled(zone: string): string {
  const found = zones.get(zone);
  if (found !== undefined) return found;
  let usable = zone;
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(zone);
  } catch {
    usable = 'UTC';
  }
  if (zones.size < 1000) zones.set(zone, usable);
  return usable;
}
