import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { PersonRecord, Store } from '../../db/ports.ts';
import { restoreFile } from '../../db/sqlite/upkeep/restore-file.ts';
import { lookInto } from '../support/database.ts';
import { newDatabase } from '../support/new-database.ts';
import { runCommand } from '../support/programs.ts';
import { oldDatabase } from './old-database.ts';
import { claimAll, firstCommit, NOW, newOrder, saved, TEAM, takeOver } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let live: string;
let store: Store | undefined;
beforeEach(async () => {
  folder = temporaryFolder();
  live = folder.file('live.db');
  await newDatabase(live);
  store = await openStore(`file:${live}`);
});
afterEach(async () => {
  await store?.close();
  folder.remove();
});

let next = 0;
async function submit(): Promise<number> {
  if (!store) throw new Error('the database is not open');
  return saved(await store.commit(firstCommit(newOrder(`o${next++}`), [{ type: 'open_channel' }]))).number;
}

const restore = (...args: string[]) => runCommand('db/restore.ts', args, { PATH: '', DATABASE_URL: `file:${live}` });
async function stopped(): Promise<void> {
  await store?.close();
  store = undefined;
}
const person = (team: string): PersonRecord => ({
  ...{ team, id: 'U1', name: 'Ana', timeZone: 'UTC', kind: 'member', admin: false, fetchedAt: 0 },
});
const files = () => readdirSync(folder.path).toSorted();

test('a backup becomes the database, and no number is given twice', async () => {
  for (let n = 0; n < 3; n++) await submit();
  const copy = folder.file('copy.db');
  await store?.backup(copy);
  for (let n = 0; n < 4; n++) await submit();
  await stopped();
  const run = await restore(copy);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(
    /is the database .*: 3 orders, .*\n.*kept as .*\nThe next order gets the number SO-000008\.\nStart the app\.\n$/,
  );
  expect(statSync(live).mode & 0o777).toBe(0o600);
  const kept = files().find((name) => name.includes('.replaced-')) ?? '';
  expect(files()).toEqual(['copy.db', 'keys', 'live.db', kept]);
  store = await openStore(`file:${live}`);
  expect(await store.list(TEAM, { limit: 10 })).toHaveLength(3);
  expect(await submit()).toBe(8);
  const before = await openStore(`file:${folder.file(kept)}`);
  expect(await before.list(TEAM, { limit: 10 })).toHaveLength(7);
  await before.close();
});

test('it is taken up once, its records end when the first copy was made, and a backup of it remembers', async () => {
  await submit();
  expect(await store?.activateRestore(NOW, [TEAM])).toBeUndefined();
  expect(await store?.gaps(9)).toEqual([]);
  const [one, two] = [folder.file('one.db'), folder.file('two.db')];
  const begun = Date.now();
  await store?.backup(one);
  await stopped();
  const copy = await openStore(`file:${one}`);
  await copy.backup(two);
  await copy.close();
  store = await openStore(`file:${two}`);
  const until = Date.now() + 1000;
  // Two processes start at once: one takes it up.
  const other = await openStore(`file:${two}`);
  const both = await Promise.all([store, other].map((one) => one.activateRestore(until, [TEAM])));
  await other.close();
  const [taken, ...more] = both.filter((one) => one !== undefined);
  expect(more).toEqual([]);
  expect(taken).toEqual({ gap: { from: expect.any(Number), until }, orders: 0 });
  expect(taken?.gap.from).toBeGreaterThanOrEqual(begun);
  expect(taken?.gap.from).toBeLessThanOrEqual(Date.now());
  expect(await store.activateRestore(until + 1, [TEAM])).toBeUndefined();
  expect(await store.gaps(9)).toEqual([taken?.gap]);
  await store.backup(folder.file('three.db'));
  await stopped();
  store = await openStore(`file:${folder.file('three.db')}`);
  expect(await store.activateRestore(until + 9, [TEAM])).toMatchObject({ gap: { until: until + 9 } });
  expect(await store.gaps(1)).toMatchObject([{ until: until + 9 }]);
  expect(await store.gaps(9)).toHaveLength(2);
});

test('what another workspace is owed stays as it is', async () => {
  const owed = [{ type: 'refresh_card' as const }];
  const card = { channel: 'C1', name: 'so-1', cardTs: '1.1', pinned: true, cardStuck: null, topic: 't' };
  for (const team of [TEAM, 'T2']) {
    const { id } = saved((await store?.commit(firstCommit(newOrder('o1', { team }), owed))) ?? { kind: 'stale' });
    await store?.saveChannel({ team, order: id, n: 1, ...card, bookmark: 'B1 v1', archivedAt: null, lost: null });
  }
  await store?.backup(folder.file('copy.db'));
  store = await openStore(`file:${folder.file('copy.db')}`);
  const looking = lookInto(folder.file('copy.db'));
  const theirs = () =>
    Object.values(looking.contents('order_search'))
      .flat()
      .filter((row) => row.includes('"T2"'));
  const before = theirs();
  expect(await store.activateRestore(NOW, [TEAM])).toMatchObject({ orders: 1 });
  expect(theirs()).toEqual(before);
  looking.close();
});

test('what a killed app left in the log of its database is not read into the copy', async () => {
  await submit();
  const copy = folder.file('copy.db');
  await store?.backup(copy);
  await submit();
  // As after SIGKILL: the file with its log, which holds the second order.
  for (const end of ['', '-wal', '-shm']) copyFileSync(`${live}${end}`, folder.file(`killed.db${end}`));
  await stopped();
  live = folder.file('killed.db');
  expect(existsSync(`${live}-wal`)).toBe(true);
  expect(await restore(copy)).toMatchObject({ code: 0 });
  store = await openStore(`file:${live}`);
  expect(await store.list(TEAM, { limit: 10 })).toHaveLength(1);
  expect(await submit()).toBe(3);
});

