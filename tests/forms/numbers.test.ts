import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/form.ts';
import { itemDraft, itemForm, itemFrom } from '../../src/forms/item.ts';
import { decimal, plainNumber } from '../../src/forms/numbers.ts';
import { context } from '../support/forms.ts';
import { item } from '../support/workflow.ts';

const plainOne = 'Enter a plain number, such as 2 or 1.5.';
const negative = 'This cannot be negative.';
const decimals = 'Use at most 3 decimals.';

describe('numbers as people type them', () => {
  test.each([
    ['2', 2000],
    ['1.5', 1500],
    ['1,5', 1500],
    ['0,125', 125],
    ['12,5', 12_500],
    [' 7 ', 7000],
    ['007', 7000],
    ['0', 0],
    ['0.001', 1],
    ['1.500', 1500],
    ['1.500000000000', 1500],
    ['99999.999', 99_999_999],
  ])('%s', (typed, value) => {
    expect(decimal(typed, 3, 99_999_999)).toEqual({ ok: value });
  });

  test.each([
    ['-1', negative],
    ['-0', negative],
    ['-x', negative],
    ['1e9', plainOne],
    ['1E3', plainOne],
    ['NaN', plainOne],
    ['Infinity', plainOne],
    ['0x10', plainOne],
    ['+1', plainOne],
    ['1.2.3', plainOne],
    ['1,234.5', plainOne],
    ['1.234,5', plainOne],
    ["1'000", plainOne],
    ['1 000', plainOne],
    ['1.', plainOne],
    ['.', plainOne],
    ['two', plainOne],
    ['12 pcs', plainOne],
    ['١٢', plainOne],
    ['9'.repeat(16), plainOne],
    ['9'.repeat(400), plainOne],
    ['1.123456789012', decimals],
    ['0.0001', decimals],
    ['999999999999999', 'This cannot be more than 99999.999.'],
    ['100000', 'This cannot be more than 99999.999.'],
  ])('not %s', (typed, error) => {
    expect(decimal(typed, 3, 99_999_999)).toEqual({ error });
  });

  test.each(['1,500', '12,000', '999,999'])('not %s: a thousand and a comma look alike', (typed) => {
    const [whole, fraction] = typed.split(',');
    const error = `Write this without a comma: ${whole}${fraction}, or ${whole}.${fraction}.`;
    expect(decimal(typed, 3, 999_999_999)).toEqual({ error });
    expect(decimal(typed, 2, 999_999_999)).toEqual({ error });
    const integer = `Write this without a comma: ${whole}${fraction}.`;
    expect(decimal(typed, 0, 999_999_999)).toEqual({ error: integer });
  });

  test.each([
    ['1.5', 0, { error: 'Use a whole number here.' }],
    ['1.0', 0, { ok: 1 }],
    ['x', 0, { error: 'Enter a plain number, such as 2.' }],
    ['1.005', 2, { error: 'Use at most 2 decimals.' }],
    ['1.005', 3, { ok: 1005 }],
    ['0.1', 2, { ok: 10 }],
    ['1.1', 2, { ok: 110 }],
    ['4.35', 2, { ok: 435 }],
  ])('%s with %i decimals', (typed, digits, wanted) => {
    expect(decimal(typed, digits, 1000_000)).toEqual(wanted);
  });

  test('what was read is written the same way again', () => {
    for (const digits of [0, 2, 3])
      for (const value of [0, 1, 9, 10, 99, 100, 101, 1000, 1234, 99_999_999])
        expect(decimal(plainNumber(value, digits), digits, 99_999_999)).toEqual({ ok: value });
  });

  test.each([
    [1500, 3, '1.5'],
    [1000, 3, '1'],
    [5, 3, '0.005'],
    [0, 2, '0'],
    [1234, 0, '1234'],
    [1200, 2, '12'],
  ])('%i of %i decimals is written %s', (value, digits, written) => {
    expect(plainNumber(value, digits)).toBe(written);
  });
});

describe('an item, edited without a change, is the same item', () => {
  test.each([
    ['EUR', 1999],
    ['JPY', 1999],
    ['TND', 1999],
    ['EUR', 99_999_999],
    ['TND', 1],
    ['EUR', 0],
    ['EUR', null],
  ])('priced in %s at %s', (currency, unitPrice) => {
    const one = item('a', { kind: 'expense', description: 'Toll "A7" & more', quantity: 1501, unit: 'km', unitPrice });
    const { answers, errors } = accept(itemForm, itemDraft(one, currency), context(undefined, { currency }));
    expect(errors).toEqual({});
    const { kind = 'material', description = '', unit = '', quantity = null, unitPrice: price = null } = answers;
    expect(itemFrom({ kind, description, unit, quantity, unitPrice: price }, 'a')).toEqual(one);
  });
});
