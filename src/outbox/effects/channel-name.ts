import { type Order, orderNumber } from '../../order/order.ts';

/** A name that Slack takes whatever the order is about: nothing but its number. */
export const plainChannelName = (order: Order, n: number, suffix: number): string =>
  `${orderNumber(order.number).toLowerCase()}${tailOf(n, suffix)}`;

/**
 * `so-000123-acme-replace-pump` by Slack's rules: at most 80 characters, lower case letters of any script, digits, `-`
 * and `_`. `n` tells the channels of an order that was reopened apart, `suffix` avoids a name that is taken.
 */
export function channelName(order: Order, n: number, suffix: number): string {
  const tail = tailOf(n, suffix);
  const words = [orderNumber(order.number), order.content.client, order.content.title].map(slug).filter(Boolean);
  // Counted as Slack's limits are in doubt: in UTF-16 units, without half of a pair at the end.
  const name = words.join('-').slice(0, 80 - tail.length);
  return `${name.replace(/[\uD800-\uDBFF]$/, '').replace(/-+$/, '')}${tail}`;
}

const tailOf = (n: number, suffix: number): string => `${n > 1 ? `-${n}` : ''}${suffix > 0 ? `-x${suffix}` : ''}`;

const slug = (text: string): string =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
