import type { Calendar, Week } from '../../order/clocks/calendar.ts';
import { readWeek, type WeekdayNames } from '../../order/clocks/week-text.ts';
import type { Settings } from '../../settings.ts';

const calendars = new WeakMap<Settings, Calendar>();

/** The office's calendar as it is set. Without a zone of its own it has the documents', or else UTC. */
export function calendarOf(settings: Settings): Calendar {
  const known = calendars.get(settings);
  if (known) return known;
  const { hours, document } = settings;
  const calendar = {
    zone: hours.zone || document.timeZone || 'UTC',
    week: weekOf(hours.week),
    holidays: hours.holidays.map(({ date }) => date),
  };
  calendars.set(settings, calendar);
  return calendar;
}

/** A week as it is kept; one without hours for what is none. */
export function weekOf(kept: string): Week {
  const read = readWeek(kept);
  return 'ok' in read ? read.ok : [];
}

/** Office hours with all that can be said in them. */
export const EXAMPLE_WEEK: Week = weekOf('Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-13:00');

const names = new Map<string, WeekdayNames>();
const MAX_NAMES = 60;

/** The weekdays in a reader's language, short and in full, Monday first. */
export function weekdayNames(locale: string): WeekdayNames {
  const known = names.get(locale);
  if (known) return known;
  const [short, long] = (['short', 'long'] as const).map(
    (weekday) => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }),
  );
  // The first of January 2024 was a Monday.
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
  const found = days.map((day) => [short?.format(day) ?? '', long?.format(day) ?? '']);
  if (names.size >= MAX_NAMES) names.clear();
  names.set(locale, found);
  return found;
}
