/** Decimals without floating point: unit prices are kept as text, amounts and quantities as whole numbers of 10^-scale. */

/** A decimal taken apart: `digits` · 10^-`scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Intl writes exactly what such a text says, however many digits it has. */
type Numeric = Intl.StringNumericLiteral;

/** The parts of a canonical decimal: `-0.5` is -5 · 10^-1. Throws for anything else. */
export function decimalOf(text: string): Decimal {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`"${text}" is not a decimal`);
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

/** `digits` · 10^-`scale` as canonical text: no exponent, no plus, no zeros at either end that say nothing. */
export function decimalText(digits: bigint, scale: number): Numeric {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return numeric(`${digits < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`);
}

/** A canonical decimal as Intl takes it. */
export const numeric = (text: string): Numeric => text as Numeric;

/** `value` / `by`, rounded half away from zero. `by` is positive and even. */
export function roundedQuotient(value: bigint, by: bigint): bigint {
  const half = value < 0n ? -by / 2n : by / 2n;
  return (value + half) / by;
}

/** A decimal of three decimals at most in thousandths, as quantities are counted. */
export function thousandths(decimal: string): bigint {
  const { digits, scale } = decimalOf(decimal);
  return digits * 10n ** BigInt(3 - scale);
}
