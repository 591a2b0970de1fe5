import { decimalOf } from '../../order/amounts/decimal.ts';
import { formatMoney, formatPrice, isPriced, MAX, totals } from '../../order/amounts/money.ts';
import { isWithin } from '../../order/permissions.ts';
import type { FormContext } from '../context.ts';
import { conditional, decimal, optional } from '../fields/fields.ts';
import { numberErrorText, readDecimal } from '../fields/numbers.ts';
import type { Accepted } from '../form.ts';

/** The net amount up to which an approval covers its order, in minor units; nothing is the total with the tolerance of the settings. */
export const approvedUpTo = conditional(optional(decimal({ texts, read })));

function texts({ currency, order, covers, words: { fields }, ...context }: FormContext) {
  const { label, hint, hintUnpriced } = fields.upTo;
  if (!order || covers === undefined || !isPriced(order.content.items))
    return { label, hint: hintUnpriced({ currency }) };
  return { label, hint: hint({ currency, covers: formatMoney(covers, order.content, context.locale) }) };
}

function read(typed: string, context: FormContext): Accepted<number> {
  const { decimals, locale, order, words, limit, currency, limitCurrency = currency } = context;
  const result = readDecimal(typed, decimals, context);
  if ('error' in result) return { error: numberErrorText(result.error, words) };
  const { digits, scale } = decimalOf(result.ok);
  const minor = digits * 10n ** BigInt(decimals - scale);
  if (minor > BigInt(MAX.amount))
    return { error: words.fields.error.number.most({ limit: formatMoney(MAX.amount, context, locale) }) };
  const { net } = order ? totals(order.content) : { net: 0 };
  if (minor < BigInt(Math.max(net, 0)))
    return { error: words.refusal.upToTooLow({ net: formatMoney(net, context, locale) }) };
  const amount = Number(minor);
  if (limit === undefined || !order || isWithin(limit, order.content, limitCurrency, amount)) return { ok: amount };
  return { error: words.fields.error.upToLimit({ limit: formatPrice(limit, context, locale) }) };
}
