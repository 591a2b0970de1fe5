import { beforeEach, expect, test } from 'vitest';
import type { SubmittedPage } from '../../db/ports.ts';
import type { State } from '../../src/order/order.ts';
import { firstCommit, newOrder, nextCommit, saved, submitEntry, TEAM, version } from './samples.ts';
import type { Current } from './store-contract.ts';

const AT = 1_800_000_000;
const HOUR = 3600;

/** Orders of a period, page by page. */
export function submittedOrdersContract(current: Current): void {
  const states: State[] = ['submitted', 'approved', 'completed', 'approved', 'rejected', 'changes_requested'];

  beforeEach(async () => {
    for (const [i, state] of states.entries())
      await current().store.commit(
        firstCommit(newOrder(`o${i + 1}`, { state, lastEntry: { ...submitEntry(`k${i + 1}`), at: AT + i * HOUR } })),
      );
    await current().store.commit(firstCommit(newOrder('o1', { team: 'T2' })));
  });

  const page = (changes: Partial<SubmittedPage> = {}): SubmittedPage => ({
    ...{ after: 0, limit: 10, from: 0, until: 2 * AT },
    ...changes,
  });
  const numbers = async (changes?: Partial<SubmittedPage>) => {
    const { orders, next } = await current().store.submittedOrders(TEAM, page(changes));
    return [orders.map(({ order }) => order.number), next];
  };

  test('in the order of their numbers, page by page, each as it stands', async () => {
    const { store } = current();
    expect(await numbers()).toEqual([[1, 2, 3, 4, 5, 6], null]);
    expect(await numbers({ limit: 4 })).toEqual([[1, 2, 3, 4], 4]);
    expect(await numbers({ limit: 4, after: 4 })).toEqual([[5, 6], null]);
    expect(await numbers({ limit: 3, after: 3 })).toEqual([[4, 5, 6], 6]);
    expect(await numbers({ after: 6 })).toEqual([[], null]);
    const { orders } = await store.submittedOrders(TEAM, page());
    for (const { order } of orders) expect(order).toEqual(await store.order(TEAM, order.id));
    expect(orders.map(({ submittedAt }) => submittedAt)).toEqual(states.map((_, i) => AT + i * HOUR));
  });

  test('of a time, its end excluded; a page without any says where the next begins', async () => {
    expect(await numbers({ from: AT + HOUR, until: AT + 3 * HOUR })).toEqual([[2, 3], null]);
    expect(await numbers({ from: AT + 4 * HOUR, limit: 2 })).toEqual([[], 2]);
    expect(await numbers({ from: AT + 4 * HOUR, limit: 2, after: 4 })).toEqual([[5, 6], 6]);
  });

  test('in some states', async () => {
    expect(await numbers({ states: ['approved', 'rejected'] })).toEqual([[2, 4, 5], null]);
    expect(await numbers({ states: ['withdrawn'] })).toEqual([[], null]);
    expect(await numbers({ states: [] })).toEqual([[], null]);
  });

  test('when an order was submitted first, and when its first report says that work started', async () => {
    const { store } = current();
    const reported = (n: number, startedAt: number) => ({
      ...version(n),
      report: { workDone: 'Done', startedAt, endedAt: startedAt + HOUR, reason: '', photos: [] },
    });
    let order = await store.order(TEAM, 'o2');
    if (!order) return expect.unreachable();
    order = saved(await store.commit(nextCommit(order, 'v1', { version: version(1) })));
    const read = async () => (await store.submittedOrders(TEAM, page({ after: 1, limit: 1 }))).orders;
    expect(await read()).toEqual([{ order, submittedAt: AT + HOUR, workStarted: null }]);
    order = saved(await store.commit(nextCommit(order, 'v2', { version: reported(2, AT + 5 * HOUR) })));
    expect(await read()).toEqual([{ order, submittedAt: AT + HOUR, workStarted: AT + 5 * HOUR }]);
    order = saved(await store.commit(nextCommit(order, 'v3', { version: reported(3, AT + 9 * HOUR) })));
    expect(await read()).toEqual([{ order, submittedAt: AT + HOUR, workStarted: AT + 5 * HOUR }]);
  });
}
