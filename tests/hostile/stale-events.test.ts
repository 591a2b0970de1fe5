import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../sandbox/server/json.ts';
import { typicalOrder } from '../support/acting.ts';
import { command, forgedPress, interact, readIn } from '../support/forged.ts';
import { orderIn } from '../support/seeded.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { anyOrder, part, words } from '../support/words.ts';

/** A busy computer takes its time. */
const PATIENT = { timeout: 10_000 };

const NO_ORDER = words.command.noOrder({ command: '/so', order: 'SO-000001', list: words.command.name.list });

describe('F9 who is an admin is what Slack says now', () => {
  let stage: Stage;
  /** The computer's clock as the app sees it: ahead by so much, milliseconds. */
  let ahead: number;
  let theOrder: string;
  beforeEach(async () => {
    ahead = 0;
    stage = await startStage('socket', {}, { ...sketches, now: () => Date.now() + ahead });
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: true }), PATIENT);
    theOrder = (await orderIn(stage, 'submitted')).id;
    // An admin has pressed Retry for that: their Home is the last that comes of it.
    await vi.waitFor(() => expect(stage.sandbox.inspector.calls('views.publish').length).toBeGreaterThan(0), PATIENT);
  });
  afterEach(() => stage.stop());

  const adam = () => stage.people.adam;
  const stored = () => stage.store.person(stage.sandbox.teamId, adam().id);
  const seconds = () => Math.floor(Date.now() / 1000);
  const userOf = (changes: JsonObject): JsonObject => ({
    ...{
      id: adam().id,
      team_id: stage.sandbox.teamId,
      name: 'adam',
      real_name: adam().name,
      tz: 'UTC',
      deleted: false,
    },
    ...{ is_bot: false, is_restricted: false, is_ultra_restricted: false, is_owner: false, ...changes },
  });
  const userChange = (changes: JsonObject) =>
    stage.sandbox.deliver({
      type: 'events_api',
      label: 'user_change',
      acceptsResponse: false,
      payload: {
        ...{ type: 'event_callback', team_id: stage.sandbox.teamId, event_id: `Ev${crypto.randomUUID()}` },
        event: { type: 'user_change', user: userOf(changes) },
      },
    });
  /** In Slack, without the app hearing of it. */
  const silently = (changes: JsonObject, updated: number) => {
    const user = stage.sandbox.workspace.users.get(adam().id);
    if (user) Object.assign(user, { isOwner: false }, changes, { updated });
  };
  /** Whether Slack's admin gets what admins get: a list of everybody's orders. */
  const seesAll = async () => {
    // Later than the press before, and what was asked for that.
    ahead += 2000;
    const shown = () => stage.sandbox.inspector.calls('views.open').length;
    const before = shown();
    await interact(stage, forgedPress(stage, adam().id, 'order_show', theOrder));
    await vi.waitFor(() => expect(shown()).toBeGreaterThan(before), PATIENT);
    const view = JSON.stringify(stage.sandbox.inspector.calls('views.open').at(-1)?.args);
    stage.sandbox.workspace.stacks.clear();
    await stage.sandbox.idle();
    return !view.includes(words.forms.notice.noOrder);
  };
  test('an older user_change that comes again after the demotion changes nothing', async () => {
    expect(await seesAll()).toBe(true);
    silently({ isAdmin: false }, seconds() + 100);
    await userChange({ is_admin: false, updated: seconds() + 100 });
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: false }), PATIENT);
    for (const updated of [seconds() + 99, seconds() - 1000, 1]) {
      await userChange({ is_admin: true, updated });
      await userChange({ is_admin: true, updated, real_name: 'Somebody Else' });
    }
    await stage.sandbox.idle();
    expect(await stored()).toMatchObject({ admin: false, name: adam().name });
    expect(await seesAll()).toBe(false);
  });

  test.each<[string, JsonObject, string, JsonObject]>([
    ['an admin', { is_admin: true }, 'member', {}],
    ['an owner', { is_owner: true }, 'member', {}],
    ['a member', {}, 'guest', { is_restricted: true }],
    ['a guest', { is_restricted: true }, 'deactivated', { deleted: true }],
    ['an admin of this workspace', { is_admin: true }, 'external', { is_stranger: true }],
  ])('somebody who was %s once is not again by an older event', async (_, before, kind, after) => {
    await userChange({ ...before, updated: seconds() + 50 });
    await userChange({ ...after, updated: seconds() + 100 });
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: false, kind }), PATIENT);
    const asked = stage.sandbox.inspector.calls('users.info').length;
    for (const updated of [seconds() + 90, seconds() - 1000]) await userChange({ ...before, updated });
    await stage.sandbox.idle();
    expect(await stored()).toMatchObject({ admin: false, kind });
    expect(stage.sandbox.inspector.calls('users.info')).toHaveLength(asked);
  });

  test('an answer of Slack’s that is older than what it told changes nothing', async () => {
    silently({ isAdmin: true }, seconds() - 50);
    await userChange({ is_admin: false, updated: seconds() + 100 });
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: false }), PATIENT);
    // What is known for so long is asked again behind the scenes.
    ahead = 11 * 60_000;
    const asked = () => stage.sandbox.inspector.calls('users.info').length;
    const before = asked();
    expect(await seesAll()).toBe(false);
    await vi.waitFor(() => expect(asked()).toBeGreaterThan(before), PATIENT);
    await stage.sandbox.idle();
    expect(await stored()).toMatchObject({ admin: false });
    expect(await seesAll()).toBe(false);
  });

  test('an older answer that somebody is gone sends nobody word of it', async () => {
    const { sam } = stage.people;
    const storedSam = () => stage.store.person(stage.sandbox.teamId, sam.id);
    await userChange({ id: sam.id, real_name: 'Sam Renamed', updated: seconds() + 100 });
    await vi.waitFor(async () => expect(await storedSam()).toMatchObject({ name: 'Sam Renamed' }), PATIENT);
    // Only now, so that neither what the app reads of everybody at its start nor the request it sends Sam says so already.
    await stage.idle();
    const user = stage.sandbox.workspace.users.get(sam.id);
    if (user) Object.assign(user, { deleted: true, updated: seconds() - 50 });
    ahead = 11 * 60_000;
    const asked = () => stage.sandbox.inspector.calls('users.info').filter(({ args }) => args.user === sam.id).length;
    const before = asked();
    await command(stage, sam.id, 'show SO-1');
    await vi.waitFor(() => expect(asked()).toBeGreaterThan(before), PATIENT);
    await stage.idle();
    expect(await storedSam()).toMatchObject({ kind: 'member' });
    const posts = JSON.stringify(stage.sandbox.inspector.calls('chat.postMessage').map(({ args }) => args));
    for (const lead of ['request_instead', 'supervisor_gone_submitted', 'supervisor_gone'] as const)
      expect(posts).not.toContain(part(words.tell.lead[lead](anyOrder)));
  });

  test('an event that is no newer than what we know, or does not say, gives no rights before Slack was asked', async () => {
    const at = seconds() + 100;
    silently({ isAdmin: false }, at);
    await userChange({ is_admin: false, updated: at });
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: false }), PATIENT);
    const asked = () => stage.sandbox.inspector.calls('users.info').length;
    for (const changes of [{ updated: at }, {}, { updated: 'soon' }, { updated: -5 }]) {
      const before = asked();
      await userChange({ is_admin: true, ...changes });
      await vi.waitFor(() => expect(asked()).toBeGreaterThan(before), PATIENT);
      await stage.sandbox.idle();
      expect(await stored(), JSON.stringify(changes)).toMatchObject({ admin: false });
    }
  });

  test('one that takes rights away counts, whatever it says; a newer one gives them', async () => {
    await userChange({ is_admin: false });
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: false }), PATIENT);
    await userChange({ is_admin: true, updated: seconds() + 200 });
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: true }), PATIENT);
  });

  test('when our own users.info came later than the change, the change that comes again is older', async () => {
    silently({ isAdmin: false }, seconds() + 50);
    expect(await seesAll()).toBe(false);
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: false }), PATIENT);
    await userChange({ is_admin: true, updated: seconds() + 10 });
    await stage.sandbox.idle();
    expect(await stored()).toMatchObject({ admin: false });
  });

  test('an admin’s rights are asked of Slack before they are used, in forms, lists and Home alike', async () => {
    silently({ isAdmin: false }, seconds() + 50);
    ahead += 2000;
    expect(readIn(await command(stage, adam().id, 'show SO-1'))).toContain(NO_ORDER);
    expect(await seesAll()).toBe(false);
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ admin: false }), PATIENT);
    const text = readIn(await command(stage, adam().id, 'show SO-1'));
    expect(text).toContain(NO_ORDER);
    await interact(stage, forgedPress(stage, adam().id, 'effect_retry_all', 'everything'));
    await vi.waitFor(
      () =>
        expect(JSON.stringify(stage.sandbox.inspector.calls('views.open').at(-1)?.args)).toContain(
          words.home.failed.adminsOnly,
        ),
      PATIENT,
    );
  });

  test('while Slack cannot be reached the last record counts for a day, and no longer', async () => {
    stage.sandbox.faults.on('users.info', { kind: 'status', status: 503 });
    expect(await seesAll()).toBe(true);
    ahead = 23 * 3_600_000;
    expect(await seesAll()).toBe(true);
    ahead = 25 * 3_600_000;
    expect(await seesAll()).toBe(false);
    stage.sandbox.faults.clear();
    expect(await seesAll()).toBe(true);
  });

  test('people who are only named in a form are not asked about one by one', async () => {
    const { ana } = stage.people;
    const asked = () =>
      stage.sandbox.inspector.calls('users.info').filter(({ args }) => args.user === adam().id).length;
    const before = asked();
    await ana.command('/so');
    await ana.modal('submit');
    await ana.fill(typicalOrder.job);
    await ana.submit();
    await ana.fill({ ...typicalOrder.when(), supervisor: adam() });
    await ana.submit();
    expect(ana.topModal()?.actions).toContain('item_add');
    expect(asked()).toBe(before);
  });
});
