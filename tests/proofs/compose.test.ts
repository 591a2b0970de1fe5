import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { freePort } from '../../sandbox/demo/postgres.ts';
import type { CommandResult } from '../../sandbox/server/acts/command.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { variables } from '../../src/config.ts';
import { asOwner, emptyDatabase, urlOf } from '../db/postgres-database.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { folderInMemory } from '../support/folder.ts';
import { programOf } from '../support/programs.ts';
import { ask, FORM, PUBLIC_URL } from '../support/web.ts';
import { words } from '../support/words.ts';

const Compose = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      environment: z.record(z.string(), z.string()).optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
});
const { services } = Compose.parse(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }));
const environmentOf = (service: string) => services[service]?.environment ?? {};

describe('compose.yaml', () => {
  test('gives the app only variables that it reads, and each instance a name', () => {
    for (const service of ['app-1', 'app-2', 'migrate'])
      expect(variables).toEqual(expect.arrayContaining(Object.keys(environmentOf(service))));
    expect([environmentOf('app-1').INSTANCE, environmentOf('app-2').INSTANCE]).toEqual(['app-1', 'app-2']);
  });

  test('mounts files that are there, and nginx knows the instances by their names and port', () => {
    const files = Object.values(services).flatMap(({ volumes = [] }) => volumes.filter((one) => one.startsWith('./')));
    expect(files).toHaveLength(2);
    for (const file of files) expect(readFileSync(file.split(':')[0] ?? '', 'utf8')).not.toBe('');
    const conf = readFileSync('deploy/nginx.conf', 'utf8');
    for (const name of ['app-1', 'app-2']) expect(conf).toContain(`server ${name}:${environmentOf(name).PORT} `);
  });
});

