import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { close, confirm, decide } from '../support/acting.ts';
import { direct, goesOn, inTheField, parks, quiet, submitted } from '../support/order-life.ts';
import { type Stage, startStage } from '../support/stage.ts';

describe('people remove the app from an order’s channel, archive it, open it again, and the app hears late or nothing of it', () => {
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
    await goesOn(stage);
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
    await goesOn(stage);
    await adam.press('channel_new', { home: true });
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
    await close(stage, farid, await order.shownTo(farid), 'as_ordered', {
      endedAt: new Date(Date.now() - 60_000),
      acceptance: 'unavailable',
    });
    await parks(stage, 1);
    admin.inviteApp(order.name);
    await goesOn(stage);
    expect(order.channels()[0]?.files).toHaveLength(2);

    const other = await submitted(stage);
    admin.kickApp(other.name);
    const told = ana.directMessages().length;
    await decide(stage, sam, 'reject', 'app', 'No');
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
    await goesOn(stage);
  });
});
