import type { Accepted } from './form.ts';

/** Characters of the longest text that is still taken for a number. */
const LONGEST = 60;

/**
 * Reads a decimal as people type it (`2`, `1.5`, `1,5`) into an exact integer of 10^-digits.
 * Refuses exponents, signs, thousands separators, what may be one (`1,500`) and more decimals than there are digits,
 * saying how to mend it.
 */
export function decimal(text: string, digits: number, most: number): Accepted<number> {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return { error: `Enter a plain number, such as 2${digits > 0 ? ' or 1.5' : ''}.` };
  if (/^-/.test(trimmed)) return { error: 'This cannot be negative.' };
  const [, thousands, units] = /^([1-9]\d{0,2}),(\d{3})$/.exec(trimmed) ?? [];
  if (thousands && units)
    return {
      error: `Write this without a comma: ${thousands}${units}${digits > 0 ? `, or ${thousands}.${units}` : ''}.`,
    };
  const match = /^(\d{1,15})(?:[.,](\d+))?$/.exec(trimmed);
  if (!match) return { error: `Enter a plain number, such as 2${digits > 0 ? ' or 1.5' : ''}.` };
  const [, whole = '', fraction = ''] = match;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > digits)
    return { error: digits > 0 ? `Use at most ${digits} decimals.` : 'Use a whole number here.' };
  const value = Number(whole + significant.padEnd(digits, '0'));
  if (value > most) return { error: `This cannot be more than ${plainNumber(most, digits)}.` };
  return { ok: value };
}

/** An integer of 10^-digits as a number input shows it: `1.5`. */
export function plainNumber(value: number, digits: number): string {
  const text = String(value).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}
