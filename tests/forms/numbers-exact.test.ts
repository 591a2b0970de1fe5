import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberErrorText, readDecimal, written } from '../../src/forms/fields/numbers.ts';
import { decimalText } from '../../src/order/amounts/decimal.ts';
import { wordsFor } from '../../src/words/words.ts';

const locale = fc.constantFrom(
  'en-GB',
  'en-IN',
  'es-CL',
  'de-DE',
  'de-CH',
  'fr-FR',
  'pt-PT',
  'ar-EG',
  'fa-IR',
  'hi-IN',
  'ja-JP',
  'sv-SE',
);
const format = fc.record({ locale, decimals: fc.constantFrom(0, 2, 3, 4) });
const value = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => decimalText(digits, scale));

test('whatever is written is read again as the same, in every locale', () => {
  fc.assert(
    fc.property(value, format, (text, how) => {
      expect(readDecimal(written(text, how), 6, how)).toEqual({ ok: text });
    }),
    { numRuns: 1000 },
  );
});

test('what a locale itself writes is read as what it means, or asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 3 }),
      format,
      (digits, scale, how) => {
        const text = decimalText(BigInt(digits), scale);
        const shown = new Intl.NumberFormat(how.locale, { maximumFractionDigits: 3 }).format(text);
        const read = readDecimal(shown, 6, how);
        if ('error' in read) expect(read.error.kind).toBe('ambiguous');
        else expect(read).toEqual({ ok: text });
      },
    ),
    { numRuns: 1000 },
  );
});

test('any text at all is a canonical decimal or gets a sentence', () => {
  const signs = fc.string({ unit: fc.constantFrom(..."0123456789.,' -+()٫٬٣५−\u00a0\u202f"), maxLength: 70 });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), format, (text, how) => {
      const read = readDecimal(text, 6, how);
      if ('error' in read) expect(numberErrorText(read.error, wordsFor(how.locale))).toMatch(/\.$/);
      else expect(read.ok).toMatch(/^(?:-?(?:0|[1-9]\d*)\.\d{0,5}[1-9]|-?[1-9]\d*|0)$/);
    }),
    { numRuns: 1000 },
  );
});
