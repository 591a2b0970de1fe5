import { decimalText } from '../order/decimal.ts';
import { formatPlainPrice, formatQuantity } from '../order/money.ts';
import type { Version } from '../order/order.ts';

/** How one version prints its instants, quantities and amounts: in its issuer's locale and in its own time zone. */
export interface Printer {
  /** `22 Nov 2026, 10:30 (UTC+01:00)`, from UNIX seconds. */
  dateTime(at: number): string;
  /** From–to, naming the day and the offset once where both ends share them. */
  period(from: number, to: number): string;
  quantity(thousandths: number): string;
  /** Minor units without a currency: `1,234.50`. */
  amount(minor: number): string;
  /** A unit price with the decimals it has, and at least the currency's: `0.1648`. */
  price(unitPrice: string): string;
  /** The same with its sign: `+120.00`, `−35.50`, `0.00`. */
  difference(minor: number): string;
  /** Thousandths of a percent: `21%`, `8.875%`. */
  percent(rate: number): string;
}

/** Making formats takes longer than using them; a business has one locale, a few zones and a currency or two. */
const printers = new Map<string, Printer>();
const MOST_PRINTERS = 100;

/** The printer of a version. A locale or time zone that Intl does not know falls back to en-GB or UTC. */
export function printerOf({ issuer, timeZone, content }: Pick<Version, 'issuer' | 'timeZone' | 'content'>): Printer {
  const key = JSON.stringify([issuer.locale, timeZone, content.decimals]);
  const known = printers.get(key);
  if (known) return known;
  const printer = newPrinter(knownLocale(issuer.locale), knownTimeZone(timeZone), content.decimals);
  if (printers.size >= MOST_PRINTERS) printers.clear();
  printers.set(key, printer);
  return printer;
}

function newPrinter(locale: string, timeZone: string, digits: number): Printer {
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
  const zone = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });

  const dayOf = (at: number) => tidy(day.format(at * 1000));
  const timeOf = (at: number) => tidy(time.format(at * 1000)).replaceAll(' ', '\u00A0');
  const offsetOf = (at: number) => {
    const name = zone.formatToParts(at * 1000).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    return `(${name === 'GMT' ? 'UTC+00:00' : name.replace('GMT', 'UTC')})`;
  };
  const dateTime = (at: number) => `${dayOf(at)}, ${timeOf(at)} ${offsetOf(at)}`;
  const amount = (minor: number) => withMinus(plain.format(decimalText(BigInt(minor), digits)));

  return {
    dateTime,
    period: (from, to) => {
      if (offsetOf(from) !== offsetOf(to)) return `${dateTime(from)} – ${dateTime(to)}`;
      const end = dayOf(from) === dayOf(to) ? timeOf(to) : `${dayOf(to)}, ${timeOf(to)}`;
      return `${dayOf(from)}, ${timeOf(from)} – ${end} ${offsetOf(from)}`;
    },
    quantity: (thousandths) => withMinus(formatQuantity(thousandths, locale)),
    amount,
    price: (unitPrice) => withMinus(formatPlainPrice(unitPrice, digits, locale)),
    difference: (minor) => (minor > 0 ? `+${amount(minor)}` : amount(minor)),
    percent: (rate) => percent.format(decimalText(BigInt(rate), 5)),
  };
}

/** A minus as wide as a figure. */
const withMinus = (text: string): string => text.replace('-', '−');

/** Versions of Intl's data differ in the kind of space they put. */
const tidy = (text: string): string => text.replace(/[\u202F\u2009\u00A0]/g, ' ').replace(/[\u200E\u200F\u061C]/g, '');

function knownLocale(tag: string): string {
  try {
    return new Intl.Locale(tag, { numberingSystem: 'latn', calendar: 'gregory' }).toString();
  } catch {
    return 'en-GB-u-ca-gregory-nu-latn';
  }
}

function knownTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
