import { afterEach, describe, expect, test, vi } from 'vitest';
import { newOrder } from '../db/samples.ts';
import { approve, beginOrder, open, sent, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { orderNumbered } from '../support/whole-order.ts';
import { words } from '../support/words.ts';

const { notOpened } = words.notice;
const { title } = words.forms;
/** The form of a new order, in a sentence. */
const form = { form: title.submit };
const { failed, effect } = words.home;

describe('while Slack is in trouble', () => {
  let stage: Stage;
  afterEach(() => stage.stop());
  const start = async () => {
    stage = await startStage('socket', {}, sketches);
    return stage;
  };

  test('a form that does not open is answered where the person is: beside the message, or by direct message', async () => {
    const { sandbox, people } = await start();
    const { ana, sam, carla } = people;
    const name = await submitOrder(stage, ana, sam);
    sandbox.faults.on('views.open', { kind: 'status', status: 500 });
    await sam.press('approve', { channel: name });
    await vi.waitFor(() =>
      expect(sam.ephemerals().at(-1)?.shown).toContain(notOpened.trouble({ form: title.approve })),
    );
    await carla.shortcut('new_service_order');
    await vi.waitFor(() => expect(carla.directMessages().at(-1)?.shown).toContain(notOpened.trouble(form)));
    await ana.openHome();
    await ana.press('home_new', { home: true });
    await vi.waitFor(() => expect(ana.directMessages().at(-1)?.shown).toContain(notOpened.trouble(form)));
    // What Home was asked for comes as a message, if it cannot come as a view.
    await ana.press('order_show', { home: true });
    await vi.waitFor(() => expect(ana.directMessages().at(-1)?.shown).toContain('SO-000001 · Replace pump'));
    expect(sandbox.complaints).toEqual([]);
  });

  test('a form opens although a hundred Homes hang', async () => {
    const { sandbox, people } = await start();
    const { ana, carla } = people;
    sandbox.faults.on('views.publish', { kind: 'hang' });
    for (let n = 0; n < 100; n++) void carla.openHome().catch(() => {});
    await vi.waitFor(() => expect(sandbox.inspector.calls('views.publish')).toHaveLength(100), 5000);
    await ana.command('/so new');
    await ana.modal('submit');
  });

  test('an answer comes later when there is no way to give it now', async () => {
    const { sandbox, people } = await start();
    const { ana, carla } = people;
    sandbox.faults.on('views.open', { kind: 'hang' }, { times: 1, when: ({ view }) => view === undefined });
    sandbox.faults.on('views.open', { kind: 'html' });
    sandbox.faults.on('response_url', { kind: 'status', status: 503 }, { times: 1 });
    sandbox.faults.on('chat.postMessage', { kind: 'ratelimited', retryAfter: 1 }, { times: 1 });
    await ana.command('/service-order');
    await carla.shortcut('new_service_order');
    await vi.waitFor(() => expect(ana.ephemerals().at(-1)?.shown).toContain(notOpened.trouble(form)), 5000);
    await vi.waitFor(() => expect(carla.directMessages().at(-1)?.shown).toContain(notOpened.trouble(form)), 5000);
  });

  test('with a token that is refused, people are told what is the matter, and an admin whom to ask is named', async () => {
    const { sandbox, people } = await start();
    const { ana } = people;
    await ana.command('/so list');
    sandbox.grants.revokeToken();
    await ana.command('/service-order');
    await vi.waitFor(() =>
      expect(ana.ephemerals().at(-1)?.shown).toContain(notOpened.shut({ ...form, code: 'token_revoked' })),
    );
    // Nothing is owed: that somebody could not be shown a form is enough to know it.
    const ready = async () => (await fetch(`http://127.0.0.1:${stage.service.port}/readyz`)).text();
    sandbox.grants.restoreToken();
    expect(await ready()).toContain('(token_revoked)');
    // And that it is over is noticed without anybody's doing.
    await vi.waitFor(async () => expect(await ready()).toBe('ready\n'));
  });

  test('a page that Slack did not draw is drawn a little later; Home as well', async () => {
    const { sandbox, people } = await start();
    const { ana, sam } = people;
    await beginOrder(ana, sam);
    sandbox.faults.on('views.update', { kind: 'status', status: 503 }, { times: 1 });
    sandbox.faults.on('views.publish', { kind: 'html' }, { times: 1 });
    await ana.press('item_add');
    await ana.modal('item');
    await ana.fill({ description: 'Seal ring', quantity: '2' });
    await sent(ana);
    await vi.waitFor(() => expect(ana.topModal()?.shown).toContain('Seal ring'), 5000);
    expect((await sam.openHome())?.shown).toContain(words.home.mine);
  });

  test('an answer that Slack did not hear is given once more, and what was asked for is done once', async () => {
    const { sandbox, people, store } = await start();
    const { ana, sam, farid } = people;
    const name = await submitOrder(stage, ana, sam);
    sandbox.faults.socket.refreshAfterNext();
    expect((await ana.command('/so list')).trouble).toBeDefined();
    await vi.waitFor(() => expect(ana.ephemerals().at(-1)?.shown).toContain('Replace pump'));
    await sandbox.connected(2);
    sandbox.faults.socket.refreshAfterNext();
    await open(sam, 'approve', name);
    await sam.fill({ crew: [farid] });
    await sandbox.connected(2);
    sandbox.faults.socket.refreshAfterNext();
    expect(await sam.submit()).not.toHaveProperty('closed');
    expect(await sam.submit()).toMatchObject({ view: { title: words.forms.notice.title.sent } });
    await stage.idle();
    expect((await orderNumbered(store, sandbox.teamId, 1)).entries.map(({ action }) => action.type)).toEqual([
      'submit',
      'approve',
    ]);
    expect(sandbox.workspace.channel(name).files).toEqual(['SO-000001 v1.pdf']);
    expect(sandbox.complaints).toEqual([]);
  });
});

describe('what needs a human', () => {
  let stage: Stage;
  afterEach(() => stage.stop());

  test('a scope that is granted later: what was parked is retried, what was left out is made good, without a restart', async () => {
    stage = await startStage('socket', {}, sketches);
    const { sandbox, people, store } = stage;
    const { ana, sam, farid, adam } = people;
    sandbox.grants.withdraw('files:write', 'pins:write');
    const name = await submitOrder(stage, ana, sam);
    await approve({ ...stage, idle: async () => {} }, sam, name, [farid]);
    await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBe(1), 15_000);
    expect((await adam.openHome())?.shown).toContain(
      failed.one({
        what: failed.about({ order: 'SO-000001', what: effect.issue_document }),
        why: words.remedy.missing_scope({ scope: 'files:write' }),
        error: 'missing_scope',
      }),
    );
    sandbox.grants.grant('files:write', 'pins:write');
    await adam.press('effect_retry', { home: true });
    await stage.idle();
    const { files, pins } = sandbox.workspace.channel(name);
    expect({ files, pins: pins.length }).toEqual({ files: ['SO-000001 v1.pdf'], pins: 1 });
    expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
    expect(sandbox.complaints.filter(({ kind }) => kind !== 'missing_scope')).toEqual([]);
  });

  test('what nobody could mend by hand is not asked of anybody: a refused name, a forgotten upload, refused metadata', async () => {
    stage = await startStage('socket', {}, sketches);
    const { sandbox, people, store } = stage;
    const { ana, sam, farid } = people;
    const refuse = (method: string, error: string, options = {}) =>
      sandbox.faults.on(method, { kind: 'error', error }, options);
    refuse('conversations.create', 'invalid_name_specials', {
      when: ({ name }: { name?: unknown }) => name !== 'so-000001',
    });
    refuse('conversations.setTopic', 'user_is_restricted');
    refuse('pins.add', 'too_many_pins');
    refuse('bookmarks.list', 'not_implemented');
    refuse('files.completeUploadExternal', 'file_not_found', { times: 1 });
    refuse('files.info', 'file_not_found', { times: 1 });
    const name = await submitOrder(stage, ana, sam);
    expect(name).toBe('so-000001');
    await approve(stage, sam, name, [farid]);
    expect(sandbox.workspace.channel(name)).toMatchObject({ files: ['SO-000001 v1.pdf'], pins: [], bookmarks: [] });
    expect(sandbox.inspector.calls('files.getUploadURLExternal')).toHaveLength(2);
    expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
    expect(sandbox.complaints).toEqual([]);
  });

  test('many at once: an admin sees how many for which reason, and retries them with one press', async () => {
    stage = await startStage('socket', {}, sketches);
    const { sandbox, people, store } = stage;
    const { adam } = people;
    const forbid = (error: string, when: (name: string) => boolean) =>
      sandbox.faults.on('conversations.create', { kind: 'error', error }, { when: ({ name }) => when(String(name)) });
    const allow = forbid('restricted_action', (name) => !name.startsWith('so-000013'));
    forbid('cannot_create_channel', (name) => name.startsWith('so-000013'));
    for (let n = 1; n <= 13; n++) {
      const order = newOrder(`order-${n}`, { team: sandbox.teamId });
      const { lastEntry: entry } = order;
      await store.commit({
        order,
        entry: { ...entry, key: `key-${n}` },
        version: null,
        effects: [{ type: 'open_channel' }],
        spentDraft: null,
        now: Date.now(),
      });
    }
    await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBe(13), 10_000);
    const home = (await adam.openHome())?.shown ?? '';
    expect(home).toContain(failed.title({ count: 13 }));
    const twelve = failed.several({ count: 12, why: words.remedy.setting, error: 'restricted_action' });
    expect(home).toContain(twelve);
    expect(home).toContain(failed.more({ count: 9 }));
    expect(home).toContain(
      failed.one({
        what: failed.about({ order: 'SO-000013', what: effect.open_channel }),
        why: words.remedy.setting_create_channels,
        error: 'cannot_create_channel',
      }),
    );
    allow();
    await adam.press('effect_retry_all', { home: true, nth: 1 });
    await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBe(1), 10_000);
    await vi.waitFor(() => expect(adam.home()?.shown).not.toContain(twelve));
    sandbox.faults.clear();
    await adam.press('effect_retry', { home: true });
    await stage.idle();
    expect(sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'))).toHaveLength(13);
    expect(sandbox.complaints).toEqual([]);
  });
});
