import { describe, expect, test } from 'vitest';
import { COSTS, createLimits } from '../../src/web/limits.ts';

describe('how much one address may ask for', () => {
  const at = { now: 0 };
  const limits = (most?: number) => createLimits(() => at.now, most);
  /** How many of a thousand tries are answered, one after the other, each so many milliseconds after the one before. */
  const answered = (every: number, guess: boolean) => {
    const one = limits();
    let count = 0;
    for (let n = 0; n < 1000; n++, at.now += every)
      if (one.pay('a', COSTS.page)) {
        count++;
        if (guess) one.charge('a', COSTS.miss);
      }
    return count;
  };

  test('who reads is hardly ever stopped, who guesses is soon', () => {
    expect(answered(2000, false)).toBe(1000);
    expect(answered(0, true)).toBeLessThan(12);
    // A try in a second: one in fourteen is answered, whatever was asked for.
    expect(answered(1000, true)).toBeLessThan(85);
  });

  test('one address does not pay for another', () => {
    const some = limits();
    for (let n = 0; n < 100; n++) some.pay('a', COSTS.page);
    expect([some.pay('a', 1), some.pay('b', 1)]).toEqual([false, true]);
  });

  test('says when there is enough again', () => {
    const some = limits();
    while (some.pay('a', 1));
    const seconds = some.wait('a', 1);
    at.now += seconds * 1000;
    expect(some.pay('a', 1)).toBe(true);
  });

  test('remembers no more than so many', () => {
    const few = limits(10);
    for (let n = 0; n < 1000; n++) few.pay(String(n), 1);
    expect(few.size()).toBe(10);
  });
});
