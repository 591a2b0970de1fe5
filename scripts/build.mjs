// Builds dist/ (or the folder named): the compiler's output and what it leaves behind (the SQL of the migrations, what web pages load). The
// old one stays until the new one is whole. What follows the folder is for the compiler.
import { execFileSync } from 'node:child_process';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const [folder = 'dist', ...options] = process.argv.slice(2);
const next = `${folder}.${process.pid}`;
const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');
try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', next, ...options], {
    stdio: 'inherit',
  });
  for (const migrations of ['db/sqlite/migrations', 'db/postgres/migrations'])
    cpSync(migrations, `${next}/${migrations}`, { recursive: true });
  cpSync('src/web/assets', `${next}/src/web/assets`, { recursive: true });
  // Another build may end at the same time: whichever is last stays.
  for (let left = 20; ; left--) {
    try {
      rmSync(folder, { recursive: true, force: true });
      renameSync(next, folder);
      break;
    } catch (error) {
      if (left === 0 || !['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code)) throw error;
    }
  }
} catch (error) {
  rmSync(next, { recursive: true, force: true });
  process.exitCode = error.status || 1;
  if (!error.status) throw error;
}
