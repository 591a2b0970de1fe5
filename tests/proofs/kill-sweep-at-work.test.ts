import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Renderer, startRenderer } from '../../src/pdf/renderer.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { afterwards, beforehand, oneOfEach, outward } from '../support/kills.ts';
import { dayAndNight, isAtWork, isOverview, lifeAtWork } from '../support/life-at-work.ts';
import { type MortalApp, startMortalApp } from '../support/mortal-app.ts';
import { report } from '../support/report.ts';
import { openSweep, plansFor, type Sweep } from '../support/sweep.ts';

/** Lives at once: more than cores, since an app that was killed also waits. */
const PLACES = 3;
/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
const LIMIT = 3_000_000;

describe('the app is killed while work is late, held, dearer than approved, signed; and while it reminds', {
  timeout: LIMIT,
}, () => {
  let built: BuiltApp;
  let sweep: Sweep<MortalApp>;
  let renderer: Renderer;
  beforeAll(async () => {
    built = buildApp();
    renderer = startRenderer();
    const open = () => startMortalApp(built.program, { fileShareDelayMs: 0 }, dayAndNight);
    sweep = await openSweep(PLACES, open, { renderer, life: lifeAtWork });
  }, LIMIT);
  afterAll(async () => {
    await sweep?.stop();
    await renderer?.stop();
    built?.remove();
  });

  test('right after every call to Slack took effect, and right after every ack', async () => {
    const plans = plansFor(sweep.moments.filter(isAtWork), outward);
    const tally = await sweep.run(plans, afterwards);
    const calls = tally.struck.filter(({ kind }) => kind === 'call').length;
    report(`kill sweep at work, after ${calls} calls + ${tally.struck.length - calls} acks`, tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });

  test('when a call has arrived and nothing has been done, once for each method', async () => {
    const known = sweep.moments.filter((moment) => isAtWork(moment) && !isOverview(moment));
    const calls = oneOfEach(known.filter(({ kind }) => kind === 'call'));
    const tally = await sweep.run(plansFor(calls), beforehand);
    report('kill sweep at work, before the effect', tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(calls.length);
  });
});
