import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { beginOrder, open, sent } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { nothingOwed } from '../support/nothing-owed.ts';
import { did } from '../support/words.ts';

describe('two app processes on one database', () => {
  let sandbox: Sandbox;
  let folder: string;
  let file: string;
  let store: Store;
  let apps: AppProcess[];
  beforeEach(async () => {
    sandbox = await startSandbox();
    folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
    file = join(folder, 'orders.db');
    store = await openStore(`file:${file}`);
    apps = [start(), start()];
    await Promise.all(apps.map((app) => app.ready()));
  });
  afterEach(async () => {
    await Promise.all(apps.map((app) => app.kill()));
    await store.close();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = () => startAppProcess({ ...sandbox.env, DATABASE_URL: `file:${file}` });
  const orderChannels = () => sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'));

  const settled = (timeout?: number) => nothingOwed({ sandbox, store }, { timeout });

  /** Everything that must stand in Slack for so many orders that were submitted and, of them, approved. */
  function expectOnce(orders: number, approved: number): void {
    const numbers = orderChannels().map(({ name }) => Number(name.slice(3, 9)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: orders }, (_, at) => at + 1));
    const counts = orderChannels().map(({ name }) => {
      const { messages, files, pins } = sandbox.workspace.channel(name);
      const said = (words: string) => messages.filter(({ text }) => text?.includes(words)).length;
      return {
        submitted: said(did('submit')),
        approved: said(did('approve')),
        files: files.length,
        pins: pins.length,
      };
    });
    const once = { submitted: 1, approved: 1, files: 1, pins: 1 };
    expect(counts.filter(({ approved }) => approved > 0)).toEqual(Array(approved).fill(once));
    expect(counts.filter(({ approved }) => approved === 0)).toEqual(
      Array(orders - approved).fill({ ...once, approved: 0, files: 0 }),
    );
  }

  /** On a busy computer an answer may come too late for Slack: who is told so looks whether it was done, and tries again. */
  const submit = async (person: Person, supervisor: Person, title: string): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        await beginOrder(person, supervisor, { job: { title } });
        return await sent(person);
      } catch (error) {
        await sandbox.idle();
        if (person.topModal()) await person.closeModal(true);
        const orders = await store.list(sandbox.teamId, { limit: 100 });
        if (orders.some((order) => order.title === title)) return;
        if (attempt === 4) throw error;
      }
    }
  };
  const approve = async (person: Person, channel: string, worker: Person) => {
    await open(person, 'approve', channel);
    await person.fill({ crew: [worker] });
    await sent(person);
  };

  test('people work, one delivers, nothing is lost or doubled; it is killed, the other takes over; both end cleanly', async () => {
    const { ana, ben, carla, adam, olga, felix, fiona, farid, sam, sofia } = sandbox.people;
    const requesters = [ana, ben, carla, adam, olga, felix, fiona];
    await Promise.all(
      requesters.map(async (person, at) => {
        for (const n of [1, 2]) await submit(person, at % 2 ? sam : sofia, `Job ${n} of ${person.name}`);
      }),
    );
    await settled();
    expectOnce(14, 0);
    // One of them has delivered everything.
    const delivers = ({ log }: AppProcess) => log().some(({ event }) => event === 'deliveries.taken');
    expect(apps.filter(delivers)).toHaveLength(1);

    // It is killed in the middle of the approvals, when it uploads a PDF.
    const first = apps.find(delivers);
    const second = apps.find((app) => !delivers(app));
    if (!first || !second) throw new Error('there are not two');
    sandbox.faults.after('files.completeUploadExternal', () => void first.kill(), { nth: 2 });
    const mine = (supervisor: Person) => orderChannels().filter(({ name }) => supervisor.channels().includes(name));
    for (const supervisor of [sam, sofia])
      for (const { name } of mine(supervisor).slice(0, 4)) {
        await vi.waitFor(() => expect(sandbox.workspace.channel(name).members).toContain(supervisor.name));
        // What was pressed while one process died may be unanswered: it is pressed again.
        await approve(supervisor, name, farid).catch(async () => {
          await supervisor.closeModal(true).catch(() => undefined);
          if (!sandbox.workspace.channel(name).messages.some(({ text }) => text?.includes(did('approve'))))
            await approve(supervisor, name, farid);
        });
      }
    await first.ended;
    apps = [second, start()];
    await apps[1]?.ready();
    await settled(120_000);
    expectOnce(14, 8);

    const codes = await Promise.all(apps.map((app) => app.stop()));
    expect(codes).toEqual([0, 0]);
    const database = new Database(file, { readonly: true });
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    database.close();
    // A busy computer is late; nothing else is wrong.
    const late = ['no_ack', 'late_ack', 'bad_trigger'];
    expect(sandbox.complaints.filter(({ kind }) => !late.includes(kind))).toEqual([]);
  }, 240_000);
});
