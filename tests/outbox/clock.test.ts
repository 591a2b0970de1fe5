import { expect, test } from 'vitest';
import { watchClock } from '../../src/outbox/clock.ts';

test('a clock that is put back or forward is noticed until it was noted; drift is not', () => {
  let wall = 1_800_000_000_000;
  let steady = 5000;
  const pass = (ms: number, drift = 0) => {
    wall += ms + drift;
    steady += ms;
  };
  const clock = watchClock(
    () => wall,
    () => steady,
  );
  for (let hour = 0; hour < 10; hour++) {
    pass(3_600_000, 500);
    expect(clock.moved()).toBe(0);
  }
  wall -= 3_600_000;
  pass(10);
  expect(clock.moved()).toBe(-3_600_000);
  expect(clock.moved()).toBe(-3_600_000);
  clock.note(-3_600_000);
  expect(clock.moved()).toBe(0);
  wall += 60_000;
  expect(clock.moved()).toBe(60_000);
});
