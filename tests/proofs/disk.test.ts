import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { wordsFor } from '../../src/words/words.ts';
import { addItem, beginOrder, sent } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { canMount, fillUp, onSmallDisk, seenFrom } from '../support/small-disk.ts';
import { did } from '../support/words.ts';

/** The sentence up to its reference, which is another one each time. */
const [TOLD = ''] = wordsFor().reply.storage({ reference: '#' }).split('#');

describe.skipIf(!canMount)('a real disk that is full', () => {
  let sandbox: Sandbox;
  let app: AppProcess;
  let folder: string;
  beforeEach(async () => {
    sandbox = await startSandbox();
    folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
    app = startAppProcess(
      { ...sandbox.env, DATABASE_URL: `file:${folder}/orders.db` },
      undefined,
      onSmallDisk(folder, 8),
    );
    await app.ready();
  });
  afterEach(async () => {
    await app.kill();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const outside = (name: string) => seenFrom(app.pid, join(folder, name));
  const troubles = () =>
    app.log().flatMap(({ event }) => (/^database\.(un)?usable$/.test(String(event)) ? [String(event)] : []));
  const orderChannels = () =>
    sandbox.workspace.channels().flatMap(({ name }) => (name.startsWith('so-') ? [name.slice(10)] : []));
  /** Everything is delivered: as many posts as there are orders, and nothing owed. */
  const settled = (orders: number) =>
    vi.waitFor(
      async () => {
        expect(orderChannels()).toHaveLength(orders);
        expect((await app.get('/metrics')).text).toMatch(
          /backlog\{status="pending",[^}]*\} 0[\s\S]*status="running",[^}]*\} 0[\s\S]*status="parked",[^}]*\} 0/,
        );
      },
      { timeout: 20_000, interval: 50 },
    );

  test('people are told, nothing is half done, one line says so; with room again it goes on by itself', async () => {
    const { ana, ben, sam } = sandbox.people;
    await beginOrder(ana, sam);
    await sent(ana);
    await settled(1);
    await beginOrder(ben, sam, { job: { title: 'Mend the door' } });
    await addItem(ben, { description: 'Hinge', quantity: '2' });

    // The disk fills up when Slack has opened the second order's channel and we have not yet written down which.
    const full = new Promise<() => void>((resolve) => {
      sandbox.faults.after('conversations.create', () => resolve(fillUp(outside('fill'))), { nth: 1 });
    });
    await beginOrder(ana, sam, { job: { title: 'Mend the roof' } });
    await sent(ana);
    const free = await full;
    await vi.waitFor(async () => expect((await app.get('/readyz')).status).toBe(503), 5000);
    expect((await app.get('/metrics')).text).toMatch(/service_orders_database_usable\{[^}]*\} 0/);

    // What is known is still shown; what cannot be kept is not said to be kept.
    await ana.command('/so list');
    expect(ana.ephemerals().at(-1)?.text).toContain('Mend the roof');
    await ben.press('item_add');
    await ben.modal('notice');
    expect(ben.topModal()?.shown).toContain(TOLD);
    await ben.back();
    for (let n = 0; n < 20; n++) expect(JSON.stringify(await ben.submit())).toContain(TOLD);
    await ana.command('/so');
    await ana.modal('submit');
    await ana.fill({ title: 'Mend the wall' });
    await ana.modal('notice');
    expect(ana.topModal()?.shown).toContain(TOLD);
    await ana.closeModal(true);

    expect(orderChannels()).toEqual(['-acme-replace-pump', '-acme-mend-the-roof'].map((name) => name.slice(1)));
    expect(troubles()).toEqual(['database.unusable']);
    expect(app.log().find(({ event }) => event === 'database.unusable')).toMatchObject({
      level: 50,
      error: expect.stringMatching(/has no room left; free some disk space$/),
    });
    // One line for each person who was told, hardly any besides.
    const { length } = app.log().filter(({ event }) => event !== 'listener.not_saved');
    expect(length).toBeLessThan(10);

    free();
    await sent(ben);
    await settled(3);
    await vi.waitFor(async () => expect((await app.get('/readyz')).status).toBe(200), 10_000);
    expect(orderChannels()).toEqual(['acme-replace-pump', 'acme-mend-the-roof', 'acme-mend-the-door']);
    const posts = sandbox.workspace.channels().map(({ name }) => sandbox.workspace.channel(name).messages);
    for (const messages of posts.slice(-3))
      expect(messages.filter(({ text }) => text?.includes(did('submit')))).toHaveLength(1);
    expect(sam.directMessages()).toHaveLength(3);
    expect(sandbox.inspector.calls('conversations.list')).toEqual([]);
    expect(troubles()).toEqual(['database.unusable', 'database.usable']);

    const copy = join(folder, 'copy.db');
    // Nothing is under way: the file and its log belong together.
    for (const part of ['', '-wal']) copyFileSync(`${outside('orders.db')}${part}`, `${copy}${part}`);
    const whole = new Database(copy);
    expect(whole.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(whole.prepare('select count(*) from orders').pluck().get()).toBe(3);
    expect(await app.stop()).toBe(0);
    expect(sandbox.complaints).toEqual([]);
  }, 90_000);

  test('an app that has nothing to do notices as well, and stops cleanly', async () => {
    const free = fillUp(outside('fill'));
    await vi.waitFor(async () => expect((await app.get('/readyz')).status).toBe(503), {
      timeout: 15_000,
      interval: 200,
    });
    free();
    await vi.waitFor(async () => expect((await app.get('/readyz')).status).toBe(200), {
      timeout: 15_000,
      interval: 200,
    });
    fillUp(outside('fill'));
    expect(await app.stop()).toBe(0);
  }, 60_000);
});

