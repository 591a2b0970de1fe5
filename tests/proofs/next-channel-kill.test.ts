import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { Settings } from '../../src/settings.ts';
import { confirm } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { inTheField } from '../support/order-life.ts';

/** Calls after which the process is killed while it moves an order into its next channel. */
const moments: [string, number][] = [
  ['conversations.info', 1],
  ['conversations.create', 1],
  ['conversations.invite', 1],
  ['conversations.invite', 3],
  ['chat.postMessage', 1],
  ['chat.postMessage', 2],
  ['chat.postMessage', 3],
  ['files.getUploadURLExternal', 1],
  ['upload', 1],
  ['files.completeUploadExternal', 1],
  ['files.completeUploadExternal', 2],
  ['pins.add', 1],
  ['bookmarks.add', 1],
];

describe.each([
  ['of which Slack told us', (_: Sandbox, work: () => void) => work()],
  ['of which we heard nothing', (sandbox: Sandbox, work: () => void) => sandbox.workspace.silently(work)],
])('killed while an order moves out of a channel that people archived, %s', (_, hearing) => {
  let sandbox: Sandbox;
  let store: Store;
  let app: AppProcess;
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
        const { running, parked } = await store.backlog();
        const due = await store.nextDue();
        expect({ running, parked, due: due !== undefined && due < Date.now() + 3_600_000 }).toEqual({
          running: 0,
          parked: 0,
          due: false,
        });
        expect(killed).toBeUndefined();
      },
      { timeout: 60_000, interval: 20 },
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

  test.each(moments)('after %s number %i: one next channel, with everything in it once', async (method, nth) => {
    const { farid } = sandbox.people;
    const order = await inTheField({ sandbox, people: sandbox.people, store, idle: settled });
    hearing(sandbox, () => sandbox.workspace.admin.archiveChannel(order.name));
    await sandbox.idle();
    let hit = false;
    sandbox.faults.after(
      method,
      () => {
        hit = true;
        killed ??= app.kill();
      },
      { nth },
    );
    await confirm({ sandbox, idle: settled }, farid, await order.shownTo(farid));
    await settled();
    expect(hit).toBe(true);
    const [, next, ...more] = order.channels();
    const said = (words: string) => order.texts().filter((text) => text.includes(words)).length;
    expect({
      more: more.length,
      members: next?.members.length,
      cards: said('for Acme: In the field'),
      moved: said('goes on here'),
      confirmed: said('confirmed work: version 2'),
      files: next?.files,
      pins: next?.pins.length,
      bookmarks: next?.bookmarks.map(({ title }) => title),
    }).toEqual({
      more: 0,
      members: 5,
      cards: 1,
      moved: 1,
      confirmed: 1,
      files: [`${order.number} v1.pdf`, `${order.number} v2.pdf`],
      pins: 1,
      bookmarks: ['Newest PDF (v2)'],
    });
    expect(sandbox.complaints).toEqual([]);
  });
});
