import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { Settings } from '../../src/settings.ts';
import { addItem, beginOrder, open, sent } from './acting.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { cardSays, words } from './words.ts';

/** When the process is killed: right after a person's ack, or around a call to Slack. */
export interface Moment {
  readonly when: string;
  arm(sandbox: Sandbox, kill: () => void): void;
}

/** Slack has done what it was asked, and the app does not hear so. */
export const afterCall = (method: string, nth: number): Moment => ({
  when: `after call ${nth} of ${method} took effect, before its answer`,
  arm: (sandbox, kill) => sandbox.faults.after(method, kill, { nth }),
});

/** The person has their answer, and nothing else was done. */
export const afterSubmission: Moment = {
  when: "right after the submission's ack",
  arm: (sandbox, kill) =>
    sandbox.faults.afterAck(({ label, payload }) => {
      const metadata = JSON.stringify(payload);
      if (label === 'view_submission form:submit' && metadata.includes('\\"p\\":\\"review\\"')) kill();
    }),
};

/** An order's first acts, with a kill at one of these moments; and a stop in the middle of them. */
export const killedAt = (...moments: Moment[]) =>
  describe('the process is killed and started again', () => {
    let sandbox: Sandbox;
    let store: Store;
    let app: AppProcess;
    const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
    const url = `file:${join(folder, 'orders.db')}`;

    const start = async () => {
      app = startAppProcess({ ...sandbox.env, DATABASE_URL: url });
      await app.ready();
    };
    let killed: Promise<void> | undefined;
    /** Waits until Slack is owed nothing more; starts the app again whenever it has been killed. */
    const settled = () =>
      vi.waitFor(
        async () => {
          if (killed !== undefined) {
            await killed;
            killed = undefined;
            sandbox.faults.clear();
            await start();
          }
          await sandbox.idle();
          // One look: between two, an effect of the other process may go from waiting to running unseen.
          const { pending, running, parked } = await store.backlog(sandbox.teamId, Date.now());
          expect({ pending, running, parked }).toEqual({ pending: 0, running: 0, parked: 0 });
          expect(killed).toBeUndefined();
        },
        { timeout: 30_000, interval: 20 },
      );

    beforeAll(async () => {
      sandbox = await startSandbox();
      store = await openStore(url);
      await store.saveSettings(sandbox.teamId, Settings.parse({}));
      await start();
    });
    afterAll(async () => {
      await app.kill();
      await store.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(moments)(
      '$when: it finishes, with nothing lost and nothing doubled',
      async ({ arm }) => {
        const { ana, sam, farid } = sandbox.people;
        const before = new Set(sandbox.workspace.channels().map(({ id }) => id));
        const told = sam.directMessages().length + farid.directMessages().length + ana.directMessages().length;
        arm(sandbox, () => {
          killed ??= app.kill();
        });

        await beginOrder(ana, sam);
        await addItem(ana, { description: 'Pump', quantity: '1' });
        await sent(ana);
        await settled();
        const channels = sandbox.workspace.channels().filter(({ id }) => !before.has(id));
        expect(channels).toHaveLength(1);
        const name = channels[0]?.name ?? '';
        await open(sam, 'approve', name);
        await sam.fill({ crew: [farid] });
        await sent(sam);
        await settled();

        const channel = sandbox.workspace.channel(name);
        const texts = channel.messages.map(({ text }) => text ?? '');
        const said = (part: string) => texts.filter((text) => text.includes(part)).length;
        expect({
          channels: sandbox.workspace.channels().filter(({ id }) => !before.has(id)).length,
          members: channel.members.toSorted(),
          cards: said(cardSays('approved')),
          submitted: said('Ana Ruiz submitted the order'),
          approved: said('Sam Lee approved the order'),
          files: channel.files,
          pins: channel.pins.length,
          bookmarks: channel.bookmarks.map(({ title }) => title),
          told: sam.directMessages().length + farid.directMessages().length + ana.directMessages().length - told,
        }).toEqual({
          channels: 1,
          members: ['Ana Ruiz', 'Farid Haddad', 'Sam Lee', 'Service Orders'],
          cards: 1,
          submitted: 1,
          approved: 1,
          files: [`SO-${name.slice(3, 9)} v1.pdf`],
          pins: 1,
          bookmarks: [words.card.bookmark({ version: 1 })],
          told: 3,
        });
        expect(sandbox.complaints).toEqual([]);
      },
      60_000,
    );

    test('a stop in the middle of work ends with code 0 and leaves the rest for the next start', async () => {
      const { ana, sam } = sandbox.people;
      sandbox.faults.on('conversations.create', { kind: 'latency', ms: 300 }, { times: 1 });
      const channels = sandbox.workspace.channels().length;
      await beginOrder(ana, sam);
      await sent(ana);
      expect(await app.stop()).toBe(0);
      expect((await store.backlog(sandbox.teamId)).running).toBe(0);
      await start();
      await settled();
      expect(sandbox.workspace.channels()).toHaveLength(channels + 1);
    }, 60_000);
  });
