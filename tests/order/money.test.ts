import { describe, expect, test } from 'vitest';
import { currencyDecimals } from '../../src/order/amounts/currencies.ts';
import { decimalText } from '../../src/order/amounts/decimal.ts';
import {
  amountsFit,
  formatMoney,
  formatPrice,
  formatQuantity,
  isPriced,
  lineAmount,
  MAX,
  totals,
} from '../../src/order/amounts/money.ts';
import { item } from '../support/workflow.ts';

const EUR = { currency: 'EUR', decimals: 2 };

describe('a line', () => {
  test.each([
    ['quantity × price', 2000, '12.5', 2500],
    ['without a price', 2000, null, 0],
    ['for nothing', 2000, '0', 0],
    ['half a cent is rounded up', 500, '0.01', 1],
    ['less than half is rounded down', 499, '0.01', 0],
    ['1.5 h at 33.33', 1500, '33.33', 5000],
    ['a third of a cent', 333, '0.01', 0],
    ['half a cent of a discount is rounded away from zero too', 500, '-0.01', -1],
    ['less than half of a discount', 499, '-0.01', 0],
    ['what is returned', -1500, '33.33', -5000],
    ['B8 a price finer than the currency', 1_234_000, '0.1648', 20_336],
    ['B8 six decimals', 1_000_000_000, '0.123456', 12_345_600],
    ['the largest price', 1000, '10000000000', 10 ** 12],
    ['beyond what a double multiplies exactly', 99_999_999_999, '900.01', 9_000_099_999_910],
  ])('%s', (_, quantity, unitPrice, amount) => {
    expect(lineAmount({ quantity, unitPrice }, 2)).toBe(amount);
    expect(Object.is(lineAmount({ quantity, unitPrice }, 2), -0)).toBe(false);
  });

  test.each([
    ['CLP', 0, 3000, '12.5', 38],
    ['CLP', 0, -3000, '12.5', -38],
    ['KWD', 3, 1000, '1.2345', 1235],
    ['CLF', 4, 1000, '36.12345', 361_235],
  ])('in %s, of %i decimals', (_, decimals, quantity, unitPrice, amount) => {
    expect(lineAmount({ quantity, unitPrice }, decimals)).toBe(amount);
  });
});

describe('totals', () => {
  test('by kind, net, tax and gross', () => {
    const items = [
      item('a', { kind: 'material', quantity: 2000, unitPrice: '10.5' }),
      item('b', { kind: 'material', quantity: 1000, unitPrice: null }),
      item('c', { kind: 'service', unitPrice: '50' }),
      item('d', { kind: 'labour', quantity: 1500, unitPrice: '45' }),
      item('e', { kind: 'expense', quantity: 12_500, unitPrice: '0.42' }),
    ];
    expect(totals({ items, taxRate: 21_000, decimals: 2 })).toEqual({
      byKind: { material: 2100, service: 5000, labour: 6750, expense: 525 },
      net: 14_375,
      tax: 3019,
      gross: 17_394,
    });
  });

  test('B9 discounts and what is returned are taken off, of their kind and of the tax', () => {
    const items = [
      item('a', { quantity: 3000, unitPrice: '40' }),
      item('b', { quantity: -1000, unitPrice: '40' }),
      item('c', { kind: 'service', unitPrice: '-50' }),
    ];
    expect(totals({ items, taxRate: 21_000, decimals: 2 })).toEqual({
      byKind: { material: 8000, service: -5000, labour: 0, expense: 0 },
      net: 3000,
      tax: 630,
      gross: 3630,
    });
    expect(totals({ items: items.slice(1), taxRate: 21_000, decimals: 2 })).toMatchObject({
      net: -9000,
      tax: -1890,
      gross: -10_890,
    });
  });

  test.each([
    ['none', '10', 0, 0],
    ['rounded half up', '2.5', 2000, 5],
    ['less than half', '2.49', 2000, 5],
    ['below half', '2.24', 2000, 4],
    ['all of it', '9.99', 100_000, 999],
    ['half a percent', '1', 500, 1],
    ['half a cent of a credit is rounded away from zero', '-1', 500, -1],
    ['B4 8.425 % of 7,650.00', '7650', 8425, 64_451],
    ['B4 9.975 % of 8,180.00', '8180', 9975, 81_596],
    ['B4 8.875 %', '100', 8875, 888],
  ])('tax: %s', (_, unitPrice, taxRate, tax) => {
    expect(totals({ items: [item('a', { unitPrice })], taxRate, decimals: 2 }).tax).toBe(tax);
  });

  test('tax is taken once, of the sum: three lines do not add three roundings', () => {
    const items = ['a', 'b', 'c'].map((id) => item(id, { unitPrice: '0.1' }));
    expect(totals({ items, taxRate: 5000, decimals: 2 })).toMatchObject({ net: 30, tax: 2, gross: 32 });
  });

  test('B5 stay exact up to the largest there can be', () => {
    const items = Array.from({ length: 200 }, (_, index) =>
      item(`${index}`, { quantity: 5000, unitPrice: '9999999999.99' }),
    );
    const content = { items, taxRate: 0, decimals: 2 };
    expect(totals(content).net).toBe(999_999_999_999_000);
    expect(amountsFit(content)).toBe(true);
    expect(amountsFit({ ...content, taxRate: 1 })).toBe(false);
  });

  const line = (quantity: number, unitPrice = '10000000000') =>
    item(`${quantity} ${unitPrice}`, { quantity, unitPrice });
  test.each([
    ['a line of 10^15', [line(1_000_000)], 0, true],
    ['a line above it', [line(1_000_001)], 0, false],
    ['a credit of 10^15', [line(-1_000_000)], 0, true],
    ['a credit above it', [line(-1_000_001)], 0, false],
    ['a sum of 10^15', [line(500_000), line(500_000)], 0, true],
    ['a sum above it', [line(500_000), line(500_001)], 0, false],
    ['with tax above it', [line(900_000)], 21_000, false],
    ['two that cancel each other', [line(1_000_001), line(-1_000_001)], 0, false],
  ])('B5 %s', (_, items, taxRate, fits) => {
    expect(amountsFit({ items, taxRate, decimals: 2 })).toBe(fits);
  });

  test('amounts are shown only where there is a price', () => {
    const free = item('a', { unitPrice: null });
    expect([
      isPriced([]),
      isPriced([free]),
      isPriced([free, item('b')]),
      isPriced([item('c', { unitPrice: '0' })]),
    ]).toEqual([false, false, true, true]);
  });
});

