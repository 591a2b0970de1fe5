const LOCALE = 'en-GB';

const format = (seconds: number, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE, { timeZone, ...options }).format(new Date(seconds * 1000));

type Part = (seconds: number, zone: string) => string;

const day =
  (options: Intl.DateTimeFormatOptions): Part =>
  (seconds, zone) =>
    format(seconds, zone, options);
const short = day({ day: 'numeric', month: 'short', year: 'numeric' });
const long = day({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const middle = day({ day: 'numeric', month: 'long', year: 'numeric' });
const isoDay: Part = (seconds, zone) => toLocalInput(seconds, zone).slice(0, 10);

const pretty =
  (otherwise: Part): Part =>
  (seconds, zone) => {
    const now = Date.now() / 1000;
    const names: [number, string][] = [
      [0, 'today'],
      [-86_400, 'yesterday'],
      [86_400, 'tomorrow'],
    ];
    const found = names.find(([away]) => isoDay(now + away, zone) === isoDay(seconds, zone));
    return found ? found[1] : otherwise(seconds, zone);
  };

// biome-ignore format: a table reads best as a table
const PARTS: Record<string, Part> = {
  date_num: isoDay, date: middle, date_short: short, date_long: long,
  date_pretty: pretty(middle), date_short_pretty: pretty(short), date_long_pretty: pretty(long),
  time: day({ hour: '2-digit', minute: '2-digit' }), time_secs: day({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
};

/** A `<!date^…>` in the reader's zone, by Slack's format words. */
export function slackDate(seconds: number, words: string, zone: string): string {
  return words.replaceAll(/\{(\w+)\}/g, (all, name: string) => PARTS[name]?.(seconds, zone) ?? all);
}

/** `14:05`. */
export const clockTime = (seconds: number, zone: string): string =>
  format(seconds, zone, { hour: '2-digit', minute: '2-digit' });

/** `Today`, `Yesterday`, or `Monday, 3 June`. */
export function dayName(seconds: number, zone: string): string {
  const name = pretty(day({ weekday: 'long', day: 'numeric', month: 'long' }))(seconds, zone);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Unix seconds as `2026-12-31T08:30` in that zone, as a browser's date and time field wants it. */
export function toLocalInput(seconds: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(seconds * 1000)).replace(' ', 'T');
}

/** The moment that a date and time field names in that zone, Unix seconds; null when it names none. */
export function fromLocalInput(text: string, zone: string): number | null {
  const utc = Date.parse(`${text}Z`) / 1000;
  if (!Number.isFinite(utc)) return null;
  const offset = (at: number) => Date.parse(`${toLocalInput(at, zone)}Z`) / 1000 - Math.floor(at / 60) * 60;
  const guess = utc - offset(utc);
  return utc - offset(guess);
}