describe('what is passed on from outside', () => {
  const [delivered, documented] = ['deploy/nginx.conf', 'docs/running.md'].map((file) => {
    const [, pattern] = /location ~ (\S*sign\S*) \{/.exec(readFileSync(file, 'utf8')) ?? [];
    return new RegExp(pattern ?? '(?!)');
  });
  const token = 't'.repeat(43);
  test.each([
    ...[
      `/sign/${token}`,
      `/sign/${token}/copy`,
      `/sign/${token}/photos/${'a'.repeat(64)}`,
      '/verify',
      '/verify/SO-12-1-X',
    ],
    ...['/VERIFY/SO-12-1-X', '/web/0123456789abcdef/page.css', '/web/0123456789abcdef/sign.js'],
  ])('%s', (path) => {
    expect([delivered?.test(path), documented?.test(path)]).toEqual([true, true]);
  });

  test.each([
    '/',
    '/metrics',
    '/readyz',
    '/healthz',
    '/signs/x',
    '/verifying',
    '/website',
    '/x/sign/y',
    '/slack/events',
  ])('not %s', (path) => {
    expect([delivered?.test(path), documented?.test(path)]).toEqual([false, false]);
  });
});

const hasNginx = spawnSync('nginx', ['-v']).status === 0;
if (!hasNginx) process.stderr.write('nginx is not installed: the delivered configuration is not tried.\n');

describe.skipIf(!hasNginx)('nginx with the delivered configuration, two instances with the least rights', () => {
  let sandbox: Sandbox;
  let folder: string;
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let nginx: ChildProcess | undefined;
  let port: number;
  const user = `service_orders_app_${process.pid}`;
  const apps: { name: string; port: number; app: AppProcess }[] = [];

  beforeEach(async () => {
    sandbox = await startSandbox({ manifest: 'manifests/http.yml', eventRetryMs: [0, 200, 200] });
    folder = folderInMemory();
    database = await emptyDatabase();
    const [, sql = ''] = /<<'SQL'\n(.*)\nSQL/s.exec(readFileSync('deploy/users.sh', 'utf8')) ?? [];
    await asOwner(sql.replaceAll('service_orders_app', user).replace(":'password'", "'secret'"), database.name);
    const migrate = spawnSync(process.execPath, programOf('db/migrate.ts'), {
      env: { PATH: process.env.PATH, DATABASE_URL: database.url },
    });
    expect(String(migrate.stdout)).toContain('is up to date');
    for (const name of ['app-1', 'app-2']) {
      const app = await run(name, 0);
      apps.push({ name, port: Number(app.log().find(({ event }) => event === 'service.ready')?.port), app });
    }
    port = await freePort();
    nginx = spawn('nginx', ['-p', folder, '-c', configured(port), '-g', 'daemon off;'], { stdio: 'inherit' });
    await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(404), 10_000);
    sandbox.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  });
  afterEach(async () => {
    if (nginx?.pid && nginx.exitCode === null) {
      const ended = new Promise((resolve) => nginx?.once('close', resolve));
      nginx.kill('SIGTERM');
      await ended;
    }
    await Promise.all(apps.splice(0).map(({ app }) => app.kill()));
    await sandbox.stop();
    await asOwner(`drop owned by ${user}`, database.name);
    await database.remove();
    await asOwner(`drop user ${user}`);
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(name: string, port: number): Promise<AppProcess> {
    const given = environmentOf(name);
    const app = startAppProcess({
      ...Object.fromEntries(variables.flatMap((one) => (given[one] === undefined ? [] : [[one, given[one]]]))),
      ...sandbox.env,
      ...{ DATABASE_URL: urlOf(database.name, { username: user, password: 'secret' }), PORT: String(port) },
      ...{
        PUBLIC_URL,
        FILES_URL: `file:${join(folder, 'files')}`,
        HOST: '127.0.0.1',
        KEYS_FILE: join(folder, 'keys'),
        DRAIN_SECONDS: '1',
      },
    });
    await app.ready();
    return app;
  }

  /** The delivered configuration, with the addresses of this computer. */
  function configured(port: number): string {
    let text = readFileSync('deploy/nginx.conf', 'utf8').replace('listen 8080', `listen 127.0.0.1:${port}`);
    // Addresses need not be resolved, and older versions of nginx cannot.
    for (const one of apps) text = text.replace(`${one.name}:3000 resolve`, `127.0.0.1:${one.port}`);
    text = text.replaceAll('/tmp/nginx', join(folder, 'nginx'));
    if (process.getuid?.() === 0) text = `user root;\n${text}`;
    mkdirSync(join(folder, 'logs'), { recursive: true });
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, text);
    return file;
  }

  test('the pages for people outside Slack are reached, under their own name only, and a body that is too large is not', async () => {
    const unknown = words.web.sign.unknown.title;
    const code = 'SO-000001-1-AAAA-BBBB-CCCC';
    const pages = [`/sign/${'x'.repeat(43)}`, `/verify/${code}`, `/VERIFY/${code}`, '/verify'];
    const answers = await Promise.all(pages.map((path) => ask(port, path)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 200]);
    expect(answers[0]?.text).toContain(unknown);
    const [style = ''] = /\/web\/[0-9a-f]+\/page\.css/.exec(answers[3]?.text ?? '') ?? [];
    expect((await ask(port, style)).headers['content-type']).toContain('text/css');
    expect((await ask(port, '/verify', { headers: { host: 'evil.example' } })).status).toBe(421);
    const body = 'x'.repeat(100_000);
    expect((await ask(port, pages[0] ?? '', { method: 'POST', headers: FORM, body })).status).toBe(413);
    for (const path of ['/metrics', '/readyz', '/']) expect((await ask(port, path)).text).not.toContain(unknown);
  });

  test('each instance is replaced, and one is killed, while people work: what could not be sent goes to the other', async () => {
    const { ana, ben, sam } = sandbox.people;
    const results: CommandResult[] = [];
    let working = true;
    const work = async (person: typeof ana) => {
      while (working) results.push(await person.command('/so help'));
    };
    const people = Promise.all([ana, ben, sam].map(work));
    for (const one of apps) {
      expect(await one.app.stop()).toBe(0);
      const before = results.length;
      await vi.waitFor(() => expect(results.length).toBeGreaterThan(before + 20), 20_000);
      one.app = await run(one.name, one.port);
    }
    working = false;
    await people;
    expect(results.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    const acks = sandbox.inspector.acks();
    expect(acks.filter(({ outcome }) => outcome !== 'acked')).toEqual([]);
    expect(new Set(acks.map(({ by }) => by))).toEqual(new Set(['app-1', 'app-2']));
    // One is down and nobody has said so: the next requests find out, and nothing is lost.
    await apps[0]?.app.kill();
    for (let n = 0; n < 20; n++) expect((await ana.command('/so help')).trouble).toBeUndefined();
    expect(sandbox.complaints).toEqual([]);
  });
});
