import type { Action, ActionType, Entry } from './action.ts';
import { type ExtraCost, extraCostOf } from './amounts/covered.ts';
import { differsFromApproved } from './amounts/items.ts';
import { totals } from './amounts/money.ts';
import { mayRemind, maySubstitute } from './clocks/due.ts';
import { filesBesides } from './content.ts';
import { lackingFor } from './next-version.ts';
import type { Order, State } from './order.ts';
import type { Lacking } from './own-fields.ts';
import type { Acting, Actor, Party } from './people.ts';
import { isWithin, whoMayApprove } from './permissions.ts';
import { rebasePlan } from './plan.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './progress/progress.ts';
import { hasStarted } from './progress/stage.ts';
import { rules } from './rules.ts';
import { basisOf, isReopened, signatureOn } from './signing/signature.ts';
import type { Version } from './version.ts';

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
  | { readonly reason: 'not_allowed'; readonly action: ActionType; readonly allowed: readonly Acting[] }
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
  /** The client has signed it as it stands. */
  | { readonly reason: 'already_signed'; readonly latest: Version }
  /** It costs more than was approved, and nobody has accepted that yet. */
  | { readonly reason: 'extra_cost'; readonly extra: ExtraCost; readonly supervisor: Party; readonly disputed: boolean }
  /** The supervisor was shown something else about extra cost than what is asked now, or nothing is. */
  | { readonly reason: 'stale_question'; readonly last: Entry }
  | { readonly reason: 'up_to_too_low'; readonly net: number }
  /** The order has all of these photos. */
  | { readonly reason: 'photos_known' }
  | { readonly reason: 'already_started'; readonly at: number }
  /** It is on hold in another way than its author knew, or is not on hold. */
  | { readonly reason: 'stale_hold'; readonly hold: Hold | null; readonly last: Entry }
  /** A rule of the app's own does not apply any more. */
  | { readonly reason: 'not_due' }
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
  /** Whose limit suffices, without the order's supervisor. */
  readonly enough: readonly string[];
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
  if (type === 'accept_extra' || type === 'accept_final' || type === 'dispute_extra') {
    const { question } = order.progress;
    const isAsked = type === 'dispute_extra' ? question && !question.disputed : question;
    if (!isAsked) return { reason: 'stale_question', last: order.lastEntry };
    return type === 'dispute_extra' ? undefined : mayNotApprove(order, actor, policy);
  }
  if (type === 'start_work' && hasStarted(order))
    return { reason: 'already_started', at: order.progress.startedAt ?? order.lastReport?.endedAt ?? order.stateSince };
  if (type === 'resume' && !order.progress.hold) return { reason: 'stale_hold', hold: null, last: order.lastEntry };
  if (type === 'close' && order.progress.question) return notCovered(order);
  if (type === 'approve') return mayNotApprove(order, actor, policy);
  if (type === 'sign' && order.latest && signatureOn(order)) return { reason: 'already_signed', latest: order.latest };
  // What it says has ended goes on; the next version can be signed.
  if (type === 'sign' && isReopened(order))
    return { reason: 'wrong_state', action: type, state: order.state, last: order.lastEntry };
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

export function refuse(order: Order | NewOrder, action: Action, circumstances: DecisionContext): Refusal | undefined {
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
      if (action.crew.length === 0) return { reason: 'no_crew' };
      if (action.upTo === undefined) return undefined;
      if (action.upTo < totals(order.content).net) return { reason: 'up_to_too_low', net: totals(order.content).net };
      return overLimit(order, circumstances.actor, policy, action.upTo);
    case 'reschedule': {
      const changed = action.seen !== order.plannedStart && action.plannedStart !== order.plannedStart;
      return changed ? { reason: 'stale_plan', last } : undefined;
    }
    case 'accept_extra':
    case 'accept_final':
    case 'dispute_extra':
      return action.question === order.progress.question?.entry ? undefined : { reason: 'stale_question', last };
    case 'hold':
    case 'resume': {
      const { hold } = order.progress;
      return action.seen === hold?.entry ? undefined : { reason: 'stale_hold', hold, last };
    }
    case 'add_photos': {
      const known = [...order.photos, ...order.content.attachments, ...(order.progress.photos ?? [])];
      return filesBesides(known, action.photos).length > 0 ? undefined : { reason: 'photos_known' };
    }
    case 'remind': {
      const { about, step, asked = [] } = action;
      return (step > 0 ? mayRemind(order, about, step) : maySubstitute(order, about, asked))
        ? undefined
        : { reason: 'not_due' };
    }
    case 'assign':
      if (action.crew.length === 0) return { reason: 'no_crew' };
      if (!action.seen || rebasePlan(order, action, action.seen)) return undefined;
      return { reason: 'stale_plan', last };
    case 'confirm_partial':
    case 'confirm_final':
    case 'close':
    case 'close_not_performed':
      if (!latest) throw new Error(`approved order ${order.id} has no version`);
      if (!isBasedOn(latest, action.base)) return { reason: 'stale_version', base: action.base, latest };
      if (action.type === 'close' && action.closure.outcome === 'as_ordered' && differsFromApproved(order))
        return { reason: 'not_as_ordered', latest };
      return lacking(order, action);
    case 'sign':
      if (!latest) throw new Error(`approved order ${order.id} has no version`);
      return action.base === latest.n ? undefined : { reason: 'stale_version', base: action.base, latest };
    default:
      return undefined;
  }
}

/** Whether what was built on this version is built on the latest: a signature changes nothing of what it signs. */
const isBasedOn = (latest: Version, base: number): boolean => base === latest.n || base === basisOf(latest);

/** Why the order cannot be closed as performed. */
function lacking(order: Order, action: Action): Refusal | undefined {
  const lacks = lackingFor(order, action);
  return lacks && { reason: 'lacking', lacking: lacks };
}

/** Why this person may not approve what an order costs. */
function mayNotApprove(order: Order, actor: Actor, policy: Policy): Refusal | undefined {
  const own = order.requester.id === actor.id && !policy.allowOwnApproval;
  return own ? { reason: 'own_order' } : overLimit(order, actor, policy);
}

/** Why the order cannot be completed as it is. */
function notCovered(order: Order): Refusal | undefined {
  const extra = extraCostOf(order);
  if (!extra) return undefined;
  return { reason: 'extra_cost', extra, supervisor: order.supervisor, disputed: !!order.progress.question?.disputed };
}

/** Why this amount (minor units; missing: what the order costs) is more than the actor may approve. */
export function overLimit(
  { content, requester, supervisor }: Order,
  { id, limit }: Pick<Actor, 'id' | 'limit'>,
  policy: Policy,
  amount?: number,
): OverLimit | undefined {
  const { supervisors, limitCurrency: currency } = policy;
  if (limit === undefined || isWithin(limit, content, currency, amount)) return undefined;
  const isListed = supervisors?.some((one) => one.id === id) ?? true;
  const enough = whoMayApprove(content, requester.id, policy, amount).filter((one) => one !== supervisor.id);
  return {
    reason: 'over_limit',
    net: amount ?? totals(content).net,
    limit: isListed ? limit : undefined,
    currency,
    enough,
  };
}
