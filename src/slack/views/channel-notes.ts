import type { ChannelRef } from '../../../db/ports.ts';
import { section } from '../../forms/blocks.ts';
import { channelLink, escaped, mention } from '../../forms/mrkdwn.ts';
import { type Order, orderNumber } from '../../order/order.ts';
import { type Message, message, words } from './message.ts';

/** Why an order goes on in a new channel, in a sentence, with a link to the old one where that can still be read. */
export function movedMessage(order: Order, former: Pick<ChannelRef, 'channel' | 'name' | 'lost'>): Message {
  const number = orderNumber(order.number);
  const { channel, name, lost } = former;
  const by = lost?.by ? ` by ${mention(lost.by)}` : '';
  const sentence = (old: string): string => {
    switch (lost?.how) {
      case 'deleted':
        return `The channel that ${number} had before, ${old}, was deleted${by}, so the order goes on here. Its whole history: \`/service-order history ${number}\`.`;
      case 'abandoned':
        return `The app is no longer in ${old}, so a new channel was opened${by}: ${number} goes on here.`;
      default:
        return `${old} was archived${by}, so ${number} goes on here. What was said there can still be read.`;
    }
  };
  const plainName = `#${escaped(name)}`;
  const link = lost?.how === 'deleted' ? plainName : channelLink(channel);
  return message(sentence(plainName), [section(sentence(link))]);
}

/** Stands in the thread under a version's PDF once the next one is issued. */
export const supersededMessage = (order: number, by: number): Message =>
  words(
    `*Superseded* by ${orderNumber(order)} v${by}. Every version is listed by \`/service-order history ${orderNumber(order)}\`.`,
  );
