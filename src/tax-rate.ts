import { readDecimal } from './forms/numbers.ts';
import { decimalOf, decimalText } from './order/decimal.ts';

/** Thousandths of a percent make a percent; a rate has at most three decimals. */
const DECIMALS = 3;

/** `19 %`, `8.875 %`: how a rate is shown to the person who sets it. */
export const taxRateText = (rate: number): string => `${decimalText(BigInt(rate), DECIMALS)} %`;

/**
 * Reads a tax rate as an admin types it (`19`, `19 %`, `8.875`, `8,875`) into thousandths of a percent; a sentence instead
 * when it is none, or may be two.
 */
export function readTaxRate(text: string, locale: string): { readonly rate: number } | string {
  const [, typed = '', sign] = /^\s*(.*?)\s*([%٪％])?\s*$/u.exec(text) ?? [];
  // No rate reaches a thousand, so that a comma or dot can only be the decimal sign.
  const read = readDecimal(typed.replace(/^(\d{1,3})[.,](\d{1,5})$/, '$1.$20000'), 9, { locale, decimals: 2 });
  if ('error' in read) return 'enter a percentage such as 19 or 8.875';
  const { digits, scale } = decimalOf(read.ok);
  const value = decimalText(digits, scale);
  const percent = (timesTen: number) => `${decimalText(digits * 10n ** BigInt(timesTen), scale)}%`;
  if (digits < 0n) return 'a tax rate cannot be negative';
  if (sign === undefined && digits > 0n && digits < 10n ** BigInt(scale))
    return scale > DECIMALS
      ? `enter ${percent(2)}, as a percentage`
      : `it can mean ${percent(0)} or ${percent(2)}; enter the one you mean, with the percent sign`;
  if (scale > DECIMALS) return `a tax rate has at most ${DECIMALS} decimals`;
  const rate = digits * 10n ** BigInt(DECIMALS - scale);
  if (rate <= 100_000n) return { rate: Number(rate) };
  const hundredth = decimalText(digits, scale + 2);
  // As the rate was set before: in hundredths of a percent.
  return scale === 0 && digits <= 10_000n
    ? `a tax rate is at most 100 %; for ${hundredth} % enter ${hundredth}`
    : `a tax rate is at most 100 %, not ${value} %`;
}
