import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cut } from '../db/cutting-proxy.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { type Instances, startInstances } from '../support/instances.ts';
import { partOf } from '../support/part.ts';
import { report } from '../support/report.ts';
import { openSweep, type Plan, type Sweep } from '../support/sweep.ts';

/** Lives at once. */
const PLACES = 3;
/** In how many lives every statement of a life is met once. */
const LIVES = 24;
/** Of these lives, so many are left to other runs (support/part.ts). */
const PARTS = 4;

/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
const LIMIT = 3_000_000;

describe('the connection to the database is cut at every statement of a life', { timeout: LIMIT }, () => {
  let built: BuiltApp;
  let sweep: Sweep<Instances>;
  /** How often each statement is made in a life that nothing disturbs, by its text. */
  const counts = new Map<string, number>();
  beforeAll(async () => {
    built = buildApp();
    sweep = await openSweep(PLACES, () => startInstances(built.program, { fileShareDelayMs: 0 }));
    const seen = await sweep.run([[]], ({ proxy }) => {
      proxy.watch((sql) => void counts.set(sql, (counts.get(sql) ?? 0) + 1));
      return {};
    });
    expect(seen.failures).toEqual([]);
    for (const { proxy } of sweep.places) proxy.watch(undefined);
  }, LIMIT);
  afterAll(async () => {
    await sweep?.stop();
    built?.remove();
  });

  test.each<[string, Cut['when']]>([
    ['before the server hears of it', 'before'],
    ['when the server has answered', 'answered'],
  ])('%s', async (what, when) => {
    const texts = [...counts.keys()];
    const turns = partOf(
      Array.from({ length: LIVES }, (_, turn) => turn),
      PARTS,
    );
    const plans = new Map(turns.map((turn): [Plan, number] => [[], turn]));
    const cut = new Map<string, number>();
    const tally = await sweep.run([...plans.keys()], ({ proxy }, plan) => {
      const seen = new Map<string, number>();
      proxy.watch((sql) => {
        const n = seen.get(sql) ?? 0;
        seen.set(sql, n + 1);
        if ((texts.indexOf(sql) + n) % LIVES !== plans.get(plan)) return undefined;
        cut.set(sql, (cut.get(sql) ?? 0) + 1);
        return when;
      });
      return {};
    });
    for (const { proxy } of sweep.places) proxy.watch(undefined);
    const cuts = [...cut.values()].reduce((sum, one) => sum + one, 0);
    report(`${cuts} cuts at ${cut.size} of ${texts.length} statements, ${what}`, tally);
    expect(tally.failures).toEqual([]);
  });
});
