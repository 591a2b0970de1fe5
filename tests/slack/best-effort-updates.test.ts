import { expect, test, vi } from 'vitest';
import { createBestEffortUpdates } from '../../src/slack/replies/best-effort-updates.ts';

const quick = [1, 1, 1];

test('what Slack does not take is shown again until it does', async () => {
  const answers = [false, false, true];
  const show = vi.fn(async () => answers.shift() ?? true);
  await createBestEffortUpdates(() => {}, quick).show('a', show);
  await vi.waitFor(() => expect(answers).toEqual([]));
  expect(show).toHaveBeenCalledTimes(3);
});

test('in the end it gives up', async () => {
  const show = vi.fn(async () => false);
  await createBestEffortUpdates(() => {}, quick).show('a', show);
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(4));
});

test('a newer one takes the place of one that waits; others do not', async () => {
  const updates = createBestEffortUpdates(() => {}, [5]);
  const shown: string[] = [];
  const trying = (name: string) => async () => {
    shown.push(name);
    return shown.filter((one) => one === name).length > 1;
  };
  await Promise.all([updates.show('ana', trying('old')), updates.show('sam', trying('other'))]);
  await updates.show('ana', trying('new'));
  await vi.waitFor(() => expect(shown.filter((one) => one === 'new')).toHaveLength(2));
  expect(shown.toSorted()).toEqual(['new', 'new', 'old', 'other', 'other']);
});

test('a fault is told and not repeated', async () => {
  const faults: unknown[] = [];
  const show = vi.fn(async () => {
    throw new Error('bug');
  });
  await createBestEffortUpdates((error) => faults.push(error), quick).show('a', show);
  expect([faults.length, show.mock.calls.length]).toEqual([1, 1]);
});
