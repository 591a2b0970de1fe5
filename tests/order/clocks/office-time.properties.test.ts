import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Break, Calendar } from '../../../src/order/clocks/calendar.ts';
import {
  afterWorkingTime,
  isWorkingTime,
  localDay,
  localDayStart,
  nextWorkingTime,
  workingDayAfter,
  workingTimeBetween,
} from '../../../src/order/clocks/office-time.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const DAY = 86_400;
const [FIRST, LAST] = [Date.UTC(2026, 0, 1) / 1000, Date.UTC(2028, 0, 1) / 1000];

const spell = fc
  .tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 96 }))
  .map(([one, other]) => ({ from: Math.min(one, other) * 15, until: Math.max(one, other) * 15 }));
const calendar: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.array(fc.array(spell, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
  holidays: fc.array(
    fc.integer({ min: FIRST, max: LAST - 1 }).map((at) => new Date(at * 1000).toISOString().slice(0, 10)),
    { maxLength: 20 },
  ),
});
const instant = fc.integer({ min: FIRST, max: LAST });
const span = fc.integer({ min: 0, max: 20 * DAY });
const breaks: fc.Arbitrary<Break[]> = fc.array(
  fc.tuple(instant, fc.integer({ min: 0, max: 5 * DAY })).map(([from, length]) => ({ from, until: from + length })),
  { maxLength: 5 },
);

/** What is asked of a calendar: breaks lie near the instant, so that they matter. */
const asked = fc
  .tuple(calendar, instant, span, span, fc.array(fc.tuple(span, span), { maxLength: 4 }))
  .map(([each, from, one, other, stops]) => ({
    calendar: each,
    from,
    middle: from + Math.min(one, other),
    until: from + Math.max(one, other),
    breaks: stops.map(([start, length]): Break => ({ from: from + start, until: from + start + (length >> 3) })),
  }));

const always = { numRuns: 400 };

describe('whatever the calendar', () => {
  test('office time adds up', () => {
    fc.assert(
      fc.property(asked, ({ calendar, from, middle, until, breaks }) => {
        const between = (one: number, other: number) => workingTimeBetween(calendar, one, other, breaks);
        expect(between(from, middle) + between(middle, until)).toBe(between(from, until));
      }),
      always,
    );
  });

  test('after so much office time, so much has passed, and not a second before', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 60 * 3600 }), ({ calendar, from, breaks }, seconds) => {
        const due = afterWorkingTime(calendar, from, seconds, breaks);
        if (due === undefined) return;
        expect(workingTimeBetween(calendar, from, due, breaks)).toBe(seconds);
        expect(workingTimeBetween(calendar, from, due - 1, breaks)).toBe(seconds - 1);
      }),
      always,
    );
  });

  test('the office time that has passed leads back to the last working second', () => {
    fc.assert(
      fc.property(asked, ({ calendar, from, until, breaks }) => {
        const seconds = workingTimeBetween(calendar, from, until, breaks);
        const due = afterWorkingTime(calendar, from, seconds, breaks) ?? 0;
        if (seconds === 0) expect(due === 0 || due >= until || due === from || from === until).toBe(true);
        else {
          expect(due).toBeLessThanOrEqual(until);
          expect(workingTimeBetween(calendar, due, until, breaks)).toBe(0);
        }
      }),
      always,
    );
  });

  test('nothing is due outside office hours or in a break', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 60 * 3600 }), ({ calendar, from, breaks }, seconds) => {
        const due = afterWorkingTime(calendar, from, seconds, breaks);
        // The end of a spell is due time too.
        if (due !== undefined) expect(isWorkingTime(calendar, seconds === 0 ? due : due - 1, breaks)).toBe(true);
        for (const found of [nextWorkingTime(calendar, from, breaks), workingDayAfter(calendar, from, breaks)])
          if (found !== undefined) {
            expect(found).toBeGreaterThanOrEqual(from);
            expect(isWorkingTime(calendar, found, breaks)).toBe(true);
          }
      }),
      always,
    );
  });

  test('what begins later, or takes longer, is due no earlier', () => {
    fc.assert(
      fc.property(asked, span, span, ({ calendar, from, middle, breaks }, one, other) => {
        const due = (start: number, seconds: number) =>
          afterWorkingTime(calendar, start, seconds, breaks) ?? Number.POSITIVE_INFINITY;
        expect(due(middle, one)).toBeGreaterThanOrEqual(due(from, one));
        expect(due(from, Math.max(one, other))).toBeGreaterThanOrEqual(due(from, Math.min(one, other)));
      }),
      always,
    );
  });

  test('a break never makes anything due earlier, and one of no length changes nothing', () => {
    fc.assert(
      fc.property(
        asked,
        breaks,
        fc.integer({ min: 0, max: 40 * 3600 }),
        ({ calendar, from, until }, stops, seconds) => {
          const none = stops.map((stop) => ({ from: stop.from, until: stop.from }));
          expect(afterWorkingTime(calendar, from, seconds, none)).toBe(afterWorkingTime(calendar, from, seconds));
          expect(workingTimeBetween(calendar, from, until, none)).toBe(workingTimeBetween(calendar, from, until));
          const free = afterWorkingTime(calendar, from, seconds) ?? 0;
          expect(afterWorkingTime(calendar, from, seconds, stops) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            free,
          );
        },
      ),
      always,
    );
  });

  test('an open break stops the clock for ever', () => {
    fc.assert(
      fc.property(asked, ({ calendar, from, until, breaks }) => {
        const open = [...breaks, { from }];
        expect(workingTimeBetween(calendar, from, until, open)).toBe(0);
        expect(afterWorkingTime(calendar, from, 1, open)).toBeUndefined();
      }),
      always,
    );
  });
});

