import { type Entry, partiesIn } from './action.ts';
import { decimalOf } from './amounts/decimal.ts';
import { totals } from './amounts/money.ts';
import type { Content } from './content.ts';
import type { Order } from './order.ts';
import type { Acting, Part } from './people.ts';
import type { Policy } from './policy.ts';
import { isAskedStill, isStandIn } from './progress/asked.ts';
import type { DecisionContext } from './refusal.ts';

/** As much of a person as decides what they may do. */
export interface Member {
  readonly id: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot' | 'deactivated';
  /** Workspace admin or owner, or made an admin of the app by one. */
  readonly admin: boolean;
  /** Whom an admin has given every order and every price to see. */
  readonly office?: boolean;
  /** Supervisors (ids) who are away now and have named them as substitute, as far as that was looked up (`standingIn`). */
  readonly standsInFor?: readonly string[];
}

/** What a person is to an order, or may be to a new one. The server's only source of authority. */
export function rolesOf(person: Member, order: Order | undefined): Part[] {
  if (person.kind !== 'member' && person.kind !== 'guest') return [];
  const crew: Part[] = order?.crew.some(({ id }) => id === person.id) ? ['crew'] : [];
  if (person.kind === 'guest') return crew;
  return [
    ...(!order || order.requester.id === person.id ? (['requester'] as const) : []),
    ...(order ? decidesAs(person, order) : []),
    ...(order?.coordinator?.id === person.id ? (['coordinator'] as const) : []),
    ...crew,
  ];
}

/** What a member decides on an order as, if they do: as its supervisor, or only on what they were asked as a substitute. */
function decidesAs(person: Member, order: Order): Part[] {
  const { supervisor, progress } = order;
  const isAsked = progress.asked.some(({ id }) => id === person.id) && !isRelieved(person, order);
  if (person.admin || supervisor.id === person.id || isAsked) return ['supervisor'];
  return isAskedStill(order, person.id) ? ['substitute'] : [];
}

/** Whether an order asked this person for a supervisor only who is there again, or has named somebody else since. */
export const isRelieved = ({ id, standsInFor = [] }: Member, order: Order): boolean =>
  isStandIn(order, id) && !standsInFor.includes(order.supervisor.id);

/** Whether an order asked this member once, whatever they may still do: they see what they decided on. */
const wasAsked = ({ kind, id }: Member, order: Order): boolean => kind === 'member' && isStandIn(order, id);

/** Who sees every order. */
export const seesAll = ({ kind, admin, office = false }: Member): boolean => kind === 'member' && (admin || office);

/** The orders that a person may see, as lists and searches ask for them; the same rule as `maySee`. */
export function visibleTo(person: Member): { person?: string; role?: 'crew' } {
  if (person.kind === 'guest') return { person: person.id, role: 'crew' };
  return seesAll(person) ? {} : { person: person.id };
}

/** Whether an order exists for this person at all. */
export const maySee = (person: Member, order: Order): boolean =>
  seesAll(person) || rolesOf(person, order).length > 0 || wasAsked(person, order);

/** Who may give the client a link at which they sign. */
export const SIGNERS: readonly Acting[] = ['crew', 'coordinator', 'supervisor'];

/** Whether this person may give the client such a link; the links of somebody who may not any more lead nowhere. */
export const mayAskToSign = (person: Member, order: Order): boolean =>
  rolesOf(person, order).some((role) => SIGNERS.includes(role));

/** Whether this person sees what an order costs; without an order, what a new one of theirs does. */
export function seesPrices(person: Member, order: Order | undefined): boolean {
  if (!order) return person.kind === 'member';
  if (order.content.pricesFor === 'everybody') return true;
  return seesAll(person) || wasAsked(person, order) || rolesOf(person, order).some((role) => role !== 'crew');
}

/** Whether this person was on the order with this history once: they are told how it goes on without them, and shown no more than that. */
export function wasOn(person: Member, entries: readonly Entry[]): boolean {
  if (person.kind !== 'member' && person.kind !== 'guest') return false;
  return entries.some(({ by, action }) => [by, ...partiesIn(action)].some(({ id }) => id === person.id));
}

/**
 * Up to which net amount this person may approve (a decimal in the currency's major unit); undefined: any. Whom the list of
 * supervisors does not name, or no longer, keeps their orders and approves nothing that costs: being taken off it lifts no limit.
 */
export function limitOf({ id, admin }: Member, { supervisors }: Pick<Policy, 'supervisors'>): string | undefined {
  if (admin || !supervisors) return undefined;
  const listed = supervisors.find((one) => one.id === id);
  return listed ? (listed.limit ?? undefined) : '0';
}

/** What an order costs. */
export type Cost = Pick<Content, 'items' | 'taxRate' | 'decimals' | 'currency'>;

/**
 * Whether a limit in this currency (see `limitOf`; null is none either) lets somebody approve what this costs, or so much of it. A limit says
 * nothing about another currency: what costs something in one is within none.
 */
export function isWithin(
  limit: string | null | undefined,
  content: Cost,
  currency: string,
  amount = totals(content).net,
): boolean {
  if (limit === null || limit === undefined) return true;
  const net = BigInt(amount);
  if (content.currency !== currency) return net <= 0n;
  // Exactly: a limit may have more decimals than the currency that it counts in now.
  const { digits, scale } = decimalOf(limit);
  return net * 10n ** BigInt(scale) <= digits * 10n ** BigInt(content.decimals);
}

/** Which of the listed supervisors may approve what this costs, for that requester; who is an admin as well has no limit. */
export function whoMayApprove(
  content: Cost,
  requester: string,
  {
    supervisors,
    allowOwnApproval,
    limitCurrency,
    admins = [],
  }: Pick<Policy, 'supervisors' | 'allowOwnApproval' | 'limitCurrency' | 'admins'>,
  amount?: number,
): string[] {
  const enough = (supervisors ?? []).filter(
    ({ id, limit }) =>
      (admins.includes(id) || isWithin(limit, content, limitCurrency, amount)) &&
      (allowOwnApproval || id !== requester),
  );
  return enough.map(({ id }) => id);
}

/** Whether this member may approve what an order costs, if that is asked of them: their limit suffices, and it is not their own. */
export const couldApprove = (
  person: Member,
  { requester, content }: { readonly requester: { readonly id: string }; readonly content: Cost },
  policy: Pick<Policy, 'supervisors' | 'limitCurrency' | 'allowOwnApproval'>,
): boolean =>
  (person.id !== requester.id || policy.allowOwnApproval) &&
  isWithin(limitOf(person, policy), content, policy.limitCurrency);

/** Whether this person could approve what the order costs: their own confirmation needs nobody else's word. */
export const maySettle = (
  { requester, content }: Pick<Order, 'requester' | 'content'>,
  { actor, policy }: Pick<DecisionContext, 'actor' | 'policy'>,
): boolean =>
  actor.roles.includes('supervisor') &&
  (requester.id !== actor.id || policy.allowOwnApproval) &&
  isWithin(actor.limit, content, policy.limitCurrency);
