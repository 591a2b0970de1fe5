import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { beginOrder, sent } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { writeLock } from '../support/write-lock.ts';

let stage: Stage;
afterEach(() => stage.stop());

// Another program locks the database.
test('a call that hangs while the term cannot be renewed is given up when trust ends, and its late answer changes nothing', async () => {
  stage = await startStage('socket', {}, sketches);
  const { sandbox, people } = stage;
  let answered = false;
  const locked = new Promise<() => void>((resolve) => {
    const hang = async () => {
      resolve(writeLock(stage.file));
      await wait(10_000);
      answered = true;
    };
    sandbox.faults.after('conversations.create', hang, { nth: 1 });
  });
  await beginOrder(people.ana, people.sam);
  await sent(people.ana);
  const release = await locked;
  await wait(5500);
  release();
  const orders = () => sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'));
  await vi.waitFor(() => expect(orders()[0]?.messages.length).toBeGreaterThan(1), 4000);
  // The channel was looked for and found, without the answer.
  expect(answered).toBe(false);
  expect(sandbox.inspector.calls('conversations.list')).toHaveLength(1);
  await vi.waitFor(() => expect(answered).toBe(true), 10_000);
  await stage.idle();
  expect(orders()).toHaveLength(1);
  expect(sandbox.inspector.calls('conversations.create')).toHaveLength(1);
  expect(sandbox.complaints).toEqual([]);
}, 60_000);
