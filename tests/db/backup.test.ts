import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { newDatabase } from '../support/new-database.ts';
import { runCommand } from '../support/programs.ts';
import { claimAll, firstCommit, NOW, newOrder, TEAM, takeOver } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  await newDatabase(folder.file('live.db'));
  store = await openStore(`file:${folder.file('live.db')}`);
  for (let i = 0; i < 50; i++) await commit();
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

let next = 0;
const commit = () => store.commit(firstCommit(newOrder(`o${next++}`), [{ type: 'open_channel' }]));

/** Goes on writing until the promise is settled. Returns how much was written meanwhile. */
async function whileWriting(work: Promise<unknown>): Promise<number> {
  let working = true;
  let written = 0;
  const settled = work.finally(() => {
    working = false;
  });
  while (working) {
    await commit();
    written++;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await settled;
  return written;
}

/** The copy holds a state that there was: numbers without gaps, at least those there were at the start. */
async function expectWhole(file: string): Promise<void> {
  const copy = await openStore(`file:${file}`);
  const orders = await copy.list(TEAM, { limit: 100_000 });
  expect(orders.length).toBeGreaterThanOrEqual(50);
  expect(orders.at(0)?.number).toBe(orders.length);
  expect(await copy.backlog(TEAM)).toMatchObject({ pending: orders.length });
  await copy.close();
}

/** What is owed in it may be delivered before it is restored: it is looked for then, from the time of the copy on. */
async function expectInDoubt(file: string): Promise<void> {
  const copy = await openStore(`file:${file}`);
  const claimed = await claimAll(copy, await takeOver(copy));
  expect(claimed.length).toBeGreaterThanOrEqual(50);
  expect(claimed.filter(({ inDoubt, firstAttemptAt }) => !inDoubt || firstAttemptAt > Date.now())).toEqual([]);
  await copy.close();
}

const command = (...args: string[]) =>
  runCommand('db/backup.ts', args, { PATH: '', DATABASE_URL: `file:${folder.file('live.db')}` });

test('the store copies itself while it is written to', async () => {
  const target = folder.file('copy.db');
  await whileWriting(store.backup(target));
  await expectWhole(target);
  await expectInDoubt(target);
  await expect(store.backup(target)).rejects.toThrow(/exists already/);
});

test('npm run backup copies while the app writes', async () => {
  const target = folder.file('copy.db');
  const run = command(target);
  expect(await whileWriting(run)).toBeGreaterThan(0);
  expect(await run).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /copy\.db: \d+\.\d MB, checked\.\nThe keys .* were copied to .*copy\.db\.keys: .*\n$/,
    ),
    stderr: '',
  });
  expect(readdirSync(folder.path).filter((name) => name.startsWith('copy'))).toEqual(['copy.db', 'copy.db.keys']);
  await expectWhole(target);
  await expectInDoubt(target);
  expect((await claimAll(store, await takeOver(store), NOW, 1)).map(({ inDoubt }) => inDoubt)).toEqual([false]);
});

test('npm run backup says what is wrong', async () => {
  const taken = folder.file('taken');
  writeFileSync(taken, 'mine');
  expect(await command()).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/npm run backup -- FILE/),
  });
  expect(await command(taken)).toMatchObject({ code: 1, stderr: expect.stringMatching(/exists already/) });
  expect(readFileSync(taken, 'utf8')).toBe('mine');
  expect(await command(folder.file('no/such/folder'))).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/folder/),
  });
  await store.close();
  folder.remove();
  expect(await command('x.db')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/no database .* check DATABASE_URL/),
  });
  expect(existsSync('x.db')).toBe(false);
});
