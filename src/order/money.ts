import type { Content, Item, ItemKind } from './order.ts';

/** An item's net amount in minor units, rounded half away from zero; 0 when it has no price. Exact for any input. */
export function lineAmount(item: Pick<Item, 'quantity' | 'unitPrice'>): number {
  if (item.unitPrice === null) return 0;
  return roundedQuotient(BigInt(item.quantity) * BigInt(item.unitPrice), 1000n);
}

export interface Totals {
  readonly byKind: Readonly<Record<ItemKind, number>>;
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

/** Totals of a content in minor units; tax is computed once on the net total. */
export function totals(content: Pick<Content, 'items' | 'taxRate'>): Totals {
  const byKind = { material: 0, service: 0, labour: 0, expense: 0 };
  for (const item of content.items) byKind[item.kind] += lineAmount(item);
  const net = byKind.material + byKind.service + byKind.labour + byKind.expense;
  const tax = roundedQuotient(BigInt(net) * BigInt(content.taxRate), 10_000n);
  return { byKind, net, tax, gross: net + tax };
}

/** True when at least one item carries a price: without any, amounts would only be noise. */
export const isPriced = (items: readonly Item[]): boolean => items.some((item) => item.unitPrice !== null);

/** How many decimals a currency has (EUR 2, JPY 0, TND 3). */
export function minorDigits(currency: string): number {
  return moneyFormat(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2;
}

/** `€1,234.50` in the locale's way. `signed` puts a plus before gains. */
export function formatMoney(minor: number, currency: string, locale: string, signed = false): string {
  const format = moneyFormat(currency, locale, signed);
  return unbroken(format.format(minor / 10 ** minorDigits(currency)));
}

/** Lines may break between a sign and a currency (Unicode Standard Annex 14): a word joiner says that these may not. */
const unbroken = (amount: string): string => amount.replace(/([-+−])(?=[^\d\s])/g, '$1\u2060');

/** `1.5` for 1500 thousandths, in the locale's way. */
export function formatQuantity(thousandths: number, locale: string): string {
  let format = quantities.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    quantities.set(locale, format);
  }
  return format.format(thousandths / 1000);
}

const quantities = new Map<string, Intl.NumberFormat>();

const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, locale: string, signed = false): Intl.NumberFormat {
  const key = `${currency} ${locale} ${signed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      signDisplay: signed ? 'exceptZero' : 'auto',
    });
    formats.set(key, format);
  }
  return format;
}

function roundedQuotient(value: bigint, by: bigint): number {
  const half = value < 0n ? -by / 2n : by / 2n;
  return Number((value + half) / by);
}