describe.skipIf(!canMount)('a disk that is full from the beginning', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A database of more than two megabytes, beside the folder that will be the small disk. */
  async function filledDatabase(): Promise<string> {
    const file = join(folder, 'big.db');
    const store = await openStore(`file:${file}`);
    const name = 'x'.repeat(1000);
    const one = { team: 'T1', name, timeZone: 'UTC', kind: 'member', admin: false, fetchedAt: 0 } as const;
    await store.savePeople(Array.from({ length: 2000 }, (_, n) => ({ ...one, id: `U${n}` })));
    await store.close();
    return file;
  }

  test('the app says so and does not start half', async () => {
    const sandbox = await startSandbox();
    const file = await filledDatabase();
    mkdirSync(join(folder, 'small'));
    const small = join(folder, 'small', 'orders.db');
    const [program = '', ...mounting] = onSmallDisk(join(folder, 'small'), 4);
    // The copy leaves some room; the rest is filled up before the app starts.
    const script = `cp "$1" "$2"; cat /dev/zero > "$2.fill" 2>/dev/null; shift 2; exec "$@"`;
    const app = startAppProcess({ ...sandbox.env, DATABASE_URL: `file:${small}` }, undefined, [
      ...[program, ...mounting],
      ...['sh', '-c', script, 'sh', file, small],
    ]);
    expect(await app.ended).toBe(1);
    expect(app.output()).toMatch(
      /^The database .*small\/orders\.db \(DATABASE_URL\) (has no room left; free|cannot be read or written)/,
    );
    expect(app.output()).not.toContain('    at ');
    await sandbox.stop();
  }, 30_000);

  test('a backup onto it names the copy, not the database, and leaves nothing behind', async () => {
    const file = await filledDatabase();
    mkdirSync(join(folder, 'small'));
    const [program = '', ...mounting] = onSmallDisk(join(folder, 'small'), 1);
    const target = join(folder, 'small', 'copy.db');
    const backup = 'node --import tsx db/backup.ts "$0" 2>&1; echo "code $?"; ls "$(dirname "$0")"';
    const run = spawnSync(program, [...mounting, 'sh', '-c', backup, target], {
      env: { PATH: process.env.PATH, DATABASE_URL: `file:${file}` },
    });
    expect(run.stdout.toString()).toBe(
      `There is no room for the copy ${target}; free some disk space or name a file elsewhere\ncode 1\n`,
    );
  }, 30_000);

  test('a restore onto it says so, and leaves what there was', async () => {
    const copy = await filledDatabase();
    mkdirSync(join(folder, 'small'));
    const [program = '', ...mounting] = onSmallDisk(join(folder, 'small'), 1);
    const target = join(folder, 'small', 'orders.db');
    const restore =
      'echo mine > "$1"; node --import tsx db/restore.ts "$0" 2>&1; echo "code $?"; ls "$(dirname "$1")"; cat "$1"';
    const run = spawnSync(program, [...mounting, 'sh', '-c', restore, copy, target], {
      env: { PATH: process.env.PATH, DATABASE_URL: `file:${target}` },
    });
    const sentence = `There is no room in ${join(folder, 'small')}: it takes two more copies of ${copy}. Free some disk space; nothing was changed`;
    expect(run.stdout.toString()).toBe(`${sentence}\ncode 1\norders.db\nmine\n`);
  }, 30_000);
});
