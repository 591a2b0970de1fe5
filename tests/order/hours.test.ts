import { describe, expect, test } from 'vitest';
import {
  clockTime,
  dayOf,
  hourSums,
  hoursBetween,
  hoursByWorker,
  hoursIn,
  minutesOf,
  spanOf,
  unusualHours,
} from '../../src/order/amounts/hours.ts';
import { changesBetween, isUnplanned, itemsDiffer, rebaseItems } from '../../src/order/amounts/items.ts';
import { keepingPrices } from '../../src/order/amounts/prices.ts';
import type { Item, LabourTime } from '../../src/order/content.ts';
import { farid, greta, item, lena } from '../support/workflow.ts';

const DAY = '2026-11-28';
const planned = item('p', { kind: 'labour', description: 'Fitter', unit: 'h', quantity: 4000, unitPrice: '95' });
const seal = item('s');

/** Hours of Farid in the planned line's place. */
const hours = (id: string, quantity: number, time: Partial<LabourTime> = {}, changes: Partial<Item> = {}): Item => ({
  ...planned,
  id,
  quantity,
  ...changes,
  time: { worker: farid, day: DAY, activity: 'work', of: 'p', ...time },
});

/** Hours in no line's place, which cost nothing. */
const free = (id: string, quantity: number): Item => {
  const time = { worker: farid, day: DAY, activity: 'work' } as const;
  return { ...planned, id, quantity, unitPrice: null, time };
};

describe('how long it was', () => {
  test.each([
    ['a morning', 'Europe/Madrid', DAY, '08:00', '10:30', 2500],
    ['twenty minutes, rounded to thousandths', 'Europe/Madrid', DAY, '08:00', '08:20', 333],
    ['over midnight', 'Europe/Madrid', DAY, '22:00', '06:00', 8000],
    ['until midnight', 'Europe/Madrid', DAY, '22:00', '00:00', 2000],
    ['the night in which clocks go back', 'Europe/Madrid', '2026-10-24', '22:00', '06:00', 9000],
    ['the night in which clocks go forward', 'Europe/Madrid', '2026-03-28', '22:00', '06:00', 7000],
    ['from a time that there is not', 'Europe/Madrid', '2026-03-29', '02:30', '04:00', 1000],
    ['from the hour that comes twice: its first time', 'Europe/Madrid', '2026-10-25', '02:30', '03:30', 2000],
    ['a zone of half an hour', 'Asia/Kolkata', DAY, '08:00', '10:00', 2000],
    ['a zone that nobody knows counts as UTC', 'Mars/Olympus', DAY, '08:00', '10:00', 2000],
  ])('%s', (_, zone, day, from, to, expected) => {
    expect(hoursBetween(spanOf(zone, day, minutesOf(from) ?? -1, minutesOf(to) ?? -1))).toBe(expected);
  });

  test.each([
    ['00:00', 0],
    ['23:59', 1439],
    ['24:00', undefined],
    ['8:30', undefined],
    ['08:60', undefined],
    ['', undefined],
  ])('%s as Slack writes times', (text, minutes) => expect(minutesOf(text)).toBe(minutes));

  test('an instant is shown as it was entered', () => {
    const { from, to } = spanOf('America/New_York', DAY, 23 * 60, 60);
    expect([dayOf('America/New_York', from), clockTime('America/New_York', from)]).toEqual([DAY, '23:00']);
    expect([dayOf('America/New_York', to), clockTime('America/New_York', to)]).toEqual(['2026-11-29', '01:00']);
  });
});

test('sums are kept apart by activity and by worker', () => {
  const lines = hoursIn([
    hours('1', 3000),
    seal,
    hours('2', 500, { activity: 'travel' }),
    hours('3', 1250, { worker: greta }),
  ]);
  expect(hourSums(lines)).toEqual({ work: 4250, travel: 500 });
  expect(hoursByWorker(lines).map(({ worker, lines: own }) => [worker.id, own.map(({ id }) => id)])).toEqual([
    [farid.id, ['1', '2']],
    [greta.id, ['3']],
  ]);
});

