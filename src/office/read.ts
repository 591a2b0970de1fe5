import { cleanText } from '../forms/fields/fields.ts';
import { type NumberError, numberErrorText, readDecimal } from '../forms/fields/numbers.ts';
import { clip } from '../forms/mrkdwn.ts';
import { decimalOf, thousandths } from '../order/amounts/decimal.ts';
import { formatMoney, MAX, type Money } from '../order/amounts/money.ts';
import { MAX_SPELLS, readWeek, type WeekError, weekText } from '../order/clocks/week-text.ts';
import { contrastWithWhite, MIN_CONTRAST } from '../settings.ts';
import { readTaxRate, type TaxRateError } from '../tax-rate.ts';
import type { Words } from '../words/words.ts';
import { weekdayNames } from './hours/calendar.ts';
import { type DatesError, readDates } from './hours/dates.ts';
import { percentOf } from './say.ts';
import type { Setting } from './table.ts';

/** What an input of a settings page holds: a text or what was chosen, or several ids. */
export type Entered = string | readonly string[];

/** Why what was entered cannot be a setting's value. */
export type SettingError =
  | { readonly kind: 'tooLong'; readonly max: number }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | { readonly kind: 'tolerance'; readonly max: number }
  | { readonly kind: 'people'; readonly max: number }
  | { readonly kind: 'contrast'; readonly ratio: number }
  | { readonly kind: 'tax'; readonly error: TaxRateError }
  | { readonly kind: 'number'; readonly error: NumberError }
  /** More than the limit of an amount in this currency. */
  | { readonly kind: 'tooMuch'; readonly money: Money }
  | { readonly kind: 'week'; readonly error: WeekError }
  | DatesError
  | { readonly kind: 'email' | 'currency' | 'zone' | 'color' | 'amount' | 'toleranceAmount' | 'invalid' };

/** People and user groups that a list of the settings takes. */
export const MAX_LISTED = 90;

/** Kinds that are typed on several lines. */
const LINES: ReadonlySet<Setting['kind']> = new Set(['lines', 'week', 'dates']);

type Read = { readonly ok: unknown } | { readonly error: SettingError };

/** What amounts of the settings count in where it does not matter. */
const ANY_MONEY: Money = { currency: 'EUR', decimals: 2 };

/** The largest tolerance, in percent, and its decimals. */
const TOLERANCE = { max: 1000, decimals: 3 } as const;

/**
 * Reads what an admin entered for a setting, who writes numbers as in `locale` and amounts in `money`. Whether it is one that can be
 * kept, the settings' own schema says (`withSetting`).
 */
export function readSetting(setting: Setting, entered: Entered, locale: string, money = ANY_MONEY): Read {
  const text = typeof entered === 'string' ? cleanText(entered, LINES.has(setting.kind)) : '';
  switch (setting.kind) {
    case 'text':
    case 'lines':
      if (text.length > setting.max) return { error: { kind: 'tooLong', max: setting.max } };
      return setting.path === 'company.email' && text !== '' && !/^[^\s@]+@[^\s@]+$/.test(text)
        ? { error: { kind: 'email' } }
        : { ok: text };
    case 'yes_no':
      return { ok: text === 'yes' };
    case 'currency':
      return { ok: text.toUpperCase() };
    case 'count': {
      const { min, max } = setting;
      const read = readDecimal(text, 0, { locale, decimals: 0 });
      const count = 'ok' in read ? Number(read.ok) : Number.NaN;
      return count >= min && count <= max ? { ok: count } : { error: { kind: 'count', min, max } };
    }
    case 'percent': {
      const read = readTaxRate(text, locale);
      return 'error' in read ? { error: { kind: 'tax', error: read.error } } : { ok: read.rate };
    }
    case 'tolerance':
      return readTolerance(text, locale);
    case 'amount':
      return orTolerance(readLimit(text, money, locale));
    case 'color': {
      const contrast = text === '' ? undefined : contrastWithWhite(text);
      return contrast !== undefined && !contrast.enough
        ? { error: { kind: 'contrast', ratio: contrast.ratio } }
        : { ok: text };
    }
    case 'people': {
      const ids = [...new Set(typeof entered === 'string' ? [] : entered)];
      return ids.length > MAX_LISTED ? { error: { kind: 'people', max: MAX_LISTED } } : { ok: ids };
    }
    case 'week': {
      const read = readWeek(text, weekdayNames(locale));
      return 'error' in read ? { error: { kind: 'week', error: read.error } } : { ok: weekText(read.ok) };
    }
    case 'dates':
      return readDates(text);
    default:
      return { ok: text };
  }
}

