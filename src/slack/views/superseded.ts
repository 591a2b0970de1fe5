import { orderNumber } from '../../order/order.ts';
import { type Message, words } from './message.ts';

/** Stands in the thread under a version's PDF once the next one is issued. */
export const supersededMessage = (order: number, by: number): Message =>
  words(
    `*Superseded* by ${orderNumber(order)} v${by}. Every version is listed by \`/service-order history ${orderNumber(order)}\`.`,
  );
