import { decimalText } from '../order/amounts/decimal.ts';
import { formatPlainPrice, formatQuantity } from '../order/amounts/money.ts';
import type { Version } from '../order/version.ts';
import { fileSize } from '../words/file-size.ts';
import { wordsOf } from '../words/issued.ts';
import { shownUnit } from '../words/units.ts';
import type { Words } from '../words/words.ts';
import { isPrintable } from './fonts/families.ts';
import { plainLine } from './fonts/plain-text.ts';
import { asOne } from './numbers-in-text.ts';

/** How one version prints: in its words, its instants, quantities and amounts in its issuer's locale and its own time zone. */
export type Printer = ReturnType<typeof printerOf>;

/** The printer of a version. A locale or time zone that Intl does not know falls back to en-GB or UTC. */
export function printerOf(
  version: Pick<Version, 'issuer' | 'timeZone' | 'content'>,
  words: Words = wordsOf(version.issuer),
) {
  const { currency, decimals: digits } = version.content;
  const { locale, day, time, zone, plain, shares, percent } = formatsOf(
    version.issuer.locale,
    version.timeZone,
    digits,
  );

  const dayOf = (at: number) => asOne(tidy(day.format(at * 1000)));
  const timeOf = (at: number, on = time) => asOne(tidy(on.format(at * 1000)).replaceAll(' ', '\u00A0'));
  const offsetOf = (at: number, on = zone) => {
    const name = on.formatToParts(at * 1000).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    return `(${name === 'GMT' ? 'UTC+00:00' : name.replace('GMT', 'UTC')})`;
  };
  const dateTime = (at: number) => `${dayOf(at)}, ${timeOf(at)} ${offsetOf(at)}`;
  const signed = (number: string) => withoutMarks(number).replace('-', '−');
  const amount = (minor: number) => signed(plain.format(decimalText(BigInt(minor), digits)));

  const money = (minor: number): string =>
    leads(currency, words) ? `${currency} ${amount(minor)}` : `${amount(minor)} ${currency}`;

  return {
    words,
    /** `22 Nov 2026, 10:30 (UTC+01:00)`, from UNIX seconds. */
    dateTime,
    /** `08:00 – 16:30`; of the clocks of another zone with what they show, where that is another time: `02:00 – 10:30 (UTC-05:00)`. */
    times(from: number, to: number, zoneName: string = version.timeZone): string {
      const there = formatsOf(version.issuer.locale, zoneName, digits);
      const offset = offsetOf(from, there.zone);
      const times = `${timeOf(from, there.time)} – ${timeOf(to, there.time)}`;
      return offset === offsetOf(from) && offsetOf(to, there.zone) === offsetOf(to) ? times : `${times} ${offset}`;
    },
    /** From–to, naming the day and the offset once where both ends share them. */
    period(from: number, to: number): string {
      if (offsetOf(from) !== offsetOf(to)) return `${dateTime(from)} – ${dateTime(to)}`;
      const end = dayOf(from) === dayOf(to) ? timeOf(to) : `${dayOf(to)}, ${timeOf(to)}`;
      return `${dayOf(from)}, ${timeOf(from)} – ${end} ${offsetOf(from)}`;
    },
    quantity: (thousandths: number): string => signed(formatQuantity(thousandths, locale)),
    /** Minor units without a currency: `1,234.50`. */
    amount,
    /** With the currency's code, before or after it as the document's language has it: `EUR 1,234.50`, `1.234,50 EUR`. */
    money,
    /** A unit price with the decimals it has, and at least the currency's: `0.1648`. */
    price: (unitPrice: string): string => signed(formatPlainPrice(unitPrice, digits, locale)),
    /** An amount with its sign: `+120.00`, `−35.50`, `0.00`. */
    difference: (minor: number): string => (minor > 0 ? `+${amount(minor)}` : amount(minor)),
    /** The same with the currency's code: `+EUR 2,340.00`, `+2.340,00 EUR`. */
    gain: (minor: number): string => `${minor > 0 ? '+' : ''}${money(minor)}`,
    /** `+650%`, of a share as a number. */
    share: (ratio: number): string => withoutMarks(shares.format(ratio)).replace('-', '−'),
    /** Thousandths of a percent: `21%`, `8.875%`. */
    percent: (rate: number): string => withoutMarks(percent.format(decimalText(BigInt(rate), 5))),
    /** A unit as a line of text: the app's own in the document's language, every other as it was typed. */
    unit: (unit: string): string => plainLine(shownUnit(unit, words)),
    fileSize: (bytes: number): string => fileSize(bytes, words.locale),
  };
}

/** Whether a currency stands before its amount. */
const leads = (currency: string, { locale }: Words): boolean =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).formatToParts(1)[0]?.type ===
  'currency';

/** Versions of Intl's data differ in the kind of space they put. */
const tidy = (text: string): string => withoutMarks(text.replace(/[\u202F\u2009\u00A0]/g, ' '));

/** What steers the direction of a line belongs to the template, which knows what is around. */
const formats = new Map<string, ReturnType<typeof newFormats>>();
/** Those of so many locales, zones and decimals are kept: making them takes longer than using them. */
const MAX_FORMATS = 50;

function formatsOf(tag: string, zoneName: string, digits: number): ReturnType<typeof newFormats> {
  const key = JSON.stringify([tag, zoneName, digits]);
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= MAX_FORMATS) formats.clear();
  const made = newFormats(tag, zoneName, digits);
  formats.set(key, made);
  return made;
}

function newFormats(tag: string, zoneName: string, digits: number) {
  const locale = knownLocale(tag);
  const timeZone = knownTimeZone(zoneName);
  const dates = datesPrintedIn(locale);
  return {
    locale,
    day: new Intl.DateTimeFormat(dates, { timeZone, dateStyle: 'medium' }),
    time: new Intl.DateTimeFormat(dates, { timeZone, timeStyle: 'short' }),
    zone: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
    plain: new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    shares: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'always' }),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }),
  };
}

const withoutMarks = (text: string): string => text.replace(/[\u200E\u200F\u061C]/g, '');

const FALLBACK = 'en-GB-u-ca-gregory-nu-latn';

/** Numbers in Latin digits, dates of the Gregorian calendar. */
function knownLocale(tag: string): string {
  try {
    const locale = new Intl.Locale(tag, { numberingSystem: 'latn', calendar: 'gregory' }).toString();
    const numbers = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 2 });
    return canPrint(numbers.format(-123_456.78)) ? locale : FALLBACK;
  } catch {
    return FALLBACK;
  }
}

/** The locale in whose words a document's dates are printed: this one, or English where no font has its letters. */
export function datesPrintedIn(locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', timeStyle: 'short' });
  const year = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15, month * 2));
  return canPrint(year.map((at) => day.format(at) + time.format(at)).join('')) ? locale : FALLBACK;
}

const canPrint = (text: string): boolean => [...tidy(text)].every(isPrintable);

function knownTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
