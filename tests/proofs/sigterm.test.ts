import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { signature } from '../../sandbox/server/delivery/http.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { Settings } from '../../src/settings.ts';
import { addItem, beginOrder, next, open, sent } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';

/** How many moments of an order's life the process is asked to stop at. */
const MOMENTS = 30;
/** What a stop may take: a supervisor's usual patience is ten seconds. Milliseconds. */
const PROMISED = 10_000;

describe('SIGTERM', () => {
  let built: BuiltApp;
  beforeAll(() => {
    built = buildApp();
  });
  afterAll(() => built.remove());
  let sandbox: Sandbox;
  let store: Store;
  let app: AppProcess;
  let folder: string;
  let url: string;
  let mode: 'socket' | 'http' = 'socket';
  /** The stop that was asked for last: its exit code, and how long it took. */
  let stopped: Promise<{ code: number | null; ms: number }> | undefined;
  const stops: { code: number | null; ms: number }[] = [];

  const start = async () => {
    app = startAppProcess({ ...sandbox.env, DATABASE_URL: url }, built.program);
    await app.ready();
    const port = app.log().find(({ msg }) => msg === 'ready')?.port;
    if (mode === 'http') sandbox.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  };
  const setUp = async () => {
    sandbox = await startSandbox(mode === 'http' ? { manifest: 'manifests/http.yml' } : {});
    folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
    url = `file:${join(folder, 'orders.db')}`;
    store = await openStore(url);
    await store.saveSettings(sandbox.teamId, Settings.parse({}));
    await start();
  };
  beforeEach(async () => {
    mode = 'socket';
    stopped = undefined;
    stops.length = 0;
  });
  afterEach(async () => {
    await app.kill();
    await store.close();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const stop = () => {
    const begun = performance.now();
    stopped ??= app.stop().then((code) => ({ code, ms: performance.now() - begun }));
  };
  /** Waits for a stop that was asked for, and starts again. */
  const revived = async () => {
    if (!stopped) return;
    stops.push(await stopped);
    stopped = undefined;
    sandbox.faults.clear();
    await start();
  };
  /** Waits until Slack is owed nothing more; starts the app again whenever it was stopped. */
  const settled = () =>
    vi.waitFor(
      async () => {
        await revived();
        await sandbox.idle();
        // One look: between two, an effect of the other process may go from waiting to running unseen.
        const { pending, running, parked } = await store.backlog(sandbox.teamId, Date.now());
        expect({ pending, running, parked }).toEqual({ pending: 0, running: 0, parked: 0 });
        expect(stopped).toBeUndefined();
      },
      { timeout: 30_000, interval: 20 },
    );

  /** Submit, approve, finish: what stands in Slack afterwards, without what differs from one order to the next. */
  async function life() {
    const { ana, sam, farid } = sandbox.people;
    const before = new Set(sandbox.workspace.channels().map(({ id }) => id));
    const told = () => [ana, sam, farid].map((person) => person.directMessages().length);
    const toldBefore = told();
    await beginOrder(ana, sam);
    await addItem(ana, { description: 'Pump', quantity: '1' });
    await sent(ana);
    await settled();
    const name = sandbox.workspace.channels().find(({ id }) => !before.has(id))?.name ?? '';
    await open(sam, 'approve', name);
    await sam.fill({ crew: [farid] });
    await sent(sam);
    await settled();
    await open(farid, 'confirm', name);
    await next(farid);
    await farid.fill({
      workDone: 'Replaced the pump.',
      startedAt: new Date(Date.now() - 7_200_000),
      endedAt: new Date(Date.now() - 3_600_000),
      final: true,
    });
    await next(farid);
    await farid.fill({ acceptance: 'unavailable' });
    await next(farid);
    await sent(farid);
    await settled();
    const { members, messages, files, pins, bookmarks } = sandbox.workspace.channel(name);
    const number = name.slice(3, 9);
    const anonymous = (text: string) => text.replaceAll(number, 'N').replaceAll(/\d\d:\d\d|<!date[^>]*>/g, 'time');
    return {
      channels: sandbox.workspace.channels().filter(({ id }) => !before.has(id)).length,
      members: members.toSorted(),
      // The topic's own line may come earlier or later than a post; everything else is in order.
      messages: messages.flatMap(({ text }) =>
        text && !text.includes('set the channel topic') ? [anonymous(text)] : [],
      ),
      files: files.map(anonymous),
      pins: pins.length,
      bookmarks: bookmarks.map(({ title }) => title),
      told: told().map((count, at) => count - (toldBefore[at] ?? 0)),
    };
  }

  /** What is asked while somebody waits for an answer: they try again. */
  const isAsked = (method: string) => /^(views|users|auth|apps)\.|^files\.list$/.test(method);

  test(`at ${MOMENTS} moments of an order's life: code 0 in time, and Slack ends up the same`, async () => {
    await setUp();
    let calls = 0;
    const counting = ({ method }: { method: string }) => {
      if (!isAsked(method)) calls++;
    };
    sandbox.faults.after('*', counting);
    const uninterrupted = await life();
    const total = calls;
    expect(total).toBeGreaterThan(25);
    for (let moment = 0; moment < MOMENTS; moment++) {
      sandbox.faults.clear();
      const nth = 1 + Math.floor((moment * total) / MOMENTS);
      let seen = 0;
      // By turns before the call takes effect and between its effect and its answer.
      sandbox.faults[moment % 2 ? 'before' : 'after']('*', ({ method }) => {
        if (!isAsked(method) && ++seen === nth) stop();
      });
      expect({ moment, ...(await life()) }).toEqual({ moment, ...uninterrupted });
    }
    expect(stops).toHaveLength(MOMENTS);
    expect(stops.filter(({ code }) => code !== 0)).toEqual([]);
    expect(Math.max(...stops.map(({ ms }) => ms))).toBeLessThan(PROMISED);
    expect(sandbox.complaints).toEqual([]);
    // Its lives wait for Slack's tiers most of the time.
  }, 600_000);

  test('while somebody sends a form: it is accepted or can be sent again, and is one order', async () => {
    await setUp();
    const { ana, sam } = sandbox.people;
    for (let round = 0; round < 6; round++) {
      const before = sandbox.workspace.channels().length;
      await beginOrder(ana, sam);
      await next(ana);
      const sending = ana.submit();
      await wait(round * 3);
      stop();
      await sending;
      await revived();
      if (ana.topModal()) await sent(ana);
      await settled();
      expect(sandbox.workspace.channels()).toHaveLength(before + 1);
    }
    expect(stops.map(({ code }) => code)).toEqual(Array(6).fill(0));
  }, 120_000);

  test('while it starts: it ends, leaves nothing behind and starts the next time', async () => {
    await setUp();
    await app.stop();
    for (const ms of [100, 300, 500, 700, 900, 1100]) {
      const starting = startAppProcess({ ...sandbox.env, DATABASE_URL: url });
      await wait(ms);
      starting.signal('SIGTERM');
      // Null: the signal itself, before the program had begun to listen to it.
      expect([0, null]).toContain(await starting.ended);
      expect(starting.output()).not.toMatch(/ {4}at /);
    }
    expect(readdirSync(folder).filter((name) => !/^(keys|orders\.db(-wal|-shm|\.owner)?)$/.test(name))).toEqual([]);
    await start();
    expect(await life()).toMatchObject({ channels: 1, pins: 1 });
  }, 60_000);

  test('while Slack answers nothing: code 0 in time; a second signal ends it at once', async () => {
    await setUp();
    const { ana, sam } = sandbox.people;
    for (const twice of [false, true]) {
      const channels = sandbox.workspace.channels().length;
      await beginOrder(ana, sam);
      const asked = new Promise<void>((resolve) => sandbox.faults.before('conversations.create', () => resolve()));
      sandbox.faults.on('*', { kind: 'hang' });
      await sent(ana);
      await asked;
      stop();
      if (twice) {
        await wait(1500);
        const begun = performance.now();
        app.signal('SIGTERM');
        expect((await stopped)?.code).toBe(0);
        expect(performance.now() - begun).toBeLessThan(500);
      }
      await settled();
      expect(sandbox.workspace.channels()).toHaveLength(channels + 1);
    }
    expect(stops.map(({ code }) => code)).toEqual([0, 0]);
    expect(stops[0]?.ms).toBeLessThan(PROMISED);
  }, 60_000);

  test('over HTTP: every request that it has begun to read is answered', async () => {
    mode = 'http';
    await setUp();
    const port = Number(app.log().find(({ msg }) => msg === 'ready')?.port);
    const body = new URLSearchParams({
      command: '/so',
      text: 'help',
      team_id: sandbox.teamId,
      user_id: sandbox.people.ana.id,
      trigger_id: '1.2.3',
    }).toString();
    const timestamp = Math.floor(Date.now() / 1000);
    const taken = Array.from({ length: 12 }, async () => {
      const asked = request({
        port,
        method: 'POST',
        path: '/slack/events',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': body.length,
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature(sandbox.signingSecret, timestamp, body),
          expect: '100-continue',
        },
      });
      const answered = once(asked, 'response');
      asked.flushHeaders();
      await once(asked, 'continue');
      return { asked, answered };
    });
    const requests = await Promise.all(taken);
    stop();
    await vi.waitFor(() => expect(app.output()).toContain('"msg":"stopping"'));
    for (const { asked } of requests) asked.end(body);
    for (const { answered } of requests) {
      const [response]: IncomingMessage[] = await answered;
      expect(response?.statusCode).toBe(200);
      expect(response?.headers.connection).toBe('close');
      response?.resume();
    }
    expect((await stopped)?.code).toBe(0);
  }, 60_000);
});