/** With one kind of space and of yen: they differ with the version of Intl's data. */
const tidy = (text: string) => text.replace(/\s/gu, ' ').replace('￥', '¥');

describe('money in words', () => {
  test.each([
    [123_450, 'EUR', 2, 'en-GB', false, '€1,234.50'],
    [123_450, 'EUR', 2, 'de-DE', false, '1.234,50 €'],
    [123_450, 'EUR', 2, 'cs-CZ', false, '1 234,50 €'],
    [5, 'EUR', 2, 'en-GB', false, '€0.05'],
    [0, 'EUR', 2, 'en-GB', true, '€0.00'],
    [2000, 'EUR', 2, 'en-GB', true, '+\u2060€20.00'],
    [-2000, 'EUR', 2, 'en-GB', true, '-\u2060€20.00'],
    [-2000, 'EUR', 2, 'en-GB', false, '-\u2060€20.00'],
    [1234, 'JPY', 0, 'ja-JP', false, '¥1,234'],
    [1234, 'TND', 3, 'en-GB', false, 'TND 1.234'],
    [1_000_000_01, 'USD', 2, 'en-US', false, '$1,000,000.01'],
    [30_000_000, 'COP', 2, 'en-GB', false, 'COP 300,000.00'],
    [30_000_000, 'HUF', 2, 'en-GB', false, 'HUF 300,000.00'],
    [361_234, 'CLF', 4, 'en-GB', false, 'CLF 36.1234'],
    [250, 'XCG', 2, 'en-GB', false, 'Cg. 2.50'],
    [250, 'QQQ', 2, 'en-GB', false, 'QQQ 2.50'],
    [MAX.amount - 1, 'EUR', 2, 'en-GB', false, '€9,999,999,999,999.99'],
    [-MAX.amount + 1, 'KWD', 3, 'en-GB', true, '-\u2060KWD 999,999,999,999.999'],
    [9_007_199_254_740_991, 'CLF', 4, 'en-GB', false, 'CLF 900,719,925,474.0991'],
    [9_007_199_254_740_991, 'JPY', 0, 'en-GB', false, 'JP¥9,007,199,254,740,991'],
  ])('%i of %s with %i decimals in %s', (minor, currency, decimals, locale, signed, wanted) => {
    expect(tidy(formatMoney(minor, { currency, decimals }, locale, signed))).toBe(wanted);
  });

  test.each([
    ['95', EUR, '€95.00'],
    ['0.1648', EUR, '€0.1648'],
    ['-50', EUR, '-\u2060€50.00'],
    ['12.5', { currency: 'CLP', decimals: 0 }, 'CLP 12.5'],
    ['0.000001', EUR, '€0.000001'],
    ['45000', { currency: 'CLP', decimals: 0 }, 'CLP 45,000'],
    ['9999999999.123456', EUR, '€9,999,999,999.123456'],
  ])('B8 a unit price of %s', (price, money, wanted) => {
    expect(tidy(formatPrice(price, money, 'en-GB'))).toBe(wanted);
  });
});

test.each([
  [1500, 'en-GB', '1.5'],
  [1500, 'de-DE', '1,5'],
  [1000, 'en-GB', '1'],
  [-1000, 'en-GB', '-1'],
  [1, 'en-GB', '0.001'],
  [1_234_567_000, 'en-GB', '1,234,567'],
  [Number.MAX_SAFE_INTEGER, 'en-GB', '9,007,199,254,740.991'],
])('a quantity of %i thousandths in %s is %s', (thousandths, locale, wanted) => {
  expect(formatQuantity(thousandths, locale)).toBe(wanted);
});

describe('B1 B10 the decimals of a currency are those of ISO 4217, whatever Intl knows', () => {
  test.each([
    ...[
      'EUR',
      'USD',
      'COP',
      'HUF',
      'IDR',
      'PKR',
      'RSD',
      'IRR',
      'LBP',
      'COU',
      'MXV',
      'CHE',
      'CHW',
      'BOV',
      'XDR',
      'XCG',
      'ZWG',
    ].map((code) => [code, 2] as const),
    ...['JPY', 'KRW', 'CLP', 'ISK', 'UGX', 'VND', 'XAF', 'XOF', 'XPF', 'PYG', 'UYI'].map((code) => [code, 0] as const),
    ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
    ...['CLF', 'UYW'].map((code) => [code, 4] as const),
    ...['DEM', 'eur', 'EURO', 'XXX', 'XTS', ''].map((code) => [code, undefined] as const),
  ])('%s: %s', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });
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
          const money = { currency, decimals: currencyDecimals(currency) ?? 2 };
          const price = decimalText(BigInt(minor), money.decimals);
          // All spaces but those that hold together, and a sign that stands before anything but a digit.
          for (const amount of [formatMoney(minor, money, locale, signed), formatPrice(price, money, locale)])
            expect(amount, `${locale} ${currency}`).not.toMatch(/(?![\u00A0\u202F\uFEFF])\s|[-+\u2212](?![\d\u2060])/);
        }
});
