import { expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import { startSandbox } from '../../sandbox/server/server.ts';
import { firstCommit, newOrder } from '../db/samples.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { buildApp } from '../support/built-app.ts';

/** Orders that all wait for their channel: three minutes' worth of what Slack allows, if owners did not know of each other. */
const ORDERS = 24;
/** What is asked of Slack for each of them at least: more than that is under way by then. */
const CHANNELS = 14;

test('owners that change every few seconds keep Slack’s limits in sum: no call is refused', async () => {
  const built = buildApp();
  const folder = temporaryFolder();
  const sandbox = await startSandbox({ rateLimits: 'tiers' });
  const url = `file:${folder.file('orders.db')}`;
  const store = await openStore(url);
  const apps: AppProcess[] = [];
  try {
    const { ana, sam } = sandbox.people;
    for (let n = 0; n < ORDERS; n++) {
      const order = newOrder(`o${n}`, {
        team: sandbox.teamId,
        requester: { id: ana.id, name: ana.name },
        supervisor: { id: sam.id, name: sam.name },
      });
      await store.commit({ ...firstCommit(order, [{ type: 'open_channel' }]), now: Date.now() });
    }
    const begun = performance.now();
    const created = () => sandbox.inspector.calls('conversations.create').filter(({ answer }) => answer.ok === true);
    const delivers = (app: AppProcess) =>
      vi.waitFor(() => expect(app.log().some(({ event }) => event === 'deliveries.taken')).toBe(true), 20_000);
    let owners = 0;
    for (; created().length < CHANNELS; owners++) {
      const app = startAppProcess({ ...sandbox.env, DATABASE_URL: url }, built.program);
      apps.push(app);
      await app.ready();
      await delivers(app);
      const had = created().length;
      // It goes as soon as it has made some calls, or has found that there is nothing to be had for it yet.
      await vi
        .waitFor(() => expect(created().length).toBeGreaterThan(had), { timeout: 3000, interval: 20 })
        .catch(() => {});
      if (owners % 4 === 3) await app.kill();
      else expect(await app.stop()).toBe(0);
    }
    const minutes = (performance.now() - begun) / 60_000;
    process.stdout.write(`${created().length} channels by ${owners} owners in ${minutes.toFixed(1)} min\n`);
    expect(owners).toBeGreaterThan(3);
    const refused = sandbox.inspector.entries.filter(
      (one) => one.kind === 'call' && one.answer.error === 'ratelimited' && one.method !== 'users.list',
    );
    expect(refused).toEqual([]);
  } finally {
    await Promise.all(apps.map((app) => app.kill()));
    await store.close();
    await sandbox.stop();
    folder.remove();
    built.remove();
  }
}, 400_000);
