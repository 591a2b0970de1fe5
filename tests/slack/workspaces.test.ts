import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { readConfig } from '../../src/config.ts';
import { notReady } from '../../src/http/health.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createPreparedPhotos } from '../../src/outbox/prepared-photos.ts';
import { createDecoder } from '../../src/pictures/decoder.ts';
import { Settings } from '../../src/settings.ts';
import { listen } from '../../src/slack/listeners.ts';
import { createSlackApp } from '../../src/slack/transport/app.ts';
import { defaultTimeouts, identify } from '../../src/slack-api/connect.ts';
import { wordsFor } from '../../src/words/words.ts';
import { createWorkspace, type Workspaces, workspacesOf } from '../../src/workspaces.ts';
import { content, newOrder } from '../db/samples.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { unhurried } from '../support/unhurried.ts';
import { words } from '../support/words.ts';

/** What came of a payload: what it was acked with. */
type Deliver = (body: Record<string, unknown>) => Promise<unknown>;

describe('two workspaces in one process', () => {
  const folder = temporaryFolder();
  const log = createLog('silent');
  const decoder = createDecoder();
  let north: Sandbox;
  let south: Sandbox;
  let store: Store;
  let workspaces: Workspaces;
  let deliver: Deliver;

  beforeAll(async () => {
    [north, south] = await Promise.all([startSandbox(), startSandbox()]);
    store = await openStore(`file:${folder.file('orders.db')}`);
    const config = (sandbox: Sandbox) => readConfig({ ...sandbox.env, DATABASE_URL: 'file:unused.db' });
    const metrics = createMetrics('a');
    const shared = {
      ...{
        instance: 'a',
        store,
        log,
        metrics,
        decoder,
        now: Date.now,
        timeouts: defaultTimeouts,
        prepared: createPreparedPhotos(),
      },
      makePace: () => unhurried,
      fileTurns: <T>(task: () => Promise<T>) => task(),
      files: undefined,
      renderer: {
        render: () => Promise.reject(new Error('nothing is printed here')),
        warm: async () => {},
        stop: async () => {},
      },
    };
    const seen = [north, south].map(async (sandbox) =>
      createWorkspace(config(sandbox), await identify(config(sandbox), log), shared),
    );
    workspaces = workspacesOf(await Promise.all(seen));
    const app = createSlackApp({ config: config(north), installed: workspaces.of, log, metrics, onLost: () => {} });
    listen(app.bolt, { store, log, now: Date.now });
    deliver = async (body) => {
      const acks: unknown[] = [];
      await app.bolt.processEvent({ body, ack: async (answer: unknown) => void acks.push(answer) });
      expect(acks).toHaveLength(1);
      return acks[0];
    };
  });
  afterAll(async () => {
    await Promise.all(workspaces.all().map(({ outbox }) => outbox.stop(5000)));
    await Promise.all([decoder.stop(), store.close(), north.stop(), south.stop()]);
    folder.remove();
  });
  let before: { north: number; south: number };
  beforeEach(() => {
    before = { north: north.inspector.calls().length, south: south.inspector.calls().length };
  });

  /** The methods that were called since the test began, but for who people are. */
  const called = () => {
    const since = (sandbox: Sandbox, from: number) =>
      sandbox.inspector
        .calls()
        .slice(from)
        .map(({ method }) => method)
        .filter((method) => !method.startsWith('users.'));
    return { north: since(north, before.north), south: since(south, before.south) };
  };
  const command = (sandbox: Sandbox, team_id: string, text: string) =>
    deliver({
      ...{ command: '/so', text, team_id, user_id: sandbox.people.ana.id, channel_id: 'C1' },
      trigger_id: sandbox.trigger(sandbox.people.ana.id),
    });
  /** A new order of Ana's. */
  async function submitted(sandbox: Sandbox, title: string): Promise<void> {
    const { ana, sam } = sandbox.people;
    const as = ({ id, name }: { id: string; name: string }) => ({ id, name });
    const order = newOrder(`of ${title}`, {
      ...{ team: sandbox.teamId, requester: as(ana), supervisor: as(sam), content: content(title) },
    });
    const entry = order.lastEntry;
    const effects = [{ type: 'open_channel' as const }, { type: 'refresh_card' as const }];
    await store.commit({ order, entry, version: null, effects, spentDraft: null, now: Date.now() });
  }

  test('a payload of each reaches its own Slack', async () => {
    await command(south, south.teamId, '');
    await south.people.ana.modal('submit');
    expect(called()).toEqual({ north: [], south: ['views.open'] });
    await command(north, north.teamId, '');
    await north.people.ana.modal('submit');
    expect(called()).toEqual({ north: ['views.open'], south: ['views.open'] });
    for (const { people } of [north, south]) await people.ana.closeModal(true);
  });

  test('an event of each is about its own people', async () => {
    const { id } = south.people.gus;
    const user = { id, team_id: south.teamId, name: 'gus', real_name: 'Gus of the South', updated: 9e9 };
    await deliver({ type: 'event_callback', team_id: south.teamId, event: { type: 'user_change', user } });
    expect(await store.person(south.teamId, id)).toMatchObject({ name: 'Gus of the South' });
    expect(await store.person(north.teamId, id)).toBeUndefined();
  });

  test('each is decided by its own settings, and what it owes is delivered with its own token', async () => {
    await store.saveSettings(south.teamId, Settings.parse({ approval: { undecidedPerPerson: 1 } }));
    await submitted(north, 'Northern pump');
    await submitted(south, 'Southern pump');
    await command(north, north.teamId, '');
    await north.people.ana.modal('submit');
    await command(south, south.teamId, '');
    await south.people.ana.modal(words.forms.notice.title.refused);

    const channels = ({ inspector }: Sandbox) =>
      inspector.calls('conversations.create').map(({ args }) => JSON.stringify(args));
    for (const { outbox } of workspaces.all()) outbox.start();
    for (const { team } of workspaces.all()) {
      await vi.waitFor(async () => expect(await store.nextDue(team)).toBeUndefined(), 10_000);
      await vi.waitFor(async () => expect((await store.backlog(team)).running).toBe(0), 10_000);
    }
    expect(channels(north)).toEqual([expect.stringContaining('northern-pump')]);
    expect(channels(south)).toEqual([expect.stringContaining('southern-pump')]);
  });

  test('a payload of neither is answered at the gate and goes nowhere', async () => {
    expect(await command(north, 'TNEITHER', '')).toMatchObject({
      text: wordsFor().reply.stranger.otherWorkspace,
    });
    const user = { id: north.people.gus.id, team_id: 'TNEITHER', name: 'gus', real_name: 'Nobody' };
    await deliver({ type: 'event_callback', team_id: 'TNEITHER', event: { type: 'user_change', user } });
    expect(await store.person('TNEITHER', north.people.gus.id)).toBeUndefined();
    expect(called()).toEqual({ north: [], south: [] });
  });

  test('one that the app cannot act in leaves it ready for the other', async () => {
    const ready = () => notReady(() => undefined, store, workspaces);
    workspaces.of(south.teamId)?.installation.revoked('token_revoked');
    expect(await workspaces.of(south.teamId)?.installation.trouble()).toMatch(/token_revoked/);
    expect(await ready()).toBeUndefined();
    workspaces.of(north.teamId)?.installation.revoked('token_revoked');
    expect(await ready()).toMatch(/token_revoked/);
  });
});
