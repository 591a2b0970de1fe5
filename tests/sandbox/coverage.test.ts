import { expect, test } from 'vitest';
import { coverage } from '../../sandbox/server/web-api/coverage.ts';
import { methods } from '../../sandbox/server/web-api/methods.ts';

test('the coverage table names exactly the methods that have a handler', () => {
  const claimed = coverage.filter((one) => one.status !== 'no').map((one) => one.method);
  expect(claimed.sort()).toEqual(Object.keys(methods).sort());
});

test('a method is listed once, and what is partial or missing says why or is blank on purpose', () => {
  const names = coverage.map((one) => one.method);
  expect(new Set(names).size).toBe(names.length);
  expect(coverage.filter((one) => one.status === 'partial' && one.notes === '')).toEqual([]);
});
