import { expect, test } from 'vitest';
import { createTurns } from '../../src/outbox/calls/turns.ts';

test('only so many run at once, the others in the order in which they came, whatever becomes of those before', async () => {
  const inTurn = createTurns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((n) =>
    inTurn(async () => {
      begun.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (n === 0) throw new Error('a fault');
      return n;
    }).catch(() => 'failed'),
  );
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  expect(await all[0]).toBe('failed');
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.();
  ends[2]?.();
  expect(await Promise.all([all[1], all[2]])).toEqual([1, 2]);
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[3]?.();
  expect(await all[3]).toBe(3);
});
