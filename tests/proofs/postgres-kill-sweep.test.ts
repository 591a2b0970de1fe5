import { describe, expect, test } from 'vitest';
import type { End } from '../support/gaps.ts';
import { LIMIT, sweepOfInstances } from '../support/instances-sweep.ts';
import { afterwards, asked, beforehand, oneOfEach, outward } from '../support/kills.ts';
import { partOf } from '../support/part.ts';
import { report } from '../support/report.ts';
import { plansFor } from '../support/sweep.ts';

/** Lives at once, each at instances of its own: they mostly wait for somebody to take over. */
const GROUNDS = [
  { count: 2, over: 'socket' },
  { count: 3, over: 'http' },
  { count: 2, over: 'http' },
  { count: 3, over: 'socket' },
] as const;
/** Of each act's moments, so many are left to other runs (support/part.ts). */
const PARTS = 4;
/** How soon deliveries go on after a kill, and after a stop. Milliseconds. */
const PROMISED = { kill: 10_000, stop: 1000 };

describe('of several instances one is killed; the others go on, and it is started again', { timeout: LIMIT }, () => {
  const opened = sweepOfInstances(GROUNDS);

  const gapsAfter = (end: End) =>
    opened()
      .places.flatMap(({ gaps }) => gaps.of(end))
      .toSorted((a, b) => a - b);
  const longestGap = (end: End) => gapsAfter(end).at(-1) ?? 0;

  test('the one that called right after the call took effect, the one that answered right after its ack', async () => {
    const sweep = opened();
    const plans = partOf(plansFor(sweep.moments, outward), PARTS);
    const tally = await sweep.run(plans, afterwards);
    const calls = tally.struck.filter(({ kind }) => kind === 'call').length;
    report(`instances killed, after ${calls} calls + ${tally.struck.length - calls} acks`, tally);
    process.stdout.write(`deliveries went on after so many ms: ${gapsAfter('kill')}\n`);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
    expect(longestGap('kill')).toBeLessThan(PROMISED.kill);
  });

  test('the one that calls, when a call has arrived and nothing has been done, once for each method', async () => {
    const sweep = opened();
    const plans = partOf(plansFor(oneOfEach(sweep.moments.filter(({ kind }) => kind === 'call'))), 2);
    const tally = await sweep.run(plans, beforehand);
    report('instances killed, before the effect', tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
    expect(longestGap('kill')).toBeLessThan(PROMISED.kill);
  });

  test('the one that called or answered is asked to stop: it hands over, and ends well', async () => {
    const sweep = opened();
    const codes: (number | null)[] = [];
    const plans = partOf(plansFor(sweep.moments, outward), PARTS);
    const tally = await sweep.run(
      plans,
      asked(async (place, by) => void codes.push(await place.end(await place.which(by)))),
    );
    report('instances stopped', tally);
    process.stdout.write(`deliveries went on after so many ms: ${gapsAfter('stop')}\n`);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
    expect(codes.filter((code) => code !== 0)).toEqual([]);
    expect(longestGap('stop')).toBeLessThan(PROMISED.stop);
  });
});