test('a snapshot is only read, what is not in its file yet counts, and it is owed with doubt', async () => {
  await submit();
  await submit();
  for (const end of ['', '-wal']) copyFileSync(`${live}${end}`, folder.file(`snapshot${end}`));
  const bytes = () => ['', '-wal'].map((end) => readFileSync(folder.file(`snapshot${end}`)).toString('base64'));
  const before = bytes();
  for (const end of ['', '-wal']) chmodSync(folder.file(`snapshot${end}`), 0o400);
  await stopped();
  expect(await restore(folder.file('snapshot'))).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('2 orders'),
  });
  expect(bytes()).toEqual(before);
  store = await openStore(`file:${live}`);
  const claimed = await claimAll(store, await takeOver(store));
  expect(claimed.map(({ inDoubt }) => inDoubt)).toEqual([true, true]);
});

test('where the database before is damaged, a human says which number was the last', async () => {
  await submit();
  const copy = folder.file('copy.db');
  await store?.backup(copy);
  await stopped();
  writeFileSync(live, 'x'.repeat(8192));
  expect(await restore(copy)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/SO-000002[\s\S]*given before is unknown/),
  });
  expect((await restore(copy, 'SO-000250')).stdout).toMatch(/the number SO-000251\.\nStart the app/);
});

test('it is tried again and again: what an aborted one left is not mixed in, and nothing that was kept is overwritten', async () => {
  await submit();
  const copy = folder.file('copy.db');
  await store?.backup(copy);
  await submit();
  await submit();
  await stopped();
  // As an aborted restore leaves it.
  mkdirSync(`${live}.restoring`);
  writeFileSync(`${live}.restoring/lock`, '');
  writeFileSync(`${live}.restoring/snapshot-wal`, 'of another database');
  const kept: string[] = [];
  for (let n = 0; n < 3; n++) {
    const done = await restoreFile(copy, live);
    expect(done).toMatchObject({ orders: 1, lastNumber: 3, numbersKnown: true });
    kept.push(done.kept ?? '');
  }
  expect(new Set(kept).size).toBe(3);
  const first = await openStore(`file:${kept[0]}`);
  expect(await first.list(TEAM, { limit: 10 })).toHaveLength(3);
  await first.close();
  mkdirSync(`${live}.restoring`);
  const other = new Database(`${live}.restoring/lock`);
  other.exec('begin exclusive');
  await expect(restoreFile(copy, live)).rejects.toThrow(/Another restore is under way/);
  expect(existsSync(live)).toBe(true);
  other.close();
  expect(await restoreFile(copy, live)).toMatchObject({ orders: 1 });
  expect(existsSync(`${live}.restoring`)).toBe(false);
});

test('without a database before, its logs are kept all the same, and that numbers are unknown is said', async () => {
  await submit();
  const copy = folder.file('copy.db');
  await store?.backup(copy);
  await stopped();
  renameSync(live, folder.file('broken.db'));
  writeFileSync(`${live}-wal`, 'the newest changes of broken.db');
  const done = await restoreFile(copy, live);
  expect(done.numbersKnown).toBe(false);
  expect(readFileSync(`${done.kept}-wal`, 'utf8')).toBe('the newest changes of broken.db');
  expect(existsSync(`${live}-wal`)).toBe(false);
  // A new computer: not even the folder is there.
  expect(await restoreFile(copy, folder.file('new/data/live.db'))).toMatchObject({ orders: 1, kept: undefined });
});

test('a copy without orders keeps the numbers going, and one of another workspace is refused', async () => {
  await store?.savePeople([person(TEAM)]);
  const empty = folder.file('empty.db');
  await store?.backup(empty);
  await submit();
  await stopped();
  expect(await restoreFile(empty, live)).toMatchObject({ orders: 0, lastNumber: 1 });
  expect((await restoreFile(empty, live, 250)).lastNumber).toBe(250);
  const theirs = await openStore(`file:${folder.file('theirs.db')}`);
  await theirs.savePeople([person('T0THER')]);
  await theirs.close();
  await expect(restoreFile(folder.file('theirs.db'), live)).rejects.toThrow(/another Slack workspace/);
});

test('an old copy is known as one after its update', async () => {
  const copy = folder.file('copy.db');
  await stopped();
  await oldDatabase(copy, { before: '0007' });
  await restoreFile(copy, live);
  store = await openStore(`file:${live}`);
  expect(await store.activateRestore(NOW, [TEAM])).toMatchObject({ gap: { until: NOW } });
});

test('it says what is wrong, and leaves everything as it is', async () => {
  await submit();
  const copy = folder.file('copy.db');
  await store?.backup(copy);
  expect(await restore(copy)).toMatchObject({ code: 1, stderr: expect.stringMatching(/in use; stop the app first/) });
  await stopped();
  writeFileSync(folder.file('torn.db'), readFileSync(copy).subarray(0, 30_000));
  writeFileSync(folder.file('text'), 'no database');
  const before = [files(), readFileSync(live)];
  const wrong: [string[], RegExp][] = [
    [[], /Say which copy/],
    [[copy, 'many'], /Say which copy/],
    [[folder.file('none')], /There is no file/],
    [[live], /is the database itself/],
    [[folder.file('torn.db')], /damaged/],
    [[folder.file('text')], /damaged, or no database/],
    [[folder.path], /is not a file/],
  ];
  for (const [args, sentence] of wrong)
    expect(await restore(...args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
  expect([files(), readFileSync(live)]).toEqual(before);
}, 60_000);
