import { clip, escaped } from '../forms/mrkdwn.ts';
import { currencyDecimals } from '../order/amounts/currencies.ts';
import { decimalOf, decimalText } from '../order/amounts/decimal.ts';
import { formatPrice } from '../order/amounts/money.ts';
import { weekText } from '../order/clocks/week-text.ts';
import type { Settings } from '../settings.ts';
import { listOf } from '../words/list.ts';
import type { Words } from '../words/words.ts';
import { weekdayNames, weekOf } from './hours/calendar.ts';
import { datesTwice, daysIn, type Holiday } from './hours/dates.ts';
import { type Setting, type SettingPath, settingAt } from './table.ts';

/** People and groups that a line names, and characters of a text in it. */
const NAMED = 8;
const TEXT = 200;

/** How values are said to one reader. `named` names a person or group (mrkdwn, escaped), `currency` is that of limits. */
export interface Saying {
  readonly words: Words;
  readonly named: (id: string) => string;
  readonly currency: string;
  /** The time zone of documents; '' for none. */
  readonly zone: string;
}

type Texts = Readonly<Record<string, string | ((args: never) => string) | object>>;

/** A text by the path of a setting in a part of the catalogue; undefined where there is none. */
function textAt(texts: Texts, path: string, option?: string): string | undefined {
  let node: unknown = texts;
  for (const step of [...path.split('.'), ...(option === undefined ? [] : [option])])
    node = typeof node === 'object' && node !== null && Object.hasOwn(node, step) ? Reflect.get(node, step) : undefined;
  return typeof node === 'string' ? node : undefined;
}

/** What a setting is called; a path of another version of the program stands for itself. */
export const labelOf = (path: string, { settings: { label } }: Words): string => textAt(label, path) ?? path;

/** How one of a few is said. */
export const choiceText = (path: SettingPath, option: string, { settings: { choice } }: Words): string =>
  textAt(choice, path, option) ?? option;

/** `Spanish (Mexico)`: a language tag in the reader's language. */
export function languageText(tag: string, { locale }: Words): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `19 %`, as the reader's locale writes a percentage. */
export const percentText = (thousandths: number, words: Words): string =>
  percentOf(decimalText(BigInt(thousandths), 3), words);

/** The same of a percentage that is a decimal (`8.875`). */
export function percentOf(percentage: string, { locale }: Words): string {
  const { digits, scale } = decimalOf(percentage);
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 20 });
  return format.format(decimalText(digits, scale + 2));
}

function currencyText(code: string, { settings: { value }, locale }: Words): string {
  const name = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' }).of(code);
  return name === undefined ? code : value.currency({ code, name });
}

/** `up to €5,000.00`, `any amount`. */
export function limitText(limit: string | null, saying: Saying): string {
  const { value } = saying.words.settings;
  return limit === null ? value.anyAmount : value.upTo({ amount: limitAmount(limit, saying) });
}

/** `€5,000.00`: a limit as an amount. */
export function limitAmount(limit: string, { words, currency }: Saying): string {
  return formatPrice(limit, { currency, decimals: currencyDecimals(currency) ?? 2 }, words.locale);
}

/** What a value of a setting means, in mrkdwn; never throws, whatever was kept. */
export function saidValue(path: string, value: unknown, saying: Saying): string {
  const setting = settingAt(path);
  if (!setting) return escaped(clip(JSON.stringify(value) ?? '', TEXT));
  return saidAs(setting, value, saying);
}