/** A percentage in thousandths, null where nothing was entered. */
function readTolerance(text: string, locale: string): Read {
  // One or two digits behind a comma are no thousand.
  const typed = text.replace(/\s*[%٪％]$/u, '').replace(/^(\d{1,3})[.,](\d{1,2})$/, '$1.$20000');
  if (typed === '') return { ok: null };
  const read = readDecimal(typed, TOLERANCE.decimals, { locale, decimals: 2 });
  if ('error' in read) return { error: { kind: 'number', error: read.error } };
  const share = Number(thousandths(read.ok));
  const isShare = share >= 0 && share <= TOLERANCE.max * 1000;
  return isShare ? { ok: share } : { error: { kind: 'tolerance', max: TOLERANCE.max } };
}

/** An amount of the settings is the tolerance; what it is when it is left empty is not what a limit is. */
const orTolerance = (read: Read): Read =>
  'error' in read && read.error.kind === 'amount' ? { error: { kind: 'toleranceAmount' } } : read;

/** A limit as an admin enters it: a decimal with no more decimals than the currency has, null where nothing was entered. */
export function readLimit(
  text: string,
  money: Money,
  locale: string,
): { readonly ok: string | null } | { readonly error: SettingError } {
  const typed = cleanText(text, false);
  const { currency, decimals } = money;
  if (typed === '') return { ok: null };
  // Where amounts have fewer than three decimals, three after a dot are a thousand.
  const read = readDecimal(typed, decimals, { locale, currency, decimals: decimals < 3 ? 0 : decimals });
  if ('error' in read) return { error: { kind: 'number', error: read.error } };
  const { digits, scale } = decimalOf(read.ok);
  if (digits < 0n) return { error: { kind: 'amount' } };
  const isTooMuch = digits * 10n ** BigInt(decimals) > BigInt(MAX.amount) * 10n ** BigInt(scale);
  return isTooMuch ? { error: { kind: 'tooMuch', money } } : { ok: read.ok };
}

/** Why a setting's schema does not take a value that could be read. */
export function refusedKind({ kind }: Setting): SettingError {
  return kind === 'currency' || kind === 'zone' || kind === 'color' ? { kind } : { kind: 'invalid' };
}

/** The same as a sentence under the field. */
export function settingErrorText(error: SettingError, words: Words): string {
  const { error: say } = words.settings;
  switch (error.kind) {
    case 'tooLong':
    case 'people':
    case 'dates':
    case 'tolerance':
      return say[error.kind]({ max: error.max });
    case 'date':
      return say.date({ text: clip(error.text, QUOTED) });
    case 'week':
      return say.week[error.error.kind]({ text: clip(error.error.text, QUOTED), max: MAX_SPELLS });
    case 'count':
      return say.count({ min: error.min, max: error.max });
    case 'contrast':
      return say.contrast({ ratio: ratioText(error.ratio, words), least: ratioText(MIN_CONTRAST, words) });
    case 'tooMuch':
      return words.fields.error.number.most({ limit: formatMoney(MAX.amount, error.money, words.locale) });
    case 'number':
      return numberErrorText(error.error, words);
    case 'tax':
      return taxText(error.error, words);
    default:
      return say[error.kind];
  }
}

/** Characters of what was typed that an error repeats. */
const QUOTED = 60;

/** `4.5`: a contrast as the reader's locale writes it. */
const ratioText = (ratio: number, { locale }: Words): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ratio);

function taxText(error: TaxRateError, words: Words): string {
  const say = words.settings.tax;
  switch (error.kind) {
    case 'percentage':
      return say.percentage({ one: percentOf(error.one, words) });
    case 'either':
      return say.either({ one: percentOf(error.one, words), other: percentOf(error.other, words) });
    case 'decimals':
      return say.decimals({ max: error.max });
    case 'tooMuch':
      return say.tooMuch;
    default:
      return say[error.kind];
  }
}
