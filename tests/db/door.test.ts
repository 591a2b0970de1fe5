import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import type { ActionType } from '../../src/order/action.ts';
import { type Order, STATES, type State } from '../../src/order/order.ts';
import type { NewOrder } from '../../src/order/refusal.ts';
import { createOrders } from '../../src/orders.ts';
import { actions, actor, doer, farid, policy } from '../support/workflow.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ways: Readonly<Record<State, readonly ActionType[]>> = {
  submitted: [],
  changes_requested: ['request_changes'],
  approved: ['approve'],
  rejected: ['reject'],
  withdrawn: ['withdraw'],
  completed: ['approve', 'close'],
  not_performed: ['approve', 'close_not_performed'],
};

describe('the one door that changes an order', () => {
  const folder = temporaryFolder();
  let store: Store;
  beforeAll(async () => {
    store = await openStore(`file:${folder.file('orders.db')}`);
  });
  afterAll(async () => {
    await store.close();
    folder.remove();
  });
  const door = () => createOrders({ store, nudge: () => {}, now: Date.now });
  const act = (order: Order | NewOrder, type: ActionType, key: string, by = doer[type]) =>
    door().act({ order, action: actions()[type], policy, actor: () => by, key, spentDraft: null });

  async function accepted(...given: Parameters<typeof act>): Promise<Order> {
    const acted = await act(...given);
    if (acted.kind !== 'accepted') throw new Error(`${given[1]} was ${JSON.stringify(acted)}`);
    return acted.order;
  }

  /** An order whose first form had its id as the key. */
  async function orderIn(state: State, id: string): Promise<Order> {
    let order = await accepted({ state: 'new', team: 'T1', id }, 'submit', id);
    for (const type of ways[state]) order = await accepted(order, type, `${id} ${type}`);
    expect(order.state).toBe(state);
    return order;
  }

  test.each(STATES)(
    '%s: a form that was accepted is repeated, by another person too and whatever it asks',
    async (state) => {
      for (const type of Object.keys(doer) as ActionType[]) {
        const order = await orderIn(state, `${state} ${type}`);
        expect(await act(order, type, order.id)).toEqual({ kind: 'repeated', order });
        expect(await act(order, type, order.id, actor(farid))).toEqual({ kind: 'repeated', order });
        expect(await store.accepted('T1', order.id)).toMatchObject({ order: order.id, entry: { seq: 1 } });
      }
    },
  );

  test('an order that was read before somebody else changed it is read again, once, and decided on as it is then', async () => {
    const before = await orderIn('submitted', 'late');
    await accepted(before, 'request_changes', 'faster');
    const reads = vi.spyOn(store, 'order');
    expect(await act(before, 'approve', 'slower')).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'wrong_state', state: 'changes_requested', last: { key: 'faster' } },
    });
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
    expect(await accepted(before, 'withdraw', 'at last')).toMatchObject({ state: 'withdrawn', lastEntry: { seq: 3 } });
  });
});
