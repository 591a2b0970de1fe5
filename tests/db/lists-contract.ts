import { beforeEach, expect, test } from 'vitest';
import type { State } from '../../src/order/order.ts';
import { firstCommit, newOrder, nextCommit, party, saved, TEAM } from './samples.ts';
import type { Current } from './store-contract.ts';

export function listsContract(current: Current): void {
  const states: State[] = ['submitted', 'approved', 'completed', 'approved', 'rejected', 'submitted'];

  beforeEach(async () => {
    for (const [i, state] of states.entries()) {
      const odd = i % 2 === 1;
      const order = newOrder(`o${i + 1}`, {
        state,
        crew: odd ? [party('UCREW'), party('UREQ')] : [],
        coordinator: odd ? null : party('UCOO'),
      });
      await current().store.commit(firstCommit(order));
    }
  });

  const numbers = async (filter: Parameters<ReturnType<Current>['store']['list']>[1]) =>
    (await current().store.list(TEAM, filter)).map(({ number }) => number);

  test('everything, newest first, page by page', async () => {
    expect(await numbers({ limit: 4 })).toEqual([6, 5, 4, 3]);
    expect(await numbers({ limit: 4, before: 3 })).toEqual([2, 1]);
    expect(await numbers({ limit: 4, before: 1 })).toEqual([]);
  });

  test('back to newer ones, the nearest of them', async () => {
    expect(await numbers({ limit: 2, after: 3 })).toEqual([5, 4]);
    expect(await numbers({ limit: 9, after: 5 })).toEqual([6]);
    expect(await numbers({ limit: 1, after: 2, states: ['approved', 'submitted'] })).toEqual([4]);
    expect(await numbers({ limit: 2, after: 2, person: 'UREQ', role: 'crew' })).toEqual([6, 4]);
    expect(await numbers({ limit: 2, after: 6 })).toEqual([]);
  });

  test('by state', async () => {
    expect(await numbers({ limit: 9, states: ['approved'] })).toEqual([4, 2]);
    expect(await numbers({ limit: 3, states: ['approved', 'submitted'] })).toEqual([6, 4, 2]);
    expect(await numbers({ limit: 3, states: ['approved', 'submitted'], before: 4 })).toEqual([2, 1]);
    expect(await numbers({ limit: 3, states: [] })).toEqual([]);
  });

  test('by person and role; one who has two roles sees the order once', async () => {
    expect(await numbers({ limit: 9, person: 'UREQ' })).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await numbers({ limit: 9, person: 'UREQ', role: 'crew' })).toEqual([6, 4, 2]);
    expect(await numbers({ limit: 9, person: 'UCOO', role: 'coordinator', states: ['completed', 'rejected'] })).toEqual(
      [5, 3],
    );
    expect(await numbers({ limit: 2, person: 'UREQ', before: 6 })).toEqual([5, 4]);
    expect(await numbers({ limit: 9, person: 'UCREW', role: 'requester' })).toEqual([]);
    expect(await numbers({ limit: 9, person: 'UNOBODY' })).toEqual([]);
  });

  /** Order 2 is asked about, and order 4 stands still. */
  async function staged(): Promise<void> {
    const { store } = current();
    for (const [id, change] of [
      ['o2', { question: { entry: 2, since: 1, disputed: null, closing: null } }],
      ['o4', { hold: { entry: 2, reasonCode: 'parts', note: '', until: null, by: party('USUP'), at: 1 } }],
    ] as const) {
      const order = await store.order(TEAM, id);
      if (!order) throw new Error('no order');
      saved(await store.commit(nextCommit(order, `staged ${id}`, { progress: { ...order.progress, ...change } })));
    }
  }

  test('by what approved ones are shown as, of everybody and of one', async () => {
    const scheduled = { limit: 9, stages: ['scheduled'] as const };
    expect(await numbers(scheduled)).toEqual([4, 2]);
    expect(await numbers({ ...scheduled, person: 'UREQ' })).toEqual([4, 2]);
    expect(await numbers({ ...scheduled, person: 'UCREW', role: 'crew', before: 4 })).toEqual([2]);
    expect(await numbers({ ...scheduled, person: 'UCREW', role: 'crew', after: 2 })).toEqual([4]);
    expect(await numbers({ ...scheduled, person: 'UCREW', role: 'supervisor' })).toEqual([]);
    await current().asBefore("update orders set stage = null where id = 'o2'");
    expect(await numbers({ ...scheduled, limit: 1, after: 0 })).toEqual([2]);
    expect(await numbers({ ...scheduled, person: 'UCREW' })).toEqual([4, 2]);
    await staged();
    expect(await numbers({ ...scheduled, person: 'UREQ' })).toEqual([]);
    expect(await numbers({ limit: 9, stages: ['scheduled'] })).toEqual([]);
    expect(await numbers({ limit: 9, stages: ['extra_cost'] })).toEqual([2]);
    expect(await numbers({ limit: 9, stages: ['on_hold', 'extra_cost'] })).toEqual([4, 2]);
    expect(await numbers({ limit: 1, stages: ['on_hold', 'extra_cost'], after: 0 })).toEqual([2]);
    expect(await numbers({ limit: 9, stages: ['on_hold', 'extra_cost'], before: 4 })).toEqual([2]);
    const { store } = current();
    const asking = await store.order(TEAM, 'o2');
    const question = { entry: 2, since: 1, closing: null, disputed: { by: party('USUP'), at: 2, reason: 'No' } };
    if (!asking) throw new Error('no order');
    saved(await store.commit(nextCommit(asking, 'disputed', { progress: { ...asking.progress, question } })));
    expect(await numbers({ limit: 9, stages: ['extra_cost'] })).toEqual([]);
    expect(await numbers({ limit: 9, stages: ['extra_disputed'], person: 'UCREW', role: 'crew' })).toEqual([2]);
    const mine = { limit: 9, stages: ['on_hold', 'extra_disputed'] as const };
    expect(await numbers({ ...mine, person: 'UREQ' })).toEqual([4, 2]);
    expect(await numbers({ ...mine, person: 'UCREW', role: 'crew' })).toEqual([4, 2]);
    expect(await numbers({ ...mine, person: 'UCREW', role: 'supervisor' })).toEqual([]);
    expect(await numbers({ ...mine, person: 'UCOO' })).toEqual([]);
    expect(await numbers({ limit: 9, stages: [] })).toEqual([]);
  });

  test('visits: approved ones, each once, what begins first at the top, with when they begin and end', async () => {
    await staged();
    const { store } = current();
    const order = await store.order(TEAM, 'o4');
    if (!order) throw new Error('no order');
    saved(await store.commit(nextCommit(order, 'planned', { plannedStart: 1_800_500_000 })));
    const ever = { from: 0, until: 9e9, limit: 9 };
    const visits = (person: string, page = {}) =>
      store.visits(TEAM, person, ['crew', 'coordinator'], { ...ever, ...page });
    const { requestedStart, requestedEnd } = order.content;
    expect(requestedStart).toBeLessThan(1_800_500_000);
    expect(await visits('UREQ')).toEqual([
      { id: 'o2', number: 2, stage: 'extra_cost', start: requestedStart, end: requestedEnd },
      {
        id: 'o4',
        number: 4,
        stage: 'on_hold',
        start: 1_800_500_000,
        end: 1_800_500_000 + requestedEnd - requestedStart,
      },
    ]);
    const found = async (page: object) => (await visits('UCREW', page)).map(({ number }) => number);
    expect(await found({ limit: 1 })).toEqual([2]);
    expect(await found({ until: 1_800_500_000 })).toEqual([2]);
    // Work in progress is part of every day, also when it was to begin later.
    expect(await found({ until: requestedStart })).toEqual([2]);
    // What stands still from before is no visit; what was to begin before is.
    expect(await found({ from: 1_800_500_000 })).toEqual([2, 4]);
    expect(await found({ from: 1_800_500_001 })).toEqual([2]);
    expect(await visits('UCOO')).toEqual([]);
    expect(await store.visits('T2', 'UREQ', ['crew'], ever)).toEqual([]);
    expect(await store.visits(TEAM, 'UREQ', [], ever)).toEqual([]);
  });

  test('follows the order: its state, its people, its open channel', async () => {
    const { store } = current();
    const order = await store.order(TEAM, 'o2');
    if (!order) throw new Error('no order');
    saved(
      await store.commit(nextCommit(order, 'k', { state: 'completed', outcome: 'as_ordered', crew: [party('UNEW')] })),
    );
    expect(await numbers({ limit: 9, person: 'UCREW' })).toEqual([6, 4]);
    expect(await numbers({ limit: 9, person: 'UNEW', states: ['approved'] })).toEqual([]);
    const ref = {
      team: TEAM,
      order: 'o2',
      name: 'so-2',
      cardTs: null,
      pinned: false,
      cardStuck: null,
      topic: '',
      bookmark: null,
      lost: null,
    };
    await store.saveChannel({ ...ref, n: 1, channel: 'C1', archivedAt: 9 });
    expect(await store.list(TEAM, { limit: 9, person: 'UNEW' })).toEqual([
      {
        id: 'o2',
        number: 2,
        state: 'completed',
        outcome: 'as_ordered',
        stateSince: order.stateSince,
        title: 'Replace pump',
        client: 'Acme',
        priority: 'high',
        supervisor: 'USUP',
        version: 0,
        stage: null,
        channel: null,
      },
    ]);
    await store.saveChannel({ ...ref, n: 2, channel: 'C2', archivedAt: null });
    expect(await store.list(TEAM, { limit: 1, person: 'UNEW' })).toMatchObject([{ channel: 'C2' }]);
  });

  test('the workspaces that have orders here, but for the ones asked about', async () => {
    const { store } = current();
    for (const id of ['a', 'b']) await store.commit(firstCommit(newOrder(id, { team: 'T3' })));
    await store.commit(firstCommit(newOrder('a', { team: 'T2' })));
    expect(await store.otherTeams([TEAM])).toEqual([
      { team: 'T2', orders: 1 },
      { team: 'T3', orders: 2 },
    ]);
    expect(await store.otherTeams(['T3', TEAM, 'T2'])).toEqual([]);
    expect(await store.otherTeams([])).toHaveLength(3);
  });
}
