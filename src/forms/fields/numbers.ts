import { decimalOf, decimalText } from '../../order/amounts/decimal.ts';
import { plainDigit } from '../../order/text/plain-typing.ts';
import type { Words } from '../../words/words.ts';

/** Characters of the longest text that is still taken for a number. */
export const MAX_NUMBER = 60;

/** How numbers are written where a form is filled in. */
export interface NumberFormat {
  /** BCP 47: the reader's, on a server the workspace's. */
  readonly locale: string;
  /** Decimals that amounts have there: where they have none, a dot before three digits is taken for a thousands separator too. */
  readonly decimals: number;
  /** ISO 4217, where it is an amount: its code or sign may stand beside the number. Missing: no sign is taken. */
  readonly currency?: string;
  /**
   * Of a file as a whole; null: nothing in it tells, so that what may be a thousand is never taken for anything. Missing: the
   * locale tells.
   */
  readonly decimalSign?: DecimalSign | null;
}

export type DecimalSign = '.' | ',';

/** Locales with a currency that are remembered. */
const MAX_SIGNS = 200;

/** Why a text is not taken for a number. */
export type NumberError =
  | { readonly kind: 'plain'; readonly decimal: string }
  | { readonly kind: 'minus' }
  | { readonly kind: 'ambiguous'; readonly typed: string; readonly one: string; readonly other: string }
  /** No thousand, and not with the decimal sign there. */
  | { readonly kind: 'sign'; readonly typed: string; readonly meant: string }
  | { readonly kind: 'decimals'; readonly max: number };

/** The same as a sentence that says what to type. */
export function numberErrorText(error: NumberError, { fields: { error: say } }: Words): string {
  switch (error.kind) {
    case 'plain':
      return say.number.plain({ decimal: error.decimal });
    case 'minus':
      return say.number.minus;
    case 'ambiguous':
      return say.number.ambiguous({ typed: error.typed, one: error.one, other: error.other });
    case 'sign':
      return say.number.sign({ typed: error.typed, meant: error.meant });
    case 'decimals':
      return say.number.decimals({ max: error.max });
  }
}

/** One way to read what was typed. */
interface Reading {
  readonly whole: string;
  readonly fraction: string;
}

/**
 * Reads a decimal as people type it, in any script's digits, grouped or not (`2`, `1.5`, `1'234.50`, `12,34,567`, `−50`),
 * into a canonical one. What can be read in two ways there (`45.000`, `1,5`) is refused with both, unless only one of them has as
 * few decimals as are taken (`most`).
 */
export function readDecimal(
  text: string,
  most: number,
  format: NumberFormat,
): { readonly ok: string } | { readonly error: NumberError } {
  const typed = withoutCurrency(simplified(text), format);
  const plain = { error: { kind: 'plain', decimal: written('1.5', format) } } as const;
  if (typed.length > MAX_NUMBER) return plain;
  if (/^(?:[^-]*\d ?-|\(.*\))$/.test(typed)) return { error: { kind: 'minus' } };
  const [, sign = '', body = ''] = /^([+-]?) ?(.+)$/.exec(typed) ?? [];
  const minus = sign === '-' ? '-' : '';
  const { decimal, grouped } = readings(body);
  if (!decimal) return grouped ? { ok: canonical(minus, grouped) } : plain;
  const value = canonical(minus, decimal);
  // The other sign groups in this file.
  if (format.decimalSign && grouped && decimal.sign !== format.decimalSign) return { ok: canonical(minus, grouped) };
  const isSure = decimal.surely || isDecimalSign(decimal.sign, grouped !== undefined, format);
  // More decimals than are taken, and be they zeros, are none: it is a thousand.
  if (!isSure && grouped && decimal.fraction.length > most) return { ok: canonical(minus, grouped) };
  if (decimalOf(value).scale > most) return { error: { kind: 'decimals', max: most } };
  if (isSure) return { ok: value };
  const [one = '', other = ''] = [grouped ?? decimal, decimal].map((one) => written(canonical(minus, one), format));
  if (!grouped) return { error: { kind: 'sign', typed, meant: other } };
  return { error: { kind: 'ambiguous', typed, one, other } };
}

/** A canonical decimal as `readDecimal` reads it again: `1,5` where a comma is the decimal sign. */
export function written(value: string, format: NumberFormat): string {
  const [whole = '', fraction] = value.split('.');
  if (fraction === undefined) return whole;
  const sign = format.decimalSign ?? decimalSign(format.locale);
  // A zero more, and three decimals no longer look like a thousand.
  const looksGrouped = /^-?[1-9]\d{0,2}$/.test(whole) && fraction.length === 3 && !isDecimalSign(sign, true, format);
  return `${whole}${sign}${fraction}${looksGrouped ? '0' : ''}`;
}

