import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type SandboxOptions, startSandbox } from '../../sandbox/server/server.ts';
import { Settings } from '../../src/settings.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { freePort } from './free-port.ts';
import type { Killable } from './kills.ts';
import { complaintsOf } from './sweep.ts';
import { PUBLIC_URL } from './web.ts';

/** The app as a process that can be killed, with a sandbox and a database of its own. */
export interface MortalApp extends Killable {
  /** Its DATABASE_URL. */
  readonly url: string;
  /** Ends the process as a power cut would; resolves when it is gone. It is started again when somebody needs it. */
  kill(): Promise<void>;
  /** How often it was really killed. */
  deaths(): number;
}

/** The longest that anything is owed after a death: leases, doubts and looks. Milliseconds. */
const MAX_LENGTH = 180_000;

/** Starts the program; it is ready when this resolves, and has read everybody in the workspace. */
export async function startMortalApp(
  program: string[],
  options: SandboxOptions = {},
  settings = Settings.parse({ channel: { archiveAfterDays: 0 } }),
): Promise<MortalApp> {
  const sandbox = await startSandbox(options);
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  const url = `file:${join(folder, 'orders.db')}`;
  const store = await openStore(url);
  await store.saveSettings(sandbox.teamId, settings);

  const port = await freePort();

  let app: AppProcess;
  let running: Promise<void>;
  let deaths = 0;
  let announce = () => {};
  let death = new Promise<void>(() => {});
  const start = async () => {
    const at = { PORT: String(port), PUBLIC_URL };
    app = startAppProcess(
      { ...sandbox.env, DATABASE_URL: url, FILES_URL: `file:${join(folder, 'files')}`, ...at },
      program,
    );
    death = new Promise((resolve) => {
      announce = resolve;
    });
    await app.ready();
  };
  /** It may have been killed once more while it was starting. */
  const alive = async () => {
    for (;;) {
      const last = running;
      const trouble = await last.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (running !== last) continue;
      if (trouble) throw trouble;
      return;
    }
  };

  running = start();
  await running;
  await vi.waitFor(async () => {
    if (!(await store.person(sandbox.teamId, sandbox.people.farid.id))) throw new Error('not everybody was read yet');
  }, MAX_LENGTH);

  const place: MortalApp = {
    sandbox,
    store,
    url,
    alive,
    death: () => death,
    deaths: () => deaths,
    async kill() {
      const dying = app;
      const gone = dying.kill();
      running = gone.then(() => {
        deaths += 1;
        announce();
        return start();
      });
      // Who needs the app waits for `running`; here only the end of the old one counts.
      running.catch(() => {});
      await gone;
    },
    async settled() {
      await vi.waitFor(
        async () => {
          await alive();
          await sandbox.idle();
          // One look: between two, an effect may go from waiting to running and back unseen.
          const { pending, running: leased, parked } = await store.backlog(sandbox.teamId, Date.now());
          if (pending + leased + parked > 0)
            throw new Error(
              `owed: ${pending} waiting, ${leased} under way, ${parked} parked\n${app.output().slice(-2000)}`,
            );
        },
        { timeout: MAX_LENGTH, interval: 20 },
      );
    },
    killed: () => place.kill(),
    pages: () => [port],
    complaints: () => complaintsOf(sandbox),
    async stop() {
      await running.catch(() => {});
      await app.kill();
      await store.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return place;
}
