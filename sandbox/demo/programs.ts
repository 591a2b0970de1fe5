import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program of ours that runs beside the demo. */
export interface Program {
  /** The number of its process. */
  readonly pid: number;
  /** What it has written so far, errors included. */
  output(): string;
  /** Resolves with the first match in what it writes; rejects after `ms`. */
  says(pattern: RegExp, ms: number): Promise<RegExpExecArray>;
  /** Rejects with a `ProgramDied` as soon as it ends by itself; never resolves. */
  readonly alive: Promise<never>;
  /** Asks it to end, insists after ten seconds, and resolves with its exit code (null: it was killed). */
  stop(): Promise<number | null>;
  /** Ends it at once. */
  kill(): void;
}

/** Node's arguments before a program that is to end at once when the demo is gone, however that was killed. */
export const ENDS_WITH_DEMO = [fileURLToPath(new URL('./end-with-demo.mjs', import.meta.url))];

/** A program ended although nobody asked it to. */
export class ProgramDied extends Error {
  override name = 'ProgramDied';
  /** How it ended, and the last thing it said, in one line. */
  readonly brief: string;
  constructor(name: string, how: string, lastLines: readonly string[], logFile: string) {
    const last = lastLines.at(-1) ?? '';
    super(`${name} ended (${how}). Its last words, also in ${logFile}:\n\n${lastLines.join('\n')}`);
    this.brief = `${name} ended (${how})${last === '' || last.startsWith('{') ? '' : `: ${last}`}`;
  }
}

/** What a program is started with. Node runs it; it sees `env` and nothing else of our environment. */
export interface Start {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Everything it writes is kept in this file as well. */
  readonly logFile: string;
}

const TIMEOUT_MS = 10_000;
const LAST_LINES = 25;

/** Starts a program and keeps an eye on it. */
export function startProgram({ name, args, cwd, env, logFile }: Start): Program {
  const log = openSync(logFile, 'a');
  // In a group of its own: Ctrl-C is for the demo, which then ends its programs in order.
  const detached = process.platform !== 'win32';
  // Nothing is written to its input, which closes when we are gone.
  const child = spawn(process.execPath, [...args], { cwd, env, detached, stdio: ['pipe', 'pipe', 'pipe'] });
  const listeners = new Set<() => void>();
  let written = '';
  let stopping = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      writeSync(log, text);
      for (const listener of listeners) listener();
    });
  }
  const ended = endOf(child);
  const alive = ended.then((how) => {
    if (stopping) return new Promise<never>(() => {});
    const last = written.trimEnd().split('\n').slice(-LAST_LINES);
    throw new ProgramDied(name, how.words, last, basename(logFile));
  });
  alive.catch(() => {});

  return {
    pid: child.pid ?? 0,
    output: () => written,
    alive,
    says: (pattern, ms) =>
      new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        const look = () => {
          const found = pattern.exec(written);
          if (!found) return;
          settle();
          resolve(found);
        };
        const timer = setTimeout(() => {
          settle();
          reject(new Error(`${name} has not come up within ${ms / 1000} s. It said:\n\n${written}`));
        }, ms);
        listeners.add(look);
        look();
      }),
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
      const { code } = await ended;
      clearTimeout(insist);
      return code;
    },
    kill() {
      stopping = true;
      child.kill('SIGKILL');
    },
  };
}

function endOf(child: ChildProcess): Promise<{ code: number | null; words: string }> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, words: error.message }));
    child.once('close', (code, signal) => resolve({ code, words: signal ?? `exit code ${code}` }));
  });
}
