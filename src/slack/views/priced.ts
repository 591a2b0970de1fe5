import { clip, escaped } from '../../forms/mrkdwn.ts';
import { type Order, orderNumber } from '../../order/order.ts';
import type { Words } from '../../words/words.ts';
import { type Message, words as sentence } from './message.ts';

/** Stands in the office's channel above an order's documents with prices. It mentions nobody. */
export function pricedThread({ number, content }: Order, { issued }: Words): Message {
  const [title, client] = [clip(escaped(content.title), 300), clip(escaped(content.client), 300)];
  return sentence(issued.thread({ order: orderNumber(number), title, client }));
}

/** What stands beside a document with prices: which it is, and what became of the others. Escaped. */
export function pricedNote({ number, latest }: Order, version: number, { issued, channel }: Words): string {
  const order = orderNumber(number);
  if (latest && latest.n > version) return channel.superseded({ version: latest.n, order });
  return version === 1 ? issued.first({ order }) : issued.next({ order, version });
}
