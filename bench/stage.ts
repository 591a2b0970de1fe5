import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPostgres } from '../db/database-url.ts';
import type { Person } from '../sandbox/server/acts.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/server/server.ts';
import { type AppProcess, startAppProcess } from '../tests/support/app-process.ts';
import { BENCH_KEYS } from './postgres/server.ts';

/** The app as a process of its own, and what it says of itself. */
export interface MeasuredApp extends AppProcess {
  /** A number from its /metrics; those of the event loop are since the last look. */
  metric(name: string): Promise<number>;
  /** Its memory after a collection, in megabytes. */
  memory(): Promise<{ readonly rss: number; readonly heap: number }>;
  /** Has it make the documents that it was started for (BENCH_PRINT); what its event loop noticed, see printing.ts. */
  printing(): Promise<{ readonly idle: number; readonly busy: number }>;
}

/** A Slack, and a folder that goes when it stops. */
export interface BenchStage {
  readonly sandbox: Sandbox;
  readonly folder: string;
  start(databaseUrl: string, more?: Record<string, string>): Promise<MeasuredApp>;
  stop(): Promise<void>;
}

/** A sandbox in this process; each app it is given runs in another. */
export async function startBenchStage(options: SandboxOptions = {}): Promise<BenchStage> {
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-bench-'));
  const sandbox = await startSandbox(options);
  return {
    sandbox,
    folder,
    start: (databaseUrl, more) => startApp(sandbox, databaseUrl, more),
    async stop() {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startApp(
  sandbox: Sandbox,
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<MeasuredApp> {
  const preload = fileURLToPath(new URL('./measured-app.mjs', import.meta.url));
  const app = startAppProcess({
    ...sandbox.env,
    DATABASE_URL: databaseUrl,
    ...(isPostgres(databaseUrl) ? { KEYS_FILE: BENCH_KEYS } : {}),
    NODE_OPTIONS: `--import=${preload}`,
    ...more,
  });
  await app.ready();
  const said = (what: string) =>
    app
      .output()
      .split('\n')
      .filter((line) => line.startsWith(`{"${what}":`));
  /** What it prints when it gets that signal. */
  const asked = async (signal: NodeJS.Signals, what: string): Promise<unknown> => {
    const before = said(what).length;
    app.signal(signal);
    while (said(what).length === before) await pause(20);
    return JSON.parse(said(what).at(-1) ?? '')[what];
  };
  return {
    ...app,
    async metric(name) {
      const { text } = await app.get('/metrics');
      const lines = text.split('\n').map((line) => line.replace(/,?app_instance="[^"]*"/, '').replace('{}', ''));
      const value = lines.find((line) => line.startsWith(`${name} `));
      if (value === undefined) throw new Error(`the app has no metric ${name}`);
      return Number(value.split(' ')[1]);
    },
    async memory() {
      const memory = (await asked('SIGUSR2', 'memory')) as { rss: number; heapUsed: number };
      return { rss: memory.rss / 1e6, heap: memory.heapUsed / 1e6 };
    },
    printing: async () => (await asked('SIGWINCH', 'printing')) as { idle: number; busy: number },
  };
}

/** So many more members of the workspace; those of a saved one may be there already. */
export const hired = (sandbox: Sandbox, prefix: string, count: number): Person[] =>
  Array.from(
    { length: count },
    (_, n) => sandbox.people[`${prefix}${n}`] ?? sandbox.hire(`${prefix}${n}`, `${prefix} Number${n}`),
  );

/** The last page is drawn again with its item, and what the order before owed Slack is on its way: until neither is. */
export async function quiet(app: MeasuredApp, small: boolean): Promise<void> {
  await pause(small ? 50 : 250);
  for (let looks = 0; looks < 3; await pause(20))
    looks = (await app.metric('service_orders_backlog{status="running"}')) === 0 ? looks + 1 : 0;
}

/** Milliseconds from the last submission to its ack. */
export function lastAck({ inspector }: Sandbox): number {
  const ack = inspector.acks().findLast(({ label }) => label.startsWith('view_submission'));
  if (!ack) throw new Error('the submission was not acked');
  return ack.ms;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds; throws when it does not within so many milliseconds. */
export async function until(holds: () => boolean, patience = 60_000): Promise<void> {
  const end = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`it did not happen within ${patience} ms: ${holds}`);
    await pause(20);
  }
}
