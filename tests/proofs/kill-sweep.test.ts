import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Renderer, startRenderer } from '../../src/pdf/renderer.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { afterwards, beforehand, oneOfEach, outward, twice } from '../support/kills.ts';
import { type MortalApp, startMortalApp } from '../support/mortal-app.ts';
import { report } from '../support/report.ts';
import { openSweep, plansFor, type Sweep } from '../support/sweep.ts';

/** Lives at once: more than cores, since an app that was killed also waits. */
const PLACES = 3;
/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
const LIMIT = 3_000_000;

describe('the app is killed and started again', { timeout: LIMIT }, () => {
  let built: BuiltApp;
  let sweep: Sweep<MortalApp>;
  let renderer: Renderer;
  beforeAll(async () => {
    built = buildApp();
    renderer = startRenderer();
    sweep = await openSweep(PLACES, () => startMortalApp(built.program, { fileShareDelayMs: 0 }), { renderer });
  }, LIMIT);
  afterAll(async () => {
    await sweep?.stop();
    await renderer?.stop();
    built?.remove();
  });

  test('right after every call to Slack took effect, and right after every ack', async () => {
    const plans = plansFor(sweep.moments, outward);
    const tally = await sweep.run(plans, afterwards);
    const calls = tally.struck.filter(({ kind }) => kind === 'call').length;
    report(`kill sweep, after ${calls} calls + ${tally.struck.length - calls} acks`, tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });

  test('when a call has arrived and nothing has been done, once for each method', async () => {
    const calls = oneOfEach(sweep.moments.filter(({ kind }) => kind === 'call'));
    const tally = await sweep.run(plansFor(calls), beforehand);
    report('kill sweep, before the effect', tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(calls.length);
  });

  test('and killed again in the recovery: at its very first call, or at the first that pays a debt', async () => {
    const debts = sweep.moments.filter(({ kind, name }) => kind === 'call' && !name.startsWith('views.'));
    const sample = plansFor(debts).slice(0, 2);
    const deaths = () => sweep.places.reduce((sum, place) => sum + place.deaths(), 0);
    const before = deaths();
    const tally = await sweep.run(sample, (app, plan, struck) => twice(plan === sample[0])(app, plan, struck));
    report(`kill sweep, ${deaths() - before} kills, two in a row`, tally);
    expect(tally.failures).toEqual([]);
    expect(deaths() - before).toBe(2 * sample.flat().length);
  });
});