/** The instants at which a zone changes its clock in 2026 and 2027, with a local day before and after each. */
function changesOf(zone: string): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(FIRST * 1000).toZonedDateTimeISO(zone);
  while (at && found.length < 20) {
    at = at.getTimeZoneTransition('next');
    if (!at || at.epochMilliseconds >= LAST * 1000) break;
    found.push(at);
  }
  return found;
}

describe('in every zone, around each change of the clock in 2026 and 2027', () => {
  const changes = ZONES.flatMap((zone) => changesOf(zone).map((change) => ({ zone, change })));

  test('there are changes to look at, of an hour and of half an hour, at many times of day', () => {
    expect(changes.length).toBeGreaterThan(300);
    expect(new Set(changes.map(({ change }) => change.hour)).size).toBeGreaterThan(3);
  });

  test('every half hour is working time just when the clock on the wall says so', () => {
    const clock: Calendar['week'] = Array.from({ length: 7 }, (_, day) => [
      { from: 30 * day, until: 240 },
      { from: 600, until: 720 + 15 * day },
      { from: 1380, until: 1440 },
    ]);
    for (const { zone, change } of changes) {
      const calendar = { zone, week: clock, holidays: [] };
      const middle = Math.floor(change.epochMilliseconds / 1000);
      const wall = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      for (let at = middle - DAY / 4; at < middle + DAY / 4; at += 1800) {
        const [weekday = '', hour = '', minute = ''] = wall.format(at * 1000).split(/[ ,:]+/);
        const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday);
        const now = Number(hour) * 60 + Number(minute);
        const says = (clock[day] ?? []).some((each) => each.from <= now && now < each.until);
        const works = isWorkingTime(calendar, at);
        // A time that comes twice begins or ends a spell when it comes first.
        if (works !== says && !isTwice(zone, at)) expect.fail(`${zone} ${new Date(at * 1000).toISOString()}: ${works}`);
      }
    }
  });

  test('a day begins at its first second, and an instant lies in the day of the wall', () => {
    for (const { zone, change } of changes) {
      const date = new Intl.DateTimeFormat('en-CA', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      });
      const middle = Math.floor(change.epochMilliseconds / 1000);
      for (let at = middle - DAY / 4; at < middle + DAY / 4; at += 1800) {
        const found = localDay(zone, at);
        if (found !== date.format(at * 1000) && !isTwice(zone, at)) expect.fail(`${zone} ${at}: ${found}`);
      }
      const day = change.toPlainDate().toString();
      const start = localDayStart(zone, day);
      expect(start, zone).toBe(change.startOfDay().epochMilliseconds / 1000);
      expect(date.format(start * 1000), zone).toBe(day);
      expect(date.format((start - 1) * 1000), zone).not.toBe(day);
    }
  });

  test('four hours and a day of office time are over when the office has worked for so long', () => {
    const week: Calendar['week'] = Array.from({ length: 7 }, () => [
      { from: 0, until: 360 },
      { from: 1200, until: 1440 },
    ]);
    for (const { zone, change } of changes) {
      const calendar = { zone, week, holidays: [] };
      const from = Math.floor(change.epochMilliseconds / 1000) - DAY / 2;
      for (const seconds of [4 * 3600, 10 * 3600, 20 * 3600]) {
        const due = afterWorkingTime(calendar, from, seconds) ?? 0;
        expect(workingTimeBetween(calendar, from, due), zone).toBe(seconds);
      }
    }
  });
});

/** Whether the clock on the wall shows this time twice. */
function isTwice(zone: string, at: number): boolean {
  const here = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
  const local = here.toPlainDateTime();
  const [one, other] = (['earlier', 'later'] as const).map(
    (disambiguation) => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  return one !== other;
}
