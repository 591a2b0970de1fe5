import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Calendar, DEFAULT_WEEK, type Week } from '../../../src/order/clocks/calendar.ts';
import {
  afterWorkingTime,
  isWorkingTime,
  localDay,
  localDayStart,
  nextWorkingMorning,
  nextWorkingTime,
  workingDayAfter,
  workingMorning,
  workingTimeBetween,
} from '../../../src/order/clocks/office-time.ts';
import { readWeek } from '../../../src/order/clocks/week-text.ts';

const H = 3600;

function week(text: string): Week {
  const read = readWeek(text);
  if ('error' in read) throw new Error(read.error.text);
  return read.ok;
}

const office = (zone: string, hours?: string, holidays: readonly string[] = []): Calendar => ({
  zone,
  week: hours === undefined ? DEFAULT_WEEK : week(hours),
  holidays,
});

const MADRID = office('Europe/Madrid', 'Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-13:00', ['2026-12-25']);
/** `2026-11-27 10:00`: what the clock on the wall of the office says (the first of two). */
const at = (text: string, zone = 'Europe/Madrid') =>
  Math.floor(Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds / 1000);
const said = (instant: number | undefined, zone = 'Europe/Madrid') =>
  instant === undefined
    ? undefined
    : Temporal.Instant.fromEpochMilliseconds(instant * 1000)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString()
        .replace('T', ' ')
        .replace(/(:\d\d):00$/, '$1');

describe('office time in Madrid: Monday to Friday 08 to 12 and 13 to 17, Saturday 09 to 13; Friday is Christmas Day', () => {
  test.each([
    ['within a spell', '2026-11-30 09:00', 2 * H, '2026-11-30 11:00'],
    ['over lunch', '2026-11-30 11:00', 2 * H, '2026-11-30 14:00'],
    ['to the very end of the day', '2026-11-30 13:00', 4 * H, '2026-11-30 17:00'],
    ['into the next day', '2026-11-30 16:00', 4 * H, '2026-12-01 11:00'],
    ['from the night', '2026-11-30 03:00', H, '2026-11-30 09:00'],
    ['from Saturday noon over Sunday', '2026-11-28 12:00', 2 * H, '2026-11-30 09:00'],
    ['over a holiday', '2026-12-24 16:00', 2 * H, '2026-12-26 10:00'],
    ['no time, at work', '2026-11-30 09:00', 0, '2026-11-30 09:00'],
    ['no time, on Sunday', '2026-11-29 09:00', 0, '2026-11-30 08:00'],
    ['no time, at the end of a spell', '2026-11-30 12:00', 0, '2026-11-30 13:00'],
  ])('%s', (_, from, seconds, until) => {
    expect(said(afterWorkingTime(MADRID, at(from), seconds))).toBe(until);
    expect(workingTimeBetween(MADRID, at(from), at(until))).toBe(seconds);
  });

  test.each([
    ['2026-11-30 07:59:59', false],
    ['2026-11-30 08:00', true],
    ['2026-11-30 11:59:59', true],
    ['2026-11-30 12:00', false],
    ['2026-11-29 10:00', false],
    ['2026-12-25 10:00', false],
  ])('%s is working time: %s', (instant, works) => expect(isWorkingTime(MADRID, at(instant))).toBe(works));

  test.each([
    ['2026-11-30 10:00', '2026-12-01 10:00'],
    ['2026-11-30 08:00', '2026-12-01 08:00'],
    ['2026-11-30 12:30', '2026-12-01 13:00'],
    // Eight hours of Friday: three on it, four on Saturday, one on Monday.
    ['2026-11-27 14:00', '2026-11-30 09:00'],
    // Saturday has four.
    ['2026-11-28 10:00', '2026-11-30 09:00'],
    ['2026-11-30 17:00', '2026-12-02 08:00'],
    ['2026-11-29 10:00', '2026-12-01 08:00'],
  ])('one working day after %s is %s', (from, until) => expect(said(workingDayAfter(MADRID, at(from)))).toBe(until));

  test('a calendar without hours is open day and night, except on its holidays', () => {
    const always = office('Europe/Madrid', '', ['2026-12-25']);
    expect(said(afterWorkingTime(always, at('2026-11-29 03:00'), 48 * H))).toBe('2026-12-01 03:00');
    expect(said(nextWorkingTime(always, at('2026-12-25 03:00')))).toBe('2026-12-26 00:00');
  });

  test('what does not come within two years never comes', () => {
    expect(afterWorkingTime(office('UTC', 'Mon 08:00-08:01'), 0, 104 * 60)).toBeDefined();
    expect(afterWorkingTime(office('UTC', 'Mon 08:00-08:01'), 0, 106 * 60)).toBeUndefined();
  });

  test('a zone that is not known counts as UTC', () => {
    expect(said(nextWorkingTime(office('Mars/Olympus'), at('2026-11-29 10:00', 'UTC')), 'UTC')).toBe(
      '2026-11-30 08:00',
    );
  });
});

