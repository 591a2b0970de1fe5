import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/answers.ts';
import type { Form } from '../../src/forms/form.ts';
import { itemForm } from '../../src/forms/pages/item.ts';
import { context } from '../support/forms.ts';
import { words } from '../support/words.ts';

const { number: say, required } = words.fields.error;
const PLAIN = say.plain({ decimal: '1.5' });
const MINUS = say.minus;
const ZERO = say.zero;
const ask = (typed: string, one: string, other: string) => say.ambiguous({ typed, one, other });
const meant = (typed: string, meant: string) => say.sign({ typed, meant });
const most = (limit: string) => say.most({ limit });

type Read = number | string | null;

/** What one field of the item editor makes of a text in a workspace: what it keeps, or the sentence under it. */
function reads(field: 'quantity' | 'unitPrice', typed: string, locale: string, currency: string, decimals: number) {
  const good = { kind: 'material', description: 'Pump', quantity: '1', unit: 'pcs', unitPrice: '1' };
  const draft = { values: { ...good, [field]: typed }, items: [], base: 0, submission: 0 };
  const { answers, errors } = accept(itemForm as Form, draft, context(undefined, { locale, currency, decimals }));
  return errors[field] === undefined ? { read: (answers as Record<string, Read>)[field] } : { said: errors[field] };
}

/** Read as such a number. */
const is = (read: Read) => ({ read });
/** Refused with this sentence. */
const says = (said: string) => ({ said });

/** What is typed the same way everywhere: reading as a decimal, or the sentence. */
// biome-ignore format: a table reads best as a table
const everywhere: readonly (readonly [typed: string, number | string])[] = [
  ['2', 2], ['1.5', 1.5], ['007', 7], ['  7 ', 7], ['\u00a07\u00a0', 7], ['+5', 5], ['.5', 0.5], ['0.125', 0.125], ['1.50', 1.5],
  ['1.500000000000', 1.5], ['1234', 1234], ['1234.5', 1234.5],
  // grouped, in one way only
  ["1'234", 1234], ['1’234.5', 1234.5], ['1 234', 1234], ['1\u00a0234', 1234], ['1\u202f234,5', 1234.5], ['1\u2009234', 1234],
  ['1,234.5', 1234.5], ['1.234,5', 1234.5], ['1,234,567', 1_234_567], ['1.234.567', 1_234_567], ['12,34,567', 1_234_567],
  ['12,34,567.25', 1_234_567.25], ["1'234'567", 1_234_567], ['1.234.567,25', 1_234_567.25], ['1 234 567.25', 1_234_567.25],
  // signs
  ['-50', -50], ['−50', -50], ['–50', -50], ['- 50', -50], ['－５０', -50], ['-1.5', -1.5], ['-1,234.5', -1234.5],
  // other scripts
  ['１２', 12], ['１．５', 1.5], ['١٢', 12], ['۱۲', 12], ['१२', 12], ['১২.৫', 12.5], ['١٢٫٥', 12.5], ['١٬٢٣٤', 1234], ['١٬٢٣٤٫٥', 1234.5],
  ['\u200f١٢', 12], ['\u200e-50\u200e', -50], ['𝟙𝟚', 12],
  // no number, or none that is plain
  ['1e9', PLAIN], ['1E3', PLAIN], ['NaN', PLAIN], ['Infinity', PLAIN], ['0x10', PLAIN], ['1.2.3', PLAIN], ['1,2,3', PLAIN], ['1.', PLAIN],
  ['.', PLAIN], [',', PLAIN], ['-', PLAIN], ['+-5', PLAIN], ['--5', PLAIN], ['two', PLAIN], ['12 pcs', PLAIN], ['₽12', PLAIN], ['12 RUB', PLAIN],
  ['1 5', PLAIN], ["1'5", PLAIN], ['1  234', 1234], ['1/2', PLAIN], ['½', PLAIN], ['1²', PLAIN], ['1_000', PLAIN], ['12,345,67', PLAIN], ['1.234,567.8', PLAIN],
  ['5%', PLAIN], ['=1+1', PLAIN], ['1;5', PLAIN], ['9'.repeat(61), PLAIN], ['9'.repeat(3000), PLAIN], [`1${',000'.repeat(900)}`, PLAIN], ['1\u0000', PLAIN],
  ['50-', MINUS], ['50 −', MINUS], ['(50)', MINUS],
];

