import { type ExtraCost, extraCostOf } from '../order/amounts/covered.ts';
import { formatMoney, isPriced } from '../order/amounts/money.ts';
import type { Item } from '../order/content.ts';
import type { Order } from '../order/order.ts';
import { isWithin } from '../order/permissions.ts';
import type { Words } from '../words/words.ts';
import type { FormContext } from './context.ts';

/** By how much an order costs more than was approved: `+€2,340.00 (+650 %)`. */
export function extraText(
  { difference, approved }: Pick<ExtraCost, 'difference' | 'approved'>,
  content: Order['content'],
  { locale }: Pick<Words, 'locale'>,
): string {
  const money = formatMoney(difference, content, locale, true);
  if (approved <= 0) return money;
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'always' });
  return `${money} (${share.format(difference / approved)})`;
}

/** What an order costs above what was approved, as its reader may know it: nothing where they see no prices. */
export const extraShown = (order: Order): ExtraCost | undefined =>
  isPriced(order.content.items) ? extraCostOf(order) : undefined;

/** The amounts of extra cost in words. */
export function extraAmounts(extra: ExtraCost, content: Order['content'], words: Words) {
  const money = (minor: number) => formatMoney(minor, content, words.locale);
  return {
    net: money(extra.net),
    approved: money(extra.approved),
    covered: money(extra.covered),
    difference: extraText(extra, content, words),
  };
}

/** What the order of a form would cost above what was approved with these items, where somebody else has to accept that. */
export function extraOf(items: readonly Item[], context: FormContext): ExtraCost | undefined {
  const { order, mayAccept = false, limit, currency, limitCurrency = currency } = context;
  if (!order) return undefined;
  const content = { ...order.content, items };
  if (mayAccept && isWithin(limit, content, limitCurrency)) return undefined;
  return extraShown({ ...order, content });
}