describe('what is asked about', () => {
  const from = (a: number, b: number): Partial<LabourTime> => ({ from: a * 3600, to: b * 3600 });
  test.each<[string, Item[], string[]]>([
    ['two that overlap', [hours('1', 2000, from(8, 10)), hours('2', 2000, from(9, 11))], ['overlap 1 2']],
    ['one within the other', [hours('1', 8000, from(8, 16)), hours('2', 500, from(9, 10))], ['overlap 1 2']],
    [
      'work and travel as well',
      [hours('1', 2000, from(8, 10)), hours('2', 1000, { ...from(9, 10), activity: 'travel' })],
      ['overlap 1 2'],
    ],
    ['one after the other', [hours('1', 2000, from(8, 10)), hours('2', 2000, from(10, 12))], []],
    ['two people at once', [hours('1', 2000, from(8, 10)), hours('2', 2000, { ...from(8, 10), worker: greta })], []],
    ['hours without times', [hours('1', 2000), hours('2', 2000, from(8, 10))], []],
    ['24 hours of a day', [hours('1', 12_000), hours('2', 12_000)], []],
    ['more than that', [hours('1', 12_000), hours('2', 12_001)], [`long_day ${farid.id} 24001`]],
    ['on two days', [hours('1', 20_000), hours('2', 20_000, { day: '2026-11-29' })], []],
    ['of two people', [hours('1', 20_000), hours('2', 20_000, { worker: greta })], []],
  ])('%s', (_, items, expected) => {
    const said = unusualHours(hoursIn(items)).map((one) =>
      one.kind === 'overlap' ? `overlap ${one.one.id} ${one.other.id}` : `long_day ${one.worker.id} ${one.quantity}`,
    );
    expect(said).toEqual(expected);
  });
});

describe('hours in the place of what asked for them', () => {
  test('are that line changed, and the rest of them added', () => {
    const changes = changesBetween([planned, seal], [seal, hours('1', 3000), hours('2', 500)], 2);
    expect(changes.map(({ type, difference }) => [type, difference])).toEqual([
      ['changed', -9500],
      ['added', 4750],
    ]);
  });

  test.each([
    ['as many as asked for', [hours('1', 1500), hours('2', 2500, { worker: greta })], false],
    ['more', [hours('1', 4500)], true],
    ['fewer', [hours('1', 3500)], true],
    ['none', [], true],
    ['at another price', [hours('1', 4000, {}, { unitPrice: '90' })], true],
    ['besides it', [planned, hours('1', 4000)], true],
    ['others that cost nothing', [planned, free('1', 4000)], false],
    ['others that cost something', [planned, { ...free('1', 4000), unitPrice: '95' }], true],
  ])('%s: whether it is as ordered', (_, items, differs) => {
    expect(itemsDiffer([planned, seal], [seal, ...items])).toBe(differs);
  });

  test('hours that cost nothing are no change that needs a reason, until they cost something', () => {
    const [first, second] = [free('1', 1000), free('2', 500)];
    expect(itemsDiffer([seal, first], [seal, { ...first, quantity: 2000 }, second])).toBe(false);
    expect(itemsDiffer([seal, first], [seal])).toBe(false);
    expect(itemsDiffer([seal, first], [seal, { ...first, unitPrice: '95' }])).toBe(true);
    // What stands in the place of a line without a price says how much of it there was.
    const asked = { ...planned, unitPrice: null };
    expect(itemsDiffer([asked], [hours('1', 1000, {}, { unitPrice: null })])).toBe(true);
    expect(changesBetween([seal], [seal, first], 2)).toMatchObject([{ type: 'added', difference: 0 }]);
  });

  test('another worker, day or time is a change, which no money comes of', () => {
    for (const time of [{ worker: greta }, { day: '2026-11-27' }, { activity: 'travel' as const }, { from: 1, to: 2 }])
      expect(changesBetween([hours('1', 1000)], [hours('1', 1000, time)], 2)).toMatchObject([
        { type: 'changed', difference: 0 },
      ]);
    expect(changesBetween([hours('1', 1000)], [hours('1', 1000, { worker: { ...farid, name: 'F. H.' } })], 2)).toEqual(
      [],
    );
  });

  test('are planned, where it was', () => {
    expect(isUnplanned(hours('1', 1000), [planned])).toBe(false);
    expect(isUnplanned(hours('1', 1000, { of: 'x' }), [planned])).toBe(true);
  });

  test('two who report at once lose none', () => {
    const mine = [seal, hours('1', 3000)];
    const theirs = [seal, hours('2', 2000, { worker: greta })];
    expect(rebaseItems([planned, seal], mine, theirs).map(({ id }) => id)).toEqual(['s', '2', '1']);
    expect(rebaseItems([planned, seal], mine, [planned, seal]).map(({ id }) => id)).toEqual(['s', '1']);
  });

  test('cost what it does, for who sees no prices', () => {
    const blind = (one: Item): Item => ({ ...one, unitPrice: null });
    const first = keepingPrices([hours('1', 3000), hours('2', 500, { worker: lena })].map(blind), [planned]);
    expect(first.map(({ unitPrice }) => unitPrice)).toEqual(['95', '95']);
    // Also once the line itself is gone.
    expect(keepingPrices([blind(hours('3', 1000))], first).map(({ unitPrice }) => unitPrice)).toEqual(['95']);
    expect(keepingPrices([blind(hours('3', 1000, { of: 'x' }))], first)[0]?.unitPrice).toBeNull();
  });
});
