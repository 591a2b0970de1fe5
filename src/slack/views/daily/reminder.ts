import type { KnownBlock, SectionBlock } from '@slack/types';
import { button, section } from '../../../forms/blocks.ts';
import { bold, channelLink, clip, date, escaped, zoned } from '../../../forms/mrkdwn.ts';
import { isPriced } from '../../../order/amounts/money.ts';
import type { Order } from '../../../order/order.ts';
import type { Whose } from '../../../order/progress/inbox.ts';
import type { ReminderKind } from '../../../order/progress/progress.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import type { Words } from '../../../words/words.ts';
import { buttonBlocks, type Offer } from '../buttons.ts';
import { amountsOf } from '../card.ts';
import { homeActions } from '../ids.ts';
import { whoseText } from '../inbox/inbox.ts';
import { mayApproveTogether, severalButton } from '../inbox/several.ts';
import { type Message, message } from '../message.ts';

/** Something that waits for its reader. `order`: as they may see it; `since`: from when on it should have been done. */
export interface Waiting {
  readonly order: Order;
  readonly about: ReminderKind;
  readonly since: number;
  /** Since when it is overdue, where that is to be said. */
  readonly overdue?: number | undefined;
  /** The id of the order's channel, where it is open. */
  readonly channel: string | undefined;
  /** Of a decision that its reader takes for somebody else, or besides them. */
  readonly whose?: Whose | undefined;
  /** What its reader can do about it, where they are reminded of it alone. */
  readonly offers?: readonly Offer[];
}

/** What is done about a visit that is late. */
export const ABOUT_VISIT: Partial<Record<ReminderKind, readonly Offer[]>> = {
  start: ['start_work', 'hold', 'reschedule'],
  end: ['close', 'as_planned', 'confirm', 'hold'],
};

/** A reminder of one order. `asked`: the message with which its reader was asked first, buttons and all. */
export function reminderMessage(
  { order, about, since, channel, offers = [] }: Waiting,
  asked: Message | undefined,
  words: Words,
  timeZone: string,
): Message {
  const lead = words.reminder.lead[about];
  const named = { order: orderNumber(order.number) };
  const shown = lead({ ...named, title: bold(order.content.title), date: date(since, words) });
  const plain = lead({
    ...named,
    title: escaped(order.content.title),
    date: zoned(since, words.locale, timeZone),
  });
  if (asked) return message(`${plain}\n${asked.text}`, [section(shown), ...asked.blocks]);
  const where = channel ? `\n${words.tell.channel({ channel: channelLink(channel) })}` : '';
  if (offers.length > 0)
    return message(plain, [section(`${shown}${where}`), ...buttonBlocks(order, [...offers, 'view'], words)]);
  return message(plain, [section(`${shown}${where}`, showButton(order, words))]);
}

/** A reminder of several orders, those that have waited longest first. */
export function remindersMessage(waiting: readonly Waiting[], words: Words): Message {
  const say = words.reminder;
  const sorted = waiting.toSorted(byTurn);
  const lead = say.list({ count: waiting.length });
  const names = sorted.map(({ order }) => `${orderNumber(order.number)} ${escaped(order.content.title)}`);
  return message(`${lead}\n${names.join('\n')}`, [
    section(lead),
    ...approveButton(sorted, words),
    { rows: sorted.map((one) => waitingRow(one, words, say.waits[one.about])), more: (count) => say.more({ count }) },
  ]);
}

/** Where several orders can be approved as they are proposed: the button for that. */
export function approveButton(waiting: readonly Waiting[], words: Words): KnownBlock[] {
  const proposed = waiting.filter(({ order }) => mayApproveTogether(order));
  return proposed.length > 1 ? [severalButton(words)] : [];
}

/** What has waited longest comes first, of what has waited as long the older order. */
export const byTurn = (one: Waiting, other: Waiting): number =>
  one.since - other.since || one.order.number - other.order.number;

/** One of several orders that wait: which one, for whom, at what price; since when, and where its channel is. `why`: what it waits for. */
export function waitingRow(
  { order, since, overdue, channel, whose }: Waiting,
  words: Words,
  why: (args: { date: string }) => string,
): SectionBlock {
  const where = channel ? ` · ${channelLink(channel)}` : '';
  const waits = why({ date: date(since, words) });
  const said = overdue === undefined ? waits : words.inbox.overdue({ waits, date: date(overdue, words) });
  return section(`${waitingLine(order, words)}\n${whoseText(said, whose, words)}${where}`, showButton(order, words));
}

function waitingLine(order: Order, words: Words): string {
  const { content, number } = order;
  const line = {
    order: orderNumber(number),
    title: bold(clip(content.title, 80)),
    client: escaped(clip(content.client, 80)),
  };
  if (!isPriced(content.items)) return words.reminder.row(line);
  return words.reminder.rowAmount({ ...line, amount: amountsOf(content, words).net });
}

const showButton = (order: Order, { lists }: Words) => ({
  accessory: button(homeActions.show, lists.view, {
    value: order.id,
    accessibility_label: lists.viewOrder({ order: orderNumber(order.number) }),
  }),
});
