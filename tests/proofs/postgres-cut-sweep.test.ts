import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cut } from '../db/cutting-proxy.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { type Instances, startInstances } from '../support/instances.ts';
import { tryAll } from '../support/part.ts';
import { report } from '../support/report.ts';
import { openSweep, type Plan, type Sweep } from '../support/sweep.ts';

/** Lives at once. */
const PLACES = 3;
/** Between two cuts at least so many statements: who was cut off makes all of a transaction once more. */
const APART = 60;
/** So many lives are lived, each with cuts at other statements; in all of them together most are met. */
const LIVES = tryAll ? 60 : 9;
/** At first only these occurrences of each statement are met: so that in few lives each statement is met somewhere. */
const RARE_FIRST = [1, 1, 1, 2, 4, 8];

/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
const LIMIT = 3_000_000;

describe('the connection to the database is cut at every statement of a life', { timeout: LIMIT }, () => {
  let built: BuiltApp;
  let sweep: Sweep<Instances>;
  /** Every statement of a life that nothing disturbs: its text, and the how manieth of these it is. */
  const statements: string[] = [];
  beforeAll(async () => {
    built = buildApp();
    sweep = await openSweep(PLACES, () => startInstances(built.program, { fileShareDelayMs: 0 }));
    const seen = await sweep.run([[]], ({ proxy }) => {
      const name = numbered();
      proxy.watch((sql) => void statements.push(name(sql)));
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
    const left = new Set(statements);
    let begun = 0;
    const lives = Array.from({ length: LIVES }, (): Plan => []);
    const tally = await sweep.run(lives, ({ proxy }) => {
      const name = numbered();
      const most = RARE_FIRST[begun++] ?? Number.POSITIVE_INFINITY;
      let since = 0;
      proxy.watch((sql) => {
        const here = name(sql);
        if (since++ < APART || numberOf(here) > most || !left.delete(here)) return undefined;
        since = 0;
        return when;
      });
      return {};
    });
    for (const { proxy } of sweep.places) proxy.watch(undefined);
    const met = new Set(statements.filter((one) => !left.has(one)).map(textOf));
    const never = new Set(statements.map(textOf).filter((text) => !met.has(text)));
    report(`${statements.length - left.size} of ${statements.length} statements cut, ${what}`, tally);
    expect(tally.failures).toEqual([]);
    expect([...never]).toEqual([]);
  });
});

/** Names the statements of a life. */
function numbered(): (sql: string) => string {
  const seen = new Map<string, number>();
  return (sql) => {
    const n = (seen.get(sql) ?? 0) + 1;
    seen.set(sql, n);
    return `${n} ${sql}`;
  };
}

const textOf = (name: string): string => name.slice(name.indexOf(' ') + 1);
const numberOf = (name: string): number => Number(name.split(' ')[0]);
