import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/files/files.ts';
import { folderStorage } from '../../src/files/folder.ts';
import { openStorage } from '../../src/files/open-storage.ts';
import { storageContract } from './storage-contract.ts';

let above: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'service-orders-files-'));
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const pathOf = (folder: string, sha256: string) => join(folder, sha256.slice(0, 2), sha256);

storageContract(async () => {
  const folder = join(above, 'files');
  return {
    storage: folderStorage(folder),
    again: () => folderStorage(folder),
    damage: async (sha256, bytes) => writeFileSync(pathOf(folder, sha256), bytes),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
});

describe('a folder of files', () => {
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

  test('is for the app’s own user alone', async () => {
    const folder = join(above, 'files');
    const storage = folderStorage(folder);
    await storage.check();
    const sha256 = await createFiles(storage).keep(Buffer.from('secret'));
    expect(modeOf(folder)).toBe('700');
    expect(modeOf(join(folder, sha256.slice(0, 2)))).toBe('700');
    expect(modeOf(pathOf(folder, sha256))).toBe('600');
  });

  test('what a power cut left unfinished is no file, and goes after a day', async () => {
    const folder = join(above, 'files');
    const storage = folderStorage(folder);
    await storage.check();
    const [old, young] = ['old', 'young'].map((name) => join(folder, 'unfinished', name)) as [string, string];
    for (const path of [old, young]) writeFileSync(path, 'half a fi');
    utimesSync(old, new Date(), new Date(Date.now() - 25 * 3_600_000));
    await storage.check();
    expect(readdirSync(join(folder, 'unfinished'))).toEqual(['young']);
    for await (const one of storage.list()) expect.unreachable(one.sha256);
  });

  test('holds nothing where it was never made, as on a computer to which a backup was brought', async () => {
    for await (const one of folderStorage(join(above, 'files')).list()) expect.unreachable(one.sha256);
    const unmounted = folderStorage(join(above, 'disk', 'files'));
    await expect(unmounted.list()[Symbol.asyncIterator]().next()).rejects.toThrow(/nor is the folder/);
  });

  test('a file that cannot be finished leaves nothing behind', async () => {
    const folder = join(above, 'files');
    const storage = folderStorage(folder);
    await storage.check();
    const sha256 = 'ab'.repeat(32);
    mkdirSync(pathOf(folder, sha256), { recursive: true });
    await expect(storage.put(sha256, Buffer.from('x'))).rejects.toThrow(folder);
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });

  test('a hash that is none reaches no other file', async () => {
    const storage = folderStorage(join(above, 'files'));
    await expect(Promise.resolve().then(() => storage.get('../../etc/passwd'))).rejects.toThrow('is no SHA-256');
  });
});

describe('a FILES_URL that is wrong is said in one sentence', () => {
  const started = async (url: string) => openStorage(url).check();
  const root = process.getuid?.() === 0;

  test.each([
    ['/var/files', /does not begin with "file:" or "s3:"/],
    ['https://user:secret@example.org/files', /begins with "https:", which is unknown/],
    ['file:', /names no folder/],
    ['file:///', /names no folder/],
    ['file://server/share', /one slash or three/],
    ['file:./files?mode=1', /options/],
  ])('%s', async (url, sentence) => {
    const failure = await Promise.resolve()
      .then(() => started(url))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'FilesProblem', kind: 'refused', message: expect.stringMatching(sentence) });
    expect(String(failure)).not.toContain('secret');
    expect(String(failure)).not.toContain('\n');
  });

  test('a folder in one that is not there is not made', async () => {
    const folder = join(above, 'not mounted', 'files');
    await expect(started(`file:${folder}`)).rejects.toThrow(`${folder} (FILES_URL): it is not there`);
  });

  test('a file is no folder', async () => {
    writeFileSync(join(above, 'file'), '');
    await expect(started(`file:${above}/file`)).rejects.toThrow('it is no folder');
  });

  test.skipIf(root)('a folder that may not be written', async () => {
    mkdirSync(join(above, 'shut'));
    chmodSync(join(above, 'shut'), 0o500);
    await expect(started(`file:${above}/shut`)).rejects.toThrow('may not read and write it');
  });

  test('a folder by its whole address, and by its path', async () => {
    await started(`file://${above}/one`);
    await started(`file:${above}/two`);
    expect(readdirSync(above)).toEqual(['one', 'two']);
  });
});
