import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/server/instruments/faults.ts';
import { defaultTimeouts } from '../../src/slack-api/connect.ts';
import { startFaultyStage, TOO_LATE } from '../support/faulty-stage.ts';
import { acts } from '../support/life.ts';
import { inWords, laneOf, type Moment } from '../support/moments.ts';
import { report } from '../support/report.ts';
import { openSweep, type Place, plansFor, type Sweep } from '../support/sweep.ts';

/** Lives at once: they wait for time-outs most of the time. */
const PLACES = 3;

/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
const LIMIT = 3_000_000;

describe('answers do not arrive, once at every call and every ack of a life', { timeout: LIMIT }, () => {
  let sweep: Sweep<Place>;
  beforeAll(async () => {
    sweep = await openSweep(PLACES, () => startFaultyStage({ ackMs: 1500 }), {
      calm: () => startFaultyStage({}, defaultTimeouts),
    });
  }, LIMIT);
  afterAll(() => sweep?.stop());

  test.each<[string, Fault]>([
    ['the call took effect and the connection is lost', { kind: 'lost' }],
    ['the call took effect and no answer comes before the time-out', { kind: 'latency', ms: TOO_LATE }],
    ['nothing is done and no answer comes before the time-out', { kind: 'hang' }],
  ])('%s', async (what, fault) => {
    const calls = sweep.moments.filter(({ kind }) => kind === 'call');
    const plans = plansFor(calls, laneOf);
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
    const acks = sweep.moments.filter(({ kind }) => kind === 'ack');
    // A lost ack is sent again under the next number: two of the same kind are never lost in the same act.
    const kindOf = ({ name }: Moment) => name.replace(/ #\d+$/, '');
    const plans = plansFor(acks, kindOf);
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
});

test('a file that Slack shares long after it did not answer is not asked for twice', async () => {
  const place = await startFaultyStage({ fileShareDelayMs: 2500 });
  const { faults, inspector, workspace } = place.sandbox;
  faults.on('files.completeUploadExternal', { kind: 'lost' }, { times: 1 });
  await acts.submit(place);
  await place.settled();
  expect(inspector.calls('files.completeUploadExternal')).toHaveLength(1);
  expect(workspace.channels().at(-1)?.files).toEqual(['plan.pdf']);
  expect(place.complaints()).toEqual([]);
  await place.stop();
});
