import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { close, confirm, decide } from '../support/acting.ts';
import { direct, inTheField, quiet, submitted } from '../support/order-life.ts';
import { type Stage, startStage } from '../support/stage.ts';

const parks = (stage: Stage, count: number) =>
  vi.waitFor(async () => expect((await stage.store.backlog()).parked).toBe(count));

describe('people remove the app from an order’s channel', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterEach(async () => {
    stage.sandbox.workspace.hidesArchived = false;
    await quiet(stage);
    expect(stage.sandbox.complaints.splice(0)).toEqual([]);
  });
  afterAll(() => stage.stop());

  test('what is owed waits with a remedy, who runs the order is told once, and it goes on once the app is invited', async () => {
    const { sandbox, people, store } = stage;
    const { sam, carla, farid, adam } = people;
    const { admin } = sandbox.workspace;
    const order = await inTheField(stage);
    admin.kickApp(order.name);
    const told = [sam, carla].map((person) => person.directMessages().length);
    await confirm(stage, farid, await order.shownTo(farid));
    await parks(stage, 1);
    expect((await adam.openHome())?.shown).toMatch(
      new RegExp(`Not delivered[\\s\\S]*The app is not in #${order.name} any more\\. Type “/invite @Service Orders”`),
    );
    // A Retry that comes too soon tells nobody a second time.
    await adam.press('Retry', { home: true });
    await parks(stage, 1);
    await quiet(stage, 1);
    expect(direct(carla, told[1])).toEqual([
      expect.stringMatching(/cannot get into the channel of SO-\d+ Replace pump.*\/invite @Service Orders/),
    ]);
    expect(direct(sam, told[0]).filter((text) => text.includes('cannot get into the channel'))).toHaveLength(1);

    admin.inviteApp(order.name);
    await vi.waitFor(async () => expect((await store.backlog()).parked).toBe(0));
    await quiet(stage);
    expect(order.channels()).toHaveLength(1);
    expect(order.channels()[0]?.files).toEqual([`${order.number} v1.pdf`, `${order.number} v2.pdf`]);
    expect(order.texts().filter((text) => text.includes('version 2'))).toHaveLength(2);
    expect((await store.channel(sandbox.teamId, order.id))?.lost).toBeNull();
  });

  test('removed, with nothing to do: nobody is bothered', async () => {
    const { sandbox, people } = stage;
    const order = await inTheField(stage);
    const told = people.sam.directMessages().length;
    sandbox.workspace.admin.kickApp(order.name);
    await quiet(stage);
    expect(direct(people.sam, told)).toEqual([]);
    sandbox.workspace.admin.inviteApp(order.name);
  });

  test.each([
    ['a public', true],
    ['a private', false],
  ])('%s channel archived, opened again, and the app invited: the order goes on there', async (_, isPublic) => {
    const { sandbox, people, store } = stage;
    const { farid } = people;
    const { admin } = sandbox.workspace;
    const order = await inTheField(stage);
    if (isPublic) admin.convertToPublic(order.name);
    admin.archiveChannel(order.name);
    await vi.waitFor(async () => expect((await store.channel(sandbox.teamId, order.id))?.lost).not.toBeNull());
    admin.unarchiveChannel(order.name);
    if (isPublic) {
      // Of a public channel the app hears that it is open again: it waits to be invited.
      await confirm(stage, farid, await order.shownTo(farid));
      await parks(stage, 1);
    }
    admin.inviteApp(order.name);
    await vi.waitFor(async () => expect((await store.channel(sandbox.teamId, order.id))?.lost).toBeNull());
    await quietSoon();
    if (!isPublic) await confirm(stage, farid, order.name);
    expect(order.channels().map(({ files }) => files.length)).toEqual([2]);
  });

  test('opened again and invited while the app heard of nothing: the late news of the archiving opens no second channel', async () => {
    const { sandbox, people, store } = stage;
    const { farid } = people;
    const { admin } = sandbox.workspace;
    const order = await inTheField(stage);
    sandbox.workspace.silently(() => {
      admin.archiveChannel(order.name);
      admin.unarchiveChannel(order.name);
      admin.inviteApp(order.name);
    });
    const [channel] = order.channels();
    sandbox.workspace.announce(
      { type: 'group_archive', channel: channel?.id, user: people.olga.id, is_moved: 0 },
      sandbox.workspace.conversation(order.name),
    );
    await vi.waitFor(async () =>
      expect((await store.channel(sandbox.teamId, order.id))?.lost).toMatchObject({
        how: 'archived',
        by: people.olga.id,
      }),
    );
    await confirm(stage, farid, order.name);
    expect(order.channels().map(({ files }) => files.length)).toEqual([2]);
  });

  test('deleted while the app heard nothing: Slack hides it, an admin opens a new channel from Home', async () => {
    const { sandbox, people } = stage;
    const { farid, adam, ben } = people;
    const order = await inTheField(stage);
    sandbox.workspace.silently(() => sandbox.workspace.admin.deleteChannel(order.name));
    await confirm(stage, farid, await order.shownTo(farid));
    await parks(stage, 1);
    expect((await ben.openHome())?.shown).not.toContain('Open new channel');
    expect((await adam.openHome())?.shown).toMatch(
      /The app cannot see #so-\d+.*archived or deleted[\s\S]*Open new channel/,
    );
    await adam.press('Open new channel', { home: true });
    await quietSoon();
    const [next] = order.channels();
    expect(next?.name).toBe(`${order.name}-2`);
    expect(next?.files).toEqual([`${order.number} v1.pdf`, `${order.number} v2.pdf`]);
    expect(order.texts()).toContainEqual(
      `The app is no longer in #${order.name}, so a new channel was opened by <@${adam.id}>: ${order.number} goes on here.`,
    );
    expect((await adam.openHome())?.shown).not.toContain('Not delivered');
  });

  test('a button “Open new channel” of a Home drawn long ago takes no working channel away', async () => {
    const { sandbox, people } = stage;
    const { farid, adam } = people;
    const { admin } = sandbox.workspace;
    const order = await inTheField(stage);
    admin.kickApp(order.name);
    await confirm(stage, farid, await order.shownTo(farid));
    await parks(stage, 1);
    await adam.openHome();
    admin.inviteApp(order.name);
    await quietSoon();
    await adam.press('Open new channel', { home: true });
    await confirm(stage, farid, order.name);
    expect(order.channels().map(({ files }) => files.length)).toEqual([3]);
  });

  test('an archived channel that Slack hides from the app: known from the event, even when that comes last, it is replaced', async () => {
    const { sandbox, people, store } = stage;
    const { workspace } = sandbox;
    const { farid, olga } = people;
    workspace.hidesArchived = true;
    const order = await inTheField(stage);
    workspace.silently(() => workspace.admin.archiveChannel(order.name));
    const channel = order.channels()[0]?.id ?? '';
    const lost = async () => (await store.channel(sandbox.teamId, order.id))?.lost?.how;
    workspace.announce({ type: 'group_left', channel });
    await vi.waitFor(async () => expect(await lost()).toBe('removed'));
    workspace.announce({ type: 'group_archive', channel, user: olga.id, is_moved: 0 });
    await vi.waitFor(async () => expect(await lost()).toBe('archived'));
    await confirm(stage, farid, await order.shownTo(farid));
    expect(order.channels().map(({ files }) => files.length)).toEqual([1, 2]);
  });

  test('removed before the order ends: the final PDF waits for the app; a rejection does not', async () => {
    const { sandbox, people } = stage;
    const { farid, sam, ana } = people;
    const { admin } = sandbox.workspace;
    const order = await inTheField(stage);
    admin.kickApp(order.name);
    await close(stage, farid, await order.shownTo(farid), 'Done as ordered', {
      'Work ended': new Date(Date.now() - 60_000),
      'Client acceptance': 'Client not available',
    });
    await parks(stage, 1);
    admin.inviteApp(order.name);
    await quietSoon();
    expect(order.channels()[0]?.files).toHaveLength(2);

    const other = await submitted(stage);
    admin.kickApp(other.name);
    const told = ana.directMessages().length;
    await decide(stage, sam, 'Reject', 'app', 'No');
    await quiet(stage);
    expect(direct(ana, told)).toHaveLength(1);
  });

  test('everything of an order waits in its own lane: other orders are not held up', async () => {
    const { sandbox, people } = stage;
    const { farid } = people;
    const { admin } = sandbox.workspace;
    const [stuck, other] = [await inTheField(stage), await inTheField(stage)];
    admin.kickApp(stuck.name);
    await confirm(stage, farid, await stuck.shownTo(farid));
    await confirm(stage, farid, other.name);
    expect(other.channels()[0]?.files).toHaveLength(2);
    await parks(stage, 1);
    admin.inviteApp(stuck.name);
    await quietSoon();
  });

  const quietSoon = async () => {
    await vi.waitFor(async () => expect((await stage.store.backlog()).parked).toBe(0));
    await quiet(stage);
  };
});

