import { expect, test } from 'vitest';
import { withHistory } from '../support/whole-order.ts';
import { content, draftData, firstCommit, NOW, newOrder, nextCommit, party, saved, TEAM, version } from './samples.ts';
import type { Current } from './store-contract.ts';

export function ordersContract(current: Current): void {
  test('a new order is given a number and revision 1, and reads back as it was', async () => {
    const { store } = current();
    const order = newOrder('o1', { coordinator: party('UCOO'), crew: [party('UCREW')], plannedStart: 5 });
    const back = saved(await store.commit(firstCommit(order)));
    expect(back).toEqual({ ...order, number: 1, revision: 1 });
    expect(await store.order(TEAM, 'o1')).toEqual(back);
    expect(await store.orderByNumber(TEAM, 1)).toEqual(back);
  });

  test('an order that is not there is undefined', async () => {
    const { store } = current();
    expect(await store.order(TEAM, 'o1')).toBeUndefined();
    expect(await store.orderByNumber(TEAM, 1)).toBeUndefined();
  });

  test('versions and entries come back in order, every nested value and null as it was', async () => {
    const { store } = current();
    let order = saved(await store.commit(firstCommit(newOrder('o1'))));
    for (let n = 1; n <= 12; n++) {
      const commit = nextCommit(order, `k${n}`, {
        version: version(n),
        state: 'approved',
        outcome: 'with_changes',
        content: content(`Title ${n}`),
        crew: [party('UA'), party('UB'), party('UA')],
        approval: version(1).approval,
        source: { channel: 'C1', ts: '1.2' },
      });
      const back = saved(await store.commit(commit));
      expect(back).toEqual({ ...commit.order, revision: n + 1 });
      order = back;
    }
    expect(await store.order(TEAM, 'o1')).toEqual(order);
    const { versions, entries } = await withHistory(store, order);
    expect(versions).toEqual(Array.from({ length: 12 }, (_, i) => version(i + 1)));
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    expect(entries.at(-1)).toEqual(order.lastEntry);
    expect(await store.entries(TEAM, 'o1')).toEqual(entries);
    expect(await store.entry(TEAM, 'o1', 7)).toEqual(entries[6]);
    expect(await store.version(TEAM, 'o1', 7)).toEqual(versions[6]);
  });

  test('a version has a code, and another on its work copy where only the office sees prices; neither passes for the other', async () => {
    const { store } = current();
    const seen = version(1);
    const hidden = { ...seen, content: { ...seen.content, pricesFor: 'office' as const } };
    for (const [id, made] of [
      ['o1', hidden],
      ['o2', seen],
    ] as const) {
      const order = saved(await store.commit(firstCommit(newOrder(id))));
      saved(await store.commit(nextCommit(order, `k ${id}`, { version: made, state: 'approved' })));
    }
    const code = (id: string, copy: 'work' | 'priced') => store.printedCode(TEAM, id, 1, copy);
    const [work, priced] = [await code('o1', 'work'), await code('o1', 'priced')];
    expect(work).toMatchObject({ check: expect.stringMatching(/^.{12}$/), intact: true });
    expect(priced).toMatchObject({ check: expect.stringMatching(/^.{12}$/), intact: true });
    expect(work?.check).not.toBe(priced?.check);
    expect(await code('o2', 'work')).toBeUndefined();
    expect(await code('o2', 'priced')).toMatchObject({ intact: true });
  });

  test('of two who read the same revision the second is stale and writes nothing', async () => {
    const { store } = current();
    const order = saved(await store.commit(firstCommit(newOrder('o1'))));
    const first = saved(await store.commit(nextCommit(order, 'a', { state: 'approved' })));
    const late = nextCommit(order, 'b', {
      state: 'rejected',
      effects: [{ type: 'refresh_card' }],
      version: version(1),
    });
    expect(await store.commit(late)).toEqual({ kind: 'stale' });
    expect(await store.order(TEAM, 'o1')).toEqual(first);
    expect(await store.backlog(TEAM)).toMatchObject({ pending: 0 });
  });

  test('a new order with a taken id, or a changed order that was never there, is stale', async () => {
    const { store } = current();
    await store.commit(firstCommit(newOrder('o1')));
    const again = newOrder('o1');
    expect(await store.commit({ ...firstCommit(again), entry: { ...firstCommit(again).entry, key: 'x' } })).toEqual({
      kind: 'stale',
    });
    expect(await store.commit(firstCommit(newOrder('o2', { revision: 3 })))).toEqual({ kind: 'stale' });
  });

  test('the same key is accepted once, and answered with the order as it is now', async () => {
    const { store } = current();
    const order = saved(await store.commit(firstCommit(newOrder('o1'), [{ type: 'open_channel' }])));
    const commit = nextCommit(order, 'twice', {
      state: 'approved',
      version: version(1),
      effects: [{ type: 'refresh_card' }],
    });
    const first = saved(await store.commit(commit));
    const later = saved(await store.commit(nextCommit(first, 'later')));
    expect(await store.commit(commit)).toEqual({ kind: 'repeated', order: later });
    // A repeated submission would come with a new id.
    expect(await store.commit(firstCommit(newOrder('o2', { lastEntry: order.lastEntry })))).toMatchObject({
      kind: 'repeated',
      order: { id: 'o1', number: 1 },
    });
    expect(await store.backlog(TEAM)).toMatchObject({ pending: 2 });
    expect(saved(await store.commit(firstCommit(newOrder('o3')))).number).toBe(2);
  });

  test('numbers have no gaps and are counted per workspace', async () => {
    const { store } = current();
    const numbers = [];
    for (const [i, team] of ['T1', 'T2', 'T1', 'T1', 'T2'].entries()) {
      const order = newOrder(`o${i}`, { team });
      numbers.push(saved(await store.commit(firstCommit(order))).number);
      expect(await store.commit(firstCommit({ ...order, revision: 7 }))).toMatchObject({
        kind: 'repeated',
      });
      expect(
        await store.commit({ ...firstCommit(order), entry: { ...firstCommit(order).entry, key: `stale ${i}` } }),
      ).toEqual({ kind: 'stale' });
    }
    expect(numbers).toEqual([1, 1, 2, 3, 2]);
  });

  test('two workspaces never see each other, even with the same ids and keys', async () => {
    const { store } = current();
    const mine = saved(await store.commit(firstCommit(newOrder('o1', { content: content('Mine') }))));
    const theirs = saved(await store.commit(firstCommit(newOrder('o1', { team: 'T2', content: content('Theirs') }))));
    expect(await store.order(TEAM, 'o1')).toEqual(mine);
    expect(await store.order('T2', 'o1')).toEqual(theirs);
    expect(await store.orderByNumber('T3', 1)).toBeUndefined();
    expect((await store.list('T2', { limit: 9 })).map(({ title }) => title)).toEqual(['Theirs']);
    expect((await store.list('T1', { person: 'UREQ', limit: 9 })).map(({ title }) => title)).toEqual(['Mine']);
  });

  test('a saved commit uses up its draft, a stale one keeps it', async () => {
    const { store } = current();
    const key = { team: TEAM, person: 'UREQ', form: 'submit', order: '' };
    const other = { ...key, form: 'approve' };
    await store.saveDraft({ ...key, data: draftData, updatedAt: NOW }, undefined);
    await store.saveDraft({ ...other, data: draftData, updatedAt: NOW }, undefined);
    await store.commit({ ...firstCommit(newOrder('o1', { revision: 1 })), spentDraft: key });
    expect(await store.draft(key)).toMatchObject({ ...key, data: draftData, updatedAt: NOW });
    await store.commit({ ...firstCommit(newOrder('o1')), spentDraft: key });
    expect(await store.draft(key)).toBeUndefined();
    expect(await store.draft(other)).toBeDefined();
  });

  test('another connection sees what was committed and is told when it is stale', async () => {
    const { store, again } = current();
    const second = await again();
    const order = saved(await store.commit(firstCommit(newOrder('o1'))));
    expect(await second.order(TEAM, 'o1')).toEqual(order);
    await second.commit(nextCommit(order, 'theirs'));
    expect(await store.commit(nextCommit(order, 'ours'))).toEqual({ kind: 'stale' });
    await second.close();
  });
}
