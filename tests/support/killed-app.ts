import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { defaultSettings } from '../../src/settings.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';

/** An app that is killed after calls that Slack has carried out, and started again. */
export interface KilledApp {
  readonly sandbox: Sandbox;
  readonly store: Store;
  /** Where it keeps files. */
  readonly files: string;
  /** Kills it now. */
  kill(): void;
  /** Kills it once, after this call; whether it came to that. */
  killAfter(method: string, nth: number): () => boolean;
  /** Until nothing is owed, by an app that was started again where it was killed. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a database of its own; `environment`: what else it is given. */
export async function startKilledApp(environment: Readonly<Record<string, string>> = {}): Promise<KilledApp> {
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  const url = `file:${join(folder, 'orders.db')}`;
  const sandbox = await startSandbox();
  const store = await openStore(url);
  await store.saveSettings(sandbox.teamId, defaultSettings);
  let app: AppProcess;
  let killed: Promise<void> | undefined;
  const files = join(folder, 'files');
  const start = async () => {
    app = startAppProcess({ ...sandbox.env, DATABASE_URL: url, FILES_URL: `file:${files}`, ...environment });
    await app.ready();
  };
  await start();
  return {
    sandbox,
    store,
    files,
    kill() {
      killed ??= app.kill();
    },
    killAfter(method, nth) {
      let struck = false;
      const kill = () => {
        struck = true;
        killed ??= app.kill();
      };
      sandbox.faults.after(method, kill, { nth });
      return () => struck;
    },
    settled: () =>
      vi.waitFor(
        async () => {
          if (killed !== undefined) {
            await killed;
            killed = undefined;
            sandbox.faults.clear();
            await start();
          }
          await sandbox.idle();
          // Orders in the field owe nothing later: one look tells.
          expect(await store.backlog(sandbox.teamId, Date.now())).toMatchObject({ pending: 0, running: 0, parked: 0 });
          expect(killed).toBeUndefined();
        },
        { timeout: 60_000, interval: 20 },
      ),
    async stop() {
      await app.kill();
      await store.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