/** The decimal sign that a number shows by how it is written: `12.5`, `0.125` and `1,234.5` do, and so does `1,234,567`. */
export function decimalSignOf(text: string, format: NumberFormat): DecimalSign | undefined {
  const { decimal, grouped } = readings(withoutCurrency(simplified(text), format).replace(/^[+-] ?/, ''));
  if (decimal) return grouped ? undefined : decimal.sign === ',' ? ',' : '.';
  if (grouped?.sign === '.') return ',';
  return grouped?.sign === ',' ? '.' : undefined;
}

/** Whether a sign that was typed is the decimal sign there. `three`: three digits follow, as after a thousand. */
function isDecimalSign(sign: string, three: boolean, { locale, decimals, decimalSign: sure }: NumberFormat): boolean {
  if (sign === '٫') return true;
  if (sure !== undefined) return sure === null ? !three : sign === sure;
  // A dot is the decimal sign of keypads and machines everywhere; only before three digits it may be a thousand's.
  if (sign === '.') return !three || (decimalSign(locale) === '.' && decimals > 0);
  return !three && decimalSign(locale) === sign;
}

/** What is typed with the digits and signs of all scripts as ASCII has them. */
function simplified(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/[\p{Bidi_Control}\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/[\u2010-\u2014\u2212\uFE58\uFE63]/g, '-')
    .replace(/[’‘ʼ′´`]/g, "'")
    .replace(/،/g, ',')
    .replace(/[。｡]/g, '.')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An amount without the code or the sign of its currency, which stands before the number or after it (`€ 50`, `-50 EUR`). */
function withoutCurrency(typed: string, { currency, locale }: NumberFormat): string {
  if (currency === undefined) return typed;
  const sign = signsOf(currency, locale);
  const [, minus = '', after] = sign.before.exec(typed) ?? sign.after.exec(typed) ?? [];
  return after === undefined ? typed : minus + after;
}

interface CurrencySigns {
  readonly before: RegExp;
  readonly after: RegExp;
}

const currencySigns = new Map<string, CurrencySigns>();

/** How a currency is written in a locale and in English, shortly and at length. */
function signsOf(currency: string, locale: string): CurrencySigns {
  const key = `${locale} ${currency}`;
  const known = currencySigns.get(key);
  if (known) return known;
  // `$` and `US$`.
  const written = [locale, 'en', 'en-GB'].flatMap((where) =>
    (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
      new Intl.NumberFormat(where, { style: 'currency', currency, currencyDisplay })
        .formatToParts(1)
        .flatMap(({ type, value }) => (type === 'currency' ? [simplified(value)] : [])),
    ),
  );
  const longest = [...new Set([currency, ...written])].toSorted((one, other) => other.length - one.length);
  const any = longest.map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  const signs = {
    before: new RegExp(`^([+-]?) ?(?:${any}) ?(.+)$`, 'iu'),
    after: new RegExp(`^()(.+?) ?(?:${any})$`, 'iu'),
  };
  if (currencySigns.size >= MAX_SIGNS) currencySigns.clear();
  currencySigns.set(key, signs);
  return signs;
}

interface Readings {
  /** With a fraction after `sign`: surely so where another sign groups the digits before it. */
  readonly decimal?: Reading & { readonly sign: string; readonly surely: boolean };
  /** As a whole number, whose thousands `sign` separates. */
  readonly grouped?: Reading & { readonly sign: string };
}

function readings(body: string): Readings {
  const all = ungrouped(body);
  const grouped = all === undefined ? {} : { grouped: { whole: all, fraction: '', sign: /\D/.exec(body)?.[0] ?? '' } };
  const [, before = '', sign = '', fraction = ''] = /^(.*)([.,٫])(\d+)$/.exec(body) ?? [];
  const whole = before === '' ? '0' : ungrouped(before);
  if (sign === '' || whole === undefined || before.includes(sign)) return grouped;
  return { ...grouped, decimal: { whole, fraction, sign, surely: /\D/.test(before) } };
}

/** The digits of a whole number, grouped by threes or the Indian way with one sign all along, or not at all. */
function ungrouped(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const grouped =
    /^[1-9]\d{0,2}([.,' ٬])\d{3}(?:\1\d{3})*$/.test(text) || /^[1-9]\d?([.,' ٬])(?:\d\d\1)+\d{3}$/.test(text);
  return grouped ? text.replace(/\D/g, '') : undefined;
}

const canonical = (minus: string, { whole, fraction }: Reading): string => {
  const { digits, scale } = decimalOf(fraction ? `${minus}${whole}.${fraction}` : `${minus}${whole}`);
  return decimalText(digits, scale);
};

const decimalSigns = new Map<string, string>();

function decimalSign(locale: string): string {
  const known = decimalSigns.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const sign = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  decimalSigns.set(locale, sign);
  return sign;
}
