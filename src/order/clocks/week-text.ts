import { DAY_MINUTES, inOrder, type Spell, type Week } from './calendar.ts';

/** Names of the weekdays, Monday first; of each the one that is written, then others that are read. */
export type WeekdayNames = readonly (readonly string[])[];

/** The names in which a week is kept. */
export const ENGLISH_WEEKDAYS: WeekdayNames = [
  ['Mon', 'Monday'],
  ['Tue', 'Tuesday'],
  ['Wed', 'Wednesday'],
  ['Thu', 'Thursday'],
  ['Fri', 'Friday'],
  ['Sat', 'Saturday'],
  ['Sun', 'Sunday'],
];

/** Spells that a day has at most: so many always fit an input. */
export const MAX_SPELLS = 6;

/**
 * What in a text is no week. `day`: a word that names none; `time`: hours that cannot be read; `backwards`: they end before they
 * begin; `many`: the hours of a day that has too many spells.
 */
export interface WeekError {
  readonly kind: 'day' | 'time' | 'backwards' | 'many';
  readonly text: string;
}

const DASH = /\s*[-–—]\s*/;

/**
 * `Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-13:00`: a week as people type it, with weekdays in these names or in English, also
 * shortened. Parts stand on lines of their own or after a semicolon. An empty text is a week without hours.
 */
export function readWeek(
  text: string,
  names: WeekdayNames = ENGLISH_WEEKDAYS,
): { readonly ok: Week } | { readonly error: WeekError } {
  const week: Spell[][] = Array.from({ length: 7 }, () => []);
  for (const part of text.split(/[;\n]/)) {
    const typed = part.trim();
    if (typed === '') continue;
    const [, named = '', timed = ''] = /^(\D*?)[\s:]*(\d.*)?$/s.exec(typed) ?? [];
    const days = readDays(named, names);
    if ('error' in days) return { error: { kind: 'day', text: days.error.text || typed } };
    const spells: Spell[] = [];
    for (const hours of timed.split(/[,&+]/)) {
      const spell = readSpell(hours.trim() || typed);
      if ('error' in spell) return spell;
      spells.push(spell.ok);
    }
    for (const day of days.ok) week[day]?.push(...spells);
  }
  const read = week.map(inOrder);
  const crowded = read.find((spells) => spells.length > MAX_SPELLS);
  return crowded ? { error: { kind: 'many', text: hoursText(crowded, '-') } } : { ok: read };
}

/** A week as a text that `readWeek` reads with the same names. */
export function weekText(week: Week, names: WeekdayNames = ENGLISH_WEEKDAYS, dash = '-'): string {
  const alike = new Map<string, number[]>();
  for (const [day, spells] of week.entries()) {
    const hours = hoursText(spells, dash);
    if (hours !== '') alike.set(hours, [...(alike.get(hours) ?? []), day]);
  }
  return [...alike].map(([hours, days]) => `${daysText(days, names, dash)} ${hours}`).join('; ');
}

const hoursText = (spells: readonly Spell[], dash: string): string =>
  spells.map(({ from, until }) => `${clock(from)}${dash}${clock(until)}`).join(', ');

function daysText(days: readonly number[], names: WeekdayNames, dash: string): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const nameOf = (day: number | undefined) => names[day ?? 0]?.[0] ?? '';
  return runs
    .flatMap((run) => (run.length > 2 ? [`${nameOf(run[0])}${dash}${nameOf(run.at(-1))}`] : run.map(nameOf)))
    .join(', ');
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

function readDays(
  text: string,
  names: WeekdayNames,
): { readonly ok: readonly number[] } | { readonly error: WeekError } {
  const found = new Set<number>();
  // A hyphen inside a name (`segunda-feira`) stands for no range.
  let plain = folded(text);
  for (const name of names.flat().map(folded)) plain = plain.replaceAll(name, name.replaceAll('-', ''));
  for (const range of plain.split(/[,&+]/)) {
    const [first, last, ...more] = range.split(DASH).map((name) => dayNamed(name.trim(), names));
    if (first === undefined || more.length > 0 || (range.split(DASH).length > 1 && last === undefined))
      return { error: { kind: 'day', text: text.trim() } };
    for (let day = first; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return { ok: [...found] };
}

/** The weekday that a word names, or begins; its own language goes before English. */
function dayNamed(word: string, names: WeekdayNames): number | undefined {
  if (word === '') return undefined;
  for (const known of [names, ENGLISH_WEEKDAYS]) {
    const days = known.flatMap((each, day) =>
      each.some((name) => folded(name).replaceAll('-', '').startsWith(word)) ? [day] : [],
    );
    if (days.length > 0) return days.length === 1 ? days[0] : undefined;
  }
  return undefined;
}

/** Without accents, dots and capitals. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();

function readSpell(text: string): { readonly ok: Spell } | { readonly error: WeekError } {
  const [from, until, ...more] = text.split(DASH).map(readTime);
  if (from === undefined || until === undefined || more.length > 0) return { error: { kind: 'time', text } };
  // Work until 00:00 goes on until the day ends.
  const end = until === 0 ? DAY_MINUTES : until;
  return from < end ? { ok: { from, until: end } } : { error: { kind: 'backwards', text } };
}

/** Minutes from midnight: `8`, `08:00`, `8.30`, `8h30`, `5 pm`, `24:00`. */
function readTime(text: string): number | undefined {
  const parts = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?\s*(?:uhr|h)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
  if (!parts) return undefined;
  const [, hourText = '', minuteText = '0', half] = parts;
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (minute > 59 || (half && (hour < 1 || hour > 12))) return undefined;
  const minutes = (half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour) * 60 + minute;
  return minutes <= DAY_MINUTES ? minutes : undefined;
}
