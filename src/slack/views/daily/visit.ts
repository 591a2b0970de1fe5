import { bold, channelLink, date, escaped, zoned } from '../../../forms/mrkdwn.ts';
import type { Order } from '../../../order/order.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import type { Words } from '../../../words/words.ts';

const MAPS = 'https://www.google.com/maps/search/?api=1&query=';

/** What of an address is searched for; its link must leave room for others in a message. Characters. */
const SEARCHED = 150;

/** When somebody is expected: as planned, or as it was asked for. */
export const visitStart = ({ plannedStart, content }: Pick<Order, 'plannedStart' | 'content'>): number =>
  plannedStart ?? content.requestedStart;

/** A visit as somebody who goes there needs it: when, which order, for whom; where, with a map; whom to call. mrkdwn. */
export function visitText(order: Order, words: Words, channel?: string): string {
  const { content, number } = order;
  const say = words.reminder.visit;
  return [
    say.line({
      date: date(visitStart(order), words),
      order: orderNumber(number),
      title: bold(content.title),
      client: escaped(content.client),
    }),
    mapLink(content.location),
    ...(content.contact ? [say.contact({ contact: callLinks(content.contact) })] : []),
    ...(channel ? [say.channel({ channel: channelLink(channel) })] : []),
  ].join('\n');
}

/** The same in plain words, escaped, with the time as it is where its reader is. */
export const visitPlain = (order: Order, words: Words, timeZone: string): string =>
  words.reminder.visit.line({
    date: zoned(visitStart(order), words.locale, timeZone),
    order: orderNumber(order.number),
    title: escaped(order.content.title),
    client: escaped(order.content.client),
  });

/** An address that opens on a map. */
export function mapLink(address: string): string {
  const line = address.replace(/\s+/g, ' ').trim();
  if (line === '') return '';
  const searched = encodeURIComponent([...line.toWellFormed()].slice(0, SEARCHED).join('')).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `<${MAPS}${searched}|${labelled(line)}>`;
}

/** What somebody typed, with every telephone number in it as a link that calls. */
export function callLinks(text: string): string {
  let shown = '';
  let end = 0;
  for (const found of text.matchAll(NUMBER)) {
    const [typed] = found;
    const dialled = dialledIn(typed);
    if (dialled === undefined) continue;
    shown += `${escaped(text.slice(end, found.index))}<tel:${dialled}|${labelled(typed)}>`;
    end = found.index + typed.length;
  }
  return shown + escaped(text.slice(end));
}

const NUMBER = /(?<![\p{L}\d])(?:\+|\(?\d)[\d ()./\u00a0-]{5,24}\d(?![\p{L}\d])/gu;
const DAY = /^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]\d{4}/;

/** The digits of a telephone number; undefined for what is none, such as a day. */
function dialledIn(typed: string): string | undefined {
  if (DAY.test(typed)) return undefined;
  const abroad = typed.startsWith('+');
  const digits = (abroad ? typed.replace('(0)', '') : typed).replace(/\D/g, '');
  return digits.length >= 6 && digits.length <= 15 ? `${abroad ? '+' : ''}${digits}` : undefined;
}

/** User text as the label of a link, which ends at its first bar. */
const labelled = (text: string): string => escaped(text.replaceAll('|', '¦'));
