import type { Action, ActionType, Entry } from './action.ts';
import { itemsDiffer } from './amounts/items.ts';
import { keepingPrices } from './amounts/prices.ts';
import type { Effect } from './effect.ts';
import { authorOf, versionOf, withAnswers, withVersion } from './next-version.ts';
import type { Order } from './order.ts';
import type { Party, Role } from './people.ts';
import { planIn, rebasePlan } from './plan.ts';
import { type DecisionContext, type NewOrder, type Refusal, refuse } from './refusal.ts';
import { rules } from './rules.ts';
import type { Version } from './version.ts';

export type Decision =
  | {
      readonly kind: 'accepted';
      readonly order: Order;
      readonly entry: Entry;
      readonly version: Version | null;
      readonly effects: readonly Effect[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * The whole workflow: pure, total, and the only code that moves an order. Who may act is looked at first, then the state,
 * then what the action builds on.
 */
export function decide(order: Order | NewOrder, asked: Action, circumstances: DecisionContext): Decision {
  const known = order.state === 'new' ? undefined : order;
  const { actor, at, key, policy } = circumstances;
  const refusal = refuse(order, asked, circumstances);
  if (refusal) return { kind: 'refused', refusal };
  const action = settled(order, asked, circumstances);

  const rule = rules[action.type];
  const by: Party = { id: actor.id, name: actor.name };
  const base = known ?? blank(order, by, action);
  const moved: Started = {
    ...base,
    outcome: null,
    ...changed(base, action, by, at),
    state: rule.to ?? base.state,
    stateSince: (rule.to ?? base.state) === base.state && known ? base.stateSince : at,
  };
  const version = versionOf(moved, action, circumstances);
  const entry: Entry = {
    seq: (known?.lastEntry.seq ?? 0) + 1,
    at,
    by: authorOf(actor),
    action,
    version: version?.n ?? null,
    key,
  };
  const after: Order = { ...moved, ...(version ? withVersion(moved, version) : {}), lastEntry: entry };
  const effects = rule.effects.flatMap((owe) => owe(after, entry, known, policy));
  return { kind: 'accepted', order: after, entry, version, effects };
}

/** What these roles may do to the order as it stands; without roles, what anybody may. */
export function available(order: Pick<Order, 'state'>, roles?: readonly Role[]): ActionType[] {
  return (Object.keys(rules) as ActionType[]).filter((type) => {
    const { from, by } = rules[type];
    return from.includes(order.state) && (!roles || by.some((role) => roles.includes(role)));
  });
}

/**
 * The action as it enters the history: an assignment with the whole plan that comes of it; items of somebody who does not see
 * prices with the prices that they have.
 */
function settled(order: Order | NewOrder, action: Action, { actor, catalogue }: DecisionContext): Action {
  const { seesPrices = true } = actor;
  if (order.state === 'new') return action;
  switch (action.type) {
    case 'assign': {
      const { seen, type, ...wanted } = action;
      return { type, ...wanted, ...(seen ? rebasePlan(order, wanted, seen) : {}) };
    }
    case 'confirm_partial':
    case 'confirm_final':
      return seesPrices ? action : withKnownPrices(order, action, catalogue);
    default:
      return action;
  }
}

/** A confirmation of somebody who does not see prices; whether it ends the order as it was approved, prices say as well. */
function withKnownPrices(
  { approvedItems, content }: Order,
  action: Extract<Action, { type: 'confirm_partial' | 'confirm_final' }>,
  catalogue: DecisionContext['catalogue'],
): Action {
  const items = keepingPrices(action.items, content.items, catalogue);
  if (!action.closure) return { ...action, items };
  const outcome = itemsDiffer(approvedItems ?? [], items) ? 'with_changes' : 'as_ordered';
  return { ...action, items, closure: { ...action.closure, outcome } };
}

/** An order that may have no history yet. */
export type Started = Omit<Order, 'lastEntry'>;

function blank(order: Order | NewOrder, by: Party, action: Action): Started {
  if (order.state !== 'new' || action.type !== 'submit') throw new Error(`${action.type} needs an order`);
  return {
    team: order.team,
    id: order.id,
    number: 0,
    revision: 0,
    state: 'submitted',
    stateSince: 0,
    outcome: null,
    requester: by,
    supervisor: action.supervisor,
    coordinator: action.coordinator,
    crew: [],
    plannedStart: null,
    content: action.content,
    submission: 0,
    approval: null,
    source: action.source,
    latest: null,
    approvedItems: null,
    lastReport: null,
    photos: [],
  };
}

function changed(order: Started, action: Action, by: Party, at: number): Partial<Order> {
  switch (action.type) {
    case 'submit':
    case 'resubmit':
    case 'edit':
      return {
        content: action.content,
        supervisor: action.supervisor,
        coordinator: action.coordinator,
        submission: order.submission + 1,
      };
    case 'approve':
      return { ...planIn(action), approval: { by, at, signature: action.signature, comment: action.comment } };
    case 'assign':
      return planIn(action);
    case 'hand_over':
      return { supervisor: action.to };
    case 'reject':
      return { outcome: 'rejected' };
    case 'withdraw':
      return { outcome: 'withdrawn' };
    case 'confirm_partial':
      return { content: withAnswers({ ...order.content, items: action.items }, action) };
    case 'confirm_final':
      return {
        content: withAnswers({ ...order.content, items: action.items }, action),
        outcome: itemsDiffer(order.approvedItems ?? [], action.items) ? 'with_changes' : 'as_ordered',
      };
    case 'close':
    case 'close_not_performed':
      return { content: withAnswers(order.content, action), outcome: action.closure.outcome };
    default:
      return {};
  }
}
