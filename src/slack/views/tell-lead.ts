import { extraShown, extraText } from '../../forms/extra-cost.ts';
import { escaped } from '../../forms/mrkdwn.ts';
import type { ActionType, Entry, SubmittedBefore } from '../../order/action.ts';
import { isPriced } from '../../order/amounts/money.ts';
import type { Item } from '../../order/content.ts';
import type { TellKind } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import type { Party } from '../../order/people.ts';
import type { OverLimit } from '../../order/refusal.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { stateText } from '../../words/state.ts';
import type { Words } from '../../words/words.ts';
import { amountsOf } from './card.ts';
import type { StandIn } from './inbox/stand-in.ts';

/** What a direct message is about. */
export interface Recipient {
  readonly entry: Entry;
  readonly about: TellKind;
  /** Somebody who has gone, where it is about them. */
  readonly of: Party | undefined;
  /** What was submitted before, where the entry submits the order again. */
  readonly before?: SubmittedBefore | undefined;
  /** Why somebody is asked in the supervisor's place. */
  readonly standIn?: StandIn | undefined;
  /** Up to which net total (minor units) their acceptance of extra cost would cover the order. */
  readonly covers?: number | undefined;
  /** Why they may not accept so much. */
  readonly over?: OverLimit | undefined;
  /** Of extra cost: the items that were approved or accepted last, where those are not the ones of the first approval. */
  readonly approved?: readonly Item[] | undefined;
  /** The reader's own (IANA). */
  readonly timeZone?: string | undefined;
}

/** The sentence that a direct message opens with: what happened, and what is asked of its reader. `shown` writes the title. */
export function lead(order: Order, told: Recipient, words: Words, shown: (title: string) => string): string {
  const { entry, about, of } = told;
  const say = words.tell.lead;
  const args = {
    order: orderNumber(order.number),
    name: escaped((of ?? entry.by).name),
    title: shown(order.content.title),
  };
  switch (about) {
    case 'request': {
      const [plain, priced] = asked(entry.action.type, told.standIn !== undefined);
      // Whom the app asks to step in is asked for whom the order waits for.
      const by = entry.action.type === 'remind' ? { name: escaped(order.requester.name) } : {};
      const passed = { ...args, ...by, to: escaped(order.supervisor.name) };
      return isPriced(order.content.items)
        ? say[priced]({ ...passed, amount: amountText(order, words) })
        : say[plain](passed);
    }
    case 'extra_cost': {
      const extra = extraShown(order);
      const confirmed = { ...args, name: escaped((order.latest?.by ?? entry.by).name) };
      if (!extra) return say.extra_cost(confirmed);
      return say.extra_cost_priced({ ...confirmed, difference: extraText(extra, order.content, words) });
    }
    case 'held':
      return (entry.action.type === 'hold' && entry.action.seen !== undefined ? say.hold_changed : say.held)(args);
    case 'handed_over':
      return say.handed_over({ ...args, to: escaped(order.supervisor.name) });
    case 'supervisor_gone':
      return (order.state === 'submitted' ? say.supervisor_gone_submitted : say.supervisor_gone)(args);
    case 'confirmed':
      return (settles(entry) ? say.confirmed_settles : say.confirmed)(args);
    case 'signed':
      return (reservationsIn(entry) ? say.signed_reservations : say.signed)(args);
    case 'closed':
      return (settles(entry) ? say.closed_settles : say.closed)({ ...args, state: stateText(order, words) });
    case 'channel_lost':
    case 'channel_shared':
      return say[about]({ order: args.order, title: args.title });
    default:
      return say[about](args);
  }
}

/** Whether a confirmation ends a dispute over extra cost. */
const settles = ({ action }: Entry): boolean => 'settles' in action && action.settles === true;

/** What a client signed under; '' for nothing. */
export const reservationsIn = ({ action }: Entry): string => (action.type === 'sign' && action.reservations) || '';

/** How a request came about: its sentence without an amount, and with one. `instead`: its reader is not the supervisor. */
function asked(type: ActionType, instead: boolean) {
  switch (type) {
    case 'resubmit':
      return ['again', 'again_priced'] as const;
    case 'edit':
      return ['edited', 'edited_priced'] as const;
    case 'hand_over':
      return instead ? (['passed_on', 'passed_on_priced'] as const) : (['passed', 'passed_priced'] as const);
    default:
      return ['request', 'request_priced'] as const;
  }
}

/** The total by which an order is decided on: with tax where there is tax. */
function amountText({ content }: Order, words: Words): string {
  const { net, gross } = amountsOf(content, words);
  return gross === undefined ? words.tell.amount.net({ net }) : words.tell.amount.tax({ gross });
}
