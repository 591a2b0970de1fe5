import { afterEach, expect, test, vi } from 'vitest';
import { approve, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
afterEach(() => stage.stop());

test('an order is approved with a crew of two: nothing is claimed in vain', async () => {
  stage = await startStage('socket', {}, sketches);
  const { people, sandbox, store } = stage;
  const { ana, sam, farid, fiona } = people;
  const name = await submitOrder(stage, ana, sam);
  const claims = vi.spyOn(store, 'claim');
  await approve(stage, sam, name, [farid, fiona]);
  const claimed = (await Promise.all(claims.mock.results.map(({ value }) => value))).flat();
  const effects = new Set(claimed.map(({ id }) => id)).size;
  expect(effects).toBeGreaterThan(7);
  expect(claims.mock.calls.length).toBeLessThanOrEqual(effects + 3);
  expect(sandbox.complaints).toEqual([]);
});
