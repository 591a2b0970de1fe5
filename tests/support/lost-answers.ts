import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/server/instruments/faults.ts';
import { defaultTimeouts } from '../../src/slack-api/connect.ts';
import { startFaultyStage, TOO_LATE } from './faulty-stage.ts';
import { acts, type Life } from './life.ts';
import { inWords, laneOf, type Moment } from './moments.ts';
import { report } from './report.ts';
import { openSweep, type Place, plansFor, type Sweep } from './sweep.ts';

/** Lives at once: they wait for time-outs most of the time. */
const PLACES = 3;

/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
export const LIMIT = 3_000_000;

/** The tests of a life in which answers do not arrive. `struck`: at which moments; missing: at all of them. */
export function answersAreLost({
  life = acts,
  settings,
  struck: isStruck = () => true,
}: {
  readonly life?: Life;
  readonly settings?: Record<string, unknown>;
  readonly struck?: (moment: Moment) => boolean;
} = {}): void {
  let sweep: Sweep<Place>;
  beforeAll(async () => {
    sweep = await openSweep(PLACES, () => startFaultyStage({ ackMs: 1500 }, undefined, settings), {
      calm: () => startFaultyStage({}, defaultTimeouts, settings),
      life,
    });
  }, LIMIT);
  afterAll(() => sweep?.stop());
  const momentsOf = (which: Moment['kind']) => sweep.moments.filter(({ kind }) => kind === which).filter(isStruck);

  test.each<[string, Fault]>([
    ['the call took effect and the connection is lost', { kind: 'lost' }],
    ['the call took effect and no answer comes before the time-out', { kind: 'latency', ms: TOO_LATE }],
    ['nothing is done and no answer comes before the time-out', { kind: 'hang' }],
  ])('%s', async (what, fault) => {
    const plans = plansFor(momentsOf('call'), laneOf);
    const tally = await sweep.run(plans, (_, plan, struck) => ({
      arrived(moment) {
        const planned = plan.find((one) => inWords(one) === inWords(moment));
        if (!planned) return undefined;
        struck(planned);
        return fault;
      },
    }));
    report(`answer sweep, ${what}`, tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });

  test('an ack is lost: people are told that it failed, and do it again', async () => {
    // A lost ack is sent again under the next number: two of the same kind are never lost in the same act.
    const kindOf = ({ name }: Moment) => name.replace(/ #\d+$/, '');
    const plans = plansFor(momentsOf('ack'), kindOf);
    const tally = await sweep.run(plans, (_, plan, struck) => ({
      ackLost(moment) {
        const planned = plan.find((one) => inWords(one) === inWords(moment));
        if (planned) struck(planned);
        return planned !== undefined;
      },
    }));
    report('answer sweep, an ack is lost', tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });
}