function saidAs(setting: Setting, value: unknown, saying: Saying): string {
  const { words, named } = saying;
  const { value: say, unset } = words.settings;
  if (setting.kind === 'dates') return saidDates(value, words);
  if (Array.isArray(value)) {
    if (value.length === 0)
      return setting.path === 'roles.office' ? say.office : setting.kind === 'supervisors' ? say.supervisors : unset;
    const names = value.map((one: unknown) => saidListed(one, saying, named));
    const rest = names.length - NAMED;
    return listOf(rest > 0 ? [...names.slice(0, NAMED), say.more({ count: rest })] : names, words);
  }
  if (typeof value === 'boolean') return escaped(choiceText(setting.path, value ? 'yes' : 'no', words));
  if (typeof value === 'number') return saidNumber(setting, value, words);
  const text = typeof value === 'string' ? value : '';
  switch (setting.kind) {
    case 'choice':
      return escaped(choiceText(setting.path, text, words));
    case 'language':
      return escaped(languageText(text, words));
    case 'currency':
      return escaped(currencyText(text, words));
    case 'logo':
      return text === '' ? unset : say.logo;
    case 'zone':
      if (text !== '') return escaped(text);
      return setting.path === 'hours.zone' ? say.documentsZone({ zone: saying.zone || 'UTC' }) : say.zone;
    case 'week':
      return text === '' ? say.always : escaped(weekText(weekOf(text), weekdayNames(words.locale), '–'));
    case 'amount':
      return /^\d+(\.\d+)?$/.test(text) ? escaped(limitAmount(text, saying)) : unset;
    case 'color':
      return text === '' ? say.usual : escaped(text);
    case 'channel':
      return text === '' ? say.people : `<#${text}>`;
    default:
      return text === '' ? unset : escaped(clip(linesText(text), TEXT));
  }
}

/** Days, the first of them by name. */
function saidDates(value: unknown, words: Words): string {
  const days = daysIn(value);
  if (days.length === 0) return words.settings.unset;
  const said = days.slice(0, NAMED).map((day) => dayText(day, words));
  const rest = days.length - NAMED;
  return listOf(rest > 0 ? [...said, words.settings.value.more({ count: rest })] : said, words);
}

/** `25 Dec 2026 (Christmas Day)`, in mrkdwn. */
function dayText({ date, name }: Holiday, words: Words): string {
  const format = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = format.format(Date.parse(`${date}T00:00:00Z`));
  return name === '' ? day : words.settings.value.day({ day, name: escaped(name) });
}

/** Days that a typed list has more than once, of which it keeps one each; undefined where there are none. */
export function twiceText(typed: unknown, words: Words): string | undefined {
  const days = typeof typed === 'string' ? datesTwice(typed) : [];
  const said = { count: days.length, days: saidDates(days, words) };
  return days.length === 0 ? undefined : words.settings.holidays.twice(said);
}

/** What differs between two lists of days; undefined where they have the same. */
export function datesChange(
  before: unknown,
  after: unknown,
  words: Words,
): { readonly added: string; readonly removed: string } | undefined {
  const [was, is] = [daysIn(before), daysIn(after)];
  const besides = (one: readonly Holiday[], other: readonly Holiday[]) => {
    const known = new Set(other.map(({ date, name }) => `${date} ${name}`));
    const days = one.filter(({ date, name }) => !known.has(`${date} ${name}`));
    return days.length === 0 ? '' : saidDates(days, words);
  };
  const change = { added: besides(is, was), removed: besides(was, is) };
  return change.added === '' && change.removed === '' ? undefined : change;
}

/** Lines beside one another; empty ones are left out. */
const linesText = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ');

function saidNumber({ kind, path }: Setting, value: number, words: Words): string {
  if (kind === 'percent' || kind === 'tolerance') return percentText(value, words);
  if (path === 'reminders.again') return words.settings.value.workingDays({ count: value });
  if (path.startsWith('reminders.')) return words.settings.value.hours({ count: value });
  if (path === 'channel.archiveAfterDays') return words.settings.value.days({ count: value });
  return new Intl.NumberFormat(words.locale).format(value);
}

function saidListed(one: unknown, saying: Saying, named: Saying['named']): string {
  if (typeof one === 'string') return named(one);
  if (typeof one !== 'object' || one === null || !('id' in one)) return '';
  const limit = 'limit' in one && typeof one.limit === 'string' ? one.limit : null;
  return saying.words.settings.value.limited({ name: named(String(one.id)), limit: limitText(limit, saying) });
}

/** `Tax: 19 %`. */
export const saidSetting = (path: SettingPath, value: unknown, saying: Saying): string =>
  saying.words.settings.line({ label: labelOf(path, saying.words), value: saidValue(path, value, saying) });

/** The currency that limits are said in. */
export const currencyOf = ({ money }: Settings): string => money.currency;
