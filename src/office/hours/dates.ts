import { z } from 'zod';
import type { Settings } from '../../settings.ts';

/** A day on which the office does not work. */
export type Holiday = Settings['hours']['holidays'][number];

/** Days that are kept at most, characters of a day's name, and of all their lines: what one input of Slack's holds. */
export const DATES = { count: 200, name: 80, text: 3000 } as const;

/** What in a text is no list of days: a line that begins with no date, a name that is too long, or too much of it. */
export type DatesError =
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'tooLong'; readonly max: number }
  | { readonly kind: 'dates'; readonly max: number };

/**
 * Days as they are typed, one on each line: `2026-12-25 Christmas Day`, or `25.12.2026`; in order, each once. Of a date that
 * stands there twice, the first line with a name counts.
 */
export function readDates(text: string): { readonly ok: readonly Holiday[] } | { readonly error: DatesError } {
  const found = new Map<string, string>();
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, typed = '', name = ''] = /^([\d.-]*\d)(?:[\s,;:–-]+(.*))?$/.exec(line) ?? [];
    const date = dateTyped(typed);
    if (date === undefined) return { error: { kind: 'date', text: line } };
    if (name.length > DATES.name) return { error: { kind: 'tooLong', max: DATES.name } };
    if (!found.get(date)) found.set(date, name.trim());
  }
  const days = [...found]
    .map(([date, name]) => ({ date, name }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  if (days.length > DATES.count) return { error: { kind: 'dates', max: DATES.count } };
  return dateLines(days).length > DATES.text ? { error: { kind: 'tooLong', max: DATES.text } } : { ok: days };
}

/** The days that stand in a text more than once, as they are kept; none where it cannot be read. */
export function datesTwice(text: string): readonly Holiday[] {
  const read = readDates(text);
  const times = new Map<string, number>();
  for (const line of text.split('\n')) {
    const date = dateTyped(/^[\d.-]*\d/.exec(line.trim())?.[0] ?? '');
    if (date !== undefined) times.set(date, (times.get(date) ?? 0) + 1);
  }
  return 'ok' in read ? read.ok.filter(({ date }) => (times.get(date) ?? 0) > 1) : [];
}

/** Days as a text that `readDates` reads. */
export const dateLines = (days: readonly Holiday[]): string =>
  days.map(({ date, name }) => `${date} ${name}`.trim()).join('\n');

/** Days as a change of the settings keeps them, perhaps of another version of the program. */
export const daysIn = (kept: unknown): readonly Holiday[] => Kept.parse(kept);

const Kept = z.array(z.object({ date: z.iso.date(), name: z.string() })).catch([]);

/** `2026-12-25`, for `25.12.2026` also; undefined for what is no day of a calendar. */
function dateTyped(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const date = year === '' ? text : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return isDate(date) ? date : undefined;
}

/** Whether a text is a day of the calendar, as it is kept. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** Typed lines with more days: what was typed stays, also where it cannot be read; dates that stand there are not added again. */
export function withDates(typed: string, more: readonly Holiday[]): { readonly text: string; readonly added: number } {
  const read = readDates(typed);
  const isThere = (date: string) => ('ok' in read ? read.ok.some((one) => one.date === date) : typed.includes(date));
  const added = more.filter(({ date }) => !isThere(date));
  if (added.length === 0) return { text: typed, added: 0 };
  const text =
    'ok' in read
      ? dateLines([...read.ok, ...added].sort((one, other) => (one.date < other.date ? -1 : 1)))
      : `${typed.trimEnd()}\n${dateLines(added)}`;
  return { text, added: added.length };
}
