import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DatabaseProblem } from '../../db/database-url.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { newDatabase } from '../support/new-database.ts';
import { firstCommit, newOrder, owe, TEAM } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let store: Store;
let news: (string | undefined)[];
const open = async () => {
  store = await openStore(`file:${file}`, (problem) => news.push(problem?.message));
};
beforeEach(async () => {
  folder = temporaryFolder();
  file = folder.file('x.db');
  news = [];
  await newDatabase(file);
  await open();
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const commit = (id: string) => store.commit(firstCommit(newOrder(id), [{ type: 'open_channel' }]));

/** Another program that has the write lock until it lets go. */
function lock(): { release(): void } {
  const other = new Database(file);
  other.exec('begin immediate');
  return { release: () => other.close() };
}

test('a lock of another program is waited for, and nothing else waits with it', async () => {
  await commit('o1');
  const { release } = lock();
  const committed = commit('o2');
  // A driver that waits by itself would hold the reading up until it gave up.
  expect((await store.order(TEAM, 'o1'))?.number).toBe(1);
  release();
  expect(await committed).toMatchObject({ kind: 'saved', order: { number: 2 } });
  expect(news).toEqual([]);
});

test('a lock that stays is told in time, once, and nothing was changed; later it goes on', async () => {
  const { release } = lock();
  const begun = performance.now();
  const results = await Promise.allSettled(['o1', 'o2', 'o3'].map(commit));
  expect(performance.now() - begun).toBeLessThan(1500);
  for (const result of results)
    expect(result).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseProblem) });
  // Who comes while it is still locked need not wait as long again.
  const later = performance.now();
  await expect(commit('o4')).rejects.toThrow(/is locked by another program/);
  expect(performance.now() - later).toBeLessThan(500);
  expect(await store.alive()).toBe(false);
  release();
  expect(await store.list(TEAM, { limit: 9 })).toEqual([]);
  await commit('o5');
  expect(await store.alive()).toBe(true);
  expect(news).toEqual([expect.stringMatching(/x\.db \(DATABASE_URL\) is locked/), undefined]);
});

test.each(['deleted', 'replaced', 'moved with its folder'])(
  'a database that is %s under the running app takes nothing more; what it held is kept beside it',
  async (how) => {
    await commit('o1');
    if (how === 'deleted') rmSync(file);
    if (how === 'replaced') {
      writeFileSync(folder.file('other'), readFileSync(file));
      renameSync(folder.file('other'), file);
    }
    if (how === 'moved with its folder') renameSync(folder.path, `${folder.path}-moved`);
    await expect(commit('o2')).rejects.toThrow(/was moved, deleted or replaced while the app runs; stop the app/);
    await expect(commit('o3')).rejects.toThrow(DatabaseProblem);
    expect(await store.alive()).toBe(false);
    // What was there can still be read.
    expect((await store.order(TEAM, 'o1'))?.number).toBe(1);
    expect(news).toHaveLength(1);
    if (how === 'moved with its folder') {
      renameSync(`${folder.path}-moved`, folder.path);
      await commit('o4');
      expect(await store.alive()).toBe(true);
      expect(news).toEqual([expect.any(String), undefined]);
      return;
    }
    await vi.waitFor(() => expect(existsSync(`${file}.rescued`)).toBe(true));
    const rescued = await openStore(`file:${file}.rescued`);
    expect((await rescued.list(TEAM, { limit: 9 })).map(({ id }) => id)).toEqual(['o1']);
    await rescued.close();
  },
);

test('a page found damaged while it runs: nothing more is written, what is whole can be read', async () => {
  for (let n = 0; n < 200; n++) await owe(store, `o${n}`, []);
  await store.close();
  const bytes = readFileSync(file);
  const at = bytes.lastIndexOf('Replace pump', bytes.length / 2);
  // The whole page: a header that says nothing SQLite knows.
  const page = Math.floor(at / 4096) * 4096;
  bytes.fill(0xab, page, page + 4096);
  writeFileSync(file, bytes);
  await open();
  const reads = await Promise.allSettled(Array.from({ length: 200 }, (_, n) => store.order(TEAM, `o${n}`)));
  const failed = reads.filter(({ status }) => status === 'rejected');
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(200);
  for (const one of failed)
    expect(one).toMatchObject({ reason: { message: expect.stringMatching(/is damaged; restore a backup/) } });
  const before = readFileSync(file);
  await expect(commit('new')).rejects.toThrow(/is damaged/);
  await expect(store.savePeople([])).rejects.toThrow(/is damaged/);
  expect(await store.alive()).toBe(false);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(news).toEqual([expect.stringMatching(/is damaged; restore a backup/)]);
});

test('the log that grew behind a long reader gives its room back', async () => {
  const one = { team: TEAM, name: 'x'.repeat(50_000), timeZone: 'UTC', kind: 'member', admin: false } as const;
  const write = (fetchedAt: number) =>
    store.savePeople(Array.from({ length: 100 }, (_, n) => ({ ...one, id: `U${fetchedAt} ${n}`, fetchedAt })));
  const reader = new Database(file);
  reader.exec('begin');
  reader.prepare('select count(*) from people').get();
  const size = () => statSync(`${file}-wal`).size / 1e6;
  for (let n = 0; n < 5; n++) await write(n);
  expect(size()).toBeGreaterThan(20);
  reader.close();
  // The next one copies the log into the file, the one after begins it again.
  for (let n = 0; n < 2; n++) await commit(`o${n}`);
  expect(size()).toBeLessThan(17);
});
