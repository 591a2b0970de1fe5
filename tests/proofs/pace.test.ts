import { expect, test } from 'vitest';
import { allAtOnce } from '../support/all-at-once.ts';

test('with everything asked for at once, for five minutes, Slack’s buckets never overflow, however unevenly calls arrive', async () => {
  const { over, created } = await allAtOnce(5);
  expect(over).toEqual([]);
  expect(created).toBeGreaterThanOrEqual(100);
});
