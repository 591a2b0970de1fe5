import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ChannelFacts, ChannelRef } from '../../db/ports.ts';
import type { JsonObject } from '../../sandbox/server/json.ts';
import { eventHandlers } from '../../src/slack/events.ts';
import { approve, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';

/** Takes the write lock as a database browser would; returns how it is given back. */
function lock(file: string): () => void {
  const other = new Database(file);
  other.pragma('busy_timeout = 5000');
  other.exec('begin immediate');
  return () => other.close();
}

describe('A4 an event is acked when what it means is recorded', () => {
  let stage: Stage;
  let ref: ChannelRef;
  let fileId: string;
  beforeAll(async () => {
    stage = await startStage('socket', { ackMs: 1600 });
    const { people, sandbox, store } = stage;
    const name = await submitOrder(stage, people.ana, people.sam);
    await approve(stage, people.sam, name, [people.farid]);
    const [order] = await store.list(sandbox.teamId, { limit: 1 });
    const [known, documents] = await Promise.all([
      store.channel(sandbox.teamId, order?.id ?? ''),
      store.documents(sandbox.teamId, order?.id ?? ''),
    ]);
    if (!known || !documents[0]) throw new Error('the order has no channel or document');
    ref = known;
    fileId = documents[0].fileId;
  });
  afterAll(() => stage.stop());

  /** What the database says of it: the channel, the document, Farid, and what is owed. */
  async function recorded(): Promise<unknown> {
    const { store, sandbox, people } = stage;
    const [channel, documents, farid, backlog] = await Promise.all([
      store.channel(ref.team, ref.order),
      store.documents(ref.team, ref.order),
      store.person(sandbox.teamId, people.farid.id),
      store.backlog(sandbox.teamId),
    ]);
    return { channel, documents, farid: { ...farid, fetchedAt: 0 }, backlog };
  }

  let count = 0;
  const deliver = (event: JsonObject, event_id: string) =>
    stage.sandbox.deliver({
      type: 'events_api',
      label: `event ${String(event.type)}`,
      acceptsResponse: false,
      payload: {
        ...{ type: 'event_callback', team_id: stage.sandbox.teamId, api_app_id: stage.sandbox.appId },
        ...{ event_id, event_time: 1, event },
        authorizations: [{ team_id: stage.sandbox.teamId, user_id: stage.sandbox.botUserId, is_bot: true }],
      },
    });

  const closed: Partial<ChannelFacts> = { archivedAt: 1, lost: { how: 'archived', by: 'U1', at: 1 } };
  const removed: Partial<ChannelFacts> = { archivedAt: null, lost: { how: 'removed', by: null, at: 0 } };
  const inChannel = () => ({ channel: ref.channel, user: 'UOLGA', event_ts: '9.1' });
  const bot = () => ({ ...inChannel(), user: stage.sandbox.botUserId });
  const renamed = () => ({ channel: { id: ref.channel, name: `renamed-${++count}` } });
  const somebody = (deleted: boolean) => ({
    user: { id: stage.people.farid.id, team_id: stage.sandbox.teamId, real_name: `Farid ${++count}`, deleted },
  });
  // biome-ignore format: a table reads best as a table
  const events: [string, () => JsonObject, Partial<ChannelFacts>?][] = [
    ['channel_archive',       inChannel],
    ['group_archive',         inChannel],
    ['channel_deleted',       inChannel],
    ['group_deleted',         inChannel],
    ['channel_left',          bot],
    ['group_left',            bot],
    ['member_left_channel',   bot],
    ['member_joined_channel', bot,        removed],
    ['channel_unarchive',     inChannel,  closed],
    ['group_unarchive',       inChannel,  closed],
    ['channel_rename',        renamed],
    ['group_rename',          renamed],
    ['channel_id_changed',    () => ({ old_channel_id: 'COLD', new_channel_id: ref.channel }), { channel: 'COLD' }],
    ['channel_shared',        inChannel],
    ['file_deleted',          () => ({ file_id: fileId })],
    ['user_change',           () => somebody(false)],
    ['team_join',             () => somebody(false)],
  ];

  test.each(events)(
    '%s: not while the database is locked; then it comes again, and counts once',
    async (type, rest, before = {}) => {
      const { store } = stage;
      await store.updateChannel(ref, { channel: ref.channel, archivedAt: null, lost: null, ...before });
      await stage.idle();
      const event = { type, ...rest() };
      const id = `Ev${type}`;
      const at = await recorded();
      const release = lock(stage.file);
      try {
        expect(await deliver(event, id)).toEqual({ status: 'unanswered', reason: 'timeout' });
      } finally {
        release();
      }
      expect(await recorded()).toEqual(at);
      expect((await deliver(event, id)).status).toBe('acked');
      const after = await recorded();
      expect(after).not.toEqual(at);
      await stage.idle();
      const settled = await recorded();
      expect((await deliver(event, id)).status).toBe('acked');
      expect(await recorded()).toEqual(settled);
    },
  );

  test('these are all the events that say something to be recorded', () => {
    // Who is in a user group is asked of Slack, also when nothing was heard.
    const groups = ['subteam_members_changed', 'subteam_updated'];
    const nothing = ['app_home_opened', 'app_uninstalled', 'tokens_revoked', 'file_shared', ...groups];
    expect(Object.keys(eventHandlers).toSorted()).toEqual([...events.map(([type]) => type), ...nothing].toSorted());
  });

  test.each<[string, JsonObject]>([
    ['of a kind that we do not listen to', { type: 'pin_added' }],
    ['that makes no sense', { type: 'channel_archive' }],
    ['of our own doing', { type: 'channel_archive', channel: 'C1', user: 'BOT' }],
    ['that opens Home', { type: 'app_home_opened', tab: 'home', user: 'U1' }],
  ])('an event %s is acked, also while the database is locked', async (what, event) => {
    const release = lock(stage.file);
    try {
      const user = event.user === 'BOT' ? { user: stage.sandbox.botUserId } : {};
      expect((await deliver({ ...event, ...user }, `Ev ${what}`)).status).toBe('acked');
    } finally {
      release();
    }
  });
});

describe.each(['socket', 'http'] as const)('A4 over %s', (mode) => {
  test('the app is invited again while the database is locked: Slack says so again, and what waited goes on', async () => {
    const stage = await startStage(mode, { eventRetryMs: [0, 200, 200] });
    try {
      const { sandbox, people, store } = stage;
      const name = await submitOrder(stage, people.ana, people.sam);
      sandbox.workspace.admin.kickApp(name);
      await sandbox.idle();
      await people.sam.press('approve', { message: people.sam.directMessages().at(-1) });
      await people.sam.modal('approve');
      await people.sam.fill({ crew: [people.farid] });
      expect(await people.sam.submit()).toHaveProperty('closed');
      await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBeGreaterThan(0), 10_000);
      const release = lock(stage.file);
      sandbox.workspace.admin.inviteApp(name);
      const again = () => sandbox.inspector.envelopes().filter(({ type, retry }) => type === 'events_api' && retry > 0);
      await vi.waitFor(() => expect(again()).not.toEqual([]), 15_000);
      release();
      await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBe(0), 15_000);
      await stage.idle();
      expect(sandbox.workspace.channel(name).files).toHaveLength(1);
    } finally {
      await stage.stop();
    }
  }, 60_000);
});
