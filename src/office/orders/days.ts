/** Days and times of a zone (IANA) as machines write them; instants are seconds. */
import { dayStart } from '../../order/clocks/zones.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  formats.set(zone, format);
  return format;
}

/** The zone, or UTC where this Node does not know it. */
export function knownZone(zone: string): string {
  try {
    formatIn(zone);
    return zone;
  } catch {
    return 'UTC';
  }
}

/** The time on a clock there: `2026-11-28 14:30`. */
export function timeIn(at: number, zone: string): string {
  const parts = new Map(
    formatIn(zone)
      .formatToParts(at * 1000)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** The day there: `2026-11-28`. */
export const dayIn = (at: number, zone: string): string => timeIn(at, zone).slice(0, 10);

const DAY_MS = 86_400_000;

/** When a day begins there, also where its clocks skip midnight. */
export const startOfDay = (day: string, zone: string): number =>
  dayStart(zone, Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** The day after a day. */
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
