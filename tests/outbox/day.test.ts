import { describe, expect, test } from 'vitest';
import type { Order } from '../../src/order/order.ts';
import { isVisit, lateness, wasJustTold } from '../../src/outbox/effects/clock/day.ts';
import { asking, inState, lena, MORNING, olga, onHold, orderAfter, policy, sam } from '../support/workflow.ts';

const HOUR = 3600;
const { approved, submitted, changes_requested } = inState;
/** Begins at `start` and takes two hours. */
const planned = (order: Order, start: number): Order => ({
  ...order,
  plannedStart: start,
  progress: { ...order.progress, assignedAt: 0 },
  content: { ...order.content, requestedStart: MORNING, requestedEnd: MORNING + 2 * HOUR },
});
const started = orderAfter('submit', 'approve', 'start_work');
const { clocks } = policy;
const day = { from: MORNING, until: MORNING + 24 * HOUR };

describe('what a day brings', () => {
  test.each([
    ['at its beginning', approved, MORNING, true],
    ['at its end', approved, MORNING + 24 * HOUR, false],
    ['still going on from the day before', approved, MORNING - HOUR, true],
    ['over the day before', approved, MORNING - 3 * HOUR, false],
    ['that has begun and was planned for later', started, MORNING + 48 * HOUR, true],
    ['that has not begun and is planned for later', approved, MORNING + 48 * HOUR, false],
    ['over the day before, and not late so far', started, MORNING - 3 * HOUR, true],
    ['on hold', onHold, MORNING, true],
    ['on hold that was to begin before', onHold, MORNING - 1, false],
    ['on hold that begins later', onHold, MORNING + 24 * HOUR, false],
    ['not approved', submitted, MORNING, false],
    ['with extra cost to decide on', asking, MORNING, true],
  ] as const)('a visit %s', (_, order, start, isOne) => {
    expect(isVisit(planned(order, start), { day, at: MORNING, clocks })).toBe(isOne);
  });

  test.each([
    ['before it was to begin', planned(approved, MORNING), MORNING, undefined],
    ['just after it was to begin', planned(approved, MORNING), MORNING + HOUR - 1, undefined],
    ['once people are told that it was to begin', planned(approved, MORNING), MORNING + HOUR, 'start'],
    ['once people are told that it was to be over', planned(approved, MORNING), MORNING + 21 * HOUR, 'end'],
    ['once it has begun, before its end', planned(started, MORNING), MORNING + HOUR, undefined],
    ['once it has begun, just after its end', planned(started, MORNING), MORNING + 3 * HOUR, undefined],
    ['once it has begun, long after its end', planned(started, MORNING), MORNING + 21 * HOUR, 'end'],
    ['on hold', planned(onHold, MORNING), MORNING + 99 * HOUR, undefined],
    ['with requested changes', changes_requested, 0, 'changes'],
    ['that waits for a decision', submitted, MORNING * 2, undefined],
    ['that was closed', inState.completed, MORNING * 2, undefined],
  ] as const)('what is late: an order %s', (_, order, at, about) => {
    expect(lateness(order, { at, clocks })).toBe(about);
  });

  const told = (about: 'start' | 'end' | 'decision', at: number, people = ['U1']) => ({ about, step: 1, at, people });
  const waits = (order: Order, waitsSince: number, ...reminded: ReturnType<typeof told>[]): Order => ({
    ...order,
    progress: { ...order.progress, waitsSince, reminded },
  });
  test.each([
    ['nothing', waits(submitted, 0), 'decision', false],
    ['a reminder an hour ago', waits(submitted, 0, told('decision', MORNING - HOUR)), 'decision', false],
    ['a reminder within the hour', waits(submitted, 0, told('decision', MORNING - HOUR + 1)), 'decision', true],
    ['a reminder of a clock that was wrong', waits(submitted, 0, told('decision', MORNING + HOUR)), 'decision', false],
    ['a reminder to somebody else', waits(submitted, 0, told('decision', MORNING, ['U2'])), 'decision', false],
    ['a request within the hour', waits(submitted, MORNING - 60), 'decision', true],
    ['that it should be over', waits(approved, 0, told('end', MORNING)), 'start', true],
    ['that it should have begun', waits(approved, 0, told('start', MORNING)), 'end', false],
    ['an approval within the hour', waits(approved, MORNING - 60), 'start', false],
  ] as const)('told just before: %s', (_, order, about, isTold) => {
    expect(wasJustTold(order, about, 'U1', MORNING)).toBe(isTold);
  });

  test('who was asked because somebody else did not answer is told that just before', () => {
    const remind = { type: 'remind', about: 'decision', step: 2, people: [sam], asked: [olga] } as const;
    const { progress, ...order } = orderAfter('submit', remind);
    const isTold = (id: string) =>
      wasJustTold({ ...order, progress: { ...progress, waitsSince: 0 } }, 'decision', id, order.lastEntry.at + HOUR);
    expect([sam, olga, lena].map(({ id }) => isTold(id))).toEqual([true, true, false]);
  });
});