describe.each([
  ['en-GB', 'EUR', 2],
  ['es-CL', 'CLP', 0],
  ['de-DE', 'EUR', 2],
  ['fr-FR', 'EUR', 2],
  ['de-CH', 'CHF', 2],
  ['en-IN', 'INR', 2],
  ['ar-EG', 'KWD', 3],
  ['ja-JP', 'JPY', 0],
] as const)('read alike everywhere: in %s with %s', (locale, currency, decimals) => {
  // The sentence shows a decimal as it is written there.
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  const sentence = (said: string) => (said === PLAIN ? say.plain({ decimal: `1${sign}5` }) : said);
  test.each(everywhere)('%j', (typed, wanted) => {
    const quantity = typeof wanted === 'number' ? is(wanted * 1000) : says(sentence(wanted));
    expect(reads('quantity', typed, locale, currency, decimals)).toEqual(quantity);
    const price = typeof wanted === 'number' ? is(String(wanted)) : says(sentence(wanted));
    expect(reads('unitPrice', typed, locale, currency, decimals)).toEqual(price);
  });
});

/** What depends on where it is typed. */
// biome-ignore format: a table reads best as a table
const byPlace: readonly (readonly [typed: string, locale: string, currency: string, decimals: number, number | string])[] = [
  // B2: three digits after a dot or a comma
  ['45.000', 'es-CL', 'CLP', 0, ask('45.000', '45000', '45')],
  ['45,000', 'es-CL', 'CLP', 0, ask('45,000', '45000', '45')],
  ['-45.000', 'es-CL', 'CLP', 0, ask('-45.000', '-45000', '-45')],
  ['45.125', 'es-CL', 'CLP', 0, ask('45.125', '45125', '45,1250')],
  ['45,1250', 'es-CL', 'CLP', 0, 45.125],
  ['45.000', 'en-US', 'CLP', 0, ask('45.000', '45000', '45')],
  ['45.000', 'ja-JP', 'JPY', 0, ask('45.000', '45000', '45')],
  ['45.000', 'de-DE', 'EUR', 2, ask('45.000', '45000', '45')],
  ['45.000', 'es-ES', 'EUR', 2, ask('45.000', '45000', '45')],
  ['45.000', 'pt-BR', 'BRL', 2, ask('45.000', '45000', '45')],
  ['45.000', 'id-ID', 'IDR', 2, ask('45.000', '45000', '45')],
  ['45.000', 'tr-TR', 'TRY', 2, ask('45.000', '45000', '45')],
  ['45.000', 'da-DK', 'DKK', 2, ask('45.000', '45000', '45')],
  ['45.000', 'fr-FR', 'EUR', 2, ask('45.000', '45000', '45')],
  ['45.000', 'pl-PL', 'PLN', 2, ask('45.000', '45000', '45')],
  ['45.000', 'ar-EG', 'EGP', 2, ask('45.000', '45000', '45')],
  ['45,000', 'en-GB', 'EUR', 2, ask('45,000', '45000', '45')],
  ['45,000', 'de-DE', 'EUR', 2, ask('45,000', '45000', '45')],
  ['45,000', 'fr-FR', 'EUR', 2, ask('45,000', '45000', '45')],
  ['45,000', 'de-CH', 'CHF', 2, ask('45,000', '45000', '45')],
  ['45,000', 'en-IN', 'INR', 2, ask('45,000', '45000', '45')],
  ['1,500', 'en-GB', 'EUR', 2, ask('1,500', '1500', '1.5')],
  ['٤٥,٠٠٠', 'ar-EG', 'KWD', 3, ask('45,000', '45000', '45')],
  ['４５．０００', 'ja-JP', 'JPY', 0, ask('45.000', '45000', '45')],
  // a dot is the decimal sign there, and amounts have decimals
  ['45.000', 'en-GB', 'EUR', 2, 45],
  ['1.500', 'en-US', 'USD', 2, 1.5],
  ['45.125', 'de-CH', 'CHF', 2, 45.125],
  ['45.125', 'en-IN', 'INR', 2, 45.125],
  // no thousand begins with 0, and none has more or fewer than three digits after it
  ['0.500', 'es-CL', 'CLP', 0, 0.5],
  ['12.5', 'es-CL', 'CLP', 0, 12.5],
  ['1234.567', 'de-DE', 'EUR', 2, 1234.567],
  ['45.000.000', 'es-CL', 'CLP', 0, 45_000_000],
  ['45.000,5', 'es-CL', 'CLP', 0, 45_000.5],
  // grouped as people there do
  ["45'000", 'de-CH', 'CHF', 2, 45_000],
  ['45 000', 'fr-FR', 'EUR', 2, 45_000],
  ['45\u202f000', 'fr-FR', 'EUR', 2, 45_000],
  ['1,00,000', 'en-IN', 'INR', 2, 100_000],
  ['12 345,67', 'pl-PL', 'PLN', 2, 12_345.67],
  // B11: a comma
  ['1,5', 'de-DE', 'EUR', 2, 1.5],
  ['1,5', 'fr-FR', 'EUR', 2, 1.5],
  ['1,5', 'es-CL', 'CLP', 0, 1.5],
  ['-1,5', 'de-DE', 'EUR', 2, -1.5],
  [',5', 'de-DE', 'EUR', 2, 0.5],
  ['0,125', 'de-DE', 'EUR', 2, 0.125],
  ['1,5', 'en-GB', 'EUR', 2, meant('1,5', '1.5')],
  ['12,50', 'en-US', 'USD', 2, meant('12,50', '12.5')],
  ['0,125', 'en-GB', 'EUR', 2, meant('0,125', '0.125')],
  ['１，５', 'ja-JP', 'JPY', 0, meant('1,5', '1.5')],
];

