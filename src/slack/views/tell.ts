import type { ChannelRef } from '../../../db/ports.ts';
import { context, section } from '../../forms/blocks.ts';
import type { OrderFormId } from '../../forms/forms.ts';
import { bold, channelLink, date, escaped, quoted, zoned } from '../../forms/mrkdwn.ts';
import { ownLines } from '../../forms/own/lines.ts';
import type { ActionType, Entry, SubmittedBefore } from '../../order/action.ts';
import { type ExtraCost, extraCostOf } from '../../order/amounts/covered.ts';
import { formatMoney, isPriced } from '../../order/amounts/money.ts';
import type { TellKind } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import type { Party } from '../../order/people.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { stateText } from '../../words/state.ts';
import type { Words } from '../../words/words.ts';
import { actionsOf, buttonBlocks, formsFor, type Offer } from './buttons.ts';
import { accessParts, amountsOf, cardParts, cardText } from './card.ts';
import { pastTense, reasonOf } from './entry.ts';
import { type Message, message, type Part } from './message.ts';
import { resubmissionLines } from './resubmission.ts';

/** The forms whose buttons stand under such a message, as far as the order can still take them. */
export function formsUnder(about: TellKind, order: Order): OrderFormId[] {
  const now = formsFor(order);
  return formsAskedBy(about, order).filter((form) => now.includes(form));
}

function formsAskedBy(about: TellKind, { state }: Order): OrderFormId[] {
  switch (about) {
    case 'request':
    case 'request_instead':
      return ['approve', 'request_changes', 'reject', 'hand_over'];
    case 'changes_requested':
      return ['resubmit', 'withdraw'];
    case 'supervisor_gone':
      return state === 'submitted' ? ['withdraw'] : ['resubmit', 'withdraw'];
    case 'requester_gone':
      return ['withdraw'];
    case 'coordinator_gone':
    case 'crew_gone':
      return ['assign'];
    default:
      return [];
  }
}

/** The buttons under such a message: those of a task, and what the crew does next on site. */
function offersUnder(about: TellKind, order: Order): readonly Offer[] {
  if (about !== 'crew_joined' && about !== 'resumed') return formsUnder(about, order);
  const now = actionsOf(order, ['crew']);
  return FIELD.filter((offer) => now.includes(offer));
}

const FIELD = ['start_work', 'confirm', 'as_planned', 'close', 'hold'] as const;

/** What a direct message is about. */
export interface Recipient {
  readonly entry: Entry;
  readonly about: TellKind;
  /** Somebody who has gone, where it is about them. */
  readonly of: Party | undefined;
  /** What was submitted before, where the entry submits the order again. */
  readonly before?: SubmittedBefore | undefined;
  /** The reader's own (IANA). */
  readonly timeZone?: string | undefined;
}

type Channel = Pick<ChannelRef, 'channel' | 'name'>;

/** A direct message about one entry, in its reader's `words`. `ref` is the order's channel, when it has one already. */
export function tellMessage(order: Order, told: Recipient, words: Words, ref: Channel | undefined): Message {
  const { entry, about, of } = told;
  const reason = of || about === 'channel_lost' || about === 'channel_shared' ? '' : reasonOf(entry, words);
  const parts = [
    section(lead(order, told, words, bold)),
    ...(reason ? [section(quoted(reason))] : []),
    ...changes(told, words),
    ...(about === 'crew_joined' ? [section(jobLines(order, words)), ...accessParts(order, words)] : []),
  ];
  const where = ref ? [context(channelLine(ref, about, words))] : [];
  const text = tellText(order, told, words, reason);
  if (about === 'request' || about === 'request_instead') {
    const [, ...shown] = cardParts(order, words, formsUnder(about, order), ownLines(order.content.own, words));
    return message(text, [...parts, ...where, ...shown]);
  }
  return message(text, [...parts, ...where, ...buttonBlocks(order, offersUnder(about, order), words)]);
}

/** The whole message in plain words, escaped, times as they are where its reader is. */
function tellText(order: Order, told: Recipient, words: Words, reason: string): string {
  const { about, before, entry, timeZone } = told;
  const start = order.plannedStart ?? order.content.requestedStart;
  return [
    lead(order, told, words, escaped),
    ...(reason ? [escaped(reason)] : []),
    ...(before && 'content' in entry.action ? resubmissionLines(before, entry.action, words) : []),
    ...(about === 'crew_joined' && timeZone ? [words.tell.start({ date: zoned(start, words.locale, timeZone) })] : []),
  ].join('\n');
}

