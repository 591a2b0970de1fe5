import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/order/content.ts';
import { documentModel } from '../../src/pdf/document.ts';
import { documentAsText } from '../../src/pdf/document-as-text.ts';
import { wordsFor } from '../../src/words/words.ts';
import { approvedOrder, at, confirmed, farid, item, sam } from './orders.ts';

const pump = item('a');
const pipe = item('b', { description: 'Copper pipe', quantity: 3000, unit: 'm', unitPrice: '12.9' });
const hours = item('c', { kind: 'labour', description: 'Fitter', quantity: 2000, unit: 'h', unitPrice: '60' });
const order = approvedOrder({ items: [pump, pipe, hours] });
const report = confirmed(
  order,
  [pump, { ...hours, quantity: 3500 }, item('d', { description: 'Valve', quantity: 2000, unitPrice: '24.8' })],
  { reason: 'Valve seized.' },
);

const { document: words } = wordsFor('en-GB');

const rows = (model: ReturnType<typeof documentModel>) =>
  (model.items?.groups ?? []).flatMap((group) =>
    group.rows.map((row) => [row.description, row.mark, row.planned, row.quantity, row.amount].join('|')),
  );
const labels = (fields: readonly { label: string }[]) => fields.map(({ label }) => label);

describe('hours', () => {
  const day = '2026-11-28';
  const time = { worker: farid, day, activity: 'work', of: 'c' } as const;
  const line = (id: string, quantity: number, of: Partial<NonNullable<Item['time']>> = {}): Item => ({
    ...{ ...hours, id, quantity },
    time: { ...time, ...of },
  });
  const [from, to] = [at(`${day}T08:00:00Z`), at(`${day}T10:00:00Z`)];
  const worked = confirmed(order, [
    ...[pump, pipe, line('h1', 1500, { from, to }), line('h2', 500, { worker: sam, day: '2026-11-27' })],
    line('h3', 750, { activity: 'travel' }),
  ]);
  const model = documentModel(worked, 2);

  test('stand by day in a table of their own, with what they come to', () => {
    const { hours: say } = wordsFor('en-GB');
    expect(model.hours?.rows.map(({ day, worker, activity, hours }) => [day, worker, activity, hours])).toEqual([
      ['27 Nov 2026', sam.name, 'Work', '0.5'],
      ['28 Nov 2026', farid.name, 'Travel', '0.75'],
      ['28 Nov 2026', farid.name, 'Work', '1.5'],
      ['', say.table.totalOf({ worker: farid.name }), 'Work', '1.5'],
      ['', say.table.totalOf({ worker: farid.name }), 'Travel', '0.75'],
      ['', say.table.total, 'Work', '2'],
      ['', say.table.total, 'Travel', '0.75'],
    ]);
    expect(documentModel(order, 1).hours).toBeNull();
  });

  test('that were said on other clocks are printed so, in the table and in its text', () => {
    const there = { from, to, zone: 'America/New_York' };
    const printed = documentModel(confirmed(order, [pump, pipe, line('h1', 2000, there)]), 2);
    const times = '03:00 – 05:00 (UTC-05:00)';
    expect(printed.hours?.rows[0]).toMatchObject({ day: '28 Nov 2026', times });
    expect(documentAsText(printed)).toContain(times);
  });

  test('stand beside what was planned, where the items are counted', () => {
    expect(rows(model).slice(2)).toEqual(['Fitter||2|2|120.00', 'Fitter (travel)||–|0.75|45.00']);
  });
});

