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
  const { ranges = [], most = 0 } = looked(typed)?.lookUp() ?? {};
  expect(ranges.map(({ from }) => from)).toEqual(words);
  expect(ranges.every(({ from, to }) => to > `${from}zzz` && to > `${from}水` && to < `${from}\u{10ffff}a`)).toBe(true);
  expect(most * ranges.length).toBeLessThanOrEqual(FOUND + ranges.length);
});

test('whatever is typed, few words are looked up', () => {
  const typed = Array.from({ length: 500 }, (_, n) => `a${n}-b${n}/c${n}.d${n}`).join('-');
  const look = looked(typed);
  const counted = look?.counted ?? { ranges: [], most: 0 };
  expect(counted.ranges.length).toBeLessThanOrEqual(16);
  expect(counted.ranges.length * counted.most).toBeLessThanOrEqual(8 * FOUND);
  for (const count of [0, FOUND]) {
    const { ranges = [], most = 0 } = look?.lookUp(counted.ranges.map(() => count)) ?? {};
    expect(ranges.length).toBeGreaterThan(0);
    expect(ranges.length).toBeLessThanOrEqual(16);
    expect(most * ranges.length).toBeLessThanOrEqual(FOUND + ranges.length);
  }
});

test('a record has what was typed when each word begins one of its own', () => {
  const has = (typed: string, name: string) => looked(typed)?.has(client(name));
  expect(has('ab-1', 'AB 1234')).toBe(true);
  expect(has('ab1', 'AB 1234')).toBe(true);
  expect(has('ab 2', 'AB 1234')).toBe(false);
  expect(has('b1', 'AB 1234')).toBe(false);
});

/** What is typed, how many records have each of its words, and the words that are looked up. */
const RAREST: [typed: string, counts: Record<string, number>, words: string[]][] = [
  ['part number 1234', { part: 500, number: 500, 1234: 11, number1234: 0 }, ['1234']],
  ['part number 12', { part: 500, number: 500, 12: 500 }, ['number', 'part', '12']],
  ['part 1234', { part: 500, 1234: 11 }, ['1234', 'part1234']],
  ['acme water', { acme: 3, water: 400 }, ['acme']],
  ['acme water', { acme: 400, water: 400 }, ['water']],
  ['k-100', { k: 500, 100: 12 }, ['100', 'k100']],
];
test.each(RAREST)('of %j the rarest words are looked up', (typed, counts, words) => {
  const look = looked(typed);
  const counted = look?.counted?.ranges.map(({ from }) => counts[from] ?? 0);
  expect(look?.lookUp(counted).ranges.map(({ from }) => from)).toEqual(words);
});

test('a record is just what was typed when its number or its whole name is, however it is written', () => {
  const is = (typed: string) => looked(typed)?.is({ externalId: 'K-100', name: 'Acme & Söhne' });
  for (const typed of ['k-100', 'K100', 'acme & sohne', ' ACME  Söhne ']) expect(is(typed), typed).toBe(true);
  for (const typed of ['K-1001', 'K-10', 'Acme']) expect(is(typed), typed).toBe(false);
});
