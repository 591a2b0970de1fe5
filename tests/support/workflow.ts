import { expect } from 'vitest';
import type { Action, ActionType } from '../../src/order/action.ts';
import { DEFAULT_WEEK } from '../../src/order/clocks/calendar.ts';
import type { Content, Item } from '../../src/order/content.ts';
import type { Effect } from '../../src/order/effect.ts';
import type { State, WholeOrder } from '../../src/order/order.ts';
import { type Acting, type Actor, type Party, SYSTEM } from '../../src/order/people.ts';
import type { Policy } from '../../src/order/policy.ts';
import type { NewOrder } from '../../src/order/refusal.ts';
import type { Closure, WorkReport } from '../../src/order/version.ts';
import { type Decision, decide } from '../../src/order/workflow.ts';

/** The cast: requester, supervisor, coordinator, two field workers, and somebody who has nothing to do with it. */
export const ana: Party = { id: 'UANA', name: 'Ana Morales' };
export const sam: Party = { id: 'USAM', name: 'Sam Okafor' };
export const lena: Party = { id: 'ULENA', name: 'Lena Fischer' };
export const farid: Party = { id: 'UFARID', name: 'Farid Haddad' };
export const greta: Party = { id: 'UGRETA', name: 'Greta Olsen' };
export const olga: Party = { id: 'UOLGA', name: 'Olga Stranger' };
export const cast = [ana, sam, lena, farid, greta, olga];

/** The instant of the first action of a story, UNIX seconds; every action follows an hour after the one before. */
export const MORNING = 1_795_000_000;

export const actor = (party: Party, ...roles: Acting[]): Actor => ({ ...party, roles, timeZone: 'Europe/Lisbon' });

export const policy: Policy = {
  allowOwnApproval: false,
  undecidedPerPerson: 100,
  archiveAfterDays: 7,
  timeZone: '',
  supervisors: null,
  limitCurrency: 'EUR',
  pricedChannel: '',
  // Wide, so that stories about something else are not about extra cost.
  tolerance: { percent: 1_000_000, amount: null },
  clocks: {
    calendar: { zone: 'UTC', week: DEFAULT_WEEK, holidays: [] },
    after: { decision: 4 * 3600, changes: 8 * 3600, extra_cost: 4 * 3600, start: 3600, end: 4 * 3600 },
    againAfterDays: 1,
  },
  issuer: {
    name: 'Northwind',
    taxId: '',
    address: '',
    phone: '',
    email: '',
    pageSize: 'A4',
    locale: 'en-GB',
    language: 'en',
  },
};

export const item = (id: string, changes: Partial<Item> = {}): Item => ({
  id,
  kind: 'material',
  description: `Item ${id}`,
  quantity: 1000,
  unit: 'pcs',
  unitPrice: '10',
  ...changes,
});

export const content: Content = {
  title: 'Replace pump',
  client: 'Acme',
  location: 'Hall 3',
  description: 'Leaks since Monday',
  priority: 'high',
  requestedStart: MORNING + 86_400,
  requestedEnd: MORNING + 2 * 86_400,
  contact: '',
  clientReference: '',
  items: [item('a'), item('b')],
  attachments: [],
  currency: 'EUR',
  decimals: 2,
  taxRate: 21_000,
  pricesFor: 'everybody',
};

export const report: WorkReport = {
  workDone: 'Pump replaced',
  startedAt: MORNING,
  endedAt: MORNING + 3600,
  reason: '',
  photos: [],
};

export const closure = (outcome: Closure['outcome'], changes: Partial<Closure> = {}): Closure => ({
  outcome,
  reasonCode: outcome === 'not_performed' ? 'client_absent' : null,
  explanation: '',
  endedAt: outcome === 'not_performed' ? null : MORNING + 3600,
  note: '',
  acceptance: null,
  photos: [],
  ...changes,
});

