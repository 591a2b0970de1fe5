import { spawn } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectSandbox } from '../../sandbox/client.ts';
import { homeActions } from '../../src/slack/views/ids.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { startDemo, startSandboxAlone } from '../support/demo-process.ts';
import { words } from '../support/words.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** The demo's child that is the app (Linux tells). */
function appOf(demo: number): number {
  const children = readFileSync(`/proc/${demo}/task/${demo}/children`, 'utf8').trim().split(' ').map(Number);
  const app = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('main.js'));
  if (!app) throw new Error('the demo runs no app');
  return app;
}

/** What a process was started with; '' when it has ended. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const topics = async (address: string) => {
  const { channels } = await (await connectSandbox(address)).state();
  return channels
    .map(({ topic, isArchived }) => (isArchived ? `${topic} (archived)` : topic))
    .filter(Boolean)
    .toSorted();
};

/** Turns one of the page's switches. */
async function switchTo(address: string, id: string, on: boolean): Promise<void> {
  const answer = await fetch(`${address}/page/switch`, { method: 'POST', body: JSON.stringify({ id, on }) });
  expect(await answer.json()).toMatchObject({ ok: true });
}

/** The page to which *Client signs here* leads a field worker of the demo, as the browser that shows the demo loads it. */
async function signingPage(address: string): Promise<{ status: number; text: string }> {
  const sandbox = await connectSandbox(address);
  const { channels } = await sandbox.state();
  const channel = channels.find(({ topic }) => topic.includes('Escuela San Juan'))?.name;
  const { farid } = sandbox.people;
  const link = await vi.waitFor(
    async () => {
      await farid?.press(homeActions.sign, { channel });
      const answers = (await farid?.ephemerals()) ?? [];
      return (
        /http:[/]{2}127\.0\.0\.1:\d+[/]sign[/][\w-]{43}/.exec(JSON.stringify(answers))?.[0] ?? expect.unreachable()
      );
    },
    { timeout: 20_000, interval: 1000 },
  );
  const page = await fetch(link);
  return { status: page.status, text: await page.text() };
}

