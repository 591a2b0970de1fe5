import { section } from '../../../forms/blocks.ts';
import { escaped, lastDay } from '../../../forms/mrkdwn.ts';
import type { Party } from '../../../order/people.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import type { Words } from '../../../words/words.ts';
import { type Message, message, words as sentence } from '../message.ts';
import { approveButton, byTurn, type Waiting, waitingRow } from './reminder.ts';

/** Tells somebody for whom they decide until when, and what waits for that already. */
export function standInMessage(
  { of, until }: { readonly of: Party; readonly until: number },
  waiting: readonly Waiting[],
  words: Words,
): Message {
  const say = words.away.standIn;
  const sorted = waiting.toSorted(byTurn);
  const name = escaped(of.name);
  const lead = `${say.named({ name, date: lastDay(until, words) })}\n${say.waiting({ count: sorted.length })}`;
  const names = sorted.map(({ order }) => `${orderNumber(order.number)} ${escaped(order.content.title)}`);
  return message([say.namedPlain({ name }), say.waiting({ count: sorted.length }), ...names].join('\n'), [
    section(lead),
    ...approveButton(sorted, words),
    {
      rows: sorted.map((one) => waitingRow(one, words, words.reminder.waits[one.about])),
      more: (count) => words.reminder.more({ count }),
    },
  ]);
}

/** Tells them that it is over. */
export const standInEndedMessage = (of: Party, { away }: Words): Message =>
  sentence(away.standIn.ended({ name: escaped(of.name) }));
