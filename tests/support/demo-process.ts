import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The demo, or the sandbox alone, as a process of its own. */
export interface DemoProcess {
  child: ChildProcess;
  ended: Promise<number | null>;
  /** Everything it has printed. */
  written(): string;
  /** Waits for words in what it prints, and answers the address it named so far; fails when it ends without them. */
  heard(words: string): Promise<string>;
}

/** Starts `npm run demo` with these arguments, on any free port unless they name one. */
export const startDemo = (...args: string[]): DemoProcess => started('sandbox/demo.ts', args);

/** The same for `npm run sandbox`. */
export const startSandboxAlone = (...args: string[]): DemoProcess => started('sandbox/main.ts', args);

function started(program: string, args: readonly string[]): DemoProcess {
  const all = ['--import', 'tsx', program, '--port', '0', ...args];
  const child = spawn(process.execPath, all, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    written: () => written,
    heard: async (words) => {
      while (!written.includes(words)) {
        if (child.exitCode !== null) throw new Error(`${program} ended without “${words}”:\n${written}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return /Open (http:\/\/[\d.:]+)/.exec(written)?.[1] ?? '';
    },
  };
}
