import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATES, dateLines, datesTwice, readDates, withDates } from '../../../src/office/hours/dates.ts';
import { Settings } from '../../../src/settings.ts';

const christmas = { date: '2026-12-25', name: 'Christmas Day' };
const boxing = { date: '2026-12-26', name: '' };

describe('days as they are typed', () => {
  test.each([
    ['2026-12-25 Christmas Day', [christmas]],
    [' 2026-12-26 \n\n2026-12-25:  Christmas Day ', [christmas, boxing]],
    ['25.12.2026 - Christmas Day', [christmas]],
    ['2026-12-25\n2026-12-25 Christmas Day\n2026-12-25 Noël', [christmas]],
    ['2026-12-25 1. Weihnachtstag', [{ date: '2026-12-25', name: '1. Weihnachtstag' }]],
    ['', []],
  ])('%j', (text, days) => expect(readDates(text)).toEqual({ ok: days }));

  test.each(['2026-02-30', '2026-12-25x', 'Christmas', '25/12/2026', '2026-13-01 x', '31.11.2026', '26-12-25'])(
    '“%s” is no day',
    (line) => expect(readDates(`2026-12-25\n${line}`)).toEqual({ error: { kind: 'date', text: line } }),
  );

  test.each([
    ['2026-12-25\n25.12.2026 Christmas Day\n2026-12-26', [christmas]],
    ['2026-12-25 Christmas Day\n2026-12-25 Christmas Day', [christmas]],
    ['2026-12-25 Christmas Day\n\n2026-12-26', []],
    ['2026-12-25\n2026-12-25\nEaster', []],
  ])('%j: which stand there more than once', (text, days) => expect(datesTwice(text)).toEqual(days));

  test('as many are taken as an input of Slack’s holds', () => {
    const days = (count: number, name: string) =>
      Array.from({ length: count }, (_, day) => ({
        date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
        name,
      }));
    expect(readDates(dateLines(days(DATES.count, '')))).toEqual({ ok: days(DATES.count, '') });
    expect(readDates(dateLines(days(DATES.count + 1, '')))).toEqual({ error: { kind: 'dates', max: DATES.count } });
    expect(readDates(dateLines(days(100, 'x'.repeat(20))))).toEqual({ error: { kind: 'tooLong', max: DATES.text } });
  });

  test('whatever can be read can be kept, fits the input, and is read again as it was', () => {
    const day = fc.record({
      date: fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10)),
      name: fc.string({ maxLength: 85 }).map((name) => name.replace(/[\s–:;,-]+/g, ' ').trim()),
    });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 120 }), (days) => {
        const read = readDates(dateLines(days));
        if ('error' in read) return;
        const text = dateLines(read.ok);
        expect(text.length).toBeLessThanOrEqual(3000);
        expect(readDates(text)).toEqual(read);
        expect(Settings.parse({ hours: { holidays: read.ok } }).hours.holidays).toEqual(read.ok);
      }),
    );
  });
});

describe('days that are added', () => {
  const more = [christmas, { date: '2026-01-01', name: 'New Year’s Day' }];

  test('stand in order among those that were typed, which stay as they are', () => {
    expect(withDates('2026-12-25 Party\n2026-06-01', more)).toEqual({
      text: '2026-01-01 New Year’s Day\n2026-06-01\n2026-12-25 Party',
      added: 1,
    });
  });

  test('stand below what cannot be read', () => {
    expect(withDates('Easter\n2026-12-25', more)).toEqual({
      text: 'Easter\n2026-12-25\n2026-01-01 New Year’s Day',
      added: 1,
    });
  });

  test('change nothing where all are there', () => {
    expect(withDates('25.12.2026\n2026-01-01', more)).toEqual({ text: '25.12.2026\n2026-01-01', added: 0 });
  });
});