describe('breaks', () => {
  const on = (from: string, until?: string) => ({ from: at(from), until: until === undefined ? undefined : at(until) });

  test.each([
    ['within a spell', [on('2026-11-30 09:00', '2026-11-30 10:00')], '2026-11-30 14:00'],
    ['over the end of one', [on('2026-11-30 11:00', '2026-11-30 13:30')], '2026-11-30 14:30'],
    ['outside office hours', [on('2026-11-29 09:00', '2026-11-30 08:00')], '2026-11-30 12:00'],
    [
      'two in one minute',
      [on('2026-11-30 09:00:10', '2026-11-30 09:00:20'), on('2026-11-30 09:00:30', '2026-11-30 09:00:50')],
      '2026-11-30 13:00:30',
    ],
    [
      'in any order, over one another',
      [on('2026-11-30 10:00', '2026-11-30 11:00'), on('2026-11-30 09:00', '2026-11-30 10:30')],
      '2026-11-30 15:00',
    ],
    ['over several days', [on('2026-11-30 09:00', '2026-12-02 09:00')], '2026-12-02 12:00'],
    ['begun before', [on('2026-11-01 09:00', '2026-11-30 10:00')], '2026-11-30 15:00'],
    ['one that has not ended', [on('2026-11-30 09:00')], undefined],
    ['one that begins when the time is over', [on('2026-11-30 12:00')], '2026-11-30 12:00'],
    ['of no length', [on('2026-11-30 09:00', '2026-11-30 09:00')], '2026-11-30 12:00'],
  ])('four hours from 08:00, %s', (_, breaks, until) => {
    expect(said(afterWorkingTime(MADRID, at('2026-11-30 08:00'), 4 * H, breaks))).toBe(until);
  });

  test('time on hold is no office time', () => {
    const hold = [on('2026-11-30 09:00', '2026-11-30 14:00')];
    expect(workingTimeBetween(MADRID, at('2026-11-30 08:00'), at('2026-11-30 17:00'), hold)).toBe(4 * H);
    expect(isWorkingTime(MADRID, at('2026-11-30 10:00'), hold)).toBe(false);
    expect(said(workingDayAfter(MADRID, at('2026-11-30 08:00'), hold))).toBe('2026-12-01 13:00');
  });
});

describe('the clock is changed', () => {
  test.each([
    ['a night of 23 hours', office('Europe/Madrid', 'Sun 00:00-06:00'), '2026-03-29 00:00', '2026-03-29 06:00', 5 * H],
    ['a night of 25 hours', office('Europe/Madrid', 'Sun 00:00-06:00'), '2026-10-25 00:00', '2026-10-25 06:00', 7 * H],
    [
      'a spell that begins in the hour that is left out',
      office('Europe/Madrid', 'Sun 02:30-04:00'),
      '2026-03-29 00:00',
      '2026-03-30 00:00',
      H,
    ],
    ['a spell inside it', office('Europe/Madrid', 'Sun 02:10-02:50'), '2026-03-29 00:00', '2026-03-30 00:00', 0],
    [
      'a spell that begins in the hour that comes twice',
      office('Europe/Madrid', 'Sun 02:30-04:00'),
      '2026-10-25 00:00',
      '2026-10-26 00:00',
      2.5 * H,
    ],
    [
      'a spell that ends in it',
      office('Europe/Madrid', 'Sun 01:00-02:30'),
      '2026-10-25 00:00',
      '2026-10-26 00:00',
      1.5 * H,
    ],
    [
      'half an hour, back',
      office('Australia/Lord_Howe', 'Sun 00:00-24:00'),
      '2026-04-05 00:00',
      '2026-04-06 00:00',
      24.5 * H,
    ],
    [
      'half an hour, on',
      office('Australia/Lord_Howe', 'Sun 00:00-24:00'),
      '2026-10-04 00:00',
      '2026-10-05 00:00',
      23.5 * H,
    ],
    [
      'a day without midnight',
      office('America/Santiago', 'Sun 00:00-24:00'),
      '2026-09-06 01:00',
      '2026-09-07 00:00',
      23 * H,
    ],
    [
      'a day whose last hour comes twice',
      office('America/Santiago', 'Sat 00:00-24:00'),
      '2026-04-04 00:00',
      '2026-04-05 00:00',
      25 * H,
    ],
    [
      'a midnight that comes twice',
      office('America/Havana', 'Sun 00:00-24:00'),
      '2026-11-01 00:00',
      '2026-11-02 00:00',
      25 * H,
    ],
    [
      'a day without midnight, in Cairo',
      office('Africa/Cairo', 'Fri 00:00-08:00'),
      '2026-04-24 01:00',
      '2026-04-25 00:00',
      7 * H,
    ],
    [
      'no change, 45 minutes off',
      office('Asia/Kathmandu', 'Mon 08:15-12:45'),
      '2026-11-30 00:00',
      '2026-12-01 00:00',
      4.5 * H,
    ],
  ])('%s', (_, calendar, from, until, seconds) => {
    expect(workingTimeBetween(calendar, at(from, calendar.zone), at(until, calendar.zone))).toBe(seconds);
  });

  test('a day that a zone left out has no office time', () => {
    const apia = office('Pacific/Apia', '');
    const [before, after] = [at('2011-12-29 00:00', apia.zone), at('2012-01-01 00:00', apia.zone)];
    expect(workingTimeBetween(apia, before, after)).toBe(48 * H);
    expect(said(afterWorkingTime(office(apia.zone), at('2011-12-29 16:00', apia.zone), 2 * H), apia.zone)).toBe(
      '2012-01-02 09:00',
    );
    expect(workingMorning(office(apia.zone), '2011-12-30')).toBeUndefined();
    expect(localDayStart(apia.zone, '2011-12-30')).toBe(localDayStart(apia.zone, '2011-12-31'));
  });

  test('the end of a spell that is left out is where the clock goes on', () => {
    const calendar = office('Europe/Madrid', 'Sun 01:00-02:30');
    expect(said(afterWorkingTime(calendar, at('2026-03-29 00:00'), H))).toBe('2026-03-29 03:00');
  });
});

