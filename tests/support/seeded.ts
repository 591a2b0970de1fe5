import type { Action, ActionType } from '../../src/order/action.ts';
import type { Order, State } from '../../src/order/order.ts';
import type { NewOrder } from '../../src/order/refusal.ts';
import { createOrders, policyOf } from '../../src/orders.ts';
import { asPeople } from './cast.ts';
import { forgedPress, interact } from './forged.ts';
import type { Stage } from './stage.ts';
import { actions, doer, farid, greta, item, report } from './workflow.ts';

/** The shortest way to each state. */
const ways: Readonly<Record<State, readonly ActionType[]>> = {
  submitted: ['submit'],
  changes_requested: ['submit', 'request_changes'],
  approved: ['submit', 'approve'],
  rejected: ['submit', 'reject'],
  withdrawn: ['submit', 'withdraw'],
  completed: ['submit', 'approve', 'close'],
  not_performed: ['submit', 'approve', 'close_not_performed'],
};

/** Nobody is reminded of anything: orders that are seeded are long due. */
export const NO_REMINDERS = { reminders: { decision: 0, changes: 0, extraCost: 0, start: 0, end: 0 } };

/** A new order in a state, put there through the product's one door. */
export async function orderIn(stage: Stage, state: State): Promise<Order> {
  return delivered(stage, await orderAfter(stage, wayTo(state)));
}

/** One whose extra cost waits for its supervisor. */
export async function orderAsking(stage: Stage): Promise<Order> {
  const items = [item('a', { unitPrice: '1000' }), item('b')];
  const confirmed: Action = { type: 'confirm_partial', base: 1, items, report };
  return delivered(stage, await orderAfter(stage, [...wayTo('approved'), confirmed]));
}

const wayTo = (state: State): Action[] =>
  ways[state].map((type) => {
    const action = actions()[type];
    return action.type === 'approve' ? { ...action, crew: [farid, greta] } : action;
  });

async function delivered(stage: Stage, order: Order): Promise<Order> {
  // Nobody woke the outbox for what this order owes: an admin's Retry does.
  await interact(stage, forgedPress(stage, stage.people.adam.id, 'effect_retry', 'none'));
  return order;
}

/** A new order after these actions, each by the one of the cast whose it is; `at`: when (milliseconds). */
export async function orderAfter(stage: Stage, taken: readonly Action[], at = Date.now()): Promise<Order> {
  const { store, sandbox } = stage;
  const orders = createOrders({ store, nudge: () => {}, now: () => at });
  const policy = policyOf(await store.settings(sandbox.teamId));
  const id = crypto.randomUUID();
  let order: Order | NewOrder = { state: 'new', team: sandbox.teamId, id };
  for (const [step, action] of taken.entries()) {
    const acted = await orders.act({
      order,
      action: asPeople(stage, action),
      policy,
      actor: () => asPeople(stage, doer[action.type]),
      key: `${id} ${step}`,
      spentDraft: null,
    });
    if (acted.kind !== 'accepted') throw new Error(`${action.type} was ${acted.kind}`);
    order = acted.order;
  }
  if (order.state === 'new') throw new Error('every way begins with submit');
  return order;
}
