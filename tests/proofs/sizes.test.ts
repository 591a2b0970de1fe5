import { test } from 'vitest';
import type { Script } from '../support/long-orders.ts';
import { resubmitted } from '../support/resubmitted.ts';
import { sketches } from '../support/sketches.ts';
import { startStage } from '../support/stage.ts';

test.each([
  ['Russian', 20, 62],
  ['Arabic', 20, 62],
  ['Latin', 20, 195],
] as [Script, number, number][])(
  'A1 an order in %s with %i items of %i characters is edited and resubmitted',
  async (script, count, length) => {
    const stage = await startStage('socket', {}, sketches);
    await resubmitted(stage, [count, script, length]);
    await stage.stop();
  },
);