describe('B2 B11 what can be read in two ways is asked, what the number format makes plain is read', () => {
  test.each(byPlace)('%j in %s with %s', (typed, locale, currency, decimals, wanted) => {
    const quantity = typeof wanted === 'number' ? is(wanted * 1000) : says(wanted);
    expect(reads('quantity', typed, locale, currency, decimals)).toEqual(quantity);
    const price = typeof wanted === 'number' ? is(String(wanted)) : says(wanted);
    expect(reads('unitPrice', typed, locale, currency, decimals)).toEqual(price);
  });
});

describe('beside a price may stand the code or a sign of the currency that it is in; a quantity has none', () => {
  // biome-ignore format: a table reads best as a table
  const beside: readonly (readonly [typed: string, locale: string, currency: string, price: string])[] = [
    ['€12', 'en-GB', 'EUR', '12'], ['12 €', 'de-DE', 'EUR', '12'], ['12 EUR', 'en-GB', 'EUR', '12'], ['eur 12', 'en-GB', 'EUR', '12'],
    ['€ 1,234.50', 'en-GB', 'EUR', '1234.5'], ['1.234,50 €', 'de-DE', 'EUR', '1234.5'], ['-€50', 'en-GB', 'EUR', '-50'],
    ['€-50', 'en-GB', 'EUR', '-50'], ['-50\u00a0€', 'fr-FR', 'EUR', '-50'], ['£5', 'en-GB', 'GBP', '5'], ['$5', 'es-MX', 'MXN', '5'],
    ['US$5', 'es-MX', 'USD', '5'], ['CHF 5', 'de-CH', 'CHF', '5'], ['5 zł', 'pl-PL', 'PLN', '5'], ['₹1,00,000', 'en-IN', 'INR', '100000'],
  ];
  test.each(beside)('%j in %s for %s', (typed, locale, currency, price) => {
    expect(reads('unitPrice', typed, locale, currency, 2)).toEqual(is(price));
    expect(reads('quantity', typed, locale, currency, 2)).toHaveProperty('said');
  });

  test.each(['$12', 'EUR', '€', '€12€', 'EUR12 €', 'EURO 12', '12 EURO'])('not %j in euros', (typed) => {
    expect(reads('unitPrice', typed, 'en-GB', 'EUR', 2)).toEqual(says(PLAIN));
  });
});

