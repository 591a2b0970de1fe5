import type { LostChannel } from '../../../db/ports.ts';
import { channelLink, escaped, mention, mrkdwn } from '../../forms/mrkdwn.ts';
import { type Order, orderNumber } from '../../order/order.ts';
import { type Message, message } from './message.ts';

/** The channel that an order had before. */
export interface FormerChannel {
  readonly channel: string;
  readonly name: string;
  readonly lost: LostChannel | null;
}

/** Why an order goes on in a new channel, in a sentence, with a link to the old one where that can still be read. */
export function movedMessage(order: Order, former: FormerChannel): Message {
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
  return message(sentence(plainName), [{ type: 'section', text: mrkdwn(sentence(link)) }]);
}
