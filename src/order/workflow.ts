import { type Action, type ActionType, type Entry, isNote } from './action.ts';
import { extraCostOf } from './amounts/covered.ts';
import { itemsDiffer } from './amounts/items.ts';
import { keepingPrices } from './amounts/prices.ts';
import { lookAt } from './clocks/due.ts';
import { type Attachment, filesBesides } from './content.ts';
import type { Effect } from './effect.ts';
import { approvalOf, authorOf, versionOf, withAnswers, withVersion } from './next-version.ts';
import type { Order } from './order.ts';
import type { Acting, Party } from './people.ts';
import { maySettle } from './permissions.ts';
import { planIn, rebasePlan } from './plan.ts';
import type { Policy } from './policy.ts';
import { decidedFor } from './progress/asked.ts';
import { untouched } from './progress/progress.ts';
import { progressAfter } from './progress/progress-after.ts';
import { hasStarted, type Staged } from './progress/stage.ts';
import { type DecisionContext, type NewOrder, type Refusal, refuse } from './refusal.ts';
import { rules } from './rules.ts';
import { isReopened, signatureOn } from './signing/signature.ts';
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
  const base = known ?? blank(order, by, action, at);
  const moved: Started = {
    ...base,
    outcome: isNote(action.type) ? base.outcome : null,
    ...changed(base, action, circumstances),
    state: rule.to ?? base.state,
    stateSince: (rule.to ?? base.state) === base.state && known ? base.stateSince : at,
  };
  const version = versionOf(moved, action, circumstances);
  const seq = base.entryCount + 1;
  const forWhom = known && rule.by.includes('substitute') ? decidedFor(known, actor.id) : {};
  const entry: Entry = {
    seq,
    at,
    by: { ...authorOf(actor), ...forWhom },
    action: recorded(action),
    version: version?.n ?? null,
    key,
  };
  const made: Order = {
    ...moved,
    ...(version ? withVersion(moved, version) : {}),
    lastEntry: isNote(action.type) && known ? known.lastEntry : entry,
    entryCount: seq,
  };
  const after = { ...made, progress: progressAfter(made, base, { action, by, at, entry: seq }) };
  const effects = [...rule.effects.flatMap((owe) => owe(after, entry, known, policy)), ...nextLook(after, at, policy)];
  return { kind: 'accepted', order: after, entry, version, effects };
}

/** The action as the history has it: what was drawn is in its version. */
function recorded(action: Action): Action {
  if (action.type !== 'sign') return action;
  const { drawing, ...rest } = action;
  return rest;
}

/** The order is looked at again when something may be due by then. */
function nextLook(order: Order, at: number, { clocks }: Policy): Effect[] {
  const { due, next } = lookAt(order, clocks, at);
  const notBefore = due ? at : next;
  return notBefore === undefined ? [] : [{ type: 'check_order', notBefore }];
}

/** What of an order tells what can be done to it. */
type Signable = Staged & Pick<Order, 'latest'>;

/** Whether an action has anything to do: a hold to end, work to begin, extra cost to decide on. */
function isOpen(order: Signable, type: ActionType): boolean {
  const { hold, question } = order.progress;
  if (type === 'start_work') return !hasStarted(order);
  if (type === 'resume') return hold !== null;
  if (type === 'accept_extra') return question !== null;
  if (type === 'dispute_extra') return question !== null && !question.disputed;
  if (type === 'sign') return !signatureOn(order) && !isReopened(order);
  return type !== 'accept_final';
}

/** What these roles may do to the order as it stands; without roles, what anybody may. */
export function available(order: Signable, roles?: readonly Acting[]): ActionType[] {
  return (Object.keys(rules) as ActionType[]).filter((type) => {
    const { from, by } = rules[type];
    return from.includes(order.state) && isOpen(order, type) && (!roles || by.some((role) => roles.includes(role)));
  });
}

/**
 * The action as it enters the history: an assignment with the whole plan that comes of it; items of somebody who does not see
 * prices with the prices that they have.
 */
function settled(order: Order | NewOrder, action: Action, circumstances: DecisionContext): Action {
  const { actor, catalogue } = circumstances;
  const { seesPrices = true } = actor;
  if (order.state === 'new') return action;
  switch (action.type) {
    case 'assign': {
      const { seen, type, ...wanted } = action;
      return { type, ...wanted, ...(seen ? rebasePlan(order, wanted, seen) : {}) };
    }
    case 'confirm_partial':
    case 'confirm_final':
      return asCovered(
        order,
        {
          ...(seesPrices ? action : withKnownPrices(order, action, catalogue)),
          report: withoutKnown(action.report, order),
        },
        circumstances,
      );
    case 'close':
    case 'close_not_performed':
      return { ...action, closure: withoutKnown(action.closure, order) };
    case 'add_photos':
      return withoutKnown(action, order, order.progress.photos);
    case 'accept_extra':
    case 'accept_final':
      return { ...action, type: order.progress.question?.closing ? 'accept_final' : 'accept_extra' };
    default:
      return action;
  }
}

/** Without the photos that the order has already: each is part of it once. */
function withoutKnown<P extends { readonly photos: readonly Attachment[] }>(
  of: P,
  { photos, content }: Order,
  others: readonly Attachment[] = [],
): P {
  const left = filesBesides([...photos, ...content.attachments, ...others], of.photos);
  return left.length === of.photos.length ? of : { ...of, photos: left };
}

type Confirm = Extract<Action, { type: 'confirm_partial' | 'confirm_final' }>;

/**
 * A final confirmation that costs more than was approved counts as partial, and keeps its closing until that is accepted. One that
 * does not says so, where the supervisor has disputed the one before.
 */
function asCovered(order: Order, action: Confirm, circumstances: DecisionContext): Confirm {
  const content = withAnswers({ ...order.content, items: action.items }, action);
  if (!extraCostOf({ ...order, content }))
    return order.progress.question?.disputed ? { ...action, settles: true } : action;
  return maySettle({ ...order, content }, circumstances) ? action : { ...action, type: 'confirm_partial' };
}

/** A confirmation of somebody who does not see prices; whether it ends the order as it was approved, prices say as well. */
function withKnownPrices(
  { approvedItems, content }: Order,
  action: Confirm,
  catalogue: DecisionContext['catalogue'],
): Confirm {
  const items = keepingPrices(action.items, content.items, catalogue);
  if (!action.closure) return { ...action, items };
  const outcome = itemsDiffer(approvedItems ?? [], items) ? 'with_changes' : 'as_ordered';
  return { ...action, items, closure: { ...action.closure, outcome } };
}

/** An order that may have no history yet. */
export type Started = Omit<Order, 'lastEntry'>;

function blank(order: Order | NewOrder, by: Party, action: Action, at: number): Started {
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
    progress: untouched(at),
    entryCount: 0,
    source: action.source,
    latest: null,
    approvedItems: null,
    lastReport: null,
    photos: [],
  };
}

function changed(order: Started, action: Action, circumstances: DecisionContext): Partial<Order> {
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
      return { ...planIn(action), approval: approvalOf(order, action, circumstances) };
    case 'assign':
      return planIn(action);
    case 'reschedule':
      return { plannedStart: action.plannedStart };
    case 'hand_over':
      return { supervisor: action.to };
    case 'sign':
      return { outcome: order.outcome };
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
    case 'accept_final':
      return { outcome: itemsDiffer(order.approvedItems ?? [], order.content.items) ? 'with_changes' : 'as_ordered' };
    case 'close':
    case 'close_not_performed':
      return { content: withAnswers(order.content, action), outcome: action.closure.outcome };
    default:
      return {};
  }
}
