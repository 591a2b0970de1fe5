import { readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { createFiles, type Files } from '../../src/files/files.ts';
import { folderStorage } from '../../src/files/folder.ts';
import { firstCommit, newOrder, saved, TEAM } from '../db/samples.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { runCommand } from '../support/programs.ts';

let folder: ReturnType<typeof temporaryFolder>;
let files: Files;
/** What the order's three files are kept under. */
let kept: string[];
let orphan: string;
beforeEach(async () => {
  folder = temporaryFolder();
  const storage = folderStorage(folder.file('files'));
  await storage.check();
  files = createFiles(storage);
  kept = [];
  const store = await openStore(`file:${folder.file('live.db')}`);
  const { id: order } = saved(await store.commit(firstCommit(newOrder('o1'))));
  for (const version of [1, 2, 3]) {
    const bytes = Buffer.from(`version ${version}`);
    const sha256 = await files.keep(bytes);
    kept.push(sha256);
    const meant = { kind: 'document', name: `SO-000001 v${version}.pdf`, fileId: '', version } as const;
    await store.saveKeptFile({ team: TEAM, order, sha256, size: bytes.byteLength, at: 1, ...meant });
  }
  await store.close();
  orphan = await files.keep(Buffer.from('of nobody'));
  await files.keep(Buffer.from('just now'));
  utimesSync(pathOf(orphan), new Date(), new Date(Date.now() - 2 * 86_400_000));
});
afterEach(() => folder.remove());

const pathOf = (sha256: string) => join(folder.file('files'), sha256.slice(0, 2), sha256);
const url = () => `file:${folder.file('files')}`;
const run = (command: string, args: string[] = [], filesUrl = url()) =>
  runCommand(`db/${command}.ts`, args, {
    PATH: '',
    DATABASE_URL: `file:${folder.file('live.db')}`,
    FILES_URL: filesUrl,
  });

test('npm run audit: all files are there; what no order names is reported, and removed only where that is asked for', async () => {
  const first = await run('audit');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(
    /files: all 3 files that the database names are there\.\n1 file \(0\.0 MB\) are named by no order/,
  );
  expect(await files.read(orphan)).toBeDefined();
  const { code, stdout } = await run('audit', ['--read-files', '--remove-orphans']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/are there, as they were kept\.\n1 file \(0\.0 MB\) that no order named were removed\./);
  expect(await files.read(orphan)).toBeUndefined();
  // The three, and the one that may be an order's in a moment.
  const there = readdirSync(folder.file('files'), { recursive: true, encoding: 'utf8' });
  expect(there.filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(4);
});

test('npm run audit names what is missing or damaged', async () => {
  const [first = '', second = '', third = ''] = kept;
  rmSync(pathOf(first));
  writeFileSync(pathOf(second), 'shorter');
  writeFileSync(pathOf(third), 'version 4');
  const quick = await run('audit');
  expect(quick.code).toBe(1);
  expect(quick.stdout).toContain(`SO-000001 (workspace ${TEAM}): SO-000001 v1.pdf (${first}) is missing.`);
  expect(quick.stdout).toContain(`SO-000001 v2.pdf (${second}) is damaged.`);
  expect(quick.stdout).not.toContain(third);
  expect(quick.stdout).toContain('of 3 files, 2 are missing or damaged');
  expect((await run('audit', ['--read-files'])).stdout).toContain(`v3.pdf (${third}) is damaged.`);
});

test('npm run audit says when nobody knows where the files are, or what is wrong with that', async () => {
  expect(await run('audit', [], 'none')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('The database names 3 files that are kept, and FILES_URL does not say where'),
  });
  // Beside the database, where nobody says something else.
  expect(await run('audit', [], '')).toMatchObject({ code: 0, stdout: expect.stringContaining('all 3 files') });
  const wrong = await run('audit', [], 'ftp://files');
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('FILES_URL begins with "ftp:"') });
  expect(await run('audit', ['--remove'])).toMatchObject({ code: 1, stderr: expect.stringContaining('not --remove') });
});

test('npm run backup and restore say what becomes of the files', async () => {
  const copy = folder.file('copy.db');
  expect((await run('backup', [copy])).stdout).toContain(
    `The files in ${folder.file('files')} (FILES_URL) are not in it: copy them as well, after the database.`,
  );
  const [first = ''] = kept;
  rmSync(pathOf(first));
  const { code, stdout } = await run('restore', [copy]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Start the app\.\nSO-000001 .*v1\.pdf .* is missing\./);
});

test('npm run audit and restore name the files on a computer to which the database was brought alone', async () => {
  renameSync(folder.file('files'), folder.file('left-behind'));
  for (const url of ['', `file:${folder.file('files')}`])
    expect(await run('audit', [], url)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('of 3 files, 3 are missing or damaged. Put them back from a backup.'),
    });
});
