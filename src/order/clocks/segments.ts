import { type Break, type Calendar, planOf, spellsOn } from './calendar.ts';
import { dayAt, dayStart, instantOf } from './zones.ts';

/** Working time between two instants (UNIX seconds), the first in it, the second not. */
export interface Segment {
  readonly from: number;
  readonly until: number;
}

/** The working time from one instant until another, segment by segment: the week without holidays and breaks. */
export function* segments(
  calendar: Calendar,
  from: number,
  until: number,
  breaks: readonly Break[] = [],
): Generator<Segment, void, undefined> {
  const stops = inOrder(breaks);
  // Nothing comes after a break that has not ended: the days until then need not be walked.
  const end = Math.min(until, stops.find((stop) => stop.until === Number.POSITIVE_INFINITY)?.from ?? until);
  let next = 0;
  for (const segment of ofWeek(calendar, from, end)) {
    let start = segment.from;
    for (; next < stops.length; next++) {
      const stop = stops[next];
      if (!stop || stop.from >= segment.until) break;
      if (stop.from > start) yield { from: start, until: stop.from };
      start = Math.max(start, stop.until);
      // It may reach into the next segment.
      if (stop.until > segment.until) break;
    }
    if (start < segment.until) yield { from: start, until: segment.until };
  }
}

function* ofWeek(calendar: Calendar, from: number, until: number): Generator<Segment, void, undefined> {
  const plan = planOf(calendar);
  for (let day = dayAt(plan.zone, from); dayStart(plan.zone, day) < until; day++)
    for (const spell of spellsOn(plan, day)) {
      const start = Math.max(from, instantOf(plan.zone, day, spell.from));
      const end = Math.min(until, instantOf(plan.zone, day, spell.until));
      if (start < end) yield { from: start, until: end };
    }
}

/** Breaks in order and apart; an open one ends at infinity. */
function inOrder(breaks: readonly Break[]): Segment[] {
  const found: Segment[] = [];
  const sorted = breaks
    .map(({ from, until = Number.POSITIVE_INFINITY }) => ({ from, until }))
    .filter(({ from, until }) => from < until)
    .sort((one, other) => one.from - other.from);
  for (const stop of sorted) {
    const last = found.at(-1);
    if (last && stop.from <= last.until) found[found.length - 1] = { ...last, until: Math.max(last.until, stop.until) };
    else found.push(stop);
  }
  return found;
}
