import { clip } from '../../forms/mrkdwn.ts';
import { DATES, type Holiday } from './dates.ts';

/** A country, or a part of one, whose public holidays are known. `code`: `DE`, `DE.BY`, `DE.BY.A`. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

/** The data of all countries take some 40 MB of memory: they are read when somebody asks for them for the first time. */
const data = async () => (await import('date-holidays')).default;

const places = new Map<string, readonly Place[]>();
const MAX_LANGUAGES = 20;

/** Where public holidays are known, countries and their parts, by the names that a reader knows. */
export async function placesWithHolidays(locale: string): Promise<readonly Place[]> {
  const known = places.get(locale);
  if (known) return known;
  const Holidays = await data();
  const all = new Holidays();
  const language = languageIn(locale);
  const countryNames = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const found: Place[] = [];
  const add = (code: string, ...names: string[]) => found.push({ code, name: names.join(', ') });
  for (const [country, named] of entriesOf(all.getCountries(language))) {
    const name = countryNames.of(country) ?? named;
    add(country, name);
    for (const [state, stateName] of entriesOf(all.getStates(country, language))) {
      add(`${country}.${state}`, name, stateName);
      for (const [region, regionName] of entriesOf(all.getRegions(country, state, language)))
        add(`${country}.${state}.${region}`, name, stateName, regionName);
    }
  }
  found.sort((one, other) => one.name.localeCompare(other.name, locale));
  if (places.size >= MAX_LANGUAGES) places.clear();
  places.set(locale, found);
  return found;
}

/** Nothing is known of the parts of some countries. */
const entriesOf = (names: Readonly<Record<string, string>> | undefined): [string, string][] =>
  Object.entries(names ?? {});

/** The language of the data for a reader. */
const languageIn = (locale: string): string => new Intl.Locale(locale).language;

/** The places whose names have every word of a text, those that begin with it first. */
export function placesNamed(all: readonly Place[], text: string, most: number): readonly Place[] {
  const wanted = folded(text).split(' ').filter(Boolean);
  const matches = all.filter(({ name }) => wanted.every((word) => folded(name).includes(word)));
  const starts = matches.filter(({ name }) => folded(name).startsWith(wanted.join(' ')));
  return [...new Set([...starts, ...matches])].slice(0, most);
}

/** Without accents, commas and capitals. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();

/**
 * The public holidays of a country, or of a part of it (`BY`, `BY.A`), in these years: whole days on which people do not work,
 * each once. Names are in the language where the data have it, or else in English or the country's own. None for a place that is
 * not known.
 */
export async function holidaysOf(
  country: string,
  region: string | undefined,
  years: readonly number[],
  locale = 'en',
): Promise<readonly Holiday[]> {
  const Holidays = await data();
  const [state, part] = region?.split('.') ?? [];
  const holidays = new Holidays(
    { country, ...(state === undefined ? {} : { state }), ...(part === undefined ? {} : { region: part }) },
    { languages: [languageIn(locale), 'en'], types: ['public'] },
  );
  const found = new Map<string, string>();
  for (const year of years)
    for (const { date, start, end, name } of holidays.getHolidays(year) || []) {
      // Where the clock is changed, a day has 23 or 25 hours; what lasts for less of it is no day off.
      const days = Math.floor((end.getTime() - start.getTime() + 3_600_000) / 86_400_000);
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      for (let day = 0; day < days; day++) {
        const one = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
        if (!found.has(one)) found.set(one, clip(name, DATES.name));
      }
    }
  return [...found].map(([date, name]) => ({ date, name })).sort((one, other) => (one.date < other.date ? -1 : 1));
}
