import type { KnownBlock } from '@slack/types';
import { context, section } from '../../../forms/blocks.ts';
import { extraText } from '../../../forms/extra-cost.ts';
import { date, escaped } from '../../../forms/mrkdwn.ts';
import { extraCostOf } from '../../../order/amounts/covered.ts';
import { isPriced } from '../../../order/amounts/money.ts';
import type { Order } from '../../../order/order.ts';
import type { Awaited, Task, Whose } from '../../../order/progress/inbox.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import type { Words } from '../../../words/words.ts';
import { buttonBlocks, type Offer } from '../buttons.ts';
import { amountsOf } from '../card.ts';
import { visitStart } from '../daily/visit.ts';
import { type Message, message, words as sentence } from '../message.ts';
import { severalButton } from './several.ts';

/** An order that awaits its reader, as they may read it. */
export interface InboxRow {
  readonly order: Order;
  readonly task: Task;
  /** Of a decision that its reader takes for somebody else, or besides them. */
  readonly whose?: Whose | undefined;
  /** What the reader can do with it. */
  readonly offers: readonly Offer[];
}

/** What awaits somebody, what is due first at the top. */
export interface Inbox {
  readonly rows: readonly InboxRow[];
  /** Whether there is more than these. */
  readonly more: boolean;
  /** Whether some of it can be approved together. */
  readonly several: boolean;
  /** When it was read (seconds). */
  readonly at: number;
}

/** What each task is done by, the first at the left: ids of buttons. */
export const DONE_BY: Readonly<Record<Awaited, readonly string[]>> = {
  decision: ['approve', 'reject'],
  changes: ['resubmit'],
  extra_cost: ['accept', 'dispute'],
  disputed: ['confirm'],
  start: ['start_work', 'hold'],
  end: ['confirm', 'close'],
};

/** What awaits somebody, at most so many orders, each with its buttons; `say` tells where there is more. */
export function inboxBlocks(
  { rows, more, several, at }: Inbox,
  words: Words,
  { most, rest }: { readonly most: number; readonly rest: string },
): KnownBlock[] {
  if (rows.length === 0) return [section(words.home.nothingWaiting)];
  return [
    ...(several ? [severalButton(words)] : []),
    ...rows.slice(0, most).flatMap((row) => rowBlocks(row, at, words)),
    ...(more || rows.length > most ? [context(rest)] : []),
  ];
}

/** The answer to `inbox`. */
export function inboxMessage(inbox: Inbox, words: Words): Message {
  if (inbox.rows.length === 0) return sentence(words.home.nothingWaiting);
  const orders = inbox.rows.map(({ order, task, whose }) =>
    words.inbox.line({
      ...{ order: orderNumber(order.number), title: escaped(order.content.title) },
      waits: whoseText(waitsText(task, words), whose, words),
    }),
  );
  const text = words.inbox.text({ head: words.home.waiting, orders: orders.join(', ') });
  return message(text, inboxBlocks(inbox, words, { most: inbox.rows.length, rest: words.inbox.rest }));
}

function rowBlocks({ order, task, whose, offers }: InboxRow, at: number, words: Words): KnownBlock[] {
  const say = words.inbox;
  const text = say.row({
    ...{ order: orderNumber(order.number), title: escaped(order.content.title) },
    facts: factsText(order, task, words),
    waits: whoseText(dueText(task, at, words), whose, words),
  });
  return [
    section(text),
    ...buttonBlocks(order, [...offers, 'view'], words, { place: `inbox-${order.number}`, quiet: true }),
  ];
}

/** For whom it is, what it costs as far as the reader sees that, and when somebody is expected. */
function factsText(order: Order, { about }: Task, words: Words): string {
  const say = words.inbox;
  const facts = { client: escaped(order.content.client), date: date(visitStart(order), words) };
  if (!isPriced(order.content.items)) return say.facts(facts);
  const extra = about === 'extra_cost' || about === 'disputed' ? extraCostOf(order) : undefined;
  const amount = extra
    ? extraText(extra, order.content, words)
    : words.tell.amount.net({ net: amountsOf(order.content, words).net });
  return say.factsPriced({ ...facts, amount });
}

/** What it waits for and since when. */
export function waitsText({ about, since }: Pick<Task, 'about' | 'since'>, words: Words): string {
  const at = { date: date(since, words) };
  return about === 'disputed' ? words.inbox.disputed(at) : words.reminder.waits[about](at);
}

/** What it waits for, and whose decision that is, where it is not its reader's own. Escaped. */
export function whoseText(waits: string, whose: Whose | undefined, { inbox }: Words): string {
  if (!whose) return waits;
  const said = { waits, name: escaped(whose.supervisor.name) };
  return whose.away ? inbox.standIn(said) : inbox.besides(said);
}

/** The same with when it is due, or since when it is overdue. Of a visit that is late nothing else needs to be said. */
function dueText(task: Task, at: number, words: Words): string {
  const waits = waitsText(task, words);
  if (task.due === undefined || task.about === 'start' || task.about === 'end') return waits;
  const due = { waits, date: date(task.due, words) };
  return task.due <= at ? words.inbox.overdue(due) : words.inbox.due(due);
}
