import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** What Node is to run for a program of ours, named by its source: built where `npm test` has built it, else from source. */
export function programOf(source: string): string[] {
  const built = process.env.BUILT_APP;
  return built ? [resolve(built, source.replace(/\.ts$/, '.js'))] : ['--import', 'tsx', resolve(source)];
}

/** Runs a command of ours to its end, with this environment and nothing else. */
export function runCommand(
  source: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [...programOf(source), ...args], { env }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