test('the demo fills a workspace through the app, and goes on from there the next time', {
  timeout: 300_000,
}, async () => {
  const first = startDemo('--data', folder.file('data'));
  const address = await first.heard('The workspace is filled');
  expect((await fetch(address)).status).toBe(200);
  // Topics have a slow lane of their own.
  const told = await vi.waitFor(
    async () => {
      const seen = await topics(address);
      expect(seen.map((topic) => topic.replace(/^SO-\d+ · /, '')).toSorted()).toEqual([
        `Bakery Sol · ${words.order.outcome.not_performed} · v2`,
        `Casa Lago · ${words.order.state.changes_requested}`,
        `Casa Lago · ${words.order.outcome.rejected} (archived)`,
        `Escuela San Juan · ${words.order.state.approved} · v1`,
        `Hotel Miramar · ${words.order.outcome.with_changes} · v3`,
        `Hotel Miramar · ${words.order.state.approved} · v1`,
        `Mercado Central · ${words.order.state.submitted}`,
        `Torre Norte · ${words.order.stage.extra_cost} · v2`,
      ]);
      return seen;
    },
    { timeout: 90_000, interval: 200 },
  );
  const sandbox = await connectSandbox(address);
  const number = /SO-\d+(?= · Escuela San Juan)/.exec(told.join())?.[0];
  expect(await signingPage(address)).toEqual({ status: 200, text: expect.stringContaining(number ?? 'no number') });
  expect(await sandbox.complaints()).toEqual([]);

  // An admin changes a setting of the demo from the command line.
  const settings = ['--import', 'tsx', 'sandbox/demo/settings.ts', '--data', folder.file('data')];
  const change = spawn(process.execPath, [...settings, 'set', 'company.phone', '+34 952 000 000']);
  let answer = '';
  for (const stream of [change.stdout, change.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
  expect(await new Promise((resolve) => change.once('close', resolve)), answer).toBe(0);
  expect(answer).toContain('company.phone is "+34 952 000 000"');

  // A dead app is brought up again, as a service manager does it, and goes on.
  process.kill(appOf(first.child.pid ?? 0), 'SIGKILL');
  await first.heard('The app is started again');
  await vi.waitFor(async () => expect(await sandbox.people.sam?.command('/so list')).not.toHaveProperty('trouble'), {
    timeout: 30_000,
    interval: 200,
  });
  // While Slack lets no app start it is tried for as long as that takes; who stops meanwhile loses nothing.
  await switchTo(address, 'outage', true);
  process.kill(appOf(first.child.pid ?? 0), 'SIGKILL');
  await first.heard('started again in 5 seconds');
  await switchTo(address, 'outage', false);
  await vi.waitFor(async () => expect(await sandbox.people.sam?.command('/so list')).not.toHaveProperty('trouble'), {
    timeout: 30_000,
    interval: 200,
  });
  await switchTo(address, 'outage', true);
  const heard = first.written().length;
  process.kill(appOf(first.child.pid ?? 0), 'SIGKILL');
  await vi.waitFor(() => expect(first.written().slice(heard)).toContain('started again in 5 seconds'), 30_000);
  first.child.kill('SIGINT');
  expect(await first.ended, first.written()).toBe(0);
  await expect(fetch(address)).rejects.toThrow();

  const second = startDemo('--data', folder.file('data'));
  const again = await second.heard('Open http');
  expect(await topics(again)).toEqual(told);
  const { people, complaints } = await connectSandbox(again);
  await people.ana?.command('/so list');
  expect(await people.ana?.ephemerals()).toEqual([
    expect.objectContaining({ shown: expect.stringContaining('Fit smoke detectors') }),
  ]);
  expect(await complaints()).toEqual([]);

  // A second one on the same data would quarrel with the first.
  const rival = startDemo('--data', folder.file('data'));
  expect(await rival.ended).toBe(1);
  expect(rival.written()).toContain(`A demo runs already: ${again}`);

  // Who pulls the plug gets a fresh workspace rather than two halves that disagree.
  const orphan = appOf(second.child.pid ?? 0);
  second.child.kill('SIGKILL');
  await vi.waitFor(() => expect(commandOf(orphan)).toBe(''), 5000);
  await second.ended;
  const third = startDemo('--data', folder.file('data'));
  await third.heard('did not end properly; this one begins afresh');
  await third.heard('Open http');
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
});

test.each([1, 2, 5])('the sandbox alone ends in order, however often Ctrl-C is heard: %i times', async (times) => {
  const sandbox = startSandboxAlone();
  await sandbox.heard('Stop with Ctrl-C');
  for (let n = 0; n < times; n++) {
    sandbox.child.kill('SIGINT');
    await new Promise(setImmediate);
  }
  expect(await sandbox.ended, sandbox.written()).toBe(0);
});

test('a taken port is passed over, and said', { timeout: 60_000 }, async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
  const demo = startDemo('--data', folder.file('data'), '--port', String(port));
  const address = await demo.heard('Open http');
  expect(address).not.toContain(`:${port}`);
  expect(demo.written()).toContain(`Port ${port} is taken`);
  demo.child.kill('SIGINT');
  expect(await demo.ended).toBe(0);
  server.close();
});

test('the demo with two instances on PostgreSQL: both answer, and it goes on from there the next time', {
  timeout: 300_000,
}, async () => {
  // Started by root, the server runs as another user, who must get to its data.
  chmodSync(folder.path, 0o711);
  const first = startDemo('--postgres', '--data', folder.file('data'));
  const address = await first.heard('The workspace is filled.');
  const sandbox = await connectSandbox(address);
  const answering = async () =>
    new Set((await sandbox.traffic()).flatMap((one) => (one.kind === 'ack' ? [one.by] : [])));
  expect(await answering()).toEqual(new Set(['app-1', 'app-2']));
  expect(await signingPage(address)).toEqual({ status: 200, text: expect.stringContaining('Fit smoke detectors') });
  expect(await sandbox.complaints()).toEqual([]);
  const channels = (await sandbox.state()).channels.map(({ name }) => name);
  first.child.kill('SIGINT');
  expect(await first.ended, first.written()).toBe(0);

  const second = startDemo('--postgres', '--data', folder.file('data'));
  const again = await connectSandbox(await second.heard('Open http'));
  expect((await again.state()).channels.map(({ name }) => name)).toEqual(channels);
  await again.people.ana?.command('/so list');
  expect(await again.people.ana?.ephemerals()).toEqual([
    expect.objectContaining({ shown: expect.stringContaining('Fit smoke detectors') }),
  ]);
  // What the page's reader is told to try: one is killed, by the number that was printed, and so may be their server.
  const [, pid] = /app-2 is process (\d+)/.exec(second.written()) ?? [];
  process.kill(Number(pid), 'SIGKILL');
  await second.heard('The app (app-2) ended (SIGKILL)');
  await second.heard('The app (app-2) is up again: process ');
  const [server] = readFileSync(folder.file('data/postgres/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(server), 'SIGKILL');
  await second.heard('PostgreSQL ended');
  await second.heard('PostgreSQL is up again; the instances go on by themselves.');
  await expect
    .poll(
      async () => {
        await again.people.ana?.command('/so list');
        return (await again.people.ana?.ephemerals())?.at(-1)?.shown;
      },
      { timeout: 20_000 },
    )
    .toContain('Fit smoke detectors');
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});
