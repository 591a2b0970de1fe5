import { differsFromApproved, itemsDiffer } from './items.ts';
import { totals } from './money.ts';
import type { Action, ActionType, Actor, Effect, Entry, Issuer, Order, Party, Role, State, Version } from './order.ts';
import type { Lacking } from './own-fields.ts';
import { isWithin, whoMayApprove } from './permissions.ts';
import { planIn, rebasePlan } from './plan.ts';
import { keepingPrices } from './prices.ts';
import { rules } from './rules.ts';
import { authorOf, lackingFor, versionOf, withAnswers, withVersion } from './versions.ts';

/** What the workspace's settings say about deciding. */
export interface Policy {
  readonly allowOwnApproval: boolean;
  /** Orders of one requester that may wait for a decision at once. */
  readonly undecidedPerPerson: number;
  /** Days until a completed or not performed order's channel is archived. */
  readonly archiveAfterDays: number;
  readonly issuer: Issuer;
  /** IANA zone printed on documents; '' means that of the person who approved. */
  readonly timeZone: string;
  /** Who may be asked to decide, and up to which net amount (a decimal, null: any); null: every full member, up to any. */
  readonly supervisors: readonly Supervisor[] | null;
  /** ISO 4217, in which those amounts count. */
  readonly limitCurrency: string;
  /** Ids of admins, as far as they are known: orders are handed over to them whatever the list says, and they approve any amount. */
  readonly admins?: readonly string[];
  /** The channel where the office gets documents with prices; '' where they go to those who answer for the order. */
  readonly pricedChannel: string;
}

/** Who may be asked to decide. */
export interface Supervisor {
  readonly id: string;
  /** The net amount up to which they may approve, a decimal in the currency's major unit; null: any. */
  readonly limit: string | null;
}

/**
 * Versions after which an order takes no more partial confirmations: each holds all items, and everybody who looks at the
 * order waits for all of them. What ends the order is always possible.
 */
export const MAX_VERSIONS = 90;

/** Who acts, when (seconds), under which idempotency key and policy. That a key is accepted once is the store's to see to. */
export interface DecisionContext {
  readonly actor: Actor;
  readonly at: number;
  readonly key: string;
  readonly policy: Policy;
  /** How many orders of the actor wait for a decision; asked for where a new one is submitted. */
  readonly undecided?: number;
  /** What lines of the catalogue cost, by id, where the actor takes some and does not see prices. */
  readonly catalogue?: ReadonlyMap<string, string>;
}

/** An order that does not exist yet: what `submit` starts from. */
export interface NewOrder {
  readonly state: 'new';
  readonly team: string;
  readonly id: string;
}

/** Why an action was not accepted. A value, not a fault: nothing has changed. */
export type Refusal =
  | { readonly reason: 'not_allowed'; readonly action: ActionType; readonly allowed: readonly Role[] }
  | { readonly reason: 'own_order' }
  | { readonly reason: 'too_many_undecided'; readonly limit: number }
  | { readonly reason: 'wrong_state'; readonly action: ActionType; readonly state: State; readonly last: Entry }
  | { readonly reason: 'stale_submission'; readonly last: Entry }
  | { readonly reason: 'stale_version'; readonly base: number; readonly latest: Version }
  | { readonly reason: 'too_many_versions'; readonly most: number }
  /** What was changed contradicts what somebody else changed in the plan meanwhile, in the last entry or before it. */
  | { readonly reason: 'stale_plan'; readonly last: Entry }
  | { readonly reason: 'no_crew' }
  | OverLimit
  | { readonly reason: 'not_supervisor'; readonly person: Party }
  | { readonly reason: 'same_supervisor'; readonly person: Party }
  | { readonly reason: 'not_as_ordered'; readonly latest: Version }
  /** What its type asks for before it is closed as performed is not there. */
  | { readonly reason: 'lacking'; readonly lacking: Lacking };

/** What an order costs is more than somebody may approve. */
export interface OverLimit {
  readonly reason: 'over_limit';
  /** Minor units of the order's currency. */
  readonly net: number;
  /** The net amount that they may approve, and in which currency; undefined: the list of supervisors does not name them. */
  readonly limit: string | undefined;
  readonly currency: string;
  /** Whose limit suffices. */
  readonly enough: readonly string[];
}

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

