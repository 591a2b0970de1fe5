import { describe, expect, test } from 'vitest';
import { dayIn, knownZone, nextDay, startOfDay, timeIn } from '../../../src/office/orders/days.ts';

const seconds = (text: string) => Date.parse(text) / 1000;

describe('days and times of a zone', () => {
  test.each([
    ['UTC', '2026-11-28T23:30:00Z', '2026-11-28 23:30'],
    ['Europe/Madrid', '2026-11-28T23:30:00Z', '2026-11-29 00:30'],
    ['America/Bogota', '2026-01-01T04:59:00Z', '2025-12-31 23:59'],
    ['Asia/Kathmandu', '2026-11-28T18:15:00Z', '2026-11-29 00:00'],
  ])('%s: %s is %s there', (zone, at, there) => {
    expect(timeIn(seconds(at), zone)).toBe(there);
    expect(dayIn(seconds(at), zone)).toBe(there.slice(0, 10));
  });

  test.each([
    ['UTC', '2026-11-28', '2026-11-28T00:00:00Z'],
    ['Europe/Madrid', '2026-03-29', '2026-03-28T23:00:00Z'],
    ['Europe/Madrid', '2026-03-30', '2026-03-29T22:00:00Z'],
    ['America/Bogota', '2026-01-01', '2026-01-01T05:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-01-01', '2026-01-01T11:00:00Z'],
    // Clocks went from midnight to one.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
  ])('%s: %s begins at %s', (zone, day, at) => {
    expect(startOfDay(day, zone)).toBe(seconds(at));
    expect(dayIn(seconds(at) - 1, zone) < day).toBe(true);
  });

  test('the next day', () => {
    expect(['2026-02-28', '2028-02-28', '2026-12-31'].map(nextDay)).toEqual(['2026-03-01', '2028-02-29', '2027-01-01']);
  });

  test('a zone that is not known is UTC', () => {
    expect([knownZone('Europe/Madrid'), knownZone('Mars/Olympus'), knownZone('')]).toEqual([
      'Europe/Madrid',
      'UTC',
      'UTC',
    ]);
  });
});
