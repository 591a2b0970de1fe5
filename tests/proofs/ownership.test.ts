import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { addItem, beginOrder, open, sent } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { nothingOwed } from '../support/nothing-owed.ts';
import { cardSays, did } from '../support/words.ts';

const DELIVERS = 'deliveries.taken';
const LOST = 'deliveries.lost';

describe('who delivers', () => {
  let built: BuiltApp;
  beforeAll(() => {
    built = buildApp();
  });
  afterAll(() => built.remove());
  let sandbox: Sandbox;
  let folder: string;
  let url: string;
  let store: Store;
  const apps: AppProcess[] = [];
  beforeEach(async () => {
    sandbox = await startSandbox();
    folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
    url = `file:${join(folder, 'orders.db')}`;
    store = await openStore(url);
  });
  afterEach(async () => {
    for (const app of apps) app.signal('SIGCONT');
    await Promise.all(apps.splice(0).map((app) => app.kill()));
    await store.close();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<AppProcess> => {
    const app = startAppProcess({ ...sandbox.env, DATABASE_URL: url }, built.program);
    apps.push(app);
    await app.ready();
    return app;
  };
  /** When it has said so first (the n-th time), in milliseconds. */
  const said = (app: AppProcess, event: string, nth = 1): number | undefined => {
    const line = app.log().filter((one) => one.event === event)[nth - 1];
    return line && Date.parse(String(line.time));
  };
  const hears = (app: AppProcess, event: string) =>
    vi.waitFor(
      () => {
        const at = said(app, event);
        if (at === undefined) throw new Error(`it never said: ${event}\n${app.output().slice(-2000)}`);
        return at;
      },
      { timeout: 30_000, interval: 10 },
    );
  const settled = () => nothingOwed({ sandbox, store });
  const submit = async () => {
    await beginOrder(sandbox.people.ana, sandbox.people.sam);
    await addItem(sandbox.people.ana, { description: 'Pump', quantity: '1' });
    await sent(sandbox.people.ana);
  };
  const channels = () => sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'));
  const approve = async () => {
    const { sam, farid, fiona } = sandbox.people;
    await open(sam, 'approve', channels()[0]?.name ?? '');
    await sam.fill({ crew: [farid, fiona] });
    await sent(sam);
  };

  /** Stops a process while it writes nothing: SQLite's own lock would keep everybody else out, the one that delivers as well. */
  async function putToSleep({ pid, signal }: AppProcess): Promise<void> {
    const database = new Database(url.slice('file:'.length), { timeout: 10_000 });
    try {
      database.exec('begin immediate');
      signal('SIGSTOP');
      await vi.waitFor(() => expect(execFileSync('ps', ['-o', 'stat=', '-p', `${pid}`]).toString()).toMatch(/^T/));
    } finally {
      database.close();
    }
  }

  /** Everything that one order, approved with a crew of two, leaves in Slack: once. */
  function expectOnce(): void {
    expect(channels()).toHaveLength(1);
    const { members, messages, files, pins, bookmarks } = sandbox.workspace.channel(channels()[0]?.name ?? '');
    const texts = (part: string) => messages.filter(({ text }) => text?.includes(part)).length;
    const { ana, sam, farid, fiona } = sandbox.people;
    expect({
      submitted: texts(did('submit')),
      approved: texts(did('approve')),
      cards: texts(cardSays('approved')),
      files: files.length,
      pins: pins.length,
      bookmarks: bookmarks.length,
      members: members.length,
      told: [ana, sam, farid, fiona].map((person) => person.directMessages().length),
    }).toEqual({
      ...{ submitted: 1, approved: 1, cards: 1, files: 1, pins: 1, bookmarks: 1, members: 5 },
      told: [1, 1, 1, 1],
    });
    expect(sandbox.complaints.filter(({ kind }) => kind !== 'no_ack' && kind !== 'late_ack')).toEqual([]);
  }

  test.each([
    ['conversations.create', 'a channel is created'],
    ['chat.postMessage', 'something is posted'],
    ['conversations.invite', 'somebody is invited'],
  ])(
    'one that sleeps past its term (%s: just when %s) and wakes does nothing any more',
    async (method) => {
      const sleeper = await start();
      await hears(sleeper, DELIVERS);
      const successor = await start();
      let slept: Promise<number> | undefined;
      sandbox.faults.after(method, async () => {
        if (slept !== undefined) return;
        slept = putToSleep(sleeper).then(() => hears(successor, DELIVERS));
        // It wakes in the middle of what the other does.
        slept.then(() => sleeper.signal('SIGCONT')).catch(() => undefined);
      });
      await submit();
      await vi.waitFor(() => expect(slept).toBeDefined(), 20_000);
      await slept;
      await hears(sleeper, LOST);
      await settled();
      await approve();
      await settled();
      expectOnce();
      // What it was at when it fell asleep is left to the other; it still serves people.
      expect(said(sleeper, DELIVERS, 2)).toBeUndefined();
      expect((await sleeper.get('/readyz')).status).toBe(200);
    },
    180_000,
  );

  test('one that dies is succeeded within about a second', async () => {
    const first = await start();
    await hears(first, DELIVERS);
    const second = await start();
    sandbox.faults.after('conversations.create', () => void first.kill());
    await submit();
    await first.ended;
    await hears(second, DELIVERS);
    await settled();
    await approve();
    await settled();
    expectOnce();
    // And once more, while nothing is under way.
    const third = await start();
    await second.kill();
    const killed = Date.now();
    const took = (await hears(third, DELIVERS)) - killed;
    process.stdout.write(`a dead owner was succeeded after ${took} ms\n`);
    expect(took).toBeLessThan(3000);
  }, 180_000);

  test('a restart while the old process is still stopping: the new one waits, then goes on', async () => {
    const old = await start();
    await hears(old, DELIVERS);
    sandbox.faults.on('conversations.invite', { kind: 'latency', ms: 3000 }, { times: 1 });
    const asked = new Promise<void>((resolve) => sandbox.faults.after('conversations.create', () => resolve()));
    await submit();
    await asked;
    await vi.waitFor(() => expect(sandbox.workspace.channel(channels()[0]?.name ?? '').members.length).toBe(1));
    const ended = old.stop();
    const next = await start();
    expect(await ended).toBe(0);
    await hears(next, DELIVERS);
    expect(said(next, 'deliveries.in_doubt')).toBeUndefined();
    expect(said(next, DELIVERS)).toBeGreaterThanOrEqual(said(old, 'service.stopping') ?? Number.POSITIVE_INFINITY);
    await settled();
    await approve();
    await settled();
    expectOnce();
    expect(await next.stop()).toBe(0);
  }, 180_000);
});
