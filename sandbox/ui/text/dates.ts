/** Whose clock and calendar are shown. `locale` as Slack names it. */
interface Reader {
  readonly zone: string;
  readonly locale: string;
}

/** The page itself is in English. */
const PAGE = 'en-GB';

/** Slack's names for languages as Intl has them; one English for all. */
const intlOf = (locale: string): string => (locale.startsWith('en') ? PAGE : locale === 'es-LA' ? 'es-419' : locale);

type Part = (seconds: number, reader: Reader) => string;

const day =
  (options: Intl.DateTimeFormatOptions): Part =>
  (seconds, { zone, locale }) =>
    new Intl.DateTimeFormat(intlOf(locale), { timeZone: zone, ...options }).format(new Date(seconds * 1000));
const short = day({ day: 'numeric', month: 'short', year: 'numeric' });
const long = day({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const middle = day({ day: 'numeric', month: 'long', year: 'numeric' });
const clock = day({ hour: '2-digit', minute: '2-digit' });
const isoDay: Part = (seconds, { zone }) => toLocalInput(seconds, zone).slice(0, 10);

/** `today`, `yesterday`, `tomorrow`, in the reader's language. */
const pretty =
  (otherwise: Part): Part =>
  (seconds, reader) => {
    const now = Date.now() / 1000;
    const days = [0, -1, 1].find((away) => isoDay(now + away * 86_400, reader) === isoDay(seconds, reader));
    if (days === undefined) return otherwise(seconds, reader);
    return new Intl.RelativeTimeFormat(intlOf(reader.locale), { numeric: 'auto' }).format(days, 'day');
  };

// biome-ignore format: a table reads best as a table
const PARTS: Record<string, Part> = {
  date_num: isoDay, date: middle, date_short: short, date_long: long,
  date_pretty: pretty(middle), date_short_pretty: pretty(short), date_long_pretty: pretty(long),
  time: clock, time_secs: day({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
};

/** A `<!date^…>` in the reader's zone and language, by Slack's format words. */
export function slackDate(seconds: number, words: string, reader: Reader): string {
  return words.replaceAll(/\{(\w+)\}/g, (all, name: string) => PARTS[name]?.(seconds, reader) ?? all);
}

/** `14:05`. */
export const clockTime = (seconds: number, zone: string): string => clock(seconds, { zone, locale: PAGE });

/** `Today`, `Yesterday`, or `Monday, 3 June`. */
export function dayName(seconds: number, zone: string): string {
  const name = pretty(day({ weekday: 'long', day: 'numeric', month: 'long' }))(seconds, { zone, locale: PAGE });
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
