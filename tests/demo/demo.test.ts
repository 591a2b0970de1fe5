import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProgram } from '../../sandbox/demo/programs.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { startDemo } from '../support/demo-process.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

test('a folder that holds something else is left alone, even when it is to be emptied', {
  timeout: 60_000,
}, async () => {
  mkdirSync(folder.file('data'));
  writeFileSync(folder.file('data/mine.txt'), 'mine');
  const { ended, written } = startDemo('--data', folder.file('data'), '--reset');
  expect(await ended).toBe(1);
  expect(written()).toContain('holds something else');
  expect(readFileSync(folder.file('data/mine.txt'), 'utf8')).toBe('mine');
});

test('a program that dies is missed at once, with its last words', async () => {
  const program = startProgram({
    name: 'The app',
    args: ['-e', 'console.error("no room left"); process.exit(3)'],
    cwd: folder.path,
    env: {},
    logFile: folder.file('app.log'),
  });
  await expect(program.alive).rejects.toThrow(/The app ended \(exit code 3\).*no room left/s);
  expect(readFileSync(folder.file('app.log'), 'utf8')).toContain('no room left');
});

test('a program that is stopped is not missed', async () => {
  const program = startProgram({
    name: 'The app',
    args: ['-e', 'setInterval(() => {}, 1000); process.on("SIGTERM", () => process.exit(0)); console.log("up")'],
    cwd: folder.path,
    env: {},
    logFile: folder.file('app.log'),
  });
  await program.says(/up/, 10_000);
  expect(await program.stop()).toBe(0);
  expect(await Promise.race([program.alive.catch(() => 'missed'), Promise.resolve('not missed')])).toBe('not missed');
});
