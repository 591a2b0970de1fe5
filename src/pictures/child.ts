import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createFrameReader, type Frame, framed } from './formats/frames.ts';

/** A process that decodes pictures, one at a time. */
export type DecoderProcess = ReturnType<typeof startDecoderProcess>;

/** How long the process may take to start on a very busy computer. Milliseconds. */
const START_MS = 60_000;
/** What the process may allocate where the system can limit that, kilobytes. It ends itself at less than half of it. */
const DATA_LIMIT_KB = 700_000;

/** Starts one that is good for photos or for logos. */
export function startDecoderProcess(what: 'photo' | 'logo', module = moduleAddress()) {
  const child = startNode([...sourceLoader(module), fileURLToPath(module), what]);
  let waiting: ((frame: Frame | undefined) => void) | undefined;
  const settle = (frame: Frame | undefined) => {
    const answer = waiting;
    waiting = undefined;
    answer?.(frame);
  };
  const kill = () => void child.kill('SIGKILL');
  const next = (timeoutMs: number) =>
    new Promise<Frame | undefined>((resolve) => {
      const late = setTimeout(kill, timeoutMs);
      waiting = (frame) => {
        clearTimeout(late);
        resolve(frame);
      };
      if (!alive()) settle(undefined);
    });
  const alive = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  const read = createFrameReader(settle);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    try {
      read(chunk);
    } catch {
      kill();
    }
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-500);
  });
  // A process that has gone takes no more input; that it has gone is noticed by its end.
  child.stdin?.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      said = error.message;
      resolve();
    });
    child.once('close', () => resolve());
  });
  void gone.then(() => settle(undefined));
  const ready = next(START_MS).then((frame) => {
    if (!frame) throw new Error(`the process that decodes pictures did not start: ${said || 'no word of why'}`);
  });
  // The first to ask learns it.
  ready.catch(() => undefined);
  return {
    /** Resolves when it can be asked. Rejects when it does not start. */
    ready,
    /** The answer; undefined when the process ended instead, or was ended because it took longer than so many milliseconds. */
    ask(frame: Frame, timeoutMs: number): Promise<Frame | undefined> {
      const answer = next(timeoutMs);
      for (const chunk of framed(frame)) child.stdin?.write(chunk);
      return answer;
    },
    alive,
    /** Resolves when it is gone. */
    async end(): Promise<void> {
      kill();
      await gone;
    },
  };
}

/** Node with a limit on what it may allocate, where there is a shell to set one; it sees no secrets. */
function startNode(args: readonly string[]): ChildProcess {
  const node = [process.execPath, '--max-old-space-size=96', ...args];
  const limited = ['/bin/sh', '-c', `ulimit -d ${DATA_LIMIT_KB} 2>/dev/null; exec "$@"`, 'sh', ...node];
  const [command = '', ...rest] = process.platform === 'win32' ? node : limited;
  return spawn(command, rest, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      // One picture at a time needs one thread, and one heap for its pixels.
      UV_THREADPOOL_SIZE: '1',
      MALLOC_ARENA_MAX: '1',
      TSX_TSCONFIG_PATH: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
    },
  });
}

const fromSource = () => import.meta.url.endsWith('.ts');

const moduleAddress = () => new URL(fromSource() ? './decoder-process.ts' : './decoder-process.js', import.meta.url);

/**
 * What Node needs to run TypeScript: nothing where it does so by itself. There tsx would start a thread, whose heap is more
 * than the process may allocate.
 */
const sourceLoader = (module: URL): string[] =>
  module.pathname.endsWith('.ts') && !runsTypeScript() ? ['--import', import.meta.resolve('tsx')] : [];

const runsTypeScript = () => 'typescript' in process.features && process.features.typescript !== false;
