/** Working time of one local day, in minutes from its midnight: `{ from: 480, until: 1020 }`; 1440 is the end of the day. */
export interface Spell {
  readonly from: number;
  readonly until: number;
}

/** The spells of each weekday, Monday first. */
export type Week = readonly (readonly Spell[])[];

/** When the office works. */
export interface Calendar {
  /** IANA; one that is not known here counts as UTC. */
  readonly zone: string;
  /** A week without any spell is open day and night: a clock that never ran would leave people waiting for ever. */
  readonly week: Week;
  /** Local days (`2026-12-25`) on which nobody works, whatever the week says. */
  readonly holidays: readonly string[];
}

/** A spell in which the clocks stand still, in UNIX seconds, such as an order's time on hold; without `until` it has not ended. */
export interface Break {
  readonly from: number;
  readonly until?: number | undefined;
}

/** The office hours of a workspace that has set none. */
export const DEFAULT_WEEK: Week = [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ from: 480, until: 1020 }] : []));

/** Minutes of a day on the clock. */
export const DAY_MINUTES = 1440;

/** A calendar as it is walked: every weekday's spells in order and apart, holidays by the number of their day. */
export interface Plan {
  readonly zone: string;
  readonly week: Week;
  readonly holidays: ReadonlySet<number>;
}

const plans = new WeakMap<Calendar, Plan>();

/** The plan of a calendar, made once for each. */
export function planOf(calendar: Calendar): Plan {
  const known = plans.get(calendar);
  if (known) return known;
  const week = Array.from({ length: 7 }, (_, day) => inOrder(calendar.week[day] ?? []));
  const isOpen = week.some((spells) => spells.length > 0);
  const plan = {
    zone: calendar.zone,
    week: isOpen ? week : week.map(() => [{ from: 0, until: DAY_MINUTES }]),
    holidays: new Set(calendar.holidays.map(dayNumber)),
  };
  plans.set(calendar, plan);
  return plan;
}

/** Spells in order; what overlaps or touches is one, what lasts no time is left out. */
export function inOrder(spells: readonly Spell[]): Spell[] {
  const found: Spell[] = [];
  for (const { from, until } of spells.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (until <= from) continue;
    if (last && from <= last.until) found[found.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    else found.push({ from, until });
  }
  return found;
}

/** The spells of a day of the calendar. */
export const spellsOn = ({ week, holidays }: Plan, day: number): readonly Spell[] =>
  // Day 0, the first of January 1970, was a Thursday.
  holidays.has(day) ? [] : (week[(((day + 3) % 7) + 7) % 7] ?? []);

/** A date as its number of days since 1970-01-01; NaN for what is none. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The date of a day's number. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
