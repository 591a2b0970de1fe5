import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { approve, close, confirm, next, sent, submitOrder, typicalOrder } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { folderInMemory } from '../support/folder.ts';
import { nothingOwed } from '../support/nothing-owed.ts';
import { did } from '../support/words.ts';

/** How often a load balancer asks each instance whether it is ready. Milliseconds. */
const READY_MS = 50;

/** An instance of the app that listens for Slack's requests. */
interface Instance {
  readonly url: string;
  readonly app: AppProcess;
}

describe('two instances over HTTP on one database', () => {
  let sandbox: Sandbox;
  let folder: string;
  let store: Store;
  let instances: [Instance, Instance];
  beforeEach(async () => {
    sandbox = await startSandbox({ manifest: 'manifests/http.yml', readyMs: READY_MS, eventRetryMs: [0, 200, 200] });
    folder = folderInMemory();
    store = await openStore(database());
    instances = [await start('first'), await start('second')];
    sandbox.setRequestUrl(...instances.map(({ url }) => url));
    await sandbox.connected(2);
  });
  afterEach(async () => {
    await Promise.all(instances.map(({ app }) => app.kill()));
    await store.close();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const database = () => `file:${join(folder, 'orders.db')}`;
  const start = async (name: string): Promise<Instance> => {
    const app = startAppProcess({ ...sandbox.env, DATABASE_URL: database(), INSTANCE: name });
    await app.ready();
    const port = Number(app.log().find(({ event }) => event === 'service.ready')?.port);
    return { url: `http://127.0.0.1:${port}/slack/events`, app };
  };

  const idle = () => nothingOwed({ sandbox, store });
  const scene = () => ({ sandbox, idle });
  /** Every payload goes to the other instance than the one before. */
  const inTurn = () => {
    let turn = 0;
    sandbox.faults.route((among) => turn++ % among);
  };
  const answeredBy = () => new Set(sandbox.inspector.acks().map(({ by }) => by));
  const said = (channel: string, words: string) =>
    sandbox.workspace.channel(channel).messages.filter(({ text }) => text.includes(words));

  test('whole lives, with every payload at another instance than the one before', async () => {
    inTurn();
    const { ana, sam, farid } = sandbox.people;
    for (let life = 0; life < 3; life += 1) {
      const channel = await submitOrder(scene(), ana, sam);
      await approve(scene(), sam, channel, [farid]);
      await confirm(scene(), farid, channel, { items: [{ description: 'Seal', quantity: '1' }] });
      await close(scene(), farid, channel, 'with_changes', {
        endedAt: new Date(Date.now() - 60_000),
        acceptance: 'unavailable',
      });
      const steps = ['submit', 'approve', 'close'] as const;
      expect(steps.map((step) => said(channel, did(step)).length)).toEqual([1, 1, 1]);
    }
    expect(answeredBy()).toEqual(new Set(['first', 'second']));
    expect(sandbox.complaints).toEqual([]);
  }, 120_000);

  test('a submission that arrives at both at once is one order, and so is one that comes again', async () => {
    inTurn();
    const { ana, sam } = sandbox.people;
    await ana.command('/service-order');
    await ana.modal('submit');
    await ana.fill(typicalOrder.job);
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: sam });
    await next(ana);
    await next(ana);
    expect(await ana.submitTwice()).toContainEqual(expect.objectContaining({ closed: expect.anything() }));
    await ana.redeliverLast();
    await idle();
    const orders = await store.list(sandbox.teamId, { limit: 10 });
    expect(orders).toHaveLength(1);
    const name = sandbox.workspace.channels().at(-1)?.name ?? '';
    expect(said(name, did('submit'))).toHaveLength(1);
  }, 60_000);

  test('the files of a message stand in its form at whichever instance it is filled in', async () => {
    const { ana, sam } = sandbox.people;
    const photo = { name: 'pump.jpg', bytes: Buffer.from('a photo of the pump'), mimetype: 'image/jpeg' };
    sandbox.faults.route(() => 0);
    const channel = await submitOrder(scene(), ana, sam);
    await idle();
    const message = await sam.say(channel, 'The pump leaks', [photo]);
    await ana.messageShortcut('create_service_order', message);
    await ana.modal('submit');
    sandbox.faults.route((among) => among - 1);
    await ana.fill({ title: 'Pump', client: 'Acme', location: 'Hall 3' });
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: sandbox.people.sofia });
    await next(ana);
    expect(ana.screen()).toContain('pump.jpg');
    await sent(ana);
    await idle();
    expect(sandbox.workspace.channels().at(-1)?.files).toEqual(['pump.jpg']);
  }, 60_000);

  test('one is killed: who was with it sees it fail, events come again at the other, and all goes on there', async () => {
    const { ana, sam } = sandbox.people;
    const channel = await submitOrder(scene(), ana, sam);
    await instances[0].app.kill();
    sandbox.faults.route((among) => (sandbox.addresses.list()[0]?.ready ? 0 : among - 1));
    sandbox.workspace.admin.changePerson('ana', { title: 'Head of desk' });
    await sandbox.idle();
    await vi.waitFor(async () => expect(sandbox.addresses.list().map(({ ready }) => ready)).toEqual([false, true]));
    await vi.waitFor(() => {
      const events = sandbox.inspector.acks().filter(({ label }) => label === 'event user_change');
      expect(events.at(-1)).toMatchObject({ outcome: 'acked', by: 'second' });
    });
    await approve(scene(), sam, channel, [sandbox.people.farid]);
    expect(said(channel, did('approve'))).toHaveLength(1);
  }, 60_000);
});
