import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Fault } from '../../sandbox/server/instruments/faults.ts';
import type { SandboxOptions } from '../../sandbox/server/server.ts';
import { requiredScopes } from '../../src/slack-api/scopes.ts';
import { approve, beginOrder, decide, open, sent, submitOrder } from '../support/acting.ts';
import { deliveredOnce } from '../support/delivered-once.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { cardSays, words } from '../support/words.ts';

describe('Slack in trouble', () => {
  let stage: Stage | undefined;
  afterEach(async () => {
    await stage?.stop();
    stage = undefined;
  });
  const start = async (options: SandboxOptions = {}) => {
    stage = await startStage('socket', options, sketches);
    return stage;
  };

  // The other ways to fail are among the proofs.
  const faults: [string, string, Fault][] = [
    ['the answer of a post is lost', 'chat.postMessage', { kind: 'lost' }],
    ['the upload is lost', 'upload', { kind: 'lost' }],
    ['a post is rate limited', 'chat.postMessage', { kind: 'ratelimited', retryAfter: 1 }],
  ];
  test.each(faults)('%s: it is delivered all the same, once', async (_, method, fault) =>
    deliveredOnce(await start(), method, fault),
  );

  test('without the optional scopes the job is done, and nothing but the metadata is missing', async () => {
    const { sandbox, people, store } = await start({ grantedScopes: [...requiredScopes] });
    const { ana, sam, farid } = people;
    const name = await submitOrder(played(), ana, sam);
    await approve(played(), sam, name, [farid]);
    const { files, pins, bookmarks } = sandbox.workspace.channel(name);
    expect({ files: files.length, pins: pins.length, bookmarks: bookmarks.length }).toEqual({
      files: 1,
      pins: 0,
      bookmarks: 0,
    });
    // By now the app knows that it may not pin; the topic does not wait for that.
    const second = await submitOrder(played(), ana, sam);
    expect(sandbox.workspace.channel(second).topic).toBe(
      words.card.topic({ order: 'SO-000002', client: 'Acme', state: words.order.state.submitted }),
    );
    expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
    expect(sandbox.complaints.filter(({ kind }) => kind !== 'missing_scope')).toEqual([]);
  });

  test('what Slack refuses for good is parked with a remedy, shown to admins, and retried from Home and from the app’s health', async () => {
    const { sandbox, people, store } = await start();
    const { ana, sam, adam, ben } = people;
    const allow = sandbox.faults.on('conversations.create', { kind: 'error', error: 'restricted_action' });
    await beginOrder(ana, sam);
    await sent(ana);
    await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBe(1));
    const { failed, effect } = words.home;
    const title = failed.title({ count: 1 });
    expect((await ben.openHome())?.shown).not.toContain(title);
    const what = failed.about({ order: 'SO-000001', what: effect.open_channel });
    const home = (await adam.openHome())?.shown;
    expect(home).toContain(title);
    expect(home).toContain(failed.one({ what, why: words.remedy.setting, error: 'restricted_action' }));
    await adam.press('effect_retry', { home: true });
    // What the supervisor is told waits for the channel: nothing is idle before.
    await vi.waitFor(() => expect(sandbox.inspector.calls('conversations.create')).toHaveLength(2), 8000);
    await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBe(1), 8000);
    await adam.command('/so settings');
    await adam.modal('settings_list');
    await adam.press('settings_health');
    const health = await adam.modal('settings_health');
    expect(health.shown).toContain(title);
    expect(health.shown).toContain(failed.one({ what, why: words.remedy.setting, error: 'restricted_action' }));
    allow();
    await adam.press('effect_retry');
    await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBe(0), 8000);
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(words.settings.health.good), 8000);
    await vi.waitFor(() => expect(adam.home()?.shown).not.toContain(title));
    expect(sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'))).toHaveLength(1);
    expect(sandbox.complaints).toEqual([]);
  });

  test('a channel name that is taken by somebody else gets a suffix', async () => {
    const { sandbox, people } = await start();
    const { ana, sam } = people;
    sandbox.workspace.admin.createChannel('so-000001-acme-replace-pump');
    const name = await submitOrder(played(), ana, sam);
    expect(name).toBe('so-000001-acme-replace-pump-x1');
  });

  test('a channel that Slack gave another name while its answer was lost is found again', async () => {
    const { sandbox, people } = await start();
    const { ana, sam } = people;
    sandbox.faults.on('conversations.create', { kind: 'lost' }, { times: 1 });
    const rename = ({ args }: { args: { name?: unknown } }) =>
      sandbox.workspace.admin.renameChannel(String(args.name), `${String(args.name)}-as-slack-likes-it`);
    sandbox.faults.after('conversations.create', rename, { nth: 1 });
    const name = await submitOrder(played(), ana, sam);
    expect(name).toBe('so-000001-acme-replace-pump-as-slack-likes-it');
    expect(sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'))).toHaveLength(1);
  });

  test('a card that somebody deleted is posted again once, though the answer is lost', async () => {
    const { sandbox, people } = await start();
    const { ana, sam, farid } = people;
    const name = await submitOrder(played(), ana, sam);
    const channel = sandbox.workspace.conversation(name);
    channel.messages = channel.messages.filter(({ text }) => !text.includes(cardSays('submitted')));
    let lost = 0;
    sandbox.faults.pick(({ method, args }) => {
      const isCard = method === 'chat.postMessage' && String(args.text).includes(cardSays('approved'));
      return isCard && lost++ === 0 ? { kind: 'lost' } : undefined;
    });
    await sam.press('approve', { message: sam.directMessages().at(-1) });
    await sam.modal('approve');
    await sam.fill({ crew: [farid] });
    await sent(sam);
    await played().idle();
    expect(lost).toBe(1);
    const { messages, pins } = sandbox.workspace.channel(name);
    expect(messages.filter(({ text }) => text.includes(cardSays('approved')))).toHaveLength(1);
    expect(pins.map(({ text }) => text)).toEqual([expect.stringContaining(cardSays('approved'))]);
  });

  test('a refresh of a connection costs nobody an answer', async () => {
    const { sandbox, people } = await start();
    const { ana } = people;
    sandbox.faults.socket.refresh(1);
    for (let n = 0; n < 10; n++) {
      await ana.command('/so list');
    }
    expect(ana.ephemerals()).toHaveLength(10);
    expect(sandbox.complaints).toEqual([]);
  });

  test('when Slack renews every connection at once, others are there well before the SDK would be', async () => {
    const { sandbox, people } = await start();
    const { ana } = people;
    sandbox.faults.socket.refresh();
    const begun = performance.now();
    await vi.waitFor(() => sandbox.connected(1));
    await vi.waitFor(async () => {
      await ana.command('/so list');
      expect(ana.ephemerals().length).toBeGreaterThan(0);
    }, 4000);
    expect(performance.now() - begun).toBeLessThan(4000);
    await sandbox.connected(2);
    expect(sandbox.complaints).toEqual([]);
  });

  test('people whom Slack is slow to tell of are known the next time, and nobody waits for it', async () => {
    const { sandbox, people } = await start({ grantedScopes: [...requiredScopes] });
    const { ana } = people;
    await vi.waitFor(async () => expect(await played().store.person(sandbox.teamId, ana.id)).toBeDefined());
    const { fiona } = people;
    sandbox.faults.on('users.info', { kind: 'latency', ms: 1800 });
    const newcomer = 'U0NEWCOMER1';
    expect(await played().store.person(sandbox.teamId, newcomer)).toBeUndefined();
    await played().store.savePeople([
      {
        team: sandbox.teamId,
        id: fiona.id,
        name: 'Old name',
        timeZone: 'UTC',
        kind: 'deactivated',
        admin: false,
        fetchedAt: 0,
      },
    ]);
    await fiona.command('/so list');
    await vi.waitFor(
      async () => expect((await played().store.person(sandbox.teamId, fiona.id))?.name).toBe('Fiona Walsh'),
      5000,
    );
    await fiona.command('/so list');
    expect(fiona.ephemerals().at(-1)?.shown).toContain(words.lists.none);
    expect(Math.max(...sandbox.inspector.acks().map(({ ms }) => ms))).toBeLessThan(1000);
  });

  test('an invitation that is put off goes on where it was', async () => {
    const { sandbox, people } = await start();
    const { ana, sam, carla } = people;
    let calls = 0;
    sandbox.faults.before('conversations.invite', () => {
      calls++;
      if (calls === 2) sandbox.faults.on('conversations.invite', { kind: 'ratelimited', retryAfter: 1 }, { times: 1 });
    });
    const name = await submitOrder(played(), ana, sam, { when: { coordinator: carla } });
    expect(sandbox.workspace.channel(name).members).toHaveLength(4);
    expect(sandbox.inspector.calls('conversations.invite').length).toBeLessThanOrEqual(4);
  });

  test.each([
    ['is gone', 'files.info', { kind: 'error', error: 'file_not_found' } as const, []],
    ['is shared without an answer', 'files.completeUploadExternal', { kind: 'lost' } as const, ['plan.pdf']],
    ['may not be posted', 'files.getUploadURLExternal', { kind: 'error', error: 'file_type_not_allowed' } as const, []],
  ])('an attached file that %s holds nothing up and is not doubled', async (_, method, fault, files) => {
    const { sandbox, people, store } = await start();
    const { ana, sam, farid } = people;
    // Whose file it is is asked when the form is sent as well.
    sandbox.faults.on(method, fault, { times: method === 'files.info' ? 2 : 1 });
    await beginOrder(ana, sam);
    await ana.fill({
      attachments: [{ name: 'plan.pdf', bytes: Buffer.from('%PDF-1.4 plan'), mimetype: 'application/pdf' }],
    });
    await sent(ana);
    await played().idle();
    const name = sandbox.workspace.channels().at(-1)?.name ?? '';
    expect(sandbox.workspace.channel(name).files).toEqual(files);
    await approve(played(), sam, name, [farid]);
    expect(sandbox.workspace.channel(name).files).toEqual([...files, 'SO-000001 v1.pdf']);
    expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
    expect(sandbox.complaints).toEqual([]);
  });

  test('acks never wait for Slack: with every method hanging, people are answered at once', async () => {
    const { sandbox, people, store } = await start();
    const { ana, sam, farid } = people;
    const name = await submitOrder(played(), ana, sam);
    await open(sam, 'approve', name);
    const release = sandbox.faults.on('*', { kind: 'latency', ms: 2500 });
    await sam.fill({ crew: [farid] });
    await sent(sam);
    await ana.command('/so list');
    await ana.command(`/so history SO-${name.slice(3, 9)}`);
    const slowest = Math.max(...sandbox.inspector.acks().map(({ ms }) => ms));
    expect(slowest).toBeLessThan(1000);
    expect((await store.orderByNumber(sandbox.teamId, 1))?.state).toBe('approved');
    release();
    await played().idle();
    expect(sandbox.workspace.channel(name).files).toHaveLength(1);
  });

  test('a page that Slack draws late does not throw anybody back', async () => {
    const { sandbox, people } = await start();
    const { ana, sam } = people;
    await beginOrder(ana, sam);
    let goOn = () => {};
    const late = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    sandbox.faults.before('views.update', () => late, { nth: 1 });
    await ana.press('item_add');
    await ana.modal('item');
    await ana.fill({ description: 'Pump', quantity: '1' });
    await sent(ana);
    await ana.press('form_back');
    const secondPage = words.forms.page.place({ page: 2, pages: 4 });
    await sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes(secondPage));
    goOn();
    await vi.waitFor(() => expect(sandbox.inspector.calls('views.update')).toHaveLength(2));
    expect(
      sandbox.inspector
        .calls('views.update')
        .map(({ answer }) => answer.error ?? 'ok')
        .toSorted(),
    ).toEqual(['hash_conflict', 'ok']);
    expect(ana.topModal()?.shown).toContain(secondPage);
    expect(sandbox.complaints).toEqual([]);
  });

  test('a decision taken while the supervisor’s request is still unsent reaches everybody in order', async () => {
    const { sandbox, people } = await start();
    const { ana, sam } = people;
    const name = await submitOrder(played(), ana, sam);
    sandbox.faults.on('chat.update', { kind: 'ratelimited', retryAfter: 1 }, { times: 2 });
    await decide(played(), sam, 'reject', name, 'No');
    const request = sam.directMessages().at(-1);
    expect(JSON.stringify(request?.blocks)).not.toContain('"type":"button"');
    expect(sandbox.workspace.channel(name).isArchived).toBe(true);
    expect(sandbox.complaints).toEqual([]);
  });

  function played(): Stage {
    if (!stage) throw new Error('nothing is on stage');
    return stage;
  }
});
