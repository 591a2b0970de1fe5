import { clip, escaped } from '../../forms/mrkdwn.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import type { Words } from '../../words/words.ts';
import { type Message, words as sentence } from './message.ts';

/** Stands in the office's channel above an order's documents with prices; `newest`: once there are several. It mentions nobody. */
export function pricedThread({ number, content }: Order, { issued }: Words, newest?: number): Message {
  const [title, client] = [clip(escaped(content.title), 300), clip(escaped(content.client), 300)];
  const about = { order: orderNumber(number), title, client };
  return sentence(newest === undefined ? issued.thread(about) : issued.newest({ ...about, version: newest }));
}

/** What stands beside a document with prices. Escaped. */
export function pricedNote({ number }: Order, version: number, { issued }: Words): string {
  const order = orderNumber(number);
  return version === 1 ? issued.first({ order }) : issued.next({ order, version });
}
