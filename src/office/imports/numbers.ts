import { setImmediate as breath } from 'node:timers/promises';
import { type DecimalSign, decimalSignOf, type NumberFormat } from '../../forms/fields/numbers.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import type { Mapping } from './columns.ts';
import type { CsvTable } from './csv.ts';

/** How the numbers of a file are written. */
export type Numbers = Required<Pick<NumberFormat, 'locale' | 'decimalSign'>>;

/** Prices that are looked at before others work. */
const AT_ONCE = 200;

/**
 * How a file writes its numbers: what one of its prices shows holds for all of them. Where none shows it, or they contradict one
 * another, what can be read in two ways is for its author to say; their locale, or a comma where a semicolon separates, then only
 * says how that is asked.
 */
export async function numbersIn(
  { lines, delimiter }: Pick<CsvTable, 'lines' | 'delimiter'>,
  { at }: Mapping,
  { locale, currency }: { readonly locale: string; readonly currency: string },
): Promise<Numbers> {
  const index = at.get('unitPrice');
  const format = { locale, decimals: currencyDecimals(currency) ?? 2, currency };
  const signs = new Set<DecimalSign>();
  for (let n = 0; index !== undefined && n < lines.length; n++) {
    const sign = decimalSignOf(lines[n]?.cells[index] ?? '', format);
    if (sign) signs.add(sign);
    if (n % AT_ONCE === 0) await breath();
  }
  const [sign] = signs;
  if (sign && signs.size === 1) return { locale: sign === ',' ? 'de' : 'en', decimalSign: sign };
  return { locale: delimiter === ';' ? 'de' : locale, decimalSign: null };
}
