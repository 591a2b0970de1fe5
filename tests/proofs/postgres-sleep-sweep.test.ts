import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { type Instances, startInstances } from '../support/instances.ts';
import { outward } from '../support/kills.ts';
import { partOf } from '../support/part.ts';
import { report } from '../support/report.ts';
import { sleepsAt } from '../support/sleeps.ts';
import { openSweep, plansFor, type Sweep } from '../support/sweep.ts';

/** Lives at once, each at instances of its own: they sleep most of the time. */
const GROUNDS = [
  { count: 2, over: 'socket' },
  { count: 2, over: 'http' },
  { count: 3, over: 'http' },
  { count: 2, over: 'socket' },
] as const;
/** Of each act's moments, so many are left to other runs (support/part.ts): each takes six seconds. */
const PARTS = 4;

/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
const LIMIT = 3_000_000;

describe('who delivers sleeps until another does, and wakes', { timeout: LIMIT }, () => {
  let built: BuiltApp;
  let sweep: Sweep<Instances>;
  beforeAll(async () => {
    built = buildApp();
    let next = 0;
    sweep = await openSweep(GROUNDS.length, () =>
      startInstances(built.program, { ...GROUNDS[next++ % GROUNDS.length], fileShareDelayMs: 0 }),
    );
  }, LIMIT);
  afterAll(async () => {
    await sweep?.stop();
    built?.remove();
  });

  test('at calls and acks of a life: nothing is lost or doubled', async () => {
    const plans = partOf(plansFor(sweep.moments, outward), PARTS);
    const tally = await sweep.run(plans, sleepsAt);
    report('instances asleep', tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });
});
