import { describe, expect, test } from 'vitest';
import { orderNumber, parseOrderNumber, peopleOf } from '../../src/order/order.ts';
import { shownState } from '../../src/order/words.ts';
import { ana, farid, inState, lena, sam } from '../support/workflow.ts';

describe("an order's number", () => {
  test.each([
    [1, 'SO-000001'],
    [123, 'SO-000123'],
    [1_234_567, 'SO-1234567'],
  ])('%i is written %s', (number, written) => {
    expect(orderNumber(number)).toBe(written);
    expect(parseOrderNumber(written)).toBe(number);
  });

  test.each(['SO-12', 'so-12', 'so 12', 'so12', '#12', '12', ' SO-000012 ', '0012'])('%s means order 12', (typed) => {
    expect(parseOrderNumber(typed)).toBe(12);
  });

  test.each([
    '',
    'SO',
    'SO-',
    '0',
    'SO-0',
    '-12',
    '1.2',
    '12a',
    'SO-12 13',
    '1e3',
    '١٢',
    '9999999999',
    'SO--12',
    '##12',
  ])('“%s” is no order number', (typed) => {
    expect(parseOrderNumber(typed)).toBeUndefined();
  });
});

test('an order is shown with its outcome once it has one', () => {
  const shown = Object.fromEntries(Object.entries(inState).map(([state, order]) => [state, shownState(order)]));
  expect(shown).toEqual({
    submitted: 'Waiting for approval',
    changes_requested: 'Changes requested',
    approved: 'In the field',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    completed: 'Completed as ordered',
    not_performed: 'Not performed',
  });
  expect(shownState({ state: 'completed', outcome: 'with_changes' })).toBe('Completed with changes');
});

test('the people of an order are named with what they are to it', () => {
  expect(peopleOf(inState.approved)).toEqual([
    ['requester', ana],
    ['supervisor', sam],
    ['coordinator', lena],
    ['crew', farid],
  ]);
});
