import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What dist/ is made from. */
const SOURCES = ['src', 'db', 'scripts/build.mjs', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
/** The first and the last thing a build writes that `node dist/src/main.js` needs. */
const RESULTS = ['dist/src/main.js', 'dist/db/sqlite/migrations'];

/** True when dist/ is missing, incomplete, or older than what it is made from. */
export function needsBuild(root: string): boolean {
  const results = RESULTS.map((path) => join(root, path));
  if (!results.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...results.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((path) => newest(join(root, path)) > oldest);
}

/** Builds dist/, as `npm run build` does; rejects when the compiler objects. */
export function build(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error('The app could not be built; the compiler says why above.')),
    );
  });
}

/** When the newest file of a tree was written, Unix milliseconds. */
function newest(path: string): number {
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
