import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { emptyDatabase } from '../db/postgres-database.ts';
import { beginOrder, sent } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { folderInMemory } from '../support/folder.ts';
import { did } from '../support/words.ts';

/** How often a load balancer asks each instance whether it is ready, and for how long an instance serves on after it is not. */
const [READY_MS, DRAIN_SECONDS] = [200, 1];
/** What people do, and how many orders are among it: Slack takes twenty new channels a minute. */
const [ACTIONS, ORDERS] = [1000, 24];

interface Instance {
  readonly port: number;
  readonly url: string;
  app: AppProcess;
}

describe('two instances over HTTP on one PostgreSQL, replaced one after the other while people work', () => {
  let sandbox: Sandbox;
  let folder: string;
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let store: Store;
  let started = 0;
  const instances: Instance[] = [];
  beforeEach(async () => {
    sandbox = await startSandbox({ manifest: 'manifests/http.yml', readyMs: READY_MS, eventRetryMs: [0, 200, 200] });
    folder = folderInMemory();
    database = await emptyDatabase();
    for (let n = 0; n < 2; n++) {
      const app = await run(0);
      const port = Number(app.log().find(({ event }) => event === 'service.ready')?.port);
      instances.push({ port, url: `http://127.0.0.1:${port}/slack/events`, app });
    }
    store = await openStore(database.url, undefined, undefined, keys());
    sandbox.setRequestUrl(...instances.map(({ url }) => url));
    await sandbox.connected(2);
  });
  afterEach(async () => {
    await Promise.all(instances.map(({ app }) => app.kill()));
    await store?.close();
    await sandbox.stop();
    await database.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const keys = () => join(folder, 'keys');
  async function run(port: number): Promise<AppProcess> {
    const app = startAppProcess({
      ...sandbox.env,
      ...{ DATABASE_URL: database.url, KEYS_FILE: keys(), PORT: String(port), INSTANCE: `app-${++started}` },
      DRAIN_SECONDS: String(DRAIN_SECONDS),
    });
    await app.ready();
    return app;
  }

  const acks = () => sandbox.inspector.acks();

  test('no ack of 1,000 actions fails, and every order is there once', async () => {
    const { ana, ben, sam, farid } = sandbox.people;
    const titles: string[] = [];
    const troubles: unknown[] = [];
    let orders = 0;
    const submit = async (person: Person) => {
      const title = `Pump ${++orders}`;
      await beginOrder(person, sam, { job: { title } });
      await sent(person);
      titles.push(title);
    };
    const work = async (person: Person, submits: boolean) => {
      for (let n = 0; acks().length < ACTIONS; n++) {
        if (submits && n % 8 === 0 && orders < ORDERS) await submit(person);
        const { trouble } = await person.command(['/so list', '/so help', '/so history SO-1'][n % 3] ?? '');
        if (trouble) troubles.push(trouble);
      }
    };
    // Three at a time: more than that keep two cores so busy that an instance that starts beside them answers late.
    const people = [ana, ben, farid].map((one) => work(one, one === ana || one === ben));
    const working = Promise.all(people.map((one) => one.catch((error: unknown) => troubles.push(error))));
    for (let turn = 0; acks().length < ACTIONS || turn < 2; turn++) {
      const one = instances[turn % 2];
      if (!one) throw expect.unreachable();
      // Nobody takes it out of the rotation by hand: the load balancer asks /readyz.
      expect(await one.app.stop()).toBe(0);
      one.app = await run(one.port);
      await sandbox.connected(2);
    }
    await working;
    await vi.waitFor(
      async () => {
        await sandbox.idle();
        const { pending, running, parked } = await store.backlog(sandbox.teamId, Date.now());
        expect({ pending, running, parked }).toEqual({ pending: 0, running: 0, parked: 0 });
      },
      { timeout: 240_000, interval: 200 },
    );

    expect(acks().filter(({ outcome }) => outcome !== 'acked')).toEqual([]);
    expect(troubles).toEqual([]);
    expect(acks().length).toBeGreaterThanOrEqual(ACTIONS);
    const listed = await store.list(sandbox.teamId, { limit: 100 });
    expect(listed.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    const posts = sandbox.workspace
      .channels()
      .flatMap(({ name }) =>
        sandbox.workspace.channel(name).messages.filter(({ text }) => text.includes(did('submit'))),
      );
    expect(posts).toHaveLength(titles.length);
    expect(sandbox.complaints).toEqual([]);
    expect(new Set(acks().map(({ by }) => by)).size).toBeGreaterThanOrEqual(4);
  });
});
