import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { startStage } from '../support/stage.ts';

/** A user who owns nothing, where this one may become it and it may read the project. */
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const canBeNobody =
  spawnSync(nobody[0] ?? '', [...nobody.slice(1), process.execPath, '-e', "fs.readFileSync('package.json')"]).status ===
  0;

describe('starting', () => {
  let sandbox: Sandbox;
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  const database = { DATABASE_URL: `file:${join(folder, 'orders.db')}` };
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const refusal = async (environment: Record<string, string>): Promise<string> => {
    const app: AppProcess = startAppProcess({ ...database, ...environment });
    expect(await app.ended).toBe(1);
    return app.output();
  };

  test('a half configuration is refused with one message that names everything', async () => {
    const output = await refusal({ PORT: 'http', SLACK_APP_TOKEN: 'secret-thing' });
    expect(output).toMatch(
      /SLACK_BOT_TOKEN is missing[\s\S]*SLACK_APP_TOKEN is not an app-level token[\s\S]*PORT is not a number/,
    );
    expect(output).not.toContain('secret-thing');
    expect(output).not.toContain('    at ');
  });

  test('a refused token, a missing scope and an absent Slack are told apart', async () => {
    const [token, appToken, absent] = await Promise.all([
      refusal({ ...sandbox.env, SLACK_BOT_TOKEN: 'xoxb-wrong' }),
      refusal({ ...sandbox.env, SLACK_APP_TOKEN: 'xapp-wrong' }),
      refusal({ ...sandbox.env, SLACK_API_URL: 'http://127.0.0.1:9/api/' }),
    ]);
    expect(token).toContain('Slack refuses SLACK_BOT_TOKEN (invalid_auth)');
    expect(appToken).toContain('Slack refuses SLACK_APP_TOKEN');
    expect(absent).toContain('Slack cannot be reached at http://127.0.0.1:9/api/');
    const narrow = await startSandbox({ grantedScopes: ['commands', 'chat:write'] });
    expect(await refusal(narrow.env)).toMatch(/lacks the scopes .*users:read/);
    await narrow.stop();
  });

  test('a port that is taken, and a database that cannot be, are named', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const [taken, database] = await Promise.all([
      refusal({ ...sandbox.env, PORT: String(port) }),
      refusal({ ...sandbox.env, DATABASE_URL: 'mysql://nowhere' }),
    ]);
    other.close();
    expect(taken).toContain(`PORT ${port} (EADDRINUSE): another program listens there`);
    expect(database).toContain('DATABASE_URL');
  });

  test('a storage of files that cannot be is named in one sentence', async () => {
    const missing = join(folder, 'not mounted', 'files');
    const [scheme, gone, keys] = await Promise.all([
      refusal({ ...sandbox.env, FILES_URL: 'ftp://files' }),
      refusal({ ...sandbox.env, FILES_URL: `file:${missing}` }),
      refusal({ ...sandbox.env, FILES_URL: 's3://papers', AWS_ACCESS_KEY_ID: 'id' }),
    ]);
    expect(scheme).toContain('FILES_URL begins with "ftp:", which is unknown');
    expect(gone).toContain(`Files cannot be kept in the folder ${missing} (FILES_URL): it is not there`);
    expect(keys).toContain('AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing');
    for (const said of [scheme, gone, keys]) expect(said).not.toContain('    at ');
    // Where nobody says otherwise it is beside the database.
    const app = startAppProcess({ ...sandbox.env, ...database, FILES_URL: '' });
    await app.ready();
    expect(await app.stop()).toBe(0);
    expect(existsSync(join(folder, 'files'))).toBe(true);
  });

  test.skipIf(!canBeNobody)('a folder or a file that may only be read is named, and nothing is changed', async () => {
    const file = join(folder, 'mine.db');
    await (await openStore(`file:${file}`)).close();
    const before = readFileSync(file);
    chmodSync(folder, 0o755);
    const app = startAppProcess({ ...sandbox.env, DATABASE_URL: `file:${file}` }, undefined, nobody);
    expect(await app.ended).toBe(1);
    expect(app.output()).toMatch(/of DATABASE_URL\) cannot be made or written; give this user write permission/);
    expect(app.output()).not.toContain('    at ');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('health, readiness and metrics are answered in both modes; unsigned requests are not', async () => {
    for (const mode of ['socket', 'http'] as const) {
      const stage = await startStage(mode);
      const get = (path: string) => fetch(`http://127.0.0.1:${stage.service.port}${path}`);
      expect((await get('/healthz')).status).toBe(200);
      expect(await (await get('/readyz')).text()).toBe('ready\n');
      await stage.people.ana.command('/so help');
      expect(await (await get('/metrics')).text()).toMatch(
        /service_orders_ack_seconds_count\{app_instance="[\w.:-]+",kind="command"\} 1/,
      );
      const forged = await fetch(`http://127.0.0.1:${stage.service.port}/slack/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"type":"event_callback"}',
      });
      expect(forged.status).toBe(mode === 'http' ? 401 : 404);
      expect((await get('/slack/events?ssl_check=1')).status).toBe(mode === 'http' ? 200 : 404);
      expect((await get('/slack/events')).status).toBe(mode === 'http' ? 405 : 404);
      expect((await get('/healthz')).status).toBe(200);
      await stage.stop();
    }
  });
});
