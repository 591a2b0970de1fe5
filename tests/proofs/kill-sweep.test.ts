import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Renderer, startRenderer } from '../../src/pdf/renderer.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { inWords, type Moment, type Strikes } from '../support/moments.ts';
import { type MortalApp, startMortalApp } from '../support/mortal-app.ts';
import { report } from '../support/report.ts';
import { openSweep, type Plan, plansFor, type Sweep } from '../support/sweep.ts';

/** Lives at once: more than cores, since an app that was killed also waits. */
const PLACES = 3;
/** The calls with which an app starts; they pay no debt. */
const STARTING = /^(auth\.test|apps\.connections\.open|users\.list) /;

type Struck = (moment: Moment) => void;
type How = (app: MortalApp, plan: Plan, struck: Struck) => Strikes;

/** Kills the app when one of the planned moments has come. */
const killer = (app: MortalApp, plan: Plan, struck: Struck) => async (moment: Moment) => {
  const planned = plan.find((one) => inWords(one) === inWords(moment));
  if (!planned) return false;
  await app.kill();
  struck(planned);
  return true;
};

const afterwards: How = (app, plan, struck) => {
  const kill = killer(app, plan, struck);
  return { done: async (moment) => void (await kill(moment)), acked: async (moment) => void (await kill(moment)) };
};

const beforehand: How = (app, plan, struck) => {
  const kill = killer(app, plan, struck);
  return { arrived: async (moment) => ((await kill(moment)) ? { kind: 'hang' } : undefined) };
};

/** Kills a second time at the first call (`any`: even those of starting) of the app that was started again. */
const twice =
  (any: boolean): How =>
  (app, plan, struck) => {
    const kill = killer(app, plan, struck);
    let again = false;
    const first = async (moment: Moment) => {
      again = (await kill(moment)) || again;
    };
    return {
      done: first,
      acked: first,
      arrived: async ({ name }) => {
        if (!again || (!any && STARTING.test(`${name} `))) return undefined;
        again = false;
        await app.kill();
        return { kind: 'hang' };
      },
    };
  };

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

/**
 * Two strikes an act: one at what people see, one at what they wait for. A form's redrawing is lost with an app that dies
 * after the ack before it, so these two are never struck in the same act.
 */
const outward = ({ kind, name }: Moment): string => (kind === 'ack' || name.startsWith('views.') ? 'screen' : 'debt');

/** One moment of each method, wherever in the life it is, spread evenly over the acts. */
function oneOfEach(moments: readonly Moment[]): Moment[] {
  const methodOf = ({ name }: Moment) => name.split(' ')[0];
  const chosen: Moment[] = [];
  const inAct = ({ act }: Moment) => chosen.filter((one) => one.act === act).length;
  for (const method of new Set(moments.map(methodOf))) {
    const candidates = moments.filter((moment) => methodOf(moment) === method);
    const [emptiest] = candidates.toSorted((a, b) => inAct(a) - inAct(b));
    if (emptiest) chosen.push(emptiest);
  }
  return chosen;
}
