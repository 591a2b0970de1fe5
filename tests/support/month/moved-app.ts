import { openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openStore } from '../../../db/open.ts';
import type { Store } from '../../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server/server.ts';
import { type AppProcess, startAppProcess } from '../app-process.ts';
import { buildApp } from '../built-app.ts';
import { folderInMemory } from '../folder.ts';

/** A real process of the app, with its sandbox, in a time that stands still until it is moved on. */
export interface MovedApp {
  readonly sandbox: Sandbox;
  readonly store: Store;
  /** Milliseconds. */
  now(): number;
  /** It is another time now, for Slack and the app. */
  moveTo(ms: number): void;
  /** Until nothing is under way and nothing is due; the app is started again where it was killed. */
  settled(): Promise<void>;
  /** Ends it as a power cut would, and starts it again. */
  kill(): Promise<void>;
  deaths(): number;
  log(): Record<string, unknown>[];
  stop(): Promise<void>;
}

/** How often it is looked whether all is done, milliseconds; twice in a row, since between two looks something may go unseen. */
const LOOK_EVERY = 6;
const LONGEST = 60_000;

/** Starts it at this instant (milliseconds); `prepare`: before the app runs for the first time. */
export async function startMovedApp(
  begins: number,
  prepare: (sandbox: Sandbox, store: Store) => Promise<void>,
): Promise<MovedApp> {
  const folder = folderInMemory();
  const time = openSync(join(folder, 'now'), 'w+');
  const read = new Float64Array(1);
  const now = () => {
    readSync(time, read, 0, 8, 0);
    return read[0] ?? 0;
  };
  const moveTo = (ms: number) => void writeSync(time, new Float64Array([ms]), 0, 8, 0);
  moveTo(begins);
  const built = buildApp();
  const sandbox = await startSandbox({ fileShareDelayMs: 0, clock: { now, advance: (ms) => moveTo(now() + ms) } });
  const url = `file:${join(folder, 'orders.db')}`;
  const store = await openStore(url);
  await prepare(sandbox, store);
  const program = ['--import', join(import.meta.dirname, '..', 'moved-clock.mjs'), ...built.program];
  const environment = { ...sandbox.env, DATABASE_URL: url, MOVED_CLOCK: join(folder, 'now') };
  const processes: AppProcess[] = [];
  let deaths = 0;
  let running: Promise<void> = Promise.resolve();
  const start = async () => {
    const app = startAppProcess(environment, program);
    processes.push(app);
    await app.ready();
  };
  running = start();
  await running;
  await vi.waitFor(async () => {
    if (!(await store.person(sandbox.teamId, sandbox.people.farid.id))) throw new Error('not everybody was read yet');
  }, LONGEST);
  const team = sandbox.teamId;
  const isIdle = async () => {
    await running;
    await sandbox.idle();
    const due = (await store.nextDue(team)) ?? Number.POSITIVE_INFINITY;
    return due > now() && (await store.backlog(team, now())).running === 0;
  };
  return {
    ...{ sandbox, store, now, moveTo },
    async settled() {
      const end = performance.now() + LONGEST;
      for (let calm = 0; calm < 2; ) {
        calm = (await isIdle()) ? calm + 1 : 0;
        if (performance.now() > end)
          throw new Error(`something stays owed:\n${processes.at(-1)?.output().slice(-3000)}`);
        if (calm < 2) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      }
    },
    async kill() {
      const gone = processes.at(-1)?.kill() ?? Promise.resolve();
      deaths += 1;
      running = gone.then(start);
      running.catch(() => {});
      await gone;
    },
    deaths: () => deaths,
    log: () => processes.flatMap((app) => app.log()),
    async stop() {
      await running.catch(() => {});
      await processes.at(-1)?.kill();
      await store.close();
      await sandbox.stop();
      built.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
