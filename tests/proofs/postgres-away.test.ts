import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandResult } from '../../sandbox/server/acts/command.ts';
import { folderInMemory } from '../support/folder.ts';
import type { Instances } from '../support/instances.ts';
import { LIMIT, sweepOfInstances } from '../support/instances-sweep.ts';
import { oneOfEach, outward } from '../support/kills.ts';
import { inWords, type Moment } from '../support/moments.ts';
import { partOf } from '../support/part.ts';
import { NO_WAITING, type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { report } from '../support/report.ts';
import { plansFor } from '../support/sweep.ts';
import { ANY, until, words } from '../support/words.ts';

const MINUTE = 60_000;
/** How soon after it the app goes on by itself. Milliseconds. */
const LEVEL = 20_000;
const NOT_SAVED = until(words.reply.storage({ reference: ANY }));

describe('the database server goes away', { timeout: LIMIT }, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    // One of its own, which keeps what it has committed also when it crashes.
    server = await startPostgres({ folder: folderInMemory(), settings: NO_WAITING, kept: false });
    await server.started;
    process.env.TEST_POSTGRES_URL = server.url;
  }, LIMIT);
  afterAll(async () => {
    await server?.stop();
  });
  const opened = sweepOfInstances([{}]);

  const at = (plan: readonly Moment[], moment: Moment) => plan.find((one) => inWords(one) === inWords(moment));

  test.each(['fast', 'crash'] as const)('it is restarted (%s) in the middle of every act', async (how) => {
    const sweep = opened();
    const acks = sweep.moments.filter(({ kind }) => kind === 'ack');
    const moments = [...oneOfEach(sweep.moments.filter(({ kind }) => kind === 'call')), ...acks];
    const plans = partOf(plansFor(moments, outward), 4);
    let starting: Promise<void> | undefined;
    const tally = await sweep.run(plans, (_, plan, struck) => {
      const strike = async (moment: Moment) => {
        const planned = at(plan, moment);
        if (!planned) return;
        struck(planned);
        // Another strike may have come while it starts.
        await starting;
        await server.down(how);
        starting = server.up();
      };
      return { done: strike, acked: strike };
    });
    report(`server restarted, ${how}`, tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(plans.flat().length);
  });

  test.each<[string, (place: Instances) => Promise<() => Promise<void>>]>([
    [
      'its computer is away',
      async () => {
        await server.down('fast');
        return () => server.up();
      },
    ],
    [
      'the network to it is away',
      async ({ proxy }) => {
        proxy.refuse(true);
        return async () => proxy.refuse(false);
      },
    ],
  ])('%s for a minute: people are told, nothing is lost, and all goes on by itself', async (_, begin) => {
    const sweep = opened();
    const [moment] = sweep.moments.filter(
      ({ act, name }) => act === 'submit' && name.startsWith('conversations.create'),
    );
    if (!moment) throw new Error('no channel is created');
    const told: CommandResult[] = [];
    let level = 0;
    const tally = await sweep.run([[moment]], (place, plan, struck) => ({
      async done(here) {
        const planned = at(plan, here);
        if (!planned) return;
        struck(planned);
        const end = await begin(place);
        const begun = performance.now();
        void (async () => {
          while (performance.now() - begun < MINUTE) {
            told.push(await place.sandbox.people.ben.command('/so list'));
            await wait(5000);
          }
          await end();
          const back = performance.now();
          await place.settled();
          level = performance.now() - back;
        })();
      },
    }));
    report('a minute without the database', tally);
    process.stdout.write(`told ${told.length} times, level after ${Math.round(level)} ms\n`);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toEqual([moment]);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter(({ text, trouble }) => trouble || !text?.includes(NOT_SAVED))).toEqual([]);
    expect(level).toBeLessThan(LEVEL);
  });
});
