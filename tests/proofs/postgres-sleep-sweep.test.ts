import { describe, expect, test } from 'vitest';
import { LIMIT, sweepOfInstances } from '../support/instances-sweep.ts';
import { outward } from '../support/kills.ts';
import { partOf } from '../support/part.ts';
import { report } from '../support/report.ts';
import { sleepsAt } from '../support/sleeps.ts';
import { plansFor } from '../support/sweep.ts';

/** Lives at once, each at instances of its own: they sleep most of the time. */
const GROUNDS = [
  { count: 2, over: 'socket' },
  { count: 2, over: 'http' },
  { count: 3, over: 'http' },
  { count: 2, over: 'socket' },
] as const;
/** Of each act's moments, so many are left to other runs (support/part.ts): each takes six seconds. */
const PARTS = 4;

describe('who delivers sleeps until another does, and wakes', { timeout: LIMIT }, () => {
  const opened = sweepOfInstances(GROUNDS);

  test('at calls and acks of a life: nothing is lost or doubled', async () => {
    const sweep = opened();
    const plans = partOf(plansFor(sweep.moments, outward), PARTS);
    const tally = await sweep.run(plans, sleepsAt);
    report('instances asleep', tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });
});
