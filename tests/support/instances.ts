import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type SandboxOptions, startSandbox } from '../../sandbox/server/server.ts';
import { Settings } from '../../src/settings.ts';
import { cuttingProxy } from '../db/cutting-proxy.ts';
import { ownDatabase, urlOf } from '../db/postgres-database.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { folderInMemory } from './folder.ts';
import { type Gaps, measureGaps } from './gaps.ts';
import type { Killable } from './kills.ts';
import { complaintsOf } from './sweep.ts';
import { PUBLIC_URL } from './web.ts';

/** Several instances of the app as processes on one PostgreSQL database, each of which may be killed, stopped and frozen. */
export interface Instances extends Killable {
  /** Their database, without the proxy between. */
  readonly url: string;
  readonly gaps: Gaps;
  readonly proxy: Awaited<ReturnType<typeof cuttingProxy>>;
  readonly names: readonly string[];
  /** Which instance that is: as the sandbox calls it, or else the one that delivers now (an upload does not say whose it is). */
  which(by: string | undefined): Promise<string>;
  /** The one that delivers now; undefined while nobody does. */
  owner(): Promise<string | undefined>;
  /** Ends it as a power cut would; resolves when it is gone. It is started again at once, while the others go on. */
  kill(name: string): Promise<void>;
  /** Asks it to stop; resolves with its exit code. It is started again at once. */
  end(name: string): Promise<number | null>;
  /** It stands still (SIGSTOP) until `thaw`. */
  freeze(name: string): void;
  thaw(name: string): void;
  /** What an instance has logged in this life of its process. */
  log(name: string): Record<string, unknown>[];
  /** How often somebody was killed or stopped. */
  deaths(): number;
}

interface Instance {
  readonly name: string;
  app: AppProcess;
  /** Resolves when it is ready. */
  running: Promise<void>;
  /** Where it listens; 0 over sockets: anywhere. */
  readonly port: number;
  up: boolean;
  /** Its exit code, while it is asked to stop or killed. */
  ending: Promise<number | null> | undefined;
}

export interface InstancesOptions extends SandboxOptions {
  readonly count?: number;
  /** How Slack reaches them. */
  readonly over?: 'socket' | 'http';
  readonly settings?: Record<string, unknown>;
  /** Whether they have pages for people outside Slack. */
  readonly pages?: boolean;
}

/** The longest that anything is owed after a death: terms, doubts and looks. Milliseconds. */
const MAX_LENGTH = 180_000;
/** How often a load balancer asks each instance whether it is ready. Milliseconds. */
const READY_MS = 50;
/** Events of the log that are faults of the app, whatever happens to its surroundings. */
const FAULTS: ReadonlySet<string> = new Set(['listener.failed', 'outbox.effect_not_settled', 'outbox.unreadable']);
/** In this time an instance that lives has answered what people ask. Milliseconds. */
const ANSWERED_MS = 2000;
/**
 * Over HTTP each has its port for all its lives: below those that the system gives to connections, which might be taken
 * meanwhile.
 */
