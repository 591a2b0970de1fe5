import { describe, expect, test } from 'vitest';
import { peopleOf } from '../../src/order/order.ts';
import { orderNumber, parseOrderNumber } from '../../src/order/text/order-number.ts';
import { stateText } from '../../src/words/state.ts';
import { words } from '../support/words.ts';
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

  // biome-ignore format: a list reads best as a list
  const keyboards = [
    'SO–12', 'SO—12', 'SO‑12', 'SO−12', 'SOー12', 'SO－12', 'SO-12.', 'SO-12,', 'SO-12?', 'SO-12 .', '“SO-12”', '‘SO-12’', '"SO-12"', '„SO-12“', '«SO-12»',
    '「SO-12」', '(SO-12)', '`SO-12`', '*SO-12*', 'ＳＯ－１２', 'ｓｏ１２', 'S\u200bO-\u200d12', '\ufeffSO-12\u2060', '\u202aSO-12\u202c', 'S\u00adO-12', 'SO\u00a012',
    'SO\u300012', 'SO – 12', '#SO-12'.slice(1), '#so-000012-acme-replace-pump', 'so-000012-acme', '#so-000012-acme-2', '#so-000012-ポンプ', '١٢', 'SO-١٢', '۱۲', 'SO-१२',
    'SO-１２', '𝟏𝟐', '#000012', '＃１２', 'So-12', 'sO12',
  ];
  test.each(keyboards)('D12 %s means order 12', (typed) => {
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
    '9999999999',
    'SO--12',
    '##12',
    'so-12-acme',
    'SO-12-34',
    'xso-000012-acme',
    '#so-000012-acme pump',
    'SO-½',
    'SO-Ⅻ2x',
    '“”',
    '．',
    '\u200b',
    'SO-1２٣४5६7८9٠',
    '#general',
    '<#C123>',
  ])('“%s” is no order number', (typed) => {
    expect(parseOrderNumber(typed)).toBeUndefined();
  });
});

test('an order is shown with its outcome once it has one', () => {
  const shown = Object.fromEntries(Object.entries(inState).map(([state, order]) => [state, stateText(order, words)]));
  expect(shown).toEqual({
    submitted: 'Awaiting approval',
    changes_requested: 'Changes requested',
    approved: 'Scheduled',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    completed: 'Completed as ordered',
    not_performed: 'Not performed',
  });
  expect(stateText({ state: 'completed', outcome: 'with_changes', stage: null }, words)).toBe('Completed with changes');
});

test('the people of an order are named with what they are to it', () => {
  expect(peopleOf(inState.approved)).toEqual([
    ['requester', ana],
    ['supervisor', sam],
    ['coordinator', lena],
    ['crew', farid],
  ]);
});
