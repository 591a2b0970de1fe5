import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { Settings } from '../../src/settings.ts';
import { addItem, beginOrder, open, sent } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { words } from '../support/words.ts';

/** Calls after which the process is killed while both documents of a version are issued, by where the priced one goes. */
const moments = ['office', 'people'].flatMap((to) =>
  [
    ...(to === 'people' ? [1, 2, 3] : [1, 2, 3, 4]).map((nth) => ['chat.postMessage', nth] as const),
    ...[1, 2].map((nth) => ['files.getUploadURLExternal', nth] as const),
    ...[1, 2].map((nth) => ['upload', nth] as const),
    ...(to === 'people' ? [1, 2] : []).map((nth) => ['conversations.open', nth] as const),
    ...(to === 'people' ? [1, 2, 3] : [1, 2]).map((nth) => ['files.completeUploadExternal', nth] as const),
    ...[1, 3].map((nth) => ['files.info', nth] as const),
  ].map(([method, nth]) => [to, method, nth] as const),
);

describe('killed while documents with and without prices are issued', () => {
  let sandbox: Sandbox;
  let store: Store;
  let app: AppProcess;
  let office: string;
  let killed: Promise<void> | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  const url = `file:${join(folder, 'orders.db')}`;
  const start = async () => {
    app = startAppProcess({ ...sandbox.env, DATABASE_URL: url });
    await app.ready();
  };
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
        expect(await store.backlog(sandbox.teamId)).toMatchObject({ pending: 0, running: 0, parked: 0 });
        expect(killed).toBeUndefined();
      },
      { timeout: 60_000, interval: 20 },
    );

  beforeAll(async () => {
    sandbox = await startSandbox();
    sandbox.workspace.admin.createChannel('office', { isPrivate: true, members: ['carla'] });
    sandbox.workspace.admin.inviteApp('office');
    office = sandbox.workspace.channel('office').id;
    store = await openStore(url);
    await store.saveSettings(sandbox.teamId, Settings.parse({ prices: { visibleTo: 'office' } }));
    await start();
  });
  afterAll(async () => {
    await app.kill();
    await store.close();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(moments)(
    'for the %s, after %s number %i: each document once, where it belongs',
    async (to, method, nth) => {
      const { ana, sam, farid } = sandbox.people;
      const channel = to === 'office' ? office : '';
      await store.saveSettings(sandbox.teamId, Settings.parse({ prices: { visibleTo: 'office', channel } }));
      await beginOrder(ana, sam);
      await addItem(ana, { description: 'Pump', quantity: '1', unitPrice: '7391' });
      await sent(ana);
      await settled();
      const name = sandbox.workspace.channels().at(-1)?.name ?? '';
      const number = `SO-${name.slice(3, 9)}`;
      await open(sam, 'approve', name);
      await sam.fill({ crew: [farid] });
      let struck = false;
      sandbox.faults.after(
        method,
        () => {
          struck = true;
          killed ??= app.kill();
        },
        { nth },
      );
      await sent(sam);
      await settled();
      sandbox.faults.clear();
      expect(struck).toBe(true);

      const [work, priced] = [`${words.document.workCopy({ title: `${number} v1` })}.pdf`, `${number} v1.pdf`];
      const titles = (messages: { files: { title: string }[] }[]) =>
        messages.flatMap(({ files }) => files.map(({ title }) => title)).filter((title) => title.startsWith(number));
      const threads = sandbox.people.carla.messages('office').filter(({ text }) => text.startsWith(`${number}:`));
      expect({
        channel: titles(farid.messages(name)),
        threads: threads.length,
        office: titles(sandbox.people.carla.messages('office')),
        ana: titles(ana.directMessages()),
        sam: titles(sam.directMessages()),
      }).toEqual({
        channel: [work],
        threads: to === 'office' ? 1 : 0,
        office: to === 'office' ? [priced] : [],
        ana: to === 'people' ? [priced] : [],
        sam: to === 'people' ? [priced] : [],
      });
      expect(sandbox.complaints).toEqual([]);
    },
    120_000,
  );
});
