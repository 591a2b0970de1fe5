import { copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { LANES, type Lane, type Store } from '../../db/ports.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/server/server.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type Service, type ServiceOptions, startService } from '../../src/service.ts';
import { Settings } from '../../src/settings.ts';
import { folderInMemory } from './folder.ts';
import { newDatabase } from './new-database.ts';
import { sharedDecoder, sharedRenderer } from './shared.ts';
import { unhurried } from './unhurried.ts';

/** The whole product on one stage: a sandbox, the app in this process, and a database of their own. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly people: Sandbox['people'];
  readonly store: Store;
  /** The database's file. */
  readonly file: string;
  readonly service: Service;
  /**
   * Resolves when nothing is owed to Slack that is due, and nothing is under way. `pass`: lets so many milliseconds go by, where only
   * time is waited for.
   */
  idle(timeoutMs?: number, pass?: (ms: number) => void): Promise<void>;
  /** Stops the app and starts it again, with the tokens that are valid then. */
  restart(): Promise<void>;
  set(settings: Record<string, unknown>): Promise<void>;
  /** Stops the app; it is started again with what the sandbox gives it then, on the same database. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Puts a copy in the place of the database, as an admin does, and starts the app on it. */
  restore(copy: string): Promise<void>;
  stop(): Promise<void>;
}

/** A day from now, nothing of what a story does is due any more but the archiving of its channels. Milliseconds. */
const SOON = 86_400_000;
/** What comes by itself has its own time, and then waits for little. Milliseconds. */
const MOMENT = 30_000;
const BY_ITSELF: readonly Lane[] = ['clock', 'reminders'];
/** What stories and people bring about; the rest comes by itself. */
export const ASKED_FOR = LANES.filter((lane) => !BY_ITSELF.includes(lane));

/** Where a stage keeps files. */
export const filesOf = (database: string): string => join(dirname(database), 'files');

/** Starts the stage; `mode` is how Slack reaches the app. `logLevel`: what of its log reaches the standard output. Files are kept
 * in a folder of its own when `asked` says how it is opened. `publicUrl`: where the pages for people outside Slack are. */
export async function startStage(
  mode: 'socket' | 'http' = 'socket',
  options: SandboxOptions = {},
  { publicUrl = '', ...asked }: ServiceOptions & { readonly publicUrl?: string } = {},
  logLevel = 'error',
): Promise<Stage> {
  const manifest = mode === 'socket' ? 'slack-manifest.yml' : 'manifests/http.yml';
  const sandbox = await startSandbox({ manifest, ...options });
  const folder = folderInMemory();
  const file = join(folder, 'orders.db');
  await newDatabase(file);
  const begin = async (): Promise<Service> => {
    const config = readConfig({
      ...sandbox.env,
      DATABASE_URL: `file:${file}`,
      // Where a browser goes, that is where it listens.
      PORT: new URL(publicUrl || 'https://nowhere').port || '0',
      LOG_LEVEL: logLevel,
      DRAIN_SECONDS: '0',
      PUBLIC_URL: publicUrl,
      FILES_URL: asked.openFiles ? `file:${filesOf(file)}` : 'none',
    });
    const started = await startService(config, createLog(config.logLevel), () => {}, {
      makePace: () => unhurried,
      makeRenderer: sharedRenderer,
      makeDecoder: sharedDecoder,
      ...asked,
    });
    if (mode === 'http') sandbox.setRequestUrl(`http://127.0.0.1:${started.port}/slack/events`);
    return started;
  };
  let service = await begin();
  return {
    sandbox,
    people: sandbox.people,
    file,
    get store() {
      return service.store;
    },
    get service() {
      return service;
    },
    async restart() {
      await service.stop();
      service = await begin();
    },
    async idle(timeout = 15_000, pass) {
      await vi.waitFor(
        async () => {
          await sandbox.idle();
          // Both at once: between two looks, an effect may go from waiting to running unseen.
          const [{ running }, due = Number.POSITIVE_INFINITY, ripe = Number.POSITIVE_INFINITY] = await Promise.all([
            service.store.backlog(sandbox.teamId),
            service.store.nextDue(sandbox.teamId, ASKED_FOR),
            service.store.nextDue(sandbox.teamId, BY_ITSELF),
          ]);
          const now = (asked.now ?? Date.now)();
          if (pass && running === 0 && due >= now + SOON && ripe < now + MOMENT) {
            if (ripe > now) pass(ripe - now);
            service.nudge();
          }
          if (running > 0 || due < now + SOON || ripe < now + MOMENT) throw new Error('Slack is still owed something');
        },
        { timeout, interval: 10 },
      );
    },
    set: (settings) => service.store.saveSettings(sandbox.teamId, Settings.parse(settings)),
    down: () => service.stop(),
    async up() {
      service = await begin();
    },
    async restore(copy) {
      await service.stop();
      for (const log of ['-wal', '-shm']) rmSync(`${file}${log}`, { force: true });
      copyFileSync(copy, file);
      service = await begin();
    },
    async stop() {
      await service.stop();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