describe('items', () => {
  test('of the original: one quantity, by kind, nothing marked', () => {
    const model = documentModel(order, 1);
    expect(model.items).toMatchObject({ compared: false, priced: true });
    expect(model.items?.groups.map((group) => group.title)).toEqual([words.kind.material, words.kind.labour]);
    expect(rows(model).every((row) => row.split('|')[1] === '')).toBe(true);
  });

  test('from version 2 on: planned beside actual, removed and unplanned marked', () => {
    expect(rows(documentModel(report, 2))).toEqual([
      'Circulation pump, 25-60||1|1|345.00',
      'Copper pipe|removed|3|0|0.00',
      'Valve|unplanned|–|2|49.60',
      'Fitter||2|3.5|210.00',
    ]);
  });

  test('planned is what was approved, not what the version before had', () => {
    const again = confirmed(report, report.versions[1]?.content.items.map((one) => ({ ...one, quantity: 9000 })) ?? []);
    expect(rows(documentModel(again, 3))).toContain('Valve|unplanned|–|9|223.20');
    expect(rows(documentModel(again, 3))).toContain('Fitter||2|9|540.00');
  });

  test('equal lines are one line, whose amount is the sum of theirs', () => {
    const half = { quantity: 500, unitPrice: '1' };
    const twice = approvedOrder({
      items: [item('a', half), item('b', half), item('c', { ...half, unitPrice: '1.01' })],
    });
    expect(rows(documentModel(twice, 1))).toEqual([
      'Circulation pump, 25-60|||1|1.00',
      'Circulation pump, 25-60|||0.5|0.51',
    ]);
  });

  test('B6 equal lines whose amounts were rounded stay lines of their own: each printed line multiplies', () => {
    const tenth = (id: string) => item(id, { quantity: 100, unitPrice: '12.35' });
    const ten = approvedOrder({ items: Array.from({ length: 10 }, (_, index) => tenth(`${index}`)) });
    expect(rows(documentModel(ten, 1))).toEqual(Array(10).fill('Circulation pump, 25-60|||0.1|1.24'));
    expect(documentModel(ten, 1).totals?.lines[0]).toEqual({ label: words.totals.net, value: '12.40' });
  });

  test('B6 equal lines are one where it multiplies, with prices finer than the currency too', () => {
    const meter = (id: string) => item(id, { quantity: 1_250_000, unit: 'kWh', unitPrice: '0.1648' });
    const order = approvedOrder({ items: [meter('a'), meter('b')] });
    expect(documentModel(order, 1).items?.groups[0]?.rows).toMatchObject([
      { quantity: '2,500', unitPrice: '0.1648', amount: '412.00' },
    ]);
  });

  test.each([
    ['7650', 8425, words.totals.tax({ rate: '8.425%' }), '644.51', 'EUR 8,294.51'],
    ['8180', 9975, words.totals.tax({ rate: '9.975%' }), '815.96', 'EUR 8,995.96'],
    ['100', 8875, words.totals.tax({ rate: '8.875%' }), '8.88', 'EUR 108.88'],
  ])('B4 %s with thousandths of a percent: %i', (unitPrice, taxRate, label, tax, total) => {
    const { totals } = documentModel(approvedOrder({ taxRate, items: [item('a', { quantity: 1000, unitPrice })] }), 1);
    expect(totals?.lines.at(-1)).toEqual({ label, value: tax });
    expect(totals?.total.value).toBe(total);
  });

  test('B9 what is returned is a line of its own, and a discount is taken off', () => {
    const order = approvedOrder({
      taxRate: 21_000,
      items: [
        item('a', { quantity: 3000, unitPrice: '40' }),
        item('b', { quantity: -1000, unitPrice: '40' }),
        item('c', { kind: 'service', description: 'Discount', quantity: 1000, unitPrice: '-50' }),
      ],
    });
    const model = documentModel(order, 1);
    expect(rows(model)).toEqual([
      'Circulation pump, 25-60|||3|120.00',
      'Circulation pump, 25-60|||−1|−40.00',
      'Discount|||1|−50.00',
    ]);
    expect(model.totals?.kinds).toEqual([
      { label: words.kind.material, value: '80.00' },
      { label: words.kind.service, value: '−50.00' },
    ]);
    expect(model.totals?.lines).toEqual([
      { label: words.totals.net, value: '30.00' },
      { label: words.totals.tax({ rate: '21%' }), value: '6.30' },
    ]);
    expect(model.totals?.total.value).toBe('EUR 36.30');
  });

  test('another unit than planned is named', () => {
    const metres = confirmed(approvedOrder({ items: [pipe] }), [{ ...pipe, unit: 'bars', quantity: 1000 }]);
    expect(rows(documentModel(metres, 2))[0]).toBe('Copper pipe||3\u00A0m|1|12.90');
  });

  test('without any price there are no prices, no totals, no differences', () => {
    const free = [{ ...pump, unitPrice: null }];
    const model = documentModel(confirmed(approvedOrder({ items: free }), [...free, { ...pipe, unitPrice: null }]), 2);
    expect(model.items?.priced).toBe(false);
    expect(model.totals).toBeNull();
    expect(model.changes[0]).toMatchObject({ priced: false, difference: '' });
    expect(model.history?.priced).toBe(false);
  });

  test('an item without a price among others has a dash, and the note says so', () => {
    const model = documentModel(approvedOrder({ items: [pump, { ...pipe, unitPrice: null }] }), 1);
    expect(model.items?.groups[0]?.rows[1]).toMatchObject({ unitPrice: '–', amount: '–' });
    expect(model.totals?.note).toBe(words.totals.noteUnpriced({ currency: 'EUR' }));
  });

  test('none: no table', () => {
    expect(documentModel(approvedOrder({ items: [] }), 1)).toMatchObject({ items: null, totals: null });
  });
});

describe('money', () => {
  test('by kind, net, tax, total, and the difference to what was approved', () => {
    const { totals } = documentModel(report, 2);
    expect(totals?.kinds).toEqual([
      { label: words.kind.material, value: '394.60' },
      { label: words.kind.labour, value: '210.00' },
    ]);
    expect(totals?.lines).toEqual([
      { label: words.totals.net, value: '604.60' },
      { label: words.totals.tax({ rate: '19%' }), value: '114.87' },
    ]);
    expect(totals?.total).toEqual({ label: words.totals.withTax, value: 'EUR 719.47' });
    expect(totals?.comparison.map(({ value }) => value)).toEqual(['599.40', '+120.07']);
  });

  test('a single kind is not repeated above the net', () => {
    expect(labels(documentModel(approvedOrder(), 1).totals?.lines ?? [])).toEqual([
      words.totals.net,
      words.totals.tax({ rate: '19%' }),
    ]);
  });
});
