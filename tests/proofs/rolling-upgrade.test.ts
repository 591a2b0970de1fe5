import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { asOwner, emptyDatabase } from '../db/postgres-database.ts';
import { approve, beginOrder, close, confirm, sent, submitOrder } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { folderInMemory } from '../support/folder.ts';
import { nothingOwed } from '../support/nothing-owed.ts';
import { did } from '../support/words.ts';

/** What the next release adds: one of each that a release may (docs/several-instances.md, "Upgrades"). */
const EXPANDING = [
  'alter table orders add column region text',
  'alter table orders add column tries integer not null default 0',
  'alter table entries add column source text',
  'alter table effects add column urgent boolean not null default false',
  'alter table drafts add column device text',
  'create table regions (team text not null, name text not null, primary key (team, name))',
  'create index orders_region on orders (team, region)',
];
/** How often a load balancer asks each instance whether it is ready. Milliseconds. */
const READY_MS = 50;

/** The program of now, and the next release: the same with one more migration, of which this one knows nothing. */
let old: BuiltApp;
let newer: string;
beforeAll(() => {
  old = buildApp();
  newer = `${old.folder}-next`;
  cpSync(old.folder, newer, { recursive: true });
  const migrations = join(newer, 'db/postgres/migrations');
  const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8'));
  const idx = journal.entries.length;
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx, when: last.when + 1000, tag: 'expanding' });
  writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify(journal));
  writeFileSync(join(migrations, 'expanding.sql'), EXPANDING.join(';\n--> statement-breakpoint\n'));
});
afterAll(() => {
  old.remove();
  rmSync(newer, { recursive: true, force: true });
});

let sandbox: Sandbox;
let folder: string;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let store: Store;
const running = new Map<string, { readonly app: AppProcess; readonly url: string }>();
beforeEach(async () => {
  sandbox = await startSandbox({ manifest: 'manifests/http.yml', readyMs: READY_MS, eventRetryMs: [0, 200, 200] });
  folder = folderInMemory();
  database = await emptyDatabase();
});
afterEach(async () => {
  await Promise.all([...running.values()].map(({ app }) => app.kill()));
  await store?.close();
  await sandbox.stop();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

const environment = () => ({ ...sandbox.env, DATABASE_URL: database.url, KEYS_FILE: join(folder, 'keys') });
const begin = (program: string, name: string) =>
  startAppProcess({ ...environment(), INSTANCE: name, DRAIN_SECONDS: '1' }, [join(program, 'src/main.js')]);

async function start(program: string, name: string): Promise<void> {
  const app = begin(program, name);
  await app.ready();
  const port = Number(app.log().find(({ event }) => event === 'service.ready')?.port);
  running.set(name, { app, url: `http://127.0.0.1:${port}/slack/events` });
  sandbox.setRequestUrl(...[...running.values()].map(({ url }) => url));
  await sandbox.connected(running.size);
}

async function replace(name: string, program: string, by: string): Promise<void> {
  expect(await running.get(name)?.app.stop()).toBe(0);
  running.delete(name);
  await start(program, by);
}

/** Runs a command of the next release. */
const command = (name: string) =>
  new Promise<{ code: unknown; said: string }>((done) => {
    const env = { PATH: process.env.PATH ?? '', ...environment() };
    execFile(process.execPath, [join(newer, `db/${name}.js`)], { env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, said: `${stdout}${stderr}` }),
    );
  });

test('an upgrade across an expanding migration: old and new instances side by side, orders go on at both', async () => {
  const { ana, ben, sam, farid } = sandbox.people;
  await start(old.folder, 'old-1');
  await start(old.folder, 'old-2');
  store = await openStore(database.url, undefined, undefined, join(folder, 'keys'));
  const idle = () => nothingOwed({ sandbox, store });
  const scene = { sandbox, idle };
  // Every payload goes to the other instance than the one before.
  let turn = 0;
  sandbox.faults.route((among) => turn++ % among);
  const ended = (channel: string) =>
    close(scene, farid, channel, 'with_changes', {
      endedAt: new Date(Date.now() - 60_000),
      acceptance: 'unavailable',
    });

  const first = await submitOrder(scene, ana, sam);
  await beginOrder(ben, sam, { job: { title: 'Begun before' } });
  expect(await command('migrate')).toMatchObject({
    code: 0,
    said: expect.stringContaining('is up to date. Start the'),
  });
  expect(await asOwner('select region, tries from orders', database.name)).toEqual([{ region: null, tries: 0 }]);
  // Old instances go on, on the new tables.
  await sent(ben);
  await idle();
  await approve(scene, sam, first, [farid]);
  // One that is started now is refused.
  const late = begin(old.folder, 'old-3');
  expect(await late.ended).toBe(1);
  expect(late.output()).toMatch(/was brought up to date by a newer version of this program \(1 unknown migrations\)/);

  await replace('old-2', newer, 'new-1');
  // The next release fills what it has added.
  await asOwner("update orders set region = 'north'; update effects set urgent = true", database.name);
  const second = await submitOrder(scene, ana, sam);
  await approve(scene, sam, second, [farid]);
  for (const channel of [first, second])
    await confirm(scene, farid, channel, { items: [{ description: 'Seal', quantity: '1' }] });
  await ended(second);
  const besides = new Set(sandbox.inspector.acks().map(({ by }) => by));

  await replace('old-1', newer, 'new-2');
  await ended(first);

  expect([...besides].toSorted()).toEqual(['new-1', 'old-1', 'old-2']);
  const by = new Set(sandbox.inspector.acks().map((ack) => ack.by));
  expect([...by].toSorted()).toEqual(['new-1', 'new-2', 'old-1', 'old-2']);
  expect(sandbox.inspector.acks().filter(({ outcome }) => outcome !== 'acked')).toEqual([]);
  for (const channel of [first, second]) {
    const { messages } = sandbox.workspace.channel(channel);
    const said = (['submit', 'approve', 'close'] as const).map(
      (step) => messages.filter(({ text }) => text.includes(did(step))).length,
    );
    expect(said).toEqual([1, 1, 1]);
  }
  expect(sandbox.complaints).toEqual([]);
  expect(await store.list(sandbox.teamId, { limit: 9 })).toHaveLength(3);
  expect(await command('audit')).toMatchObject({ code: 0, said: expect.stringContaining('everything is what was') });
}, 120_000);
