import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { folderInMemory } from '../support/folder.ts';

let sandbox: Sandbox;
let app: AppProcess;
const folder = folderInMemory();
const file = join(folder, 'orders.db');
afterEach(async () => {
  await app.kill();
  await sandbox.stop();
  rmSync(file, { force: true });
});

/** One instance, served as it is configured. Returns where it listens. */
async function start(mode: 'socket' | 'http', environment: Record<string, string>): Promise<string> {
  sandbox = await startSandbox(mode === 'http' ? { manifest: 'manifests/http.yml' } : {});
  app = startAppProcess({ ...sandbox.env, DATABASE_URL: `file:${file}`, INSTANCE: 'app-7', ...environment });
  await app.ready();
  const url = `http://127.0.0.1:${app.log().find(({ event }) => event === 'service.ready')?.port}`;
  if (mode === 'http') sandbox.setRequestUrl(`${url}/slack/events`);
  return url;
}

test('the name of an instance is in its log, metrics and answers, in calls to Slack, and in who delivers', async () => {
  const url = await start('http', {});
  await sandbox.people.ana.command('/so help');
  const metrics = await fetch(`${url}/metrics`);
  expect(metrics.headers.get('x-served-by')).toBe('app-7');
  const samples = (await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(samples.filter((line) => !line.includes('app_instance="app-7"'))).toEqual([]);
  expect(sandbox.inspector.acks().map(({ by }) => by)).toEqual(['app-7']);
  expect(new Set(sandbox.inspector.calls('auth.test').map(({ by }) => by))).toEqual(new Set(['app-7']));
  expect(new Set(app.log().map(({ instance }) => instance))).toEqual(new Set(['app-7']));
  const database = new Database(file, { readonly: true });
  expect(database.prepare('select owner from deliveries').pluck().get()).toBe('app-7');
  database.close();
}, 30_000);

test('over HTTP a stop says at once that it is not ready, serves on, and then takes no connection', async () => {
  const url = await start('http', { DRAIN_SECONDS: '2' });
  const { ana, ben, sam } = sandbox.people;
  app.signal('SIGTERM');
  await vi.waitFor(async () => {
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.text(), ready.headers.get('connection')]).toEqual([503, 'stopping\n', 'close']);
  });
  const answers = await Promise.all([ana, ben, sam].map((one) => one.command('/so help')));
  expect(answers.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  expect(await app.ended).toBe(0);
  await expect(fetch(`${url}/readyz`)).rejects.toThrow();
  expect(sandbox.complaints).toEqual([]);
}, 30_000);

test('in Socket Mode nobody is waited for', async () => {
  await start('socket', { DRAIN_SECONDS: '5' });
  const begun = performance.now();
  expect(await app.stop()).toBe(0);
  expect(performance.now() - begun).toBeLessThan(4500);
}, 30_000);
