import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { confirm, typicalOrder } from '../support/acting.ts';
import { direct, goesOn, inTheField, type Life, parks, quiet } from '../support/order-life.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { cardSays, did, part, words } from '../support/words.ts';

/** What the person who runs the order reads when the app cannot get into its channel. */
const lost = (order: Life) => words.tell.lead.channel_lost({ order: order.number, title: typicalOrder.job.title });

describe('people remove the app from an order’s channel', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterEach(async () => {
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
    const home = (await adam.openHome())?.shown ?? '';
    expect(home.split(words.home.failed.title({ count: 1 }))[1]).toContain(
      words.remedy.app_removed({ channel: order.name }),
    );
    // A Retry that comes too soon tells nobody a second time.
    await adam.press('effect_retry', { home: true });
    await parks(stage, 1);
    await quiet(stage, 1);
    expect(direct(carla, told[1])).toEqual([lost(order)]);
    expect(direct(sam, told[0]).filter((text) => text === lost(order))).toHaveLength(1);

    admin.inviteApp(order.name);
    await vi.waitFor(async () => expect((await store.backlog(sandbox.teamId)).parked).toBe(0));
    await quiet(stage);
    expect(order.channels()).toHaveLength(1);
    expect(order.channels()[0]?.files).toEqual([`${order.number} v1.pdf`, `${order.number} v2.pdf`]);
    for (const said of [cardSays('approved', 2), did('confirm_partial')])
      expect(order.texts().filter((text) => text.includes(said))).toHaveLength(1);
    expect((await store.channel(sandbox.teamId, order.id))?.lost).toBeNull();
  });

  test('deleted while the app heard nothing: Slack hides it, an admin opens a new channel from Home', async () => {
    const { sandbox, people } = stage;
    const { farid, adam, ben } = people;
    const order = await inTheField(stage);
    sandbox.workspace.silently(() => sandbox.workspace.admin.deleteChannel(order.name));
    await confirm(stage, farid, await order.shownTo(farid));
    await parks(stage, 1);
    expect((await ben.openHome())?.actions).not.toContain('channel_new');
    const home = (await adam.openHome())?.shown ?? '';
    expect(home.split(words.remedy.app_shut_out({ channel: order.name }))[1]).toContain(words.home.failed.newChannel);
    await adam.press('channel_new', { home: true });
    await goesOn(stage);
    const [next] = order.channels();
    expect(next?.name).toBe(`${order.name}-2`);
    expect(next?.files).toEqual([`${order.number} v1.pdf`, `${order.number} v2.pdf`]);
    expect(order.texts()).toContainEqual(
      words.channel.moved.abandonedBy({ channel: `#${order.name}`, order: order.number, name: adam.name }),
    );
    expect((await adam.openHome())?.shown).not.toContain(part(words.home.failed.retryEverything));
  });
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
      expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
      await stage.down();

      sandbox.install();
      await stage.up();
      expect((await ready()).status).toBe(200);
      await vi.waitFor(async () => expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(1), 8000);
      expect((await adam.openHome())?.shown).toContain(words.remedy.app_shut_out({ channel: order.name }));
      expect(direct(sam).at(-1)).toBe(lost(order));
      sandbox.workspace.admin.inviteApp(order.name);
      await vi.waitFor(async () => expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0));
      await quiet(stage);
      expect(order.channels().map(({ files }) => files.length)).toEqual([2]);
      expect(order.texts().filter((text) => text.includes(did('confirm_partial')))).toHaveLength(1);
      expect(sandbox.complaints).toEqual([]);
    } finally {
      await stage.stop();
    }
  });
});
