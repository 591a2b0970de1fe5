import { expect, test, vi } from 'vitest';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { startStage } from '../support/stage.ts';

test('E3 an effect reads its order and the settings once; only a document reads the whole history', async () => {
  const stage = await startStage('socket', {}, sketches);
  const { people, store } = stage;
  try {
    const name = await submitOrder(stage, people.ana, people.sam);
    const spies = (['order', 'settings', 'history', 'entries', 'done', 'retry'] as const).map(
      (method) => [method, vi.spyOn(store, method)] as const,
    );
    const acked = () => stage.sandbox.inspector.acks().filter(({ label }) => /^(view|block)/.test(label)).length;
    const before = acked();
    await approve(stage, people.sam, name, [people.farid, people.fiona]);
    await confirm(stage, people.farid, name);
    const calls = Object.fromEntries(spies.map(([method, { mock }]) => [method, mock.calls.length]));
    const attempts = Number(calls.done) + Number(calls.retry);
    expect(attempts).toBeGreaterThan(10);
    const taps = acked() - before;
    // Once for each document: its bytes and what stands beside it come from the same read.
    expect(calls).toMatchObject({ order: attempts + taps, settings: attempts + taps, history: 2, entries: 0 });
    expect(stage.sandbox.complaints).toEqual([]);
  } finally {
    await stage.stop();
  }
});