describe('the app is uninstalled and installed again', () => {
  test('it says so once, everything waits, and goes on when it is invited again', async () => {
    const stage = await startStage();
    try {
      const { sandbox, people } = stage;
      const { farid, adam, sam } = people;
      const order = await inTheField(stage);
      await order.shownTo(farid);
      // Accepted in the moment in which the app is uninstalled.
      const release = sandbox.faults.on('chat.update', { kind: 'status', status: 503 });
      await confirm({ sandbox, idle: async () => {} }, farid, 'app');
      sandbox.uninstall();
      release();
      const ready = () => fetch(`http://127.0.0.1:${stage.service.port}/readyz`);
      await vi.waitFor(async () => {
        const answer = await ready();
        expect([answer.status, await answer.text()]).toEqual([
          503,
          expect.stringContaining('Slack refuses the bot token'),
        ]);
      });
      expect((await stage.store.backlog()).parked).toBe(0);
      await stage.down();

      sandbox.install();
      await stage.up();
      expect((await ready()).status).toBe(200);
      await vi.waitFor(async () => expect((await stage.store.backlog()).parked).toBe(1), 8000);
      expect((await adam.openHome())?.shown).toContain('/invite @Service Orders');
      expect(direct(sam).at(-1)).toContain('cannot get into the channel');
      sandbox.workspace.admin.inviteApp(order.name);
      await vi.waitFor(async () => expect((await stage.store.backlog()).parked).toBe(0));
      await quiet(stage);
      expect(order.channels().map(({ files }) => files.length)).toEqual([2]);
      expect(order.texts().filter((text) => text.includes('confirmed work'))).toHaveLength(1);
      expect(sandbox.complaints).toEqual([]);
    } finally {
      await stage.stop();
    }
  });
});
