import type { ActionType, Order, State } from '../../src/order/order.ts';
import type { NewOrder } from '../../src/order/workflow.ts';
import { createOrders } from '../../src/orders.ts';
import type { Stage } from './stage.ts';
import { actions, ana, doer, farid, greta, lena, sam } from './workflow.ts';

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

/** The cast of the workflow as people of the sandbox: Ana asks, Sam decides, Carla plans, Farid and Gus (a guest) work. */
function asPeople<T>(stage: Stage, value: T): T {
  const { people } = stage;
  const played: [string, { id: string }][] = [
    [ana.id, people.ana],
    [sam.id, people.sam],
    [lena.id, people.carla],
    [farid.id, people.farid],
    [greta.id, people.gus],
  ];
  let text = JSON.stringify(value);
  for (const [id, person] of played) text = text.replaceAll(`"${id}"`, `"${person.id}"`);
  return JSON.parse(text);
}

/** A new order in a state, put there through the product's one door; Slack gets to know of it later. */
export async function orderIn(stage: Stage, state: State): Promise<Order> {
  const { store, sandbox } = stage;
  const orders = createOrders({ store, nudge: () => {}, now: Date.now });
  const id = crypto.randomUUID();
  let order: Order | NewOrder = { state: 'new', team: sandbox.teamId, id };
  for (const [step, type] of ways[state].entries()) {
    const action = actions()[type];
    const crewed = action.type === 'approve' ? { ...action, crew: [farid, greta] } : action;
    const acted = await orders.act({
      team: sandbox.teamId,
      order: { id, isNew: step === 0 },
      action: asPeople(stage, crewed),
      actor: () => asPeople(stage, doer[type]),
      key: `${id} ${step}`,
      spentDraft: null,
    });
    if (acted.kind !== 'accepted') throw new Error(`${type} was ${acted.kind}`);
    order = acted.order;
  }
  if (order.state === 'new') throw new Error('every way begins with submit');
  return order;
}

/** What the forms are well filled in with, by these people. */
export const filledBy = <T>(stage: Stage, values: T): T => asPeople(stage, values);
