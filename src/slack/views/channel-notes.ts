import type { ChannelRef } from '../../../db/ports.ts';
import { section } from '../../forms/blocks.ts';
import { channelLink, escaped } from '../../forms/mrkdwn.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import type { Words } from '../../words/words.ts';
import { type Message, message, words as sentence } from './message.ts';

/**
 * Why an order goes on in a new channel, with a link to the old one where that can still be read. `by`: the name of
 * the person who closed it, where it is known.
 */
export function movedMessage(
  order: Order,
  former: Pick<ChannelRef, 'channel' | 'name' | 'lost'>,
  words: Words,
  by?: string,
): Message {
  const { moved } = words.channel;
  const number = orderNumber(order.number);
  const how = former.lost?.how;
  const told = (channel: string): string => {
    const args = { order: number, channel };
    const name = by === undefined ? undefined : escaped(by);
    switch (how) {
      case 'deleted':
        return name === undefined ? moved.deleted(args) : moved.deletedBy({ ...args, name });
      case 'abandoned':
        return name === undefined ? moved.abandoned(args) : moved.abandonedBy({ ...args, name });
      default:
        return name === undefined ? moved.archived(args) : moved.archivedBy({ ...args, name });
    }
  };
  const plainName = `#${escaped(former.name)}`;
  return message(told(plainName), [section(told(how === 'deleted' ? plainName : channelLink(former.channel)))]);
}

/** Stands in the thread under a version's PDF once the next one is issued. It mentions nobody. */
export const supersededMessage = (order: number, by: number, words: Words): Message =>
  sentence(words.channel.superseded({ version: by, order: orderNumber(order) }));
