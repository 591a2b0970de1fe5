import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { Settings } from '../../src/settings.ts';
import { addItem, approve, beginOrder, next, open, sent } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';

let sandbox: Sandbox;
let folder: string;
let app: AppProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
});
afterEach(async () => {
  await app.kill();
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const database = () => join(folder, 'data', 'orders.db');
const start = async (mode: 'socket' | 'http', environment: Record<string, string> = {}, program?: string[]) => {
  sandbox = await startSandbox(mode === 'http' ? { manifest: 'manifests/http.yml' } : {});
  app = startAppProcess({ ...sandbox.env, DATABASE_URL: `file:${database()}`, ...environment }, program);
  await app.ready();
  const port = app.log().find(({ msg }) => msg === 'ready')?.port;
  if (mode === 'http') sandbox.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
};

/** Every string of these names that Slack sent or was sent. */
function stringsIn(of: unknown, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  JSON.stringify(of, (key, value: unknown) => {
    if (names.has(key) && typeof value === 'string' && value) found.push(value);
    return value;
  });
  return found;
}

describe.each(['socket', 'http'] as const)('F13 at LOG_LEVEL=trace, over %s', (mode) => {
  test('a life of an order leaves no token, address, trigger, signature or word of anybody’s in the log', async () => {
    await start(mode, { LOG_LEVEL: 'trace' });
    const { ana, sam, farid } = sandbox.people;
    if (!ana || !sam || !farid) throw new Error('the cast is not complete');
    const store = await openStore(`file:${database()}`);
    await store.saveSettings(sandbox.teamId, Settings.parse({}));
    const settled = () =>
      vi.waitFor(
        async () => {
          const { pending, running } = await store.backlog(sandbox.teamId, Date.now());
          expect(pending + running).toBe(0);
        },
        { timeout: 20_000 },
      );
    const scene = { sandbox, idle: settled };
    await ana.command('/so list zebraState');
    await ana.command('/so find zebraWord');
    await beginOrder(ana, sam, {
      job: { title: 'zebraTitle', client: 'zebraClient', description: 'zebraDescription' },
    });
    await addItem(ana, { description: 'zebraItem', quantity: '2', unitPrice: '3' });
    await sent(ana);
    await settled();
    const channel = sandbox.workspace.channels().at(-1)?.name ?? '';
    await approve(scene, sam, channel, [farid]);
    await open(farid, 'confirm', channel);
    await next(farid);
    const hour = 3_600_000;
    await farid.fill({
      workDone: 'zebraWork',
      startedAt: new Date(Date.now() - 3 * hour),
      endedAt: new Date(Date.now() - hour),
    });
    await next(farid);
    await sent(farid);
    await settled();
    await store.close();
    await app.stop();
    const log = app.output();
    expect(log).toContain('"level":10');
    expect(log).not.toMatch(/zebra/i);
    expect(log).not.toMatch(/xoxb-|xapp-|hooks\.slack|ticket=(?!\[)/);
    for (const secret of [sandbox.botToken, sandbox.appToken, sandbox.signingSecret]) expect(log).not.toContain(secret);
    const names = new Set(['trigger_id', 'response_url', 'upload_url', 'x-slack-signature']);
    const sensitive = new Set(stringsIn(sandbox.inspector.entries, names));
    expect(sensitive.size).toBeGreaterThan(5);
    for (const one of sensitive) expect(log).not.toContain(one);
  }, 60_000);
});

describe('F12 a fault that nobody caught', () => {
  test.each(['SIGUSR2', 'SIGWINCH'] as const)(
    '%s: is logged without secrets, and the process ends by itself with 70',
    async (signal) => {
      await start('socket', {}, ['--import', 'tsx', '--import', './tests/support/faulty-program.ts', 'src/main.ts']);
      app.signal(signal);
      expect(await app.ended).toBe(70);
      expect(app.output()).not.toMatch(/secret|987654321/);
      const fatal = app.log().filter(({ level }) => level === 60);
      expect(fatal).toMatchObject([{ msg: 'an unexpected error', error: { type: 'Error' } }]);
      expect(JSON.stringify(fatal)).toMatch(/no listener for \[token\] of trigger \[trigger\].*\[response address\]/);
      expect(app.log().at(-1)).toMatchObject({ msg: 'stopped' });
      // Every line is one of the log's own.
      expect(
        app
          .output()
          .trim()
          .split('\n')
          .filter((line) => !line.startsWith('{')),
      ).toEqual([]);
    },
  );
});

describe('F13 files', () => {
  test('what the program makes is for its own user only', async () => {
    await start('socket');
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    const made = readdirSync(join(folder, 'data'));
    expect(made).toContain('orders.db-wal');
    for (const name of made) expect(statSync(join(folder, 'data', name)).mode & 0o077, name).toBe(0);
    expect(app.output()).not.toContain('chmod');
  });

  test('a database that others can read or change is said at the start, with the command that mends it', async () => {
    await start('socket');
    await app.stop();
    chmodSync(database(), 0o644);
    chmodSync(join(folder, 'data'), 0o777);
    app = startAppProcess({ ...sandbox.env, DATABASE_URL: `file:${database()}` });
    await app.ready();
    const said = app
      .log()
      .filter(({ level }) => level === 40)
      .map(({ msg }) => msg);
    expect(said).toContainEqual(
      `${database()} can be read by others on this computer (mode 644): chmod 600 ${database()}`,
    );
    expect(said).toContainEqual(expect.stringContaining(`chmod 700 ${join(folder, 'data')}`));
  });
});
