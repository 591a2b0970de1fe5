import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** A file of ours, named by its source, and what Node needs to load it: built where `npm test` has built it, else from source. */
export function fileOf(source: string): { readonly file: string; readonly options: readonly string[] } {
  const built = process.env.BUILT_APP;
  return built
    ? { file: resolve(built, source.replace(/\.ts$/, '.js')), options: [] }
    : { file: resolve(source), options: ['--import', import.meta.resolve('tsx')] };
}

/** What Node is to run for a program of ours. */
export function programOf(source: string): string[] {
  const { file, options } = fileOf(source);
  return [...options, file];
}

/** Runs a command of ours to its end, with this environment and nothing else. */
export function runCommand(
  source: string,
  args: readonly string[],
  env: Record<string, string>,
  cwd?: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [...programOf(source), ...args], { env, cwd }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
