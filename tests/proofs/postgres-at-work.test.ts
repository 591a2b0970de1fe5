import { describe, expect, test } from 'vitest';
import { LIMIT, sweepOfInstances } from '../support/instances-sweep.ts';
import { afterwards, beforehand, oneOfEach, outward } from '../support/kills.ts';
import { dayAndNight, isAtWork, isOverview, lifeAtWork } from '../support/life-at-work.ts';
import { partOf } from '../support/part.ts';
import { report } from '../support/report.ts';
import { plansFor } from '../support/sweep.ts';

/** Lives at once, each at instances of its own: they mostly wait for somebody to take over. */
const GROUNDS = [
  { count: 2, over: 'http', pages: true, settings: dayAndNight },
  { count: 2, over: 'socket', pages: true, settings: dayAndNight },
] as const;
/** Of each act's moments, so many are left to other runs (support/part.ts). */
const PARTS = 5;

describe('of several instances one is killed while work is late, held, dearer than approved, signed; and while they remind', {
  timeout: LIMIT,
}, () => {
  const opened = sweepOfInstances(GROUNDS, lifeAtWork);

  test('the one that called right after the call took effect, the one that answered right after its ack', async () => {
    const sweep = opened();
    const plans = partOf(plansFor(sweep.moments.filter(isAtWork), outward), PARTS);
    const tally = await sweep.run(plans, afterwards);
    const calls = tally.struck.filter(({ kind }) => kind === 'call').length;
    report(`instances killed at work, after ${calls} calls + ${tally.struck.length - calls} acks`, tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });

  test('the one that calls, when a call has arrived and nothing has been done, once for each method', async () => {
    const sweep = opened();
    const known = sweep.moments.filter((moment) => isAtWork(moment) && !isOverview(moment));
    const plans = partOf(plansFor(oneOfEach(known.filter(({ kind }) => kind === 'call'))), 2);
    const tally = await sweep.run(plans, beforehand);
    report('instances killed at work, before the effect', tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });
});
