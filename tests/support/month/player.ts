import type { Store } from '../../../db/ports.ts';
import { withStandIn } from '../../../src/absence.ts';
import type { Action } from '../../../src/order/action.ts';
import type { Order } from '../../../src/order/order.ts';
import type { Acting, Party } from '../../../src/order/people.ts';
import type { NewOrder } from '../../../src/order/refusal.ts';
import { createOrders, policyOf } from '../../../src/orders.ts';
import { closure, content, item, report } from '../workflow.ts';
import type { Key, Script, Step } from './scripts.ts';

const ROLES: Readonly<Record<Step['does'], Acting>> = {
  ...{ submit: 'requester', resubmit: 'requester', withdraw: 'requester' },
  ...{ approve: 'supervisor', request_changes: 'supervisor', hand_over: 'supervisor' },
  ...{ accept_extra: 'supervisor', dispute_extra: 'supervisor', reschedule: 'supervisor', hold: 'supervisor' },
  ...{ start_work: 'crew', resume: 'crew', close: 'crew', confirm_extra: 'crew', confirm_cheaper: 'crew' },
};

/** What of an order's effects needs no channel. */
const WITHOUT_CHANNEL: ReadonlySet<string> = new Set(['tell', 'settle_request', 'check_order', 'send_reminder']);

/**
 * Takes the steps of scripts in the product's core, at their time, as the app does when somebody presses. `inFull`: which orders have their
 * channel and documents; what is owed of the others goes to people only.
 */
export function player(
  store: Store,
  team: string,
  people: ReadonlyMap<Key, Party>,
  inFull: (script: Script) => boolean,
) {
  const orders = new Map<number, string>();
  const party = (key: Key): Party => {
    const { id, name } = people.get(key) ?? { id: '', name: '' };
    return { id, name };
  };
  const known = async (script: Script): Promise<Order | NewOrder> => {
    const id = orders.get(script.number);
    const order = id === undefined ? undefined : await store.order(team, id);
    if (order) return order;
    const fresh = crypto.randomUUID();
    orders.set(script.number, fresh);
    return { state: 'new', team, id: fresh };
  };
  return async (script: Script, step: Step): Promise<void> => {
    const order = await known(script);
    const kept: Store = inFull(script)
      ? store
      : Object.assign(Object.create(store) as Store, {
          commit: (given: Parameters<Store['commit']>[0]) =>
            store.commit({ ...given, effects: given.effects.filter(({ type }) => WITHOUT_CHANNEL.has(type)) }),
        });
    const now = () => step.at * 1000;
    const settings = await store.settings(team);
    const directory = { store, groupMembers: async () => new Map<string, readonly string[]>() };
    const action = await withStandIn(directory, team, actionOf(script, step, order, party), {
      ...{ requester: party(script.requester).id, at: step.at },
    });
    const acted = await createOrders({ store: kept, nudge: () => {}, now }).act({
      ...{ order, action, policy: policyOf(settings), spentDraft: null },
      actor: () => ({ ...party(step.who), roles: [ROLES[step.does]], timeZone: 'Europe/Madrid' }),
      key: `${script.number} ${step.at} ${step.does}`,
    });
    if (acted.kind !== 'accepted')
      throw new Error(
        `order ${script.number} (${script.kind}): ${step.does} was ${JSON.stringify(acted).slice(0, 300)}`,
      );
  };
}

function actionOf(script: Script, step: Step, order: Order | NewOrder, party: (key: Key) => Party): Action {
  const before = order.state === 'new' ? undefined : order;
  const submission = before?.submission ?? 0;
  const base = before?.latest?.n ?? 0;
  const { supervisor, coordinator, crew, start, end, number, kind } = script;
  const asked = {
    content: { ...content, title: `${kind} ${number}`, requestedStart: start, requestedEnd: end },
    supervisor: party(supervisor),
    coordinator: coordinator === null ? null : party(coordinator),
  };
  const items = (unitPrice: string) => [item('a', { unitPrice }), item('b')];
  const done = { ...report, startedAt: start, endedAt: step.at };
  switch (step.does) {
    case 'submit':
      return { type: 'submit', ...asked, source: null };
    case 'resubmit':
      return { type: 'resubmit', ...asked };
    case 'approve':
      return {
        ...{ type: 'approve', submission, comment: '', signature: 'S' },
        ...{ crew: crew.map(party), coordinator: asked.coordinator, plannedStart: start },
      };
    case 'request_changes':
    case 'withdraw':
      return { type: step.does, submission, reason: 'Which pump?' };
    case 'hand_over':
      return { type: 'hand_over', submission, to: party(step.to ?? ''), note: '' };
    case 'start_work':
      return { type: 'start_work' };
    case 'hold':
      return { type: 'hold', reasonCode: 'parts', note: '', until: step.until ?? null };
    case 'resume':
      return { type: 'resume', seen: before?.progress.hold?.entry ?? 0 };
    case 'reschedule':
      return { type: 'reschedule', plannedStart: step.start ?? 0, seen: before?.plannedStart ?? null };
    case 'confirm_extra':
      return { type: 'confirm_partial', base, items: items('1000'), report: done };
    case 'confirm_cheaper':
      return { type: 'confirm_partial', base, items: items('10'), report: done };
    case 'accept_extra':
      return { type: 'accept_extra', question: before?.progress.question?.entry ?? 0 };
    case 'dispute_extra':
      return { type: 'dispute_extra', question: before?.progress.question?.entry ?? 0, reason: 'Too dear' };
    case 'close': {
      const outcome = base > 1 && kind === 'extra' ? 'with_changes' : 'as_ordered';
      return { type: 'close', base, closure: closure(outcome, { endedAt: step.at }) };
    }
  }
}
