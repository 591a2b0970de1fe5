import { expect, test } from 'vitest';
import type { Effect } from '../../src/order/effect.ts';
import { claimAll, NOW, owe, TEAM, takeOver } from './samples.ts';
import type { Current } from './store-contract.ts';

const tell = (person: string): Effect => ({ type: 'tell', person, about: 'channel_shared', entry: 1 });

/** What several instances share: `again` is another one. */
export function sharedContract(current: Current): void {
  test('once: of all who ask for a key, one is the first; what need not be remembered is removed', async () => {
    const { store, again } = current();
    const other = await again();
    try {
      const asked = await Promise.all(
        [store, other, store, other].map((one) => one.once(TEAM, 'answer 1', NOW + 1000)),
      );
      expect(asked.filter((first) => first)).toHaveLength(1);
      expect(await other.once(TEAM, 'answer 2', NOW + 5000)).toBe(true);
      expect(await store.once('T2', 'answer 1', NOW + 1000)).toBe(true);
      const ages = { effects: 0, drafts: 0, ended: 0, imports: 0 };
      const step = (once: number) => store.sweep('done_once', { ...ages, once }, 0, 1);
      expect(await step(NOW)).toEqual({ removed: 0, next: undefined });
      expect(await step(NOW + 2000)).toEqual({ removed: 1, next: 0 });
      expect(await step(NOW + 2000)).toEqual({ removed: 1, next: 0 });
      expect(await step(NOW + 2000)).toEqual({ removed: 0, next: undefined });
      expect(await other.once(TEAM, 'answer 1', NOW + 9000)).toBe(true);
      expect(await store.once(TEAM, 'answer 2', NOW + 9000)).toBe(false);
    } finally {
      await other.close();
    }
  });

  test('two instances that sweep at once remove each row once', async () => {
    const { store, again } = current();
    const other = await again();
    try {
      for (let n = 0; n < 40; n++) await store.once(TEAM, `answer ${n}`, NOW);
      for (let n = 0; n < 20; n++) await owe(store, `o${n}`, [{ type: 'open_channel' }]);
      const term = await takeOver(store);
      for (const { id } of await claimAll(store, term)) await store.done(term, id, NOW);
      const ages = { effects: NOW + 1, drafts: 0, ended: 0, once: NOW + 1, imports: 0 };
      const sweep = async (one: typeof store, what: 'effects' | 'done_once') => {
        let [sum, next]: [number, number | undefined] = [0, 0];
        while (next !== undefined) {
          const step = await one.sweep(what, ages, next, 5);
          [sum, next] = [sum + step.removed, step.next];
        }
        return sum;
      };
      for (const [what, rows] of [['effects', 20] as const, ['done_once', 40] as const]) {
        const counts = await Promise.all([sweep(store, what), sweep(other, what)]);
        expect(counts.reduce((sum, one) => sum + one) + (await sweep(store, what))).toBe(rows);
      }
    } finally {
      await other.close();
    }
  });

  test('Home: the page that somebody last had on a screen', async () => {
    const { store } = current();
    expect(await store.homeOf(TEAM, 'U1')).toBeUndefined();
    await store.saveHome(TEAM, 'U1', 'first', NOW);
    await store.saveHome(TEAM, 'U1', 'second', NOW + 1);
    await store.saveHome('T2', 'U1', 'elsewhere', NOW);
    expect(await store.homeOf(TEAM, 'U1')).toEqual({ page: 'second', seenAt: NOW + 1 });
  });

  test('what Slack gave back for an effect can be read, and whether it is settled', async () => {
    const { store } = current();
    await owe(store, 'o1', [tell('U1')]);
    const term = await takeOver(store);
    const [claimed] = (await claimAll(store, term)).filter(({ effect }) => effect.type === 'tell');
    const id = claimed?.id ?? '';
    await store.saveCheckpoint(term, id, { channel: 'D1', ts: '1.1' });
    expect(await store.outcome(TEAM, id)).toMatchObject({ settled: false, checkpoint: { channel: 'D1', ts: '1.1' } });
    await store.done(term, id, NOW);
    expect(await store.outcome(TEAM, id)).toMatchObject({ settled: true, checkpoint: { ts: '1.1' } });
    expect(await store.outcome('T2', id)).toBeUndefined();
    expect(await store.outcome(TEAM, 'nothing')).toBeUndefined();
  });

  test('what is owed for a cause is owed once, also when two instances hear of it at once', async () => {
    const { store, again } = current();
    const other = await again();
    try {
      await owe(store, 'o1', []);
      const cause = 'event Ev1';
      const counts = await Promise.all(
        [store, other, store, other].map((one) => one.owe(TEAM, 'o1', [tell('U1'), tell('U2')], NOW, { cause })),
      );
      expect(counts.toSorted()).toEqual([0, 0, 0, 2]);
      const term = await takeOver(store);
      for (let left = 2; left > 0; left--)
        for (const { id } of await claimAll(store, term)) await store.done(term, id, NOW);
      expect(await other.owe(TEAM, 'o1', [tell('U1'), tell('U3')], NOW, { cause })).toBe(0);
      expect(await other.owe(TEAM, 'o1', [tell('U1')], NOW, { cause: 'event Ev2' })).toBe(1);
      expect(await store.owe('T2', null, [tell('U1')], NOW, { cause })).toBe(1);
    } finally {
      await other.close();
    }
  });

  test('a cause counts as well when just that was owed already', async () => {
    const { store } = current();
    await owe(store, 'o1', [tell('U1')]);
    expect(await store.owe(TEAM, 'o1', [tell('U1')], NOW, { cause: 'event Ev1' })).toBe(0);
    const term = await takeOver(store);
    for (const { id } of await claimAll(store, term)) await store.done(term, id, NOW);
    expect(await store.owe(TEAM, 'o1', [tell('U1')], NOW, { cause: 'event Ev1' })).toBe(0);
    expect(await store.owe(TEAM, 'o1', [tell('U1')], NOW)).toBe(1);
  });

  test('who takes over deliveries learns what the owner before has said of its pace', async () => {
    const { store } = current();
    const term = await takeOver(store);
    const next = async () => {
      const taken = await store.takeDeliveries(TEAM, 'b', await store.deliverer(TEAM));
      if (!taken) throw new Error('somebody else was faster');
      return taken;
    };
    await store.renewDeliveries(term, 'a call');
    await store.renewDeliveries(term);
    const second = await next();
    expect(second.pace).toBe('a call');
    expect(await store.renewDeliveries(term, 'too late')).toBe(false);
    await store.releaseDeliveries(second.term, 'two calls');
    const third = await next();
    expect(third.pace).toBe('two calls');
    await store.releaseDeliveries(third.term);
    expect((await next()).pace).toBe('two calls');
  });
}
