import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProgram } from '../../sandbox/demo/programs.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** The demo as a process of its own, with its results in a folder that is the test's. */
function startDemo() {
  const output = folder.file('output');
  const args = ['--import', 'tsx', 'sandbox/demo.ts', '--output', output];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output, written: () => written };
}

/** Waits for words in what the demo writes; fails when it ends without them. */
async function heard({ child, written }: ReturnType<typeof startDemo>, words: string): Promise<void> {
  while (!written().includes(words)) {
    if (child.exitCode !== null) throw new Error(`The demo ended without “${words}”:\n${written()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('the demo tells its story, leaves the PDFs, and ends by itself without complaints', {
  timeout: 120_000,
}, async () => {
  const { ended, output, written } = startDemo();
  expect(await ended, written()).toBe(0);
  const text = written();
  expect(text).toBe(stripVTControlCharacters(text));
  const story = [
    'Ana submits a service order',
    '! The end must be after the start.',
    '@Ana Ruiz asks you to approve SO-000001 Replace pump.',
    '@Sam Lee asks for changes to SO-000001',
    'Field workers             Farid Haddad, Gus Novak',
    '[file] SO-000001 v1.pdf',
    'Material · Unplanned',
    '• Changed Fitter: 6 h → 8 h (+€90.00)',
    '(o) The client accepts the work',
    '[file] SO-000001 v3.pdf',
    '@Sofia Marin rejected SO-000002',
    'Client absent',
    'Ana types /so show SO-3.',
    '@Farid Haddad closed the order: completed with changes',
    '0 complaints from the sandbox',
  ];
  let at = 0;
  for (const line of story) {
    const found = text.indexOf(line, at);
    expect(found, `“${line}” after “${text.slice(at - 40, at)}”`).toBeGreaterThan(-1);
    at = found + line.length;
  }
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80 + output.length);

  const pdfs = readdirSync(output).filter((name) => name.endsWith('.pdf'));
  expect(pdfs).toEqual([
    'SO-000001 v1.pdf',
    'SO-000001 v2.pdf',
    'SO-000001 v3.pdf',
    'SO-000003 v1.pdf',
    'SO-000003 v2.pdf',
  ]);
  for (const name of pdfs) {
    const bytes = readFileSync(join(output, name));
    expect(bytes.subarray(0, 5).toString('latin1'), name).toBe('%PDF-');
    expect(bytes.length, name).toBeGreaterThan(5000);
  }
});

test('Ctrl-C ends the demo and both programs', { timeout: 60_000 }, async () => {
  const demo = startDemo();
  const { child, ended, written } = demo;
  await heard(demo, 'Ana submits a service order');
  const address = /http:\/\/[\d.]+:\d+/.exec(written())?.[0] ?? '';
  expect((await fetch(`${address}/sandbox/state`)).status).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  await expect(fetch(`${address}/sandbox/state`)).rejects.toThrow();
});

test('a folder that holds something else is left alone', { timeout: 60_000 }, async () => {
  mkdirSync(folder.file('output'));
  writeFileSync(folder.file('output/mine.txt'), 'mine');
  const { ended, written } = startDemo();
  expect(await ended).toBe(1);
  expect(written()).toContain('is not empty');
  expect(readFileSync(folder.file('output/mine.txt'), 'utf8')).toBe('mine');
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