/** An action of each kind as it is right for an order that was just submitted, or approved as version `base`. */
export const actions = (base = 1): Readonly<Record<ActionType, Action>> => ({
  submit: { type: 'submit', content, supervisor: sam, coordinator: lena, source: null },
  request_changes: { type: 'request_changes', submission: 1, reason: 'Which pump?' },
  resubmit: { type: 'resubmit', content: { ...content, title: 'Replace pump 2' }, supervisor: sam, coordinator: lena },
  edit: {
    type: 'edit',
    submission: 1,
    content: { ...content, title: 'Replace pump 3' },
    supervisor: sam,
    coordinator: lena,
  },
  hand_over: { type: 'hand_over', submission: 1, to: olga, note: 'On leave' },
  approve: {
    type: 'approve',
    submission: 1,
    crew: [farid],
    coordinator: lena,
    plannedStart: MORNING + 90_000,
    comment: '',
    signature: 'Samuel Okafor',
  },
  reject: { type: 'reject', submission: 1, reason: 'Not ours' },
  withdraw: { type: 'withdraw', submission: 1, reason: 'Solved itself' },
  assign: { type: 'assign', crew: [greta], coordinator: lena, plannedStart: null },
  confirm_partial: { type: 'confirm_partial', base, items: [item('a', { quantity: 3000 }), item('c')], report },
  confirm_final: { type: 'confirm_final', base, items: [item('a'), item('b')], report },
  close: { type: 'close', base, closure: closure('as_ordered') },
  close_not_performed: { type: 'close_not_performed', base, closure: closure('not_performed') },
  reopen: { type: 'reopen', reason: 'It leaks again' },
  start_work: { type: 'start_work' },
  hold: { type: 'hold', reasonCode: 'parts', note: 'The seal is on order', until: null },
  resume: { type: 'resume', seen: 3 },
  reschedule: { type: 'reschedule', plannedStart: MORNING + 180_000, seen: MORNING + 90_000 },
  accept_extra: { type: 'accept_extra', question: 3 },
  accept_final: { type: 'accept_final', question: 3 },
  dispute_extra: { type: 'dispute_extra', question: 3, reason: 'Too dear' },
  add_photos: {
    type: 'add_photos',
    photos: [{ fileId: 'F9', name: 'boiler.jpg', mimetype: 'image/jpeg', size: 1, posted: true }],
  },
  sign: {
    ...{ type: 'sign', base, name: 'Peter Jensen', position: 'Facility manager' },
    ...{ reservations: 'The door squeaks', drawing: 'M10 10L200 80L300 20' },
  },
  remind: { type: 'remind', about: 'decision', step: 1, people: [sam] },
  lapse: { type: 'lapse', entry: 2, people: [sam] },
});

/** The order that is to be. */
export const unborn: NewOrder = { state: 'new', team: 'T1', id: 'O1' };

/** Who usually does what. */
export const doer: Readonly<Record<ActionType, Actor>> = {
  submit: actor(ana, 'requester'),
  request_changes: actor(sam, 'supervisor'),
  resubmit: actor(ana, 'requester'),
  edit: actor(ana, 'requester'),
  hand_over: actor(sam, 'supervisor'),
  approve: actor(sam, 'supervisor'),
  reject: actor(sam, 'supervisor'),
  withdraw: actor(ana, 'requester'),
  assign: actor(lena, 'coordinator'),
  confirm_partial: actor(farid, 'crew'),
  confirm_final: actor(farid, 'crew'),
  close: actor(farid, 'crew'),
  close_not_performed: actor(farid, 'crew'),
  reopen: actor(sam, 'supervisor'),
  start_work: actor(farid, 'crew'),
  hold: actor(farid, 'crew'),
  resume: actor(farid, 'crew'),
  reschedule: actor(lena, 'coordinator'),
  accept_extra: actor(sam, 'supervisor'),
  accept_final: actor(sam, 'supervisor'),
  dispute_extra: actor(sam, 'supervisor'),
  add_photos: actor(farid, 'crew'),
  sign: { kind: 'client', id: 'client', name: 'Peter Jensen', roles: ['client'], timeZone: 'UTC' },
  remind: { ...SYSTEM, roles: ['system'], timeZone: 'UTC' },
  lapse: { ...SYSTEM, roles: ['system'], timeZone: 'UTC' },
};

/** What was decided, with the history that it makes. */
export type Accepted = Extract<Decision, { kind: 'accepted' }> & { readonly order: WholeOrder };
export type Decided = Exclude<Decision, { kind: 'accepted' }> | Accepted;

interface How {
  readonly by?: Actor;
  readonly key?: string;
  readonly at?: number;
  readonly policy?: Partial<Policy>;
}

