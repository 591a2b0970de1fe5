import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programOf } from './programs.ts';

/** The app as a process of its own, as `npm start` runs it. */
export interface AppProcess {
  /** Resolves once the log says that it is ready. Rejects when it ends before. */
  ready(): Promise<void>;
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop; its exit code. */
  stop(): Promise<number | null>;
  /** Everything it has printed. */
  output(): string;
  /** What it has logged: the lines that are JSON. */
  log(): Record<string, unknown>[];
  /** Its process id. */
  readonly pid: number;
  /** Asks one of its HTTP pages, once it is ready. */
  get(path: string): Promise<{ status: number; text: string }>;
  /** Sends a signal and does not wait. */
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<number | null>;
}

/** Starts it with this environment and nothing else of ours; `under`: a command that starts it in surroundings of its own. */
export function startAppProcess(
  environment: Record<string, string>,
  program = programOf('src/main.ts'),
  under: readonly string[] = [],
): AppProcess {
  const [command = '', ...args] = [...under, process.execPath, ...program];
  const child: ChildProcess = spawn(command, args, {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      LOG_LEVEL: 'info',
      DRAIN_SECONDS: '0',
      FILES_URL: 'none',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let announce = () => {};
  const said = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const hear = (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.includes('"msg":"ready"')) announce();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  const log = () =>
    printed.split('\n').flatMap((line): Record<string, unknown>[] => (line.startsWith('{') ? [JSON.parse(line)] : []));
  return {
    ended,
    output: () => printed,
    log,
    pid: child.pid ?? 0,
    async get(path) {
      const port = log().find(({ msg }) => msg === 'ready')?.port;
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    },
    signal: (signal) => void child.kill(signal),
    ready: () =>
      Promise.race([
        said,
        ended.then((code) => {
          throw new Error(`the app ended with ${code} before it was ready:\n${printed}`);
        }),
      ]),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}
