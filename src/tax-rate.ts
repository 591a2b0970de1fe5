import { readDecimal } from './forms/fields/numbers.ts';
import { decimalOf, decimalText } from './order/amounts/decimal.ts';

/** Thousandths of a percent make a percent; a rate has at most three decimals. */
const DECIMALS = 3;

/** `19 %`, `8.875 %`: how a rate is shown to the person who sets it. */
export const taxRateText = (rate: number): string => `${decimalText(BigInt(rate), DECIMALS)} %`;

/** Why a text is not taken for a tax rate. `one`, `other`: decimals, percentages without their sign. */
export type TaxRateError =
  | { readonly kind: 'plain' | 'negative' }
  | { readonly kind: 'percentage'; readonly one: string }
  | { readonly kind: 'either'; readonly one: string; readonly other: string }
  | { readonly kind: 'decimals'; readonly max: number }
  /** `meant`: a hundredth of it, as rates were set before, in hundredths of a percent. */
  | { readonly kind: 'tooMuch'; readonly value: string; readonly meant?: string };

/** The same in English, as operators read it: the second half of a sentence. */
export function taxRateProblem(error: TaxRateError): string {
  switch (error.kind) {
    case 'plain':
      return 'enter a percentage such as 19 or 8.875';
    case 'negative':
      return 'a tax rate cannot be negative';
    case 'percentage':
      return `enter ${error.one}%, as a percentage`;
    case 'either':
      return `it can mean ${error.one}% or ${error.other}%; enter the one you mean, with the percent sign`;
    case 'decimals':
      return `a tax rate has at most ${error.max} decimals`;
    case 'tooMuch':
      return error.meant === undefined
        ? `a tax rate is at most 100 %, not ${error.value} %`
        : `a tax rate is at most 100 %; for ${error.meant} % enter ${error.meant}`;
  }
}

/**
 * Reads a tax rate as an admin types it (`19`, `19 %`, `8.875`, `8,875`) into thousandths of a percent; why not instead, when
 * it is none, or may be two.
 */
export function readTaxRate(
  text: string,
  locale: string,
): { readonly rate: number } | { readonly error: TaxRateError } {
  const [, typed = '', sign] = /^\s*(.*?)\s*([%٪％])?\s*$/u.exec(text) ?? [];
  // No rate reaches a thousand, so that a comma or dot can only be the decimal sign.
  const read = readDecimal(typed.replace(/^(\d{1,3})[.,](\d{1,5})$/, '$1.$20000'), 9, { locale, decimals: 2 });
  if ('error' in read) return { error: { kind: 'plain' } };
  const { digits, scale } = decimalOf(read.ok);
  const value = decimalText(digits, scale);
  const percent = (timesTen: number) => decimalText(digits * 10n ** BigInt(timesTen), scale);
  // A fraction of one is asked about, or corrected, where it makes a rate of at least 0.1 % with few enough decimals.
  const isFraction = digits * 1000n >= 10n ** BigInt(scale) && decimalOf(percent(2)).scale <= DECIMALS;
  if (digits < 0n) return { error: { kind: 'negative' } };
  if (sign === undefined && isFraction && digits < 10n ** BigInt(scale))
    return scale > DECIMALS
      ? { error: { kind: 'percentage', one: percent(2) } }
      : { error: { kind: 'either', one: percent(0), other: percent(2) } };
  if (scale > DECIMALS) return { error: { kind: 'decimals', max: DECIMALS } };
  const rate = digits * 10n ** BigInt(DECIMALS - scale);
  if (rate <= 100_000n) return { rate: Number(rate) };
  const meant = scale === 0 && digits <= 10_000n ? { meant: decimalText(digits, scale + 2) } : {};
  return { error: { kind: 'tooMuch', value, ...meant } };
}
