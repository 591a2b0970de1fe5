import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { approve, beginOrder, sent, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { writeLock } from '../support/write-lock.ts';

let stage: Stage;
afterEach(() => stage.stop());

// Another program locks the database.
test('people are answered at once, nothing they typed is lost, and what Slack did is neither lost nor done twice', async () => {
  stage = await startStage('socket', {}, sketches);
  const { sandbox, people } = stage;
  const { ana, ben, sam, farid } = people;
  await submitOrder(stage, ana, sam);
  await beginOrder(ben, sam, { job: { title: 'Mend the door' } });

  // The lock comes when Slack has opened a channel and we have not yet written down which.
  const locked = new Promise<() => void>((resolve) => {
    sandbox.faults.after('conversations.create', () => resolve(writeLock(stage.file)), { nth: 1 });
  });
  await beginOrder(ana, sam, { job: { title: 'Mend the roof' } });
  await sent(ana);
  const release = await locked;
  await wait(1500);

  await ana.command('/so list');
  expect(ana.ephemerals().at(-1)?.text).toContain('Mend the roof');
  const refused = await ben.submit();
  const [told = ''] = wordsFor().reply.storage({ reference: '#' }).split('#');
  expect(JSON.stringify(refused)).toContain(told);
  expect(ben.topModal()?.shown).toContain('Page 3 of 4');
  const ready = await fetch(`http://127.0.0.1:${stage.service.port}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([503, 'the database cannot be used; the log says why\n']);
  const metrics = await fetch(`http://127.0.0.1:${stage.service.port}/metrics`);
  expect(await metrics.text()).toMatch(/service_orders_database_usable\{[^}]*\} 0/);
  const list = sandbox.inspector.acks().filter(({ ms }) => ms > 2000);
  expect(list).toEqual([]);

  release();
  await sent(ben);
  await stage.idle();
  const names = sandbox.workspace.channels().map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('so-'))).toEqual([
    expect.stringContaining('replace-pump'),
    expect.stringContaining('mend-the-roof'),
    expect.stringContaining('mend-the-door'),
  ]);
  // It was known what Slack had done: nobody had to look for it.
  expect(sandbox.inspector.calls('conversations.list')).toEqual([]);
  await approve(stage, sam, names.at(-1) ?? '', [farid]);
  await vi.waitFor(async () => {
    const again = await fetch(`http://127.0.0.1:${stage.service.port}/readyz`);
    expect(again.status).toBe(200);
  });
  expect(sandbox.complaints).toEqual([]);
}, 60_000);

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
