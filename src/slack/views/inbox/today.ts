import type { KnownBlock } from '@slack/types';
import { context, section } from '../../../forms/blocks.ts';
import { bold, date, escaped } from '../../../forms/mrkdwn.ts';
import type { Order } from '../../../order/order.ts';
import type { Task } from '../../../order/progress/inbox.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import { stateText } from '../../../words/state.ts';
import type { Words } from '../../../words/words.ts';
import { buttonBlocks, type Offer } from '../buttons.ts';
import { visitText } from '../daily/visit.ts';
import { type Message, message, words as sentence } from '../message.ts';
import { waitsText } from './inbox.ts';

/** A visit, as its reader may read it. */
export interface Visit {
  readonly order: Order;
  /** What the reader can do there. */
  readonly offers: readonly Offer[];
  /** What should have begun, or been done. */
  readonly late: Task | undefined;
  readonly channel: string | undefined;
}

/** The visits of somebody's day in order of time, with those that are late; and the first of the day after. */
export interface Today {
  readonly visits: readonly Visit[];
  readonly tomorrow: Visit | undefined;
  /** How many there are besides. */
  readonly more: number;
}

/** What a visit brings with it, in this order: ids of buttons. */
export const ON_SITE: readonly string[] = ['start_work', 'resume', 'confirm', 'as_planned', 'close', 'sign'];

/** The visits of a day, at most so many; `rest` tells where the others are. */
export function todayBlocks(
  { visits, tomorrow, more }: Today,
  words: Words,
  { most, rest }: { readonly most: number; readonly rest: (count: number) => string },
): KnownBlock[] {
  const others = more + Math.max(0, visits.length - most);
  return [
    ...(visits.length === 0 ? [section(words.inbox.today.none)] : []),
    ...visits.slice(0, most).flatMap((visit) => visitBlocks(visit, words)),
    ...(others > 0 ? [context(rest(others))] : []),
    ...(tomorrow ? [context(bold(words.inbox.today.tomorrow)), section(tomorrowText(tomorrow.order, words))] : []),
  ];
}

/** The answer to `today`. */
export function todayMessage(today: Today, words: Words): Message {
  const say = words.inbox;
  if (today.visits.length === 0 && !today.tomorrow) return sentence(say.today.none);
  const orders = today.visits.map(
    ({ order }) => `${orderNumber(order.number)} ${escaped(order.content.title)} (${stageText(order, words)})`,
  );
  const text = orders.length === 0 ? say.today.none : say.text({ head: say.today.title, orders: orders.join(', ') });
  const rest = (count: number) => say.today.rest({ count });
  return message(text, todayBlocks(today, words, { most: today.visits.length, rest }));
}

function visitBlocks(visit: Visit, words: Words): KnownBlock[] {
  const { order, offers, channel } = visit;
  const [stands = stageText(order, words)] = besidesText(visit, words);
  const text = `${visitText(order, words, channel)}\n${stands}`;
  return [section(text), ...buttonBlocks(order, offers, words, { place: `today-${order.number}`, quiet: true })];
}

/** A visit of another day: how it stands is not said, but that it stands still is. */
const tomorrowText = (order: Order, words: Words): string =>
  [visitText(order, words), ...(order.progress.hold ? [stageText(order, words)] : [])].join('\n');

/** What a visit says besides itself on any day: that it is late, or stands still. */
export function besidesText({ order, late }: { order: Order; late?: Task | undefined }, words: Words): string[] {
  if (late) return [words.inbox.today.late({ waits: waitsText(late, words) })];
  return order.progress.hold ? [stageText(order, words)] : [];
}

/** `In progress`, or why it stands still and until when, whatever else it waits for. */
function stageText(order: Order, words: Words): string {
  const { hold } = order.progress;
  if (!hold) return stateText(order, words);
  const held = { stage: words.order.stage.on_hold, reason: words.order.holdReason[hold.reasonCode] };
  const say = words.inbox.today;
  return hold.until === null ? say.hold(held) : say.holdUntil({ ...held, date: date(hold.until, words) });
}