describe('B5 B8 B9 B12 how large, how fine, below zero and nothing at all', () => {
  const euros = (field: 'quantity' | 'unitPrice', typed: string) => reads(field, typed, 'en-GB', 'EUR', 2);
  // biome-ignore format: a table reads best as a table
  test.each([
    ['quantity', '', required],
    ['quantity', ' \u200b ', required],
    ['quantity', '0', ZERO], ['quantity', '-0', ZERO], ['quantity', '0.000', ZERO], ['quantity', '٠', ZERO],
    ['quantity', '0.0001', say.decimals({ max: 3 })],
    ['quantity', '0.001', 1], ['quantity', '-1', -1000], ['quantity', '100000', 100_000_000],
    ['quantity', '9007199254740.991', 9_007_199_254_740_991],
    ['quantity', '9007199254740.992', most('9,007,199,254,740.991')],
    ['quantity', '9'.repeat(60), most('9,007,199,254,740.991')],
    ['quantity', `-${'9'.repeat(59)}`, say.least({ limit: '-9,007,199,254,740.991' })],
    ['unitPrice', '', null], ['unitPrice', ' ', null], ['unitPrice', '0', '0'], ['unitPrice', '-0.00', '0'],
    ['unitPrice', '-50', '-50'], ['unitPrice', '0.1648', '0.1648'], ['unitPrice', '0.000001', '0.000001'],
    ['unitPrice', '80.555', '80.555'],
    ['unitPrice', '10000000000', '10000000000'],
  ] as const)('%s %j', (field, typed, wanted) => {
    expect(euros(field, typed)).toEqual(
      typeof wanted === 'string' && /[a-z]/.test(wanted) ? says(wanted) : is(wanted),
    );
  });

  test.each([
    ['ARS', 2, '1500000', '1500000'],
    ['INR', 2, '15,00,000', '1500000'],
    ['KWD', 3, '120000', '120000'],
    ['KWD', 3, '1000000000', '1000000000'],
    ['CLP', 0, '12.5', '12.5'],
    ['CLP', 0, '1000000000000', '1000000000000'],
    ['CLF', 4, '36123.4567', '36123.4567'],
  ])('%s with %i decimals: %s', (currency, decimals, typed, wanted) => {
    expect(reads('unitPrice', typed, 'en-GB', currency, decimals)).toEqual(is(wanted));
  });

  test.each([
    ['KWD', 3, '1000000001', 'KWD 1,000,000,000.000'],
    ['CLP', 0, '1000000000000.5', 'CLP 1,000,000,000,000'],
    ['EUR', 2, '10000000000.01', '€10,000,000,000.00'],
  ])('%s with %i decimals: not %s', (currency, decimals, typed, limit) => {
    const { said } = reads('unitPrice', typed, 'en-GB', currency, decimals);
    expect(said?.replace(/\s/gu, ' ')).toBe(say.most({ limit }));
  });

  const lineErrors = (quantity: string, unitPrice: string) => {
    const values = { kind: 'material', description: 'Pump', quantity, unit: 'pcs', unitPrice };
    return accept(itemForm as Form, { values, items: [], base: 0, submission: 0 }, context(undefined)).errors;
  };
  test('B9 quantity or price may be negative, never both', () => {
    expect([lineErrors('-1', '40'), lineErrors('1', '-50'), lineErrors('-1', '0'), lineErrors('-1', '')]).toEqual([
      {},
      {},
      {},
      {},
    ]);
    expect(lineErrors('-1', '-50')).toEqual({
      unitPrice: say.bothNegative,
    });
  });

  test('B5 a line comes to 10^15 minor units at most', () => {
    expect(lineErrors('1000', '10000000000')).toEqual({});
    expect(lineErrors('1000.001', '10000000000')).toEqual({
      unitPrice: say.line({ limit: '€10,000,000,000,000.00' }),
    });
    expect(lineErrors('-1000.001', '10000000000')).toHaveProperty('unitPrice');
  });
});
