import { describe, expect, test } from 'vitest';
import type { Version } from '../../src/order/version.ts';
import { printerOf } from '../../src/pdf/print.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';
import { approvedOrder, at, issuer } from './orders.ts';

const printer = (locale: string, timeZone: string, decimals = 2, language = 'en') => {
  const version = approvedOrder({ decimals }, { timeZone, issuer: { ...issuer, locale, language } })
    .versions[0] as Version;
  return printerOf(version);
};
const berlin = printer('en-GB', 'Europe/Berlin');

describe('instants', () => {
  test.each([
    ['en-GB', 'Europe/Berlin', '22 Nov 2026, 10:30 (UTC+01:00)'],
    ['en-GB', 'Europe/London', '22 Nov 2026, 09:30 (UTC+00:00)'],
    ['en-US', 'America/New_York', 'Nov 22, 2026, 4:30\u00A0AM (UTC-05:00)'],
    ['de-DE', 'Asia/Kolkata', '22.11.2026, 15:00 (UTC+05:30)'],
    ['ar-EG', 'Africa/Cairo', undefined],
    ['no such locale', 'Nowhere/Land', '22 Nov 2026, 09:30 (UTC+00:00)'],
  ])('%s in %s', (locale, timeZone, printed) => {
    const text = printer(locale, timeZone).dateTime(at('2026-11-22T09:30:00Z'));
    if (printed !== undefined) expect(text).toBe(printed);
    expect(text).toMatch(/2026/);
    expect(text).not.toMatch(/[\u200E\u200F\u202F]/);
  });

  test.each([
    ['one day', '2026-11-24T07:00Z', '2026-11-24T11:00Z', '24 Nov 2026, 08:00 – 12:00 (UTC+01:00)'],
    ['two days', '2026-11-24T07:00Z', '2026-11-25T11:00Z', '24 Nov 2026, 08:00 – 25 Nov 2026, 12:00 (UTC+01:00)'],
    [
      'across a change of the clock',
      '2026-10-24T07:00Z',
      '2026-10-25T11:00Z',
      '24 Oct 2026, 09:00 (UTC+02:00) – 25 Oct 2026, 12:00 (UTC+01:00)',
    ],
  ])('a period of %s', (_, from, to, printed) => expect(berlin.period(at(from), at(to))).toBe(printed));
});

test.each([
  ['of its own zone', undefined, '08:00 – 10:30'],
  ['of another with the same time', 'Europe/Madrid', '08:00 – 10:30'],
  ['of one with another time', 'America/New_York', '02:00 – 04:30 (UTC-05:00)'],
  ['of none', 'Nowhere/Land', '07:00 – 09:30 (UTC+00:00)'],
])('times of hours on the clocks %s', (_, zone, printed) =>
  expect(berlin.times(at('2026-11-24T07:00Z'), at('2026-11-24T09:30Z'), zone)).toBe(printed),
);

describe('numbers', () => {
  test.each([
    [2, 'en-GB', 123_450, '1,234.50'],
    [2, 'de-DE', 123_450, '1.234,50'],
    [0, 'en-GB', 123_450, '123,450'],
    [3, 'en-GB', 123_450, '123.450'],
    [2, 'en-GB', -5, '−0.05'],
    [2, 'en-GB', 999_999_999_999_999, '9,999,999,999,999.99'],
    [2, 'en-GB', -0, '0.00'],
  ])('with %i decimals in %s: %i is %s', (decimals, locale, minor, printed) =>
    expect(printer(locale, 'UTC', decimals).amount(minor)).toBe(printed),
  );

  test('differences carry their sign', () => {
    expect([12_000, -3550, 0].map(berlin.difference)).toEqual(['+120.00', '−35.50', '0.00']);
  });
  test('quantities have no needless decimals', () => {
    expect([1000, 1500, 333, 0].map(berlin.quantity)).toEqual(['1', '1.5', '0.333', '0']);
  });
  test('B8 unit prices have the decimals they were given', () => {
    expect(['95', '0.1648', '-50', '9999999999.123456'].map(berlin.price)).toEqual([
      '95.00',
      '0.1648',
      '−50.00',
      '9,999,999,999.123456',
    ]);
    expect(printer('en-GB', 'UTC', 0).price('12.5')).toBe('12.5');
  });
  test('B4 rates', () =>
    expect([21_000, 5500, 8875, 1, 0].map(berlin.percent)).toEqual(['21%', '5.5%', '8.875%', '0.001%', '0%']));
  test('units that the app fills in are in the language of the document, others as they were typed', () => {
    for (const language of LANGUAGES) {
      const { unit } = printer('en-GB', 'UTC', 2, language);
      const own = wordsFor(language).items.unit;
      expect(Object.keys(own).map(unit)).toEqual(Object.values(own));
      expect(unit('m²')).toBe('m²');
    }
  });
  test.each([
    ['en-GB', '12 bytes', '640 kB', '1.0 MB', '2.4 MB'],
    ['de-DE', '12 Byte', '640 kB', '1,0 MB', '2,4 MB'],
    ['fr-FR', '12 octets', '640 ko', '1,0 Mo', '2,4 Mo'],
  ])('file sizes in %s', (locale, ...sizes) => {
    const { fileSize } = printer(locale, 'UTC', 2, locale.slice(0, 2));
    expect([12, 640_400, 999_900, 2_430_000].map((bytes) => fileSize(bytes).replace('\u00A0', ' '))).toEqual(sizes);
  });
  test.each([
    ['en-GB', 'en', 'EUR 1,234.50'],
    ['en-US', 'en', 'EUR 1,234.50'],
    ['es-ES', 'es', '1234,50 EUR'],
    ['es-MX', 'es', 'EUR 1,234.50'],
    ['pt-BR', 'pt', 'EUR 1.234,50'],
    ['de-DE', 'de', '1.234,50 EUR'],
    ['fr-FR', 'fr', '1 234,50 EUR'],
    // From before documents had a language.
    ['de-DE', 'en', 'EUR 1.234,50'],
  ])('amounts with their currency in %s, words in %s', (locale, language, printed) => {
    expect(printer(locale, 'UTC', 2, language).money(123_450).replace(/\s/g, ' ')).toBe(printed);
  });
});
