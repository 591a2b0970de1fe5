import { existsSync, readFileSync, statSync } from 'node:fs';
import { folderInMemory } from './folder.ts';
import { NO_WAITING, startPostgres } from './postgres-server.ts';

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
  const server = await startPostgres({
    folder: folderInMemory(),
    settings: [...NO_WAITING, 'synchronous_commit=off'],
    kept: false,
  });
  server.started.catch((error: unknown) => process.stderr.write(`${error}\n`));
  process.env.TEST_POSTGRES_URL = server.url;
  return async () => {
    await server.stop();
    delete process.env.TEST_POSTGRES_URL;
  };
}

/** Whether a test file has databases of its own on the server. */
const usesServer = (file: string): boolean =>
  existsSync(file) && statSync(file).isFile() && /postgres-(database|process)/.test(readFileSync(file, 'utf8'));
