/** The minutes in which an office works, for a reckoning that knows nothing of the product's: all of them, one by one. */
export interface OfficeMinutes {
  /** Whether somebody works in the minute that begins at this instant (seconds). */
  isOpen(at: number): boolean;
  /** The first minute from this instant on that somebody works in. */
  nextOpen(at: number): number;
  /** When so many minutes of work are over, counted from an instant, less those in which it stood still. */
  after(from: number, minutes: number, stood?: readonly Stood[]): number;
  /** When one working day is over that begins at this instant or with the next minute of work. */
  dayAfter(from: number, stood?: readonly Stood[]): number;
  /** When work begins on a day (`2027-03-01`), if it does. */
  morning(date: string): number | undefined;
  /** The day on which an instant falls. */
  dateAt(at: number): string;
  /** When a day begins. */
  dayStart(date: string): number;
}

/** A time in which nothing was waited for; without an end it still is. */
export interface Stood {
  readonly from: number;
  readonly until?: number;
}

/** Local time is so much ahead of UTC from an instant on: the last Sundays of the changes, and what holds before. Hours. */
const AHEAD: Readonly<Record<string, readonly [from: string, hours: number][]>> = {
  Madrid: [
    ['2027-01-01T00:00Z', 1],
    ['2027-03-28T01:00Z', 2],
  ],
  London: [
    ['2027-01-01T00:00Z', 0],
    ['2027-03-28T01:00Z', 1],
  ],
  'New York': [
    ['2027-01-01T00:00Z', -5],
    ['2027-03-14T07:00Z', -4],
  ],
};

/** Mon to Thu with an hour at noon, a short Friday. Hours. */
const WEEK: readonly (readonly [from: number, until: number][])[] = [
  [],
  ...Array.from({ length: 4 }, (): [number, number][] => [
    [8, 13],
    [14, 17],
  ]),
  [[8, 14]],
  [],
];
/** The same as the settings say it. */
export const WEEK_TEXT = 'Mon-Thu 08:00-13:00, 14:00-17:00; Fri 08:00-14:00';

const MINUTE = 60;
const FIRST = Date.parse('2027-02-20T00:00Z') / 1000;
const LAST = Date.parse('2027-05-20T00:00Z') / 1000;

/** Of somebody who lives by the clock of one of the cities, in an office with these holidays. */
export function officeMinutes(city: string, holidays: readonly string[]): OfficeMinutes {
  const changes = (AHEAD[city] ?? []).map(([from, hours]) => [Date.parse(from) / 1000, hours * 3600] as const);
  const local = (at: number) => new Date((at + (changes.findLast(([from]) => from <= at)?.[1] ?? 0)) * 1000);
  const dateAt = (at: number) => local(at).toISOString().slice(0, 10);
  const works = (at: number) => {
    const time = local(at);
    const hour = time.getUTCHours() + time.getUTCMinutes() / 60;
    const spells = holidays.includes(dateAt(at)) ? [] : (WEEK[time.getUTCDay()] ?? []);
    return spells.some(([from, until]) => hour >= from && hour < until);
  };
  const open: number[] = [];
  for (let at = FIRST; at < LAST; at += MINUTE) if (works(at)) open.push(at);
  const known = new Set(open);
  const mornings = new Map(open.toReversed().map((at) => [dateAt(at), at]));
  const firstFrom = (at: number) => {
    let [low, high] = [0, open.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((open[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const nextOpen = (at: number) => open[firstFrom(at)] ?? Number.POSITIVE_INFINITY;
  const after = (from: number, minutes: number, stood: readonly Stood[] = []) => {
    let left = minutes;
    for (let n = firstFrom(from); n < open.length; n++) {
      const at = open[n] ?? 0;
      if (stood.some((one) => one.from <= at && at < (one.until ?? Number.POSITIVE_INFINITY))) continue;
      left -= 1;
      if (left <= 0) return at + MINUTE;
    }
    return Number.POSITIVE_INFINITY;
  };
  return {
    isOpen: (at) => known.has(at - (at % MINUTE)),
    nextOpen,
    after,
    dayAfter(from, stood = []) {
      let begun = nextOpen(from);
      while (stood.some((one) => one.from <= begun && begun < (one.until ?? Number.POSITIVE_INFINITY)))
        begun = nextOpen(begun + MINUTE);
      const date = dateAt(begun);
      let over = after(begun, open.filter((at) => dateAt(at) === date).length, stood);
      over = nextOpen(over);
      while (stood.some((one) => one.from <= over && over < (one.until ?? Number.POSITIVE_INFINITY)))
        over = nextOpen(over + MINUTE);
      return over;
    },
    morning: (date) => mornings.get(date),
    dateAt,
    dayStart: (date) => {
      let at = Date.parse(`${date}T00:00Z`) / 1000 - 86_400;
      while (dateAt(at) < date) at += 1800;
      return at;
    },
  };
}
