import { cleanText } from '../../forms/fields/fields.ts';
import { type NumberError, type NumberFormat, numberErrorText, readDecimal } from '../../forms/fields/numbers.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import { decimalOf, decimalText } from '../../order/amounts/decimal.ts';
import { formatPrice, MAX } from '../../order/amounts/money.ts';
import { ITEM_KINDS } from '../../order/content.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { keptUnit } from '../../words/units.ts';
import type { Words } from '../../words/words.ts';
import type { RecordKind } from '../master-data.ts';
import { type RecordField, type RecordFieldName, recordFields } from './fields.ts';
import { priceIn, priceValue, type Values } from './values.ts';

/** What the inputs of a record hold, by field. */
export type Typed = Readonly<Partial<Record<RecordFieldName, string>>>;

/** The option of the language that stands for the company's. */
export const COMPANY_LANGUAGE = 'company';

/** Decimals that a unit price may have. */
const PRICE_DECIMALS = 6;

/** Why what was typed cannot be kept. */
export type RecordError =
  | { readonly kind: 'required' | 'option' }
  | { readonly kind: 'tooLong'; readonly max: number; readonly length: number }
  | { readonly kind: 'number'; readonly error: NumberError }
  /** A price beyond the largest one (a decimal in the major unit of `currency`), or below the lowest. */
  | { readonly kind: 'most' | 'least'; readonly limit: string; readonly currency: string };

/** How somebody types: in which words, and in which currency the price was asked for. `kept`: what the record said then. */
export interface Typing {
  readonly words: Words;
  readonly currency: string;
  readonly kept: Values;
  /** How numbers are written; missing: as in the language of the words. */
  readonly numbers?: Pick<NumberFormat, 'locale' | 'decimalSign'>;
}

type Read = { readonly ok: string } | { readonly error: RecordError };

/** What was typed for a record, field by field. What was not asked for stays as it was. */
export function readRecord(
  kind: RecordKind,
  typed: Typed,
  typing: Typing,
): { readonly values: Values; readonly errors: Readonly<Partial<Record<RecordFieldName, RecordError>>> } {
  const values: Partial<Record<RecordFieldName, string>> = { ...typing.kept };
  const errors: Partial<Record<RecordFieldName, RecordError>> = {};
  for (const field of recordFields[kind]) {
    const text = typed[field.name] ?? (isMissing(field, typing.kept) ? '' : undefined);
    if (text === undefined) continue;
    const read = readField(field, text, typing);
    if ('error' in read) errors[field.name] = read.error;
    else values[field.name] = read.ok;
  }
  return { values, errors };
}

const isMissing = (field: RecordField, kept: Values): boolean => 'required' in field && !kept[field.name];

function readField(field: RecordField, typed: string, typing: Typing): Read {
  switch (field.kind) {
    case 'line':
    case 'lines':
    case 'unit': {
      const text = cleanText(typed, field.kind === 'lines');
      const { length } = text;
      if (length > field.max) return { error: { kind: 'tooLong', max: field.max, length } };
      if (field.required && length === 0) return { error: { kind: 'required' } };
      return { ok: field.kind === 'unit' ? keptUnit(text, typing.words) : text };
    }
    case 'price':
      return readPrice(typed, typing);
    case 'language':
      return chosen(typed === COMPANY_LANGUAGE ? '' : typed, ['', ...LANGUAGES]);
    case 'item_kind':
      return chosen(typed, ITEM_KINDS);
    case 'active':
      return chosen(typed, ['yes', 'no']);
  }
}

const chosen = (value: string, options: readonly string[]): Read =>
  options.includes(value) ? { ok: value } : { error: { kind: 'option' } };

/** A price in the currency that it was asked for in. Where the one on file is in another one, nothing typed leaves it as it is. */
function readPrice(text: string, { words, currency, kept, numbers = { locale: words.locale } }: Typing): Read {
  const typed = cleanText(text, false);
  const before = priceIn(kept.unitPrice ?? '');
  if (typed === '') return { ok: before && before.currency !== currency ? (kept.unitPrice ?? '') : '' };
  const decimals = currencyDecimals(currency) ?? 2;
  const read = readDecimal(typed, PRICE_DECIMALS, { ...numbers, decimals, currency });
  if ('error' in read) return { error: { kind: 'number', error: read.error } };
  const { digits, scale } = decimalOf(read.ok);
  const most = BigInt(MAX.unitPrice) * 10n ** BigInt(scale);
  const value = digits * 10n ** BigInt(decimals);
  const limit = (sign: 1n | -1n) => decimalText(sign * BigInt(MAX.unitPrice), decimals);
  if (value > most) return { error: { kind: 'most', limit: limit(1n), currency } };
  if (value < -most) return { error: { kind: 'least', limit: limit(-1n), currency } };
  return { ok: priceValue(read.ok, currency) };
}

/** The same as a sentence under the field. */
export function recordErrorText(error: RecordError, words: Words): string {
  const say = words.fields.error;
  switch (error.kind) {
    case 'tooLong':
      return say.tooLong({ max: error.max, length: error.length });
    case 'number':
      return numberErrorText(error.error, words);
    case 'most':
    case 'least': {
      const { currency, limit } = error;
      const decimals = currencyDecimals(currency) ?? 2;
      return say.number[error.kind]({ limit: formatPrice(limit, { currency, decimals }, words.locale) });
    }
    default:
      return say[error.kind];
  }
}