/** Why this person could not take such an action now, whatever they would write in its form: asked before it opens. */
export function refusalToOpen(
  order: Order | NewOrder,
  type: ActionType,
  { actor, policy, undecided = 0 }: Pick<DecisionContext, 'actor' | 'policy' | 'undecided'>,
): Refusal | undefined {
  const { from, by } = rules[type];
  if (!by.some((role) => actor.roles.includes(role))) return { reason: 'not_allowed', action: type, allowed: by };
  if (order.state === 'new') {
    const limit = policy.undecidedPerPerson;
    return undecided < limit ? undefined : { reason: 'too_many_undecided', limit };
  }
  if (!from.includes(order.state))
    return { reason: 'wrong_state', action: type, state: order.state, last: order.lastEntry };
  if (type === 'approve') {
    const own = order.requester.id === actor.id && !policy.allowOwnApproval;
    return own ? { reason: 'own_order' } : overLimit(order, actor, policy);
  }
  if (type === 'confirm_partial' && (order.latest?.n ?? 0) >= MAX_VERSIONS)
    return { reason: 'too_many_versions', most: MAX_VERSIONS };
  return undefined;
}

/**
 * Why this person could take none of the actions that a form leads to; or what they should know because they can take
 * only some of them.
 */
export function refusalsToOpen(
  order: Order | NewOrder,
  types: readonly ActionType[],
  circumstances: Pick<DecisionContext, 'actor' | 'policy' | 'undecided'>,
): { readonly all?: Refusal; readonly some?: Refusal } {
  const refusals = types.flatMap((type) => refusalToOpen(order, type, circumstances) ?? []);
  const [first] = refusals;
  if (!first) return {};
  return refusals.length === types.length ? { all: first } : { some: first };
}

function refuse(order: Order | NewOrder, action: Action, circumstances: DecisionContext): Refusal | undefined {
  const early = refusalToOpen(order, action.type, circumstances);
  if (early) return early;
  const { policy } = circumstances;
  const asked = 'supervisor' in action ? action.supervisor : action.type === 'hand_over' ? action.to : undefined;
  // Who was asked before may stay, also when the list has changed.
  const isNew = order.state === 'new' || asked?.id !== order.supervisor.id;
  const isAdmin = action.type === 'hand_over' && policy.admins?.includes(action.to.id);
  if (asked && isNew && !isAdmin && policy.supervisors && !policy.supervisors.some(({ id }) => id === asked.id))
    return { reason: 'not_supervisor', person: asked };
  if (order.state === 'new') return undefined;
  const { lastEntry: last, latest } = order;
  switch (action.type) {
    case 'edit':
      return action.submission === order.submission ? undefined : { reason: 'stale_submission', last };
    case 'hand_over':
      if (action.submission !== order.submission) return { reason: 'stale_submission', last };
      return action.to.id === order.supervisor.id ? { reason: 'same_supervisor', person: action.to } : undefined;
    case 'request_changes':
    case 'reject':
    case 'withdraw':
      return action.submission === order.submission ? undefined : { reason: 'stale_submission', last };
    case 'approve':
      if (action.submission !== order.submission) return { reason: 'stale_submission', last };
      return action.crew.length === 0 ? { reason: 'no_crew' } : undefined;
    case 'assign':
      if (action.crew.length === 0) return { reason: 'no_crew' };
      if (!action.seen || rebasePlan(order, action, action.seen)) return undefined;
      return { reason: 'stale_plan', last };
    case 'confirm_partial':
    case 'confirm_final':
    case 'close':
    case 'close_not_performed':
      if (!latest) throw new Error(`approved order ${order.id} has no version`);
      if (action.base !== latest.n) return { reason: 'stale_version', base: action.base, latest };
      if (action.type === 'close' && action.closure.outcome === 'as_ordered' && differsFromApproved(order))
        return { reason: 'not_as_ordered', latest };
      return lacking(order, action);
    default:
      return undefined;
  }
}

/** Why the order cannot be closed as performed. */
function lacking(order: Order, action: Action): Refusal | undefined {
  const lacks = lackingFor(order, action);
  return lacks && { reason: 'lacking', lacking: lacks };
}

/** Why this amount is more than the actor may approve. */
function overLimit({ content, requester }: Order, { id, limit }: Actor, policy: Policy): Refusal | undefined {
  const { supervisors, limitCurrency: currency } = policy;
  if (limit === undefined || isWithin(limit, content, currency)) return undefined;
  const isListed = supervisors?.some((one) => one.id === id) ?? true;
  const enough = whoMayApprove(content, requester.id, policy);
  return { reason: 'over_limit', net: totals(content).net, limit: isListed ? limit : undefined, currency, enough };
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