let port = 10_000 + ((process.pid * 40) % 20_000);
/** Starts them; all are ready when this resolves, and everybody in the workspace is known. */
export async function startInstances(program: string[], options: InstancesOptions = {}): Promise<Instances> {
  const { count = 2, over = 'socket', settings = { channel: { archiveAfterDays: 0 } }, pages, ...slack } = options;
  const sandbox = await startSandbox({
    ...(over === 'http' ? { manifest: 'manifests/http.yml', readyMs: READY_MS, eventRetryMs: [0, 200, 200] } : {}),
    ...slack,
  });
  const database = await ownDatabase();
  const proxy = await cuttingProxy(Number(new URL(database.url).port));
  // Its keys are in a folder of its own, which all instances share.
  const folder = folderInMemory();
  const keys = join(folder, 'keys');
  const store = await openStore(database.url, undefined, undefined, keys);
  await store.saveSettings(sandbox.teamId, Settings.parse(settings));
  const environment = {
    ...sandbox.env,
    ...(pages ? { PUBLIC_URL } : {}),
    KEYS_FILE: keys,
    DATABASE_URL: urlOf(database.name, { host: `127.0.0.1:${proxy.port}` }),
  };

  let deaths = 0;
  let announce = () => {};
  const nextDeath = () =>
    new Promise<void>((done) => {
      announce = done;
    });
  let death = nextDeath();
  /** Those who wait for an answer of one that was killed ask again, once the others have had the time to answer. */
  const died = () => {
    setTimeout(announce, ANSWERED_MS).unref();
    death = nextDeath();
  };

  /** In all their lives. */
  const processes: AppProcess[] = [];
  const begin = ({ name, port }: Pick<Instance, 'name' | 'port'>): AppProcess => {
    const app = startAppProcess({ ...environment, INSTANCE: name, PORT: `${port}` }, program);
    processes.push(app);
    return app;
  };
  /** What none of them may ever say. */
  const faults = () =>
    processes.flatMap((app) =>
      app.log().flatMap((line) => (FAULTS.has(String(line.event)) ? [`pid ${app.pid}: ${JSON.stringify(line)}`] : [])),
    );
  const ready = async (instance: Instance) => {
    await instance.app.ready();
    instance.up = true;
  };
  const again = async (instance: Instance) => {
    deaths++;
    instance.app = begin(instance);
    await ready(instance);
  };
  const instances = Array.from({ length: count }, (_, at): Instance => {
    const place = { name: 'abcdefgh'.charAt(at), port: over === 'http' || pages ? port++ : 0 };
    return { ...place, app: begin(place), running: Promise.resolve(), up: false, ending: undefined };
  });
  for (const one of instances) one.running = ready(one);
  await Promise.all(instances.map(({ running }) => running));
  const urlAt = (port: number) => `http://127.0.0.1:${port}/slack/events`;
  if (over === 'http') sandbox.setRequestUrl(...instances.map(({ port }) => urlAt(port)));
  await sandbox.connected(over === 'http' ? count : 2 * count);
  await vi.waitFor(async () => {
    if (!(await store.person(sandbox.teamId, sandbox.people.farid.id))) throw new Error('not everybody was read yet');
  }, MAX_LENGTH);
  const gaps = measureGaps(store, sandbox.teamId);

  const named = (name: string): Instance => {
    const found = instances.find((one) => one.name === name);
    if (!found) throw new Error(`there is no instance ${name}`);
    return found;
  };
  const owner = async () => {
    const row = await store.deliverer(sandbox.teamId);
    return instances.find(({ name, app }) => row?.owner === name || row?.owner?.endsWith(`:${app.pid}`))?.name;
  };
  /** Where there is nobody else, deliveries wait until somebody has started. */
  const othersAreUp = (name: string) => instances.some((one) => one.up && one.name !== name);
  /** Over HTTP it takes a moment until the load balancer has noticed who is gone. */
  const noticed = () =>
    sandbox.addresses
      .list()
      .every(({ url, ready }) => !ready || instances.some((one) => one.up && urlAt(one.port) === url));
  const alive = async () => {
    await vi.waitFor(async () => {
      if (proxy.refusing() || !(await store.alive())) throw new Error('the database is out of reach');
      // Nothing that comes later need tell the workspace of it.
      if (!noticed()) throw new Error('the load balancer and the instances do not agree on who is up');
    }, MAX_LENGTH);
    await sandbox.connected(1);
  };
  const said = () => instances.map(({ name, app }) => `${name}: ${app.output().slice(-1500)}`).join('\n');

  /** Ends one that runs or is starting, and starts it again. Whose end was asked for already, ends once. */
  function ended(instance: Instance, signal: 'kill' | 'stop'): Promise<number | null> {
    if (instance.ending && signal === 'kill') instance.app.signal('SIGKILL');
    instance.ending ??= (async () => {
      instance.up = false;
      if (signal === 'kill') await instance.app.kill().then(died);
      const code = signal === 'kill' ? null : await instance.app.stop();
      instance.ending = undefined;
      instance.running = again(instance);
      // Who needs it waits for `running`.
      instance.running.catch(() => {});
      return code;
    })();
    return instance.ending;
  }

  const place: Instances = {
    ...{ sandbox, store, gaps, proxy, alive, owner },
    url: database.url,
    names: instances.map(({ name }) => name),
    pages: () => instances.filter(({ up, port }) => up && port > 0).map(({ port }) => port),
    death: () => death,
    deaths: () => deaths,
    async which(by) {
      const found = instances.find(({ name, port }) => by === name || by === `127.0.0.1:${port}`)?.name;
      const name = found ?? (await owner());
      if (name === undefined) throw new Error(`nobody knows whose call or ack this is: ${by}`);
      return name;
    },
    async kill(name) {
      const instance = named(name);
      await gaps.around('kill', (await owner()) === name && othersAreUp(name), () => ended(instance, 'kill'));
    },
    async end(name) {
      const instance = named(name);
      return gaps.around('stop', (await owner()) === name && othersAreUp(name), () => ended(instance, 'stop'));
    },
    freeze: (name) => named(name).app.signal('SIGSTOP'),
    thaw: (name) => named(name).app.signal('SIGCONT'),
    log: (name) => named(name).app.log(),
    async settled() {
      await vi.waitFor(
        async () => {
          await alive();
          await sandbox.idle();
          // One look: between two, an effect may go from waiting to running and back unseen.
          const { pending, running, parked } = await store.backlog(sandbox.teamId, Date.now());
          if (pending + running + parked > 0)
            throw new Error(`owed: ${pending} waiting, ${running} under way, ${parked} parked\n${said()}`);
        },
        { timeout: MAX_LENGTH, interval: 20 },
      );
    },
    killed: async (by) => place.kill(await place.which(by)),
    complaints: () => [...complaintsOf(sandbox), ...faults()],
    async stop() {
      for (const { app } of instances) app.signal('SIGCONT');
      await Promise.allSettled(instances.map(({ running }) => running));
      await Promise.all(instances.map(({ app }) => app.kill()));
      await store.close();
      proxy.close();
      await database.remove();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return place;
}
