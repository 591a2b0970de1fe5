import { type HoursLine, hourSums, hoursByWorker, hoursIn } from '../../order/amounts/hours.ts';
import { ACTIVITIES } from '../../order/content.ts';
import type { Version } from '../../order/version.ts';
import { dayText } from '../../words/own-value.ts';
import { plainLine } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';

/** Whose hours they are, as the hours table has them by day; null where nobody's are known. */
export function hoursTable({ content }: Version, print: Printer) {
  const lines = hoursIn(content.items);
  if (lines.length === 0) return null;
  const { hours } = print.words;
  const name = (worker: string) => plainLine(worker) || '–';
  const sumsOf = (of: readonly HoursLine[], total: string) => {
    const sums = hourSums(of);
    return ACTIVITIES.filter((activity) => sums[activity] !== 0).map((activity) => ({
      ...{
        day: '',
        worker: total,
        activity: hours.activity[activity],
        times: '',
        hours: print.quantity(sums[activity]),
      },
      sum: true,
    }));
  };
  const workers = hoursByWorker(lines);
  const rows = lines
    .toSorted((a, b) => compared(a.time.day, b.time.day) || (a.time.from ?? 0) - (b.time.from ?? 0))
    .map(({ time, quantity }) => ({
      day: dayText(time.day, print.words.locale),
      worker: name(time.worker.name),
      activity: hours.activity[time.activity],
      times: time.from === undefined || time.to === undefined ? '' : print.times(time.from, time.to, time.zone),
      hours: print.quantity(quantity),
      sum: false,
    }));
  return {
    words: hours.table,
    rows: [
      ...rows,
      ...(workers.length > 1
        ? workers.flatMap(({ worker, lines: own }) =>
            own.length > 1 ? sumsOf(own, hours.table.totalOf({ worker: name(worker.name) })) : [],
          )
        : []),
      ...sumsOf(lines, hours.table.total),
    ],
  };
}

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
