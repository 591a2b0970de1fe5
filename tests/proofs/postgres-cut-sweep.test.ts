import { beforeAll, describe, expect, test } from 'vitest';
import type { Cut } from '../db/cutting-proxy.ts';
import { LIMIT, sweepOfInstances } from '../support/instances-sweep.ts';
import { tryAll } from '../support/part.ts';
import { report } from '../support/report.ts';
import type { Plan } from '../support/sweep.ts';

/** Lives at once, each at instances of its own. */
const PLACES = [{}, {}, {}];
/** Between two cuts at least so many statements: who was cut off makes a whole transaction once more. */
const APART = 25;
/** So many lives are lived, the first of them with cuts only at statements that were never cut, wherever in a life. */
const [LIVES, FIRST] = tryAll ? [60, 9] : [9, 7];
/** Some statements come in some lives only: so many times are three more lived while any of them was never cut. */
const MORE = 4;

describe('the connection to the database is cut at every statement of a life', { timeout: LIMIT }, () => {
  const opened = sweepOfInstances(PLACES);
  /** Every statement of a life that nothing disturbs: its text, and the how manieth of these it is. */
  const statements: string[] = [];
  beforeAll(async () => {
    const sweep = opened();
    const seen = await sweep.run([[]], ({ proxy }) => {
      const name = numbered();
      proxy.watch((sql) => void statements.push(name(sql)));
      return {};
    });
    expect(seen.failures).toEqual([]);
    for (const { proxy } of sweep.places) proxy.watch(undefined);
  }, LIMIT);

  test.each<[string, Cut['when']]>([
    ['before the server hears of it', 'before'],
    ['when the server has answered', 'answered'],
  ])('%s', async (what, when) => {
    const sweep = opened();
    const left = new Set(statements);
    const texts = new Set(statements.map(textOf));
    const met = new Set<string>();
    let begun = 0;
    const live = (lives: number) =>
      sweep.run(
        Array.from({ length: lives }, (): Plan => []),
        ({ proxy }) => {
          const name = numbered();
          const anything = begun >= FIRST && begun < LIVES;
          begun++;
          let since = 0;
          proxy.watch((sql) => {
            const here = name(sql);
            // What was never cut is cut wherever it comes: made once more, it is not the how manieth it was.
            if (since++ < APART || (met.has(sql) ? !anything || !left.has(here) : !texts.has(sql))) return undefined;
            left.delete(here);
            met.add(sql);
            since = 0;
            return when;
          });
          return {};
        },
      );
    const never = () => [...texts].filter((text) => !met.has(text));
    const tally = await live(LIVES);
    for (let more = 0; more < MORE && never().length > 0; more++)
      expect((await live(PLACES.length)).failures).toEqual([]);
    for (const { proxy } of sweep.places) proxy.watch(undefined);
    report(`${statements.length - left.size} of ${statements.length} statements cut, ${what}`, tally);
    expect(tally.failures).toEqual([]);
    expect(never()).toEqual([]);
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