describe('days and mornings', () => {
  test.each([
    ['Europe/Madrid', '2026-11-29T22:59:59Z', '2026-11-29'],
    ['Europe/Madrid', '2026-11-29T23:00:00Z', '2026-11-30'],
    ['Pacific/Kiritimati', '2026-11-29T10:00:00Z', '2026-11-30'],
    ['Pacific/Pago_Pago', '2026-11-29T10:59:59Z', '2026-11-28'],
    ['Asia/Kathmandu', '2026-11-29T18:15:00Z', '2026-11-30'],
  ])('in %s, %s lies in %s', (zone, instant, date) => {
    expect(localDay(zone, Date.parse(instant) / 1000)).toBe(date);
  });

  test.each([
    ['a working day', MADRID, '2026-11-30', undefined, '2026-11-30 08:00'],
    ['Saturday', MADRID, '2026-11-28', undefined, '2026-11-28 09:00'],
    ['Sunday', MADRID, '2026-11-29', undefined, undefined],
    ['a holiday', MADRID, '2026-12-25', undefined, undefined],
    ['in the zone of a reader', MADRID, '2026-11-30', 'America/Bogota', '2026-11-30 08:00'],
    ['day and night', office('Europe/Madrid', ''), '2026-11-29', undefined, '2026-11-29 08:00'],
    [
      'a night shift that ends later',
      office('Europe/Madrid', 'Mon 00:00-10:00'),
      '2026-11-30',
      undefined,
      '2026-11-30 08:00',
    ],
    [
      'a night shift, then another',
      office('Europe/Madrid', 'Mon 00:00-06:00, 22:00-24:00'),
      '2026-11-30',
      undefined,
      '2026-11-30 22:00',
    ],
    [
      'only the end of the night',
      office('Europe/Madrid', 'Mon 00:00-06:00'),
      '2026-11-30',
      undefined,
      '2026-11-30 00:00',
    ],
  ])('the morning of %s', (_, calendar, date, zone, morning) => {
    expect(said(workingMorning(calendar, date, zone), zone)).toBe(morning);
  });

  test('the next working morning is the first from now on, by the reader’s clock', () => {
    expect(said(nextWorkingMorning(MADRID, at('2026-11-30 08:00')))).toBe('2026-11-30 08:00');
    expect(said(nextWorkingMorning(MADRID, at('2026-11-30 08:00:01')))).toBe('2026-12-01 08:00');
    expect(said(nextWorkingMorning(MADRID, at('2026-11-30 09:00'), 'America/Bogota'), 'America/Bogota')).toBe(
      '2026-11-30 08:00',
    );
    expect(said(nextWorkingMorning(MADRID, at('2026-12-24 09:00')))).toBe('2026-12-26 09:00');
  });
});
