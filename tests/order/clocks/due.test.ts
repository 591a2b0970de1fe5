import { describe, expect, test } from 'vitest';
import { type Due, endOf, lookAt, sinceOf, waitingIn } from '../../../src/order/clocks/due.ts';
import type { Order } from '../../../src/order/order.ts';
import { actions, asking, item, MORNING, orderAfter, policy, report } from '../../support/workflow.ts';

const { clocks } = policy;
const DAY = 86_400;
const { confirm_partial } = actions();
const costly = {
  ...confirm_partial,
  type: 'confirm_partial',
  base: 1,
  items: [item('a', { unitPrice: '1000' })],
  report,
} as const;
const hold = (until: number | null) => ({ type: 'hold', reasonCode: 'parts', note: '', until }) as const;

/** What is due of an order, one after the other, until nothing comes by itself: `extra_cost 1`, and when. */
function comingOf(order: Order): [string, number][] {
  const found: [string, number][] = [];
  let at = MORNING;
  let { reminded } = order.progress;
  for (let looks = 0; looks < 20; looks++) {
    const { due, next } = lookAt({ ...order, progress: { ...order.progress, reminded } }, clocks, at);
    if (due) found.push([named(due), at]);
    if (due?.type === 'remind') reminded = [...reminded, { about: due.about, step: due.step, at, people: [] }];
    else if (next === undefined) return found;
    else at = next;
    if (due?.type === 'resume') return found;
  }
  throw new Error('it never ends');
}

const named = (due: Due) => (due.type === 'resume' ? due.type : `${due.about} ${due.step}`);

describe('an order on hold', () => {
  const question = orderAfter('submit', 'approve', costly, hold(null));
  const until = MORNING + 2 * DAY;
  const withEnd = orderAfter('submit', 'approve', costly, hold(until));

  test('waits for the decision on its extra cost as if it were none', () => {
    expect(waitingIn(question, clocks)).toEqual(waitingIn(asking, clocks));
    expect(comingOf(question)).toEqual(comingOf(asking));
    expect(comingOf(question).map(([what]) => what)).toEqual(['extra_cost 1', 'extra_cost 2']);
  });

  test('goes on when it says, whatever was told of its cost before', () => {
    const told = comingOf(asking).filter(([, at]) => at < until);
    expect(told).not.toEqual([]);
    expect(comingOf(withEnd)).toEqual([...told, ['resume', until]]);
  });

  test('stops the clocks of its work', () => {
    expect(comingOf(orderAfter('submit', 'approve', hold(null)))).toEqual([]);
    expect(comingOf(orderAfter('submit', 'approve', 'start_work', hold(until)))).toEqual([['resume', until]]);
    expect(comingOf(orderAfter('submit', 'approve', costly, 'dispute_extra', hold(null)))).toEqual([]);
    expect(waitingIn(orderAfter('submit', 'approve', hold(null)), clocks)).toEqual([]);
    expect(comingOf(orderAfter('submit', 'approve')).map(([what]) => what)).toEqual(['start 1', 'end 1']);
  });
});

describe('when work is to be over', () => {
  const [ASKED, LONG] = [MORNING + DAY, 3 * 3600];
  // biome-ignore format: a table reads best as a table
  test.each<[string, number | null, number, number]>([
    ['as it was asked for',          null,            ASKED + LONG, ASKED + LONG],
    ['as long after a later start',  ASKED + 3 * DAY, ASKED + LONG, ASKED + 3 * DAY + LONG],
    ['as long after an earlier one', ASKED - 3600,    ASKED + LONG, ASKED - 3600 + LONG],
    ['never before it begins',       ASKED + DAY,     ASKED - LONG, ASKED + DAY],
  ])('%s', (_, plannedStart, requestedEnd, end) => {
    const order = orderAfter('submit', 'approve', 'start_work');
    const planned = { ...order, plannedStart, content: { ...order.content, requestedStart: ASKED, requestedEnd } };
    expect(endOf(planned)).toBe(end);
    expect(sinceOf(planned, 'end')).toBe(end);
    expect(waitingIn(planned, clocks)).toMatchObject([{ about: 'end', since: end }]);
  });
});

describe('who is to begin', () => {
  const HOUR = 3600;
  // Monday, 11 January 2027, 9:00 in UTC: all of this is in office hours.
  const NINE = Date.UTC(2027, 0, 11, 9) / 1000;
  const scheduled = orderAfter('submit', 'approve');
  /** Planned for nine o'clock, three hours long, and in the middle of this. */
  const inTheMiddle = (progress: Partial<Order['progress']>): Order => ({
    ...scheduled,
    plannedStart: NINE,
    content: { ...scheduled.content, requestedStart: 0, requestedEnd: 3 * HOUR },
    progress: { ...scheduled.progress, ...progress },
  });
  const dueOf = (order: Order) =>
    waitingIn(order, clocks).map(({ about, since, due = 0 }) => [about, since, due - NINE]);

  test('is told of a start that has passed as long after they were assigned as else after the start', () => {
    const dueWhen = (seconds: number) =>
      dueOf(inTheMiddle({ assignedAt: NINE + seconds })).map(([about, , due]) => [about, due]);
    expect(dueWhen(-HOUR)).toEqual([
      ['start', HOUR],
      ['end', 7 * HOUR],
    ]);
    expect(dueWhen(2 * HOUR)).toEqual([
      ['start', 3 * HOUR],
      ['end', 7 * HOUR],
    ]);
    expect(dueWhen(4 * HOUR)).toEqual([
      ['start', 5 * HOUR],
      ['end', 8 * HOUR],
    ]);
    expect(lookAt(inTheMiddle({ assignedAt: NINE + 4 * HOUR }), clocks, NINE + 4 * HOUR)).toEqual({
      ...{ due: undefined, next: NINE + 5 * HOUR },
    });
  });

  test('a new time says itself from when on work is late', () => {
    expect(orderAfter('submit', 'approve', 'reschedule').progress).not.toHaveProperty('assignedAt');
  });

  test.each(['approve', 'assign', 'reopen'] as const)('%s gives the crew the usual time', (type) => {
    const order = orderAfter(
      'submit',
      ...(type === 'approve' ? [] : ['approve' as const]),
      ...(type === 'reopen' ? ['close' as const] : []),
      type,
    );
    expect(order.progress.assignedAt).toBe(order.lastEntry.at);
  });

  // biome-ignore format: a table reads best as a table
  test.each<[string, [number, number][], number, number]>([
    ['before its start',        [[-5, -1]],          0, 3],
    ['over its start',          [[-1, 2]],           2, 5],
    ['from its start on',       [[0, 2]],            2, 5],
    ['until its start',         [[-2, 0]],           0, 3],
    ['while it went on',        [[1, 2]],            0, 4],
    ['over its end',            [[2, 6]],            0, 7],
    ['from its end on',         [[3, 4]],            0, 4],
    ['after its end',           [[4, 6]],            0, 3],
    ['over all of it',          [[-1, 6]],           6, 9],
    ['again and again',         [[-1, 1], [2, 4]],   1, 6],
    ['over the end that moved', [[1, 3], [4, 5]],    0, 6],
  ])('is late from when there was no hold on: a hold %s', (_, holds, start, end) => {
    const held = holds.map(([from, until]) => ({ from: NINE + from * HOUR, until: NINE + until * HOUR }));
    const order = inTheMiddle({ held });
    expect([sinceOf(order, 'start'), sinceOf(order, 'end')]).toEqual([NINE + start * HOUR, NINE + end * HOUR]);
  });
});
