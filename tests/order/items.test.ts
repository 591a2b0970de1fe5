import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  differsFromApproved,
  isUnplanned,
  netDifference,
  rebaseItems,
} from '../../src/order/amounts/items.ts';
import type { Item } from '../../src/order/content.ts';
import type { Change } from '../../src/order/version.ts';
import { actions, inState, item, taken } from '../support/workflow.ts';

const [a, b, c, d] = [item('a'), item('b'), item('c'), item('d')];

/** `changed a +500`, as a person would say it. */
const said = (changes: readonly Change[]): string[] =>
  changes.map(
    (change) => `${change.type} ${change.type === 'removed' ? change.before.id : change.after.id} ${change.difference}`,
  );

describe('the change list', () => {
  const cases: readonly [string, readonly Item[], readonly Item[], readonly string[]][] = [
    ['nothing', [], [], []],
    ['the same items in another order', [a, b], [b, a], []],
    ['copies with the same words', [a], [{ ...a }], []],
    ['an added item, with its amount', [a], [a, b], ['added b 1000']],
    ['a removed item, with its amount taken off', [a, b], [b], ['removed a -1000']],
    ['a removed item without a price', [item('x', { unitPrice: null })], [], ['removed x 0']],
    ['another quantity', [a], [{ ...a, quantity: 1500 }], ['changed a 500']],
    ['less of it', [a], [{ ...a, quantity: 500 }], ['changed a -500']],
    ['another price', [a], [{ ...a, unitPrice: '9' }], ['changed a -100']],
    ['a price where there was none', [item('x', { unitPrice: null })], [item('x')], ['changed x 1000']],
    ['a price that is gone', [a], [{ ...a, unitPrice: null }], ['changed a -1000']],
    ['no price is not the price 0', [item('x', { unitPrice: null })], [item('x', { unitPrice: '0' })], ['changed x 0']],
    ['other words', [a], [{ ...a, description: 'Another pump' }], ['changed a 0']],
    ['another unit', [a], [{ ...a, unit: 'h' }], ['changed a 0']],
    ['another kind', [a], [{ ...a, kind: 'labour' }], ['changed a 0']],
    ['a twin under another id is a replacement', [a], [{ ...a, id: 'z' }], ['added z 1000', 'removed a -1000']],
    [
      'all at once, in the order of the new list, removals last',
      [a, b, c],
      [d, { ...c, quantity: 2000 }, a],
      ['added d 1000', 'changed c 1000', 'removed b -1000'],
    ],
  ];
  test.each(cases)('%s', (_, before, after, wanted) => {
    expect(said(changesBetween(before, after, 2))).toEqual(wanted);
  });

  test('its differences add up to the difference of the sums', () => {
    const before = [a, item('x', { quantity: 333, unitPrice: '1.01' }), item('y', { unitPrice: null })];
    const after = [item('x', { quantity: 1667, unitPrice: '0.99' }), item('z', { quantity: 1, unitPrice: '4.99' })];
    expect(netDifference(changesBetween(before, after, 2))).toBe(165 - (1000 + 34));
    expect(netDifference([])).toBe(0);
  });

  test('B5 its differences add up exactly, also when they pass 2^53 on the way', () => {
    const large = (id: string, quantity: number) => item(id, { quantity, unitPrice: '9999999999.99' });
    const charges = Array.from({ length: 50 }, (_, n) => large(`charge ${n}`, 1000));
    const credits = Array.from({ length: 50 }, (_, n) => large(`credit ${n}`, -1000));
    const after = [
      ...charges.map((one) => ({ ...one, quantity: 999_999 })),
      ...credits.map((one) => ({ ...one, quantity: -999_999 })),
      item('odd', { unitPrice: '0.01' }),
    ];
    expect(netDifference(changesBetween([...charges, ...credits], after, 2))).toBe(1);
  });
});

describe('unplanned', () => {
  test('is what the approved version does not have; before approval nothing is', () => {
    expect([isUnplanned(a, [a]), isUnplanned(b, [a]), isUnplanned(b, []), isUnplanned(b, undefined)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('an order differs from what was approved once its items do', () => {
    const { approved, submitted } = inState;
    const confirmed = taken(approved, actions().confirm_partial).order;
    expect([submitted, approved, confirmed].map(differsFromApproved)).toEqual([false, false, true]);
  });
});

describe('two confirmations from the same version', () => {
  const more = { ...a, quantity: 3000 };
  const dearer = { ...a, unitPrice: '12' };
  const cases: readonly [string, readonly Item[], readonly Item[], readonly Item[], readonly Item[]][] = [
    ['nobody changed anything', [a, b], [a, b], [a, b], [a, b]],
    ['only mine', [a, b], [more, b, c], [a, b], [more, b, c]],
    ['only theirs', [a, b], [a, b], [dearer, c], [dearer, c]],
    ['both added something', [a], [a, b], [a, c], [a, c, b]],
    ['each changed another item', [a, b], [more, b], [a, { ...b, quantity: 2000 }], [more, { ...b, quantity: 2000 }]],
    ['both changed the same item: mine wins', [a], [more], [dearer], [more]],
    ['I removed what they changed', [a, b], [b], [dearer, b], [b]],
    ['I changed what they removed: it is back, at the end', [a, b], [more, b], [b], [b, more]],
    ['they removed what I left alone', [a, b], [a, b], [b], [b]],
    ['both removed the same', [a, b], [b], [b], [b]],
    ['both emptied the list', [a, b], [], [], []],
    ['I emptied it, they added', [a], [], [a, c], [c]],
    ['from nothing, both added', [], [a], [b], [b, a]],
    ['I only changed the order of the items', [a, b], [b, a], [a, b, c], [a, b, c]],
  ];
  test.each(cases)('%s', (_, base, mine, theirs, wanted) => {
    expect(rebaseItems(base, mine, theirs)).toEqual(wanted);
  });

  test('what I changed is what the result changes against theirs', () => {
    const base = [a, b];
    const mine = [more, c];
    const theirs = [a, b, d];
    const result = rebaseItems(base, mine, theirs);
    expect(said(changesBetween(theirs, result, 2))).toEqual(said(changesBetween(base, mine, 2)));
  });
});
