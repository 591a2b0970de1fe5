import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dateLines, readDates } from '../../../src/office/hours/dates.ts';
import { holidaysOf, placesNamed, placesWithHolidays } from '../../../src/office/hours/public-holidays.ts';
import { LANGUAGES } from '../../../src/words/languages.ts';

describe('public holidays', () => {
  test.each([
    ['DE', undefined, 'de-DE', '2026-10-03', 'Tag der Deutschen Einheit'],
    ['DE', 'BY', 'de-DE', '2026-01-06', 'Heilige Drei Könige'],
    ['DE', 'BY.A', 'de-DE', '2026-08-08', 'Friedensfest'],
    ['ES', 'MD', 'es-419', '2026-05-02', 'Día de la Comunidad de Madrid'],
    ['FR', undefined, 'fr-FR', '2026-04-06', 'Lundi de Pâques'],
    ['BR', undefined, 'pt-BR', '2026-09-07', 'Independência'],
    ['GB', 'SCT', 'en-GB', '2026-11-30', 'Andrew’s Day'],
    ['US', undefined, 'en-US', '2026-11-26', 'Thanksgiving'],
    // The second of several days.
    ['TR', undefined, 'en-GB', '2026-05-28', ''],
  ])('%s %s in %s: %s', async (country, region, locale, date, name) => {
    const found = await holidaysOf(country, region, [2026], locale);
    const day = found.find((one) => one.date === date);
    expect(day?.name.replaceAll("'", '’') ?? found.map((one) => `${one.date} ${one.name}`)).toContain(name);
  });

  test.each([
    ['a day of a part of the country', 'DE', '2026-01-06'],
    ['half a day', 'IS', '2026-12-24'],
    ['a day that is no public holiday', 'US', '2026-02-14'],
  ])('%s is none', async (_, country, date) => {
    expect((await holidaysOf(country, undefined, [2026])).map((one) => one.date)).not.toContain(date);
  });

  test('are those of the years that were asked for, in order, each day once', async () => {
    const dates = (await holidaysOf('ES', 'CT.B', [2026, 2027])).map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(['2026', '2027']));
  });

  test('there are none of what is no place', async () => {
    expect(await holidaysOf('XX', undefined, [2026])).toEqual([]);
  });
});

test('the data of all countries are loaded when somebody asks for them, never at start', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const imports = sources.flatMap((name) =>
    [...readFileSync(`src/${name}`, 'utf8').matchAll(/.*['"]date-holidays['"].*/g)].map(([line]) => line),
  );
  expect(imports).toEqual([expect.stringContaining('await import(')]);
});

describe('places', () => {
  test.each(LANGUAGES)('%s: every country has its name, and can be found by it', async (language) => {
    const all = await placesWithHolidays(language);
    expect(all.length).toBeGreaterThan(500);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code, name } of all) {
      expect(name).not.toMatch(/^$|undefined|,\s*$/);
      if (code.length === 2) expect(placesNamed(all, name.toLowerCase(), 40).map((one) => one.code)).toContain(code);
    }
  });

  test.each([
    ['ger', 'DE'],
    ['germany bay', 'DE.BY'],
    ['cote d', 'CI'],
    ['  Spain  ', 'ES'],
  ])('“%s” finds %s first', async (typed, code) => {
    expect(placesNamed(await placesWithHolidays('en-GB'), typed, 40)[0]?.code).toBe(code);
  });

  test('two years of any country fit the list', async () => {
    // A third of them, and those with most days.
    const countries = (await placesWithHolidays('en-GB')).filter(({ code }) => code.length === 2);
    for (const { code } of countries.filter((one, n) => n % 3 === 0 || ['SA', 'SZ', 'TR'].includes(one.code)))
      expect(readDates(dateLines(await holidaysOf(code, undefined, [2026, 2027], 'en-GB'))), code).toHaveProperty('ok');
  });
});
