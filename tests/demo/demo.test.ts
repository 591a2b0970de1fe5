import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { demoFolder } from '../../sandbox/demo/folder.ts';
import { startProgram } from '../../sandbox/demo/programs.ts';
import { startSandbox } from '../../sandbox/server/server.ts';
import { saveWorkspace } from '../../sandbox/server/workspace/saved.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { startDemo } from '../support/demo-process.ts';
import { canWatchProcesses } from '../support/process-tree.ts';

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

test('the first steps that were done are kept with the workspace', async () => {
  const kept = demoFolder(folder.file('data'), 'app.db');
  await kept.open(false);
  kept.begin('http://127.0.0.1:1');
  writeFileSync(folder.file('data/app.db'), '');
  const sandbox = await startSandbox({ manifest: 'slack-manifest.yml' });
  kept.save(saveWorkspace(sandbox.workspace), ['Approve it']);
  await sandbox.stop();
  expect(await kept.open(false)).toMatchObject({ steps: ['Approve it'], afresh: '' });
  expect(await kept.open(true)).toMatchObject({ steps: [] });
});

test('npm run settings: who has only the demo is told the command that works with it', () => {
  const hint = fileURLToPath(new URL('../../scripts/demo-hint.mjs', import.meta.url));
  const run = (cwd: string) => {
    const { status, stderr } = spawnSync(process.execPath, [hint], { cwd, env: {}, encoding: 'utf8' });
    return { status, says: /npm run demo:settings -- set/.test(stderr) };
  };
  expect(run(folder.path)).toEqual({ status: 0, says: false });
  mkdirSync(folder.file('demo-data'));
  writeFileSync(folder.file('demo-data/.service-orders-demo'), '');
  expect(run(folder.path)).toEqual({ status: 1, says: true });
  writeFileSync(folder.file('.env'), 'SLACK_BOT_TOKEN=xoxb-1\n');
  expect(run(folder.path)).toEqual({ status: 0, says: false });
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

test.skipIf(!canWatchProcesses)('a program ends when its demo is killed', async () => {
  const programs = new URL('../../sandbox/demo/programs.ts', import.meta.url).href;
  const app = folder.file('app.mjs');
  writeFileSync(app, 'setInterval(() => {}, 1000); console.log("up as", process.pid);');
  const start = {
    name: 'The app',
    cwd: folder.path,
    env: {},
    logFile: folder.file('app.log'),
  };
  const demo = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', '--input-type=module', '--eval'],
      `const { ENDS_WITH_DEMO, startProgram } = await import(${JSON.stringify(programs)});
      const args = [...ENDS_WITH_DEMO, ${JSON.stringify(app)}];
      const program = startProgram({ ...${JSON.stringify(start)}, args });
      console.log((await program.says(/up as \\d+/, 10_000))[0]);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = await once(demo.stdout, 'data');
  const pid = Number(/up as (\d+)/.exec(String(said))?.[1]);
  expect(runs(pid)).toBe(true);
  demo.kill('SIGKILL');
  await vi.waitFor(() => expect(runs(pid)).toBe(false), 5000);
});

/** Whether this process is there, and no mere entry that nobody has collected. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
