import { context, header, section } from '../../../forms/blocks.ts';
import { channelLink, clip, date, escaped, mrkdwn, quoted } from '../../../forms/mrkdwn.ts';
import type { Entry } from '../../../order/action.ts';
import type { Order } from '../../../order/order.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import type { Words } from '../../../words/words.ts';
import { attachmentContext, cardFields, itemParts } from '../card.ts';
import { decider, pastTense } from '../entry/entry.ts';
import { type Message, message, type Part } from '../message.ts';

/** A request or a task once it is dealt with: the outcome stands where the buttons were, and nothing that changes later. */
export function settledRequest(order: Order, entry: Entry, words: Words, channel: string | undefined): Message {
  const text = words.entry.text({ order: orderNumber(order.number), what: pastTense(entry, words) });
  return message(text, [
    ...settledParts(order, words),
    section(outcome(entry, words)),
    ...(channel ? [context(words.tell.channel({ channel: channelLink(channel) }))] : []),
  ]);
}

/** `*Approved* by Sam Okafor · today`, and for whom. */
function outcome(entry: Entry, words: Words): string {
  const { settled } = words.tell;
  const { action, by } = entry;
  const args = { name: decider({ by, ...(by.for ? { for: by.for } : {}) }, words), date: date(entry.at, words) };
  switch (action.type) {
    case 'approve':
    case 'reject':
    case 'request_changes':
    case 'withdraw':
    case 'resubmit':
    case 'assign':
    case 'edit':
    case 'accept_extra':
    case 'dispute_extra':
      return settled[action.type](args);
    case 'hand_over':
      return settled.hand_over({ ...args, to: escaped(action.to.name) });
    case 'accept_final':
      return settled.accept_extra(args);
    case 'confirm_final':
    case 'close':
    case 'close_not_performed':
      return settled.closed(args);
    default:
      return words.entry.dated({ what: pastTense(entry, words), date: args.date });
  }
}

/** The order in a message that is not drawn again: nothing in it says how the order stands, which changes. */
const settledParts = (order: Order, words: Words): Part[] => {
  const [, ...facts] = cardFields(order, words);
  return [
    header(`${orderNumber(order.number)} · ${order.content.title}`),
    { type: 'section', fields: facts.map((field) => mrkdwn(clip(field, 2000))) },
    section(quoted(order.content.description, 1500)),
    ...itemParts(order, words),
    ...attachmentContext(order, words),
  ];
};
