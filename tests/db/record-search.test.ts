import { expect, test } from 'vitest';
import { FOUND, looked } from '../../db/rows/office/record-search.ts';
import type { OfficeRecord } from '../../src/office/master-data.ts';

const client = (name: string): OfficeRecord => ({
  ...{ kind: 'client', id: 'c1', externalId: '', active: true },
  data: { name, taxId: '', address: '', contact: '', language: '', paymentNotes: '' },
});

test.each<[typed: string, words: string[]]>([
  ['a zanzibar co', ['zanzibar']],
  ['Zürich', ['zurich']],
  ['k-1234', ['1234', 'k1234']],
  ['水道', ['水道']],
  ["o'b", ['o', 'ob']],
  ['%%', []],
  ['  ', []],
])('typing %j is looked up by %j', (typed, words) => {
  const { ranges = [], most = 0 } = looked(typed) ?? {};
  expect(ranges.map(({ from }) => from)).toEqual(words);
  expect(ranges.every(({ from, to }) => to > `${from}zzz` && to > `${from}水` && to < `${from}\u{10ffff}a`)).toBe(true);
  expect(most * ranges.length).toBeLessThanOrEqual(FOUND + ranges.length);
});

test('whatever is typed, few words are looked up', () => {
  const typed = Array.from({ length: 500 }, (_, n) => `a${n}-b${n}/c${n}.d${n}`).join('-');
  const { ranges = [], most = 0 } = looked(typed) ?? {};
  expect(ranges.length).toBeGreaterThan(0);
  expect(ranges.length).toBeLessThanOrEqual(8);
  expect(most * ranges.length).toBeLessThanOrEqual(FOUND + ranges.length);
});

test('a record has what was typed when each word begins one of its own', () => {
  const has = (typed: string, name: string) => looked(typed)?.has(client(name));
  expect(has('ab-1', 'AB 1234')).toBe(true);
  expect(has('ab1', 'AB 1234')).toBe(true);
  expect(has('ab 2', 'AB 1234')).toBe(false);
  expect(has('b1', 'AB 1234')).toBe(false);
});
