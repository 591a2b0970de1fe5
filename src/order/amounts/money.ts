import type { Content, Item, ItemKind } from '../content.ts';
import { decimalOf, decimalText, numeric, roundedQuotient } from './decimal.ts';

/** A currency with the decimals of its minor unit, as an order keeps them. */
export type Money = Pick<Content, 'currency' | 'decimals'>;

/** What amounts may come to, in minor units, and unit prices: below them everything is exact in a double. */
export const MAX = { amount: 10 ** 15, unitPrice: 10 ** 12 } as const;

/** An item's net amount in minor units, rounded half away from zero; 0 when it has no price. Exact up to 2^53. */
export const lineAmount = (item: Pick<Item, 'quantity' | 'unitPrice'>, decimals: number): number =>
  Number(exactAmount(item, decimals));

function exactAmount({ quantity, unitPrice }: Pick<Item, 'quantity' | 'unitPrice'>, decimals: number): bigint {
  if (unitPrice === null) return 0n;
  const price = decimalOf(unitPrice);
  return roundedQuotient(BigInt(quantity) * price.digits * 10n ** BigInt(decimals), 10n ** BigInt(3 + price.scale));
}

export interface Totals {
  readonly byKind: Readonly<Record<ItemKind, number>>;
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

/** Totals of a content in minor units; tax is computed once on the net total. Exact up to 2^53. */
export function totals(content: Pick<Content, 'items' | 'taxRate' | 'decimals'>): Totals {
  const { byKind, net, tax } = exactTotals(content);
  const { material, service, labour, expense } = byKind;
  return {
    byKind: { material: Number(material), service: Number(service), labour: Number(labour), expense: Number(expense) },
    net: Number(net),
    tax: Number(tax),
    gross: Number(net + tax),
  };
}

/** False when a line or a sum of the content passes `MAX.amount`, so that it cannot be kept. */
export function amountsFit(content: Pick<Content, 'items' | 'taxRate' | 'decimals'>): boolean {
  const { byKind, net, tax } = exactTotals(content);
  const lines = content.items.map((item) => exactAmount(item, content.decimals));
  const most = BigInt(MAX.amount);
  return [...lines, ...Object.values(byKind), net, net + tax].every((amount) => amount <= most && amount >= -most);
}

function exactTotals({ items, taxRate, decimals }: Pick<Content, 'items' | 'taxRate' | 'decimals'>) {
  const byKind = { material: 0n, service: 0n, labour: 0n, expense: 0n };
  for (const item of items) byKind[item.kind] += exactAmount(item, decimals);
  const net = byKind.material + byKind.service + byKind.labour + byKind.expense;
  return { byKind, net, tax: roundedQuotient(net * BigInt(taxRate), 100_000n) };
}

/** True when at least one item carries a price: without any, amounts would only be noise. */
export const isPriced = (items: readonly Item[]): boolean => items.some((item) => item.unitPrice !== null);

/** `€1,234.50` in the locale's way, from minor units. `signed` puts a plus before gains. */
export function formatMoney(minor: number, { currency, decimals }: Money, locale: string, signed = false): string {
  const format = formatOf(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  return unbroken(format.format(decimalText(BigInt(minor), decimals)));
}

/** A unit price with as many decimals as it has, and at least its currency's: `€0.1648`, `€95.00`. */
export function formatPrice(price: string, { currency, decimals }: Money, locale: string): string {
  const format = formatOf(locale, { style: 'currency', currency, ...priceDigits(price, decimals) });
  return unbroken(format.format(numeric(price)));
}

/** The same without its currency: `0.1648`, `95.00`. */
export const formatPlainPrice = (price: string, decimals: number, locale: string): string =>
  formatOf(locale, priceDigits(price, decimals)).format(numeric(price));

function priceDigits(price: string, decimals: number) {
  const digits = Math.max(decimals, decimalOf(price).scale);
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Lines may break between a sign and a currency (Unicode Standard Annex 14): a word joiner says that these may not. */
const unbroken = (amount: string): string => amount.replace(/([-+−])(?=[^\d\s])/g, '$1\u2060');

/** `1.5` for 1500 thousandths, in the locale's way. */
export const formatQuantity = (thousandths: number, locale: string): string =>
  formatOf(locale, { maximumFractionDigits: 3 }).format(decimalText(BigInt(thousandths), 3));

/** Making formats takes longer than using them; a business has one locale and a currency or two. */
const formats = new Map<string, Intl.NumberFormat>();
const MAX_FORMATS = 200;

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= MAX_FORMATS) formats.clear();
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}
