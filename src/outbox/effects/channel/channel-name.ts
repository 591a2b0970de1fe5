import type { Order } from '../../../order/order.ts';
import { orderNumber } from '../../../order/text/order-number.ts';

/** A name that Slack takes whatever the order is about: nothing but its number. */
export const plainChannelName = (order: Order, n: number, suffix: number): string =>
  `${orderNumber(order.number).toLowerCase()}${tailOf(n, suffix)}`;

/** Slack's limit for a channel's name. */
const NAME_MAX = 80;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * `so-000123-acme-replace-pump` by Slack's rules: at most 80 characters, lower case letters of any script, digits, `-`
 * and `_`. `n` tells the channels of an order that was reopened apart, `suffix` avoids a name that is taken.
 */
export function channelName(order: Order, n: number, suffix: number): string {
  const tail = tailOf(n, suffix);
  const words = [orderNumber(order.number), order.content.client, order.content.title].map(slug).filter(Boolean);
  return `${cut(words.join('-'), NAME_MAX - tail.length).replace(/-+$/, '')}${tail}`;
}

const tailOf = (n: number, suffix: number): string => `${n > 1 ? `-${n}` : ''}${suffix > 0 ? `-x${suffix}` : ''}`;

/** As many whole letters, with their marks, as fit; counted in UTF-16 units, since Slack does not say what it counts. */
function cut(name: string, limit: number): string {
  let end = 0;
  for (const { index, segment } of letters.segment(name)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return name.slice(0, end);
}

/** Lower case words with `-` between them, in NFC. */
const slug = (text: string): string =>
  withoutAccents(plainForms(text.replace(/\p{Default_Ignorable_Code_Point}/gu, '')).toLowerCase())
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Full and half width, circled and mathematical letters as plain ones. Other scripts stay: Thai letters would be taken apart. */
const plainForms = (text: string): string =>
  text.replace(/[\p{sc=Latin}\p{sc=Greek}\p{sc=Common}\uff00-\uffef]+/gu, (run) => run.normalize('NFKC'));

/** Without the marks on Latin and Greek letters, and without marks on no letter. In other scripts they are part of the word. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(\p{L}?)(\p{M}+)/gu, (whole, letter) => (/[^\p{sc=Latin}\p{sc=Greek}]/u.test(letter) ? whole : letter))
    .normalize('NFC');
