import { describe, expect, test } from 'vitest';
import { createPace } from '../../src/outbox/calls/pace.ts';
import type { PacedMethod } from '../../src/outbox/calls/tiers.ts';
import { Later } from '../../src/slack-api/classify-error.ts';

/** So many of somebody's, the first from a time on, each so much later than the one before; `to`: where they go, each elsewhere. */
interface Wanted {
  readonly who: string;
  readonly n: number;
  readonly from: number;
  readonly every?: number;
  readonly to?: string;
  readonly patient?: boolean;
}

/** Everything that people want, each tried again when it was told to come; when each went, in milliseconds from the start. */
async function played(wanted: readonly Wanted[], method: PacedMethod) {
  let clock = 1_000_000;
  const start = clock;
  const pace = createPace(
    () => clock,
    async (ms) => {
      clock += ms;
    },
  );
  const waiting = wanted.flatMap(({ who, n, from, every = 0, to, patient = false }) =>
    Array.from({ length: n }, (_, index) => {
      const due = start + from + index * every;
      return { who, key: `${who}${index}`, patient, due, since: due, to: to && `${to}${index}` };
    }),
  );
  const went: { who: string; key: string; at: number; waited: number }[] = [];
  let asked = 0;
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.due - b.due);
    const [next] = waiting;
    if (!next) break;
    clock = Math.max(clock, next.due);
    asked += 1;
    try {
      await pace.take(method, next.to, next);
      went.push({ who: next.who, key: next.key, at: clock - start, waited: clock - next.since });
      waiting.shift();
    } catch (error) {
      if (!(error instanceof Later)) throw error;
      next.due = clock + error.wait;
    }
  }
  const last = (who: string) => went.filter((one) => one.who === who).at(-1)?.at ?? Number.NaN;
  return { went, asked, last };
}

const POST = 'chat.postMessage';

describe('F6 people take turns', () => {
  test('a colleague’s channel waits no longer for eighty of somebody else’s than for a few', async () => {
    const alone = await played(
      [
        { who: 'ana', n: 6, from: 0 },
        { who: 'ben', n: 1, from: 1000 },
      ],
      'conversations.create',
    );
    const crowd = await played(
      [
        { who: 'ana', n: 80, from: 0 },
        { who: 'ben', n: 1, from: 1000 },
      ],
      'conversations.create',
    );
    expect(crowd.last('ben')).toBeLessThanOrEqual(alone.last('ben') * 1.2);
    expect(crowd.last('ben')).toBeLessThan(15_000);
    expect(crowd.last('ana')).toBeGreaterThan(200_000);
  });

  test('while five hundred digests go out, a message hardly waits; and all of them are there within ten minutes', async () => {
    const digests: Wanted = { who: 'office', n: 500, from: 0, to: 'U', patient: true };
    const { went } = await played([digests, { who: 'ana', n: 100, from: 500, every: 3000, to: 'UA' }], POST);
    expect(Math.max(...went.filter(({ who }) => who === 'ana').map(({ waited }) => waited))).toBeLessThan(5000);
    expect(Math.max(...went.filter(({ who }) => who === 'office').map(({ at }) => at))).toBeLessThan(600_000);
  });

  test('while somebody’s three hundred messages go out, nobody else waits longer than between two bursts', async () => {
    const crowd: Wanted = { who: 'ana', n: 300, from: 0, to: 'U' };
    const { went } = await played([crowd, { who: 'ben', n: 50, from: 500, every: 3500, to: 'UB' }], POST);
    expect(Math.max(...went.filter(({ who }) => who === 'ben').map(({ waited }) => waited))).toBeLessThan(15_000);
  });

  test('two who want much get as much of it, a third is let in between', async () => {
    const { went } = await played(
      [
        { who: 'ana', n: 40, from: 0 },
        { who: 'ben', n: 40, from: 0 },
        { who: 'eva', n: 2, from: 30_000 },
      ],
      'conversations.create',
    );
    const half = went.slice(0, 40);
    expect(
      Math.abs(half.filter(({ who }) => who === 'ana').length - half.filter(({ who }) => who === 'ben').length),
    ).toBeLessThanOrEqual(6);
    const eva = went.filter(({ who }) => who === 'eva').map(({ at }) => at);
    expect(eva[1]).toBeLessThanOrEqual(60_000);
  });

  test('one person’s come in their order, the tier is kept, and nobody is asked to come again and again', async () => {
    const { went, asked } = await played(
      [
        { who: 'ana', n: 80, from: 0 },
        { who: 'ben', n: 5, from: 5000 },
      ],
      'conversations.create',
    );
    const own = went.filter(({ who }) => who === 'ana').map(({ key }) => Number(key.slice(3)));
    // Four go at once: among those any may be the first.
    for (const [index, n] of own.entries()) expect(Math.abs(n - index)).toBeLessThanOrEqual(4);
    for (const { at } of went)
      expect(went.filter((one) => one.at >= at && one.at < at + 60_000).length).toBeLessThanOrEqual(20);
    expect(went.at(-1)?.at).toBeLessThan(270_000);
    expect(asked).toBeLessThan(85 * 4);
  });
});