/** Decides, on an order that nothing may change: it is frozen through and through. */
export function decided(order: WholeOrder | NewOrder, action: Action, how: How = {}): Decided {
  const { entries, versions } = order.state === 'new' ? { entries: [], versions: [] } : order;
  const count = entries.length;
  const decision = decide(frozen(order), frozen(action), {
    actor: how.by ?? doer[action.type],
    at: how.at ?? MORNING + count * 3600,
    key: how.key ?? `key ${count + 1}`,
    policy: { ...policy, ...how.policy },
  });
  return decision.kind === 'accepted' ? { ...decision, order: whole({ entries, versions }, decision) } : decision;
}

/** The order with its history, which one decision more has made longer. */
export const whole = (
  before: Pick<WholeOrder, 'entries' | 'versions'>,
  { order, entry, version }: Extract<Decision, { kind: 'accepted' }>,
): WholeOrder => ({
  ...order,
  versions: version ? [...before.versions, version] : before.versions,
  entries: [...before.entries, entry],
});

/** Takes an action that must be accepted. */
export function taken(order: WholeOrder | NewOrder, action: Action, how: How = {}): Accepted {
  const decision = decided(order, action, how);
  if (decision.kind !== 'accepted') throw expect.unreachable(`${action.type}: ${JSON.stringify(decision)}`);
  return decision;
}

/** Why an action was refused; fails when it was not. */
export function refusal(order: WholeOrder | NewOrder, action: Action, how: How = {}) {
  const decision = decided(order, action, how);
  if (decision.kind !== 'refused') throw expect.unreachable(`${action.type} was ${decision.kind}`);
  return decision.refusal;
}

/** An order that went through these actions, each taken by the person who usually does it. */
export function orderAfter(...path: readonly (ActionType | Action)[]): WholeOrder {
  let order: WholeOrder | NewOrder = unborn;
  for (const step of path) {
    const { versions, submission }: Pick<WholeOrder, 'versions' | 'submission'> =
      order.state === 'new' ? { versions: [], submission: 0 } : order;
    const action: Action = typeof step === 'string' ? actions(versions.length)[step] : step;
    order = taken(order, 'submission' in action ? { ...action, submission } : action).order;
  }
  if (order.state === 'new') throw new Error('an order begins with submit');
  return { ...order, number: 12 };
}

/** The shortest way to an order in each state. */
export const inState: Readonly<Record<State, WholeOrder>> = {
  submitted: orderAfter('submit'),
  changes_requested: orderAfter('submit', 'request_changes'),
  approved: orderAfter('submit', 'approve'),
  rejected: orderAfter('submit', 'reject'),
  withdrawn: orderAfter('submit', 'withdraw'),
  completed: orderAfter('submit', 'approve', 'close'),
  not_performed: orderAfter('submit', 'approve', 'close_not_performed'),
};

/** Approved orders that something more can be done to: on hold, and with extra cost that waits, of a final confirmation as well. */
export const onHold = orderAfter('submit', 'approve', 'hold');
const costly = [item('a', { unitPrice: '1000' }), item('b')];
export const asking = orderAfter('submit', 'approve', { type: 'confirm_partial', base: 1, items: costly, report });
export const askingToEnd = orderAfter('submit', 'approve', {
  ...{ type: 'confirm_final', base: 1, items: costly, report, closure: closure('with_changes') },
});

/** Effects as a person would list them: `tell Ana Morales approved (2)`. When it is looked at again is not among them. */
export const owed = (effects: readonly Effect[]): string[] =>
  effects.filter(({ type }) => type !== 'check_order').map(inWords);

const named = (id: string): string => cast.find((party) => party.id === id)?.name.split(' ')[0] ?? id;

function inWords(effect: Effect): string {
  switch (effect.type) {
    case 'invite':
      return `invite ${effect.people.map(named).join(', ')}`;
    case 'remove_people':
      return `remove ${effect.people.map(named).join(', ')}`;
    case 'tell':
      return `tell ${named(effect.person)} ${effect.about} (${effect.entry})`;
    case 'issue_document':
      return `issue_document v${effect.version}`;
    case 'send_reminder':
      return `remind ${named(effect.person)} (${effect.entry})`;
    case 'archive_channel':
      return `archive_channel (${effect.entry}) at ${effect.notBefore - MORNING}`;
    case 'post_entry':
    case 'settle_request':
      return `${effect.type} (${effect.entry})`;
    default:
      return effect.type;
  }
}

/** Makes a value unchangeable, all the way down. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}
