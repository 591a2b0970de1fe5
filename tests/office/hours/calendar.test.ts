import { describe, expect, test } from 'vitest';
import { calendarOf, EXAMPLE_WEEK, weekdayNames } from '../../../src/office/hours/calendar.ts';
import { nextWorkingTime } from '../../../src/order/clocks/office-time.ts';
import { readWeek, weekText } from '../../../src/order/clocks/week-text.ts';
import { readSettings, Settings } from '../../../src/settings.ts';

describe('the office’s calendar', () => {
  test.each([
    [{}, {}, 'UTC'],
    [{}, { timeZone: 'Europe/Madrid' }, 'Europe/Madrid'],
    [{ zone: 'America/Bogota' }, { timeZone: 'Europe/Madrid' }, 'America/Bogota'],
  ])('office %j, documents %j: it is in %s', (hours, document, zone) => {
    expect(calendarOf(Settings.parse({ hours, document })).zone).toBe(zone);
  });

  test('has the hours and holidays that are set', () => {
    const hours = { week: 'Mon-Fri 08:00-17:00', holidays: [{ date: '2026-12-25', name: 'Christmas Day' }] };
    const calendar = calendarOf(Settings.parse({ hours }));
    const eve = Date.UTC(2026, 11, 24, 18) / 1000;
    expect(nextWorkingTime(calendar, eve)).toBe(Date.UTC(2026, 11, 28, 8) / 1000);
  });

  test('what another version kept and this one cannot use is listed, and the usual hours count', () => {
    const read = readSettings({ hours: { week: 'every other Monday', holidays: [{ date: 'Easter', name: '' }] } });
    expect(read.hours).toMatchObject({ week: 'Mon-Fri 08:00-17:00', holidays: [] });
    expect(Object.keys(read.unreadable ?? {})).toEqual(['hours.week', 'hours.holidays']);
  });
});

describe('weekdays are written and read in the reader’s language', () => {
  test.each([
    ['en-GB', 'Mon–Fri 08:00–12:00, 13:00–17:00; Sat 09:00–13:00'],
    ['de-DE', 'Mo–Fr 08:00–12:00, 13:00–17:00; Sa 09:00–13:00'],
    ['es-419', 'lun–vie 08:00–12:00, 13:00–17:00; sáb 09:00–13:00'],
    ['fr-FR', 'lun.–ven. 08:00–12:00, 13:00–17:00; sam. 09:00–13:00'],
    ['pt-BR', 'seg.–sex. 08:00–12:00, 13:00–17:00; sáb. 09:00–13:00'],
  ])('%s', (locale, text) => {
    const names = weekdayNames(locale);
    expect(weekText(EXAMPLE_WEEK, names, '–')).toBe(text);
    expect(readWeek(text, names)).toEqual({ ok: EXAMPLE_WEEK });
    for (const [day, [short = '', long = '']] of names.entries())
      for (const name of [short, long, long.toUpperCase(), long.slice(0, 3)]) {
        const read = readWeek(`${name} 8-12`, names);
        expect('ok' in read ? read.ok.findIndex((spells) => spells.length > 0) : read.error, name).toBe(day);
      }
  });
});