/** The sentence that a direct message opens with: what happened, and what is asked of its reader. `shown` writes the title. */
function lead(order: Order, told: Recipient, words: Words, shown: (title: string) => string): string {
  const { entry, about, of } = told;
  const say = words.tell.lead;
  const args = {
    order: orderNumber(order.number),
    name: escaped((of ?? entry.by).name),
    title: shown(order.content.title),
  };
  switch (about) {
    case 'request': {
      const [plain, priced] = asked(entry.action.type);
      return isPriced(order.content.items)
        ? say[priced]({ ...args, amount: amountText(order, words) })
        : say[plain](args);
    }
    case 'extra_cost': {
      const extra = isPriced(order.content.items) ? extraCostOf(order) : undefined;
      if (!extra) return say.extra_cost(args);
      return say.extra_cost_priced({ ...args, difference: extraText(extra, order, words) });
    }
    case 'rescheduled':
      return say.rescheduled({ ...args, date: date(order.plannedStart ?? order.content.requestedStart, words) });
    case 'handed_over':
      return say.handed_over({ ...args, to: escaped(order.supervisor.name) });
    case 'supervisor_gone':
      return (order.state === 'submitted' ? say.supervisor_gone_submitted : say.supervisor_gone)(args);
    case 'closed':
      return say.closed({ ...args, state: stateText(order, words) });
    case 'channel_lost':
    case 'channel_shared':
      return say[about]({ order: args.order, title: args.title });
    default:
      return say[about](args);
  }
}

/** By how much an order costs more than was approved: `+€2,340.00 (+650 %)`. */
export function extraText({ difference, approved }: ExtraCost, { content }: Order, words: Words): string {
  const money = formatMoney(difference, content, words.locale, true);
  if (approved <= 0) return money;
  const share = new Intl.NumberFormat(words.locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'always',
  });
  return `${money} (${share.format(difference / approved)})`;
}

/** How a request came about: its sentence without an amount, and with one. */
function asked(type: ActionType) {
  switch (type) {
    case 'resubmit':
      return ['again', 'again_priced'] as const;
    case 'edit':
      return ['edited', 'edited_priced'] as const;
    case 'hand_over':
      return ['passed', 'passed_priced'] as const;
    default:
      return ['request', 'request_priced'] as const;
  }
}

/** The total by which an order is decided on: with tax where there is tax. */
function amountText({ content }: Order, words: Words): string {
  const { net, gross } = amountsOf(content, words);
  return gross === undefined ? words.tell.amount.net({ net }) : words.tell.amount.tax({ gross });
}

/** What a resubmission changed. */
function changes({ before, entry: { action } }: Recipient, words: Words): Part[] {
  if (!before || !('content' in action)) return [];
  const lines = resubmissionLines(before, action, words, (at) => date(at, words));
  return [{ lines, more: (count) => words.forms.moreLines({ count }) }];
}

/** Where the order's channel is; with its name as well, where the link may lead to nothing. */
const channelLine = ({ channel, name }: Channel, about: TellKind, { tell }: Words): string =>
  about === 'channel_lost'
    ? tell.namedChannel({ name: escaped(name), channel: channelLink(channel) })
    : tell.channel({ channel: channelLink(channel) });

/** A request or a task once it is dealt with: the outcome stands where the buttons were. */
export function settledRequest(order: Order, entry: Entry, words: Words, channel: string | undefined): Message {
  return message(cardText(order, words), [
    ...cardParts(order, words, []),
    section(outcome(entry, words)),
    ...(channel ? [context(words.tell.channel({ channel: channelLink(channel) }))] : []),
  ]);
}

/** `*Approved* by Sam Okafor · today`. */
function outcome(entry: Entry, words: Words): string {
  const { settled } = words.tell;
  const { type } = entry.action;
  const args = { name: escaped(entry.by.name), date: date(entry.at, words) };
  switch (type) {
    case 'approve':
    case 'reject':
    case 'request_changes':
    case 'withdraw':
    case 'resubmit':
    case 'assign':
    case 'edit':
    case 'hand_over':
    case 'accept_extra':
    case 'dispute_extra':
      return settled[type](args);
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

function jobLines({ content, plannedStart }: Order, words: Words): string {
  const job = {
    location: escaped(content.location),
    date: date(plannedStart ?? content.requestedStart, words),
  };
  const { tell } = words;
  return content.contact ? tell.jobContact({ ...job, contact: escaped(content.contact) }) : tell.job(job);
}
