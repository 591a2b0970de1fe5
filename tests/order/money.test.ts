import { describe, expect, test } from 'vitest';
import { ITEM_LIMITS } from '../../src/forms/item.ts';
import { formatMoney, formatQuantity, isPriced, lineAmount, minorDigits, totals } from '../../src/order/money.ts';
import { item } from '../support/workflow.ts';

describe('a line', () => {
  test.each([
    ['quantity × price', 2000, 1250, 2500],
    ['without a price', 2000, null, 0],
    ['for nothing', 2000, 0, 0],
    ['of nothing', 0, 1250, 0],
    ['half a cent is rounded up', 500, 1, 1],
    ['less than half is rounded down', 499, 1, 0],
    ['1.5 h at 33.33', 1500, 3333, 5000],
    ['a third of a cent', 333, 1, 0],
    ['half a cent of a rebate is rounded away from zero too', 500, -1, -1],
    ['less than half of a rebate', 499, -1, 0],
    ['a negative quantity', -1500, 3333, -5000],
    ['the largest numbers an item may have', ITEM_LIMITS.quantity, ITEM_LIMITS.unitPrice, 9_999_999_800_000],
    ['beyond what a double multiplies exactly', 99_999_999_999, 90_001, 9_000_099_999_910],
  ])('%s', (_, quantity, unitPrice, amount) => {
    expect(lineAmount({ quantity, unitPrice })).toBe(amount);
    expect(Object.is(lineAmount({ quantity, unitPrice }), -0)).toBe(false);
  });
});

describe('totals', () => {
  test('by kind, net, tax and gross', () => {
    const items = [
      item('a', { kind: 'material', quantity: 2000, unitPrice: 1050 }),
      item('b', { kind: 'material', quantity: 1000, unitPrice: null }),
      item('c', { kind: 'service', unitPrice: 5000 }),
      item('d', { kind: 'labour', quantity: 1500, unitPrice: 4500 }),
      item('e', { kind: 'expense', quantity: 12_500, unitPrice: 42 }),
    ];
    expect(totals({ items, taxRate: 2100 })).toEqual({
      byKind: { material: 2100, service: 5000, labour: 6750, expense: 525 },
      net: 14_375,
      tax: 3019,
      gross: 17_394,
    });
  });

  test.each([
    ['none', 1000, 0, 0],
    ['rounded half up', 250, 200, 5],
    ['less than half', 249, 200, 5],
    ['below half', 224, 200, 4],
    ['all of it', 999, 10_000, 999],
    ['half a percent', 100, 50, 1],
  ])('tax: %s', (_, unitPrice, taxRate, tax) => {
    expect(totals({ items: [item('a', { unitPrice })], taxRate }).tax).toBe(tax);
  });

  test('tax is taken once, of the sum: three lines do not add three roundings', () => {
    const items = ['a', 'b', 'c'].map((id) => item(id, { unitPrice: 10 }));
    expect(totals({ items, taxRate: 500 })).toMatchObject({ net: 30, tax: 2, gross: 32 });
  });

  test('stay exact for the largest order there can be', () => {
    const { count, quantity, unitPrice } = ITEM_LIMITS;
    const items = Array.from({ length: count }, (_, index) => item(`${index}`, { quantity, unitPrice }));
    const { net, gross } = totals({ items, taxRate: 10_000 });
    expect([net, gross]).toEqual([1_999_999_960_000_000, 3_999_999_920_000_000]);
    expect(formatMoney(gross - 9, 'EUR', 'en-GB')).toBe('€39,999,999,199,999.91');
    expect(formatMoney(net - 1, 'TND', 'en-GB').replace(/\s/u, ' ')).toBe('TND 1,999,999,959,999.999');
    expect(formatMoney(net - 1, 'JPY', 'en-GB')).toBe('JP¥1,999,999,959,999,999');
  });

  test('amounts are shown only where there is a price', () => {
    const free = item('a', { unitPrice: null });
    expect([
      isPriced([]),
      isPriced([free]),
      isPriced([free, item('b')]),
      isPriced([item('c', { unitPrice: 0 })]),
    ]).toEqual([false, false, true, true]);
  });
});

describe('money in words', () => {
  test.each([
    ['EUR', 2],
    ['USD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['TND', 3],
    ['KWD', 3],
  ])('%s has %i decimals', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  test.each([
    [123_450, 'EUR', 'en-GB', false, '€1,234.50'],
    [123_450, 'EUR', 'de-DE', false, '1.234,50 €'],
    [123_450, 'EUR', 'cs-CZ', false, '1 234,50 €'],
    [5, 'EUR', 'en-GB', false, '€0.05'],
    [0, 'EUR', 'en-GB', true, '€0.00'],
    [2000, 'EUR', 'en-GB', true, '+\u2060€20.00'],
    [-2000, 'EUR', 'en-GB', true, '-\u2060€20.00'],
    [-2000, 'EUR', 'en-GB', false, '-\u2060€20.00'],
    [1234, 'JPY', 'ja-JP', false, '¥1,234'],
    [1234, 'TND', 'en-GB', false, 'TND 1.234'],
    [1_000_000_01, 'USD', 'en-US', false, '$1,000,000.01'],
  ])('%i of %s in %s', (minor, currency, locale, signed, wanted) => {
    expect(
      formatMoney(minor, currency, locale, signed).replace(/[\s\u202f\uffe5]/gu, (found) =>
        found === '￥' ? '¥' : ' ',
      ),
    ).toBe(wanted);
  });
});

test.each([
  [1500, 'en-GB', '1.5'],
  [1500, 'de-DE', '1,5'],
  [1000, 'en-GB', '1'],
  [1, 'en-GB', '0.001'],
  [1_234_567_000, 'en-GB', '1,234,567'],
  [ITEM_LIMITS.quantity, 'en-GB', '99,999.999'],
])('a quantity of %i thousandths in %s is %s', (thousandths, locale, wanted) => {
  expect(formatQuantity(thousandths, locale)).toBe(wanted);
});

test('D10 an amount has no place where a line may break, in any locale', () => {
  for (const locale of [
    'en-GB',
    'de-DE',
    'de-CH',
    'fr-FR',
    'nl-NL',
    'sv-SE',
    'pl-PL',
    'he-IL',
    'ar-EG',
    'ja-JP',
    'hi-IN',
  ])
    for (const currency of ['EUR', 'USD', 'CHF', 'TND', 'JPY'])
      for (const minor of [-123_456_78, 123_456_78, 0])
        for (const signed of [true, false]) {
          const amount = formatMoney(minor, currency, locale, signed);
          expect(amount, `${locale} ${currency}`).not.toMatch(/[ \t\n]|[-+\u2212](?![\d\u2060])/);
        }
});
