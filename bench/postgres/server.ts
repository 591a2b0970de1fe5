import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../tests/support/postgres-server.ts';
import type { Size } from '../figures.ts';

/** Where the server's data stays from one run to the next; may be removed whenever no bench runs. */
const KEPT = join(tmpdir(), 'service-orders-bench-postgres');

/** The keys of all databases there. */
export const BENCH_KEYS = join(KEPT, 'none');

/**
 * What a company's own server would have, with memory for the tables that are asked most; every commit is on the disk
 * before it counts.
 */
const SETTINGS = ['shared_buffers=512MB', 'max_wal_size=8GB', 'max_connections=100', 'maintenance_work_mem=512MB'];

/** A real server on this computer. */
export interface BenchServer {
  /** For what is kept beside the databases. */
  readonly folder: string;
  urlOf(database: string): string;
  /** Does something on a connection of its own, as the owner of everything. */
  on<R>(database: string, work: (client: pg.Client) => Promise<R>): Promise<R>;
  /** A new database with nothing in it, instead of one of the same name that may be there. Its address. */
  anew(database: string): Promise<string>;
  drop(database: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on the data of the last run, which only one bench at a time can; in small sizes on data of its own. */
export async function startBenchServer({ small }: Size): Promise<BenchServer> {
  const folder = small ? mkdtempSync(`${KEPT}-`) : KEPT;
  for (const one of [KEPT, folder]) mkdirSync(one, { recursive: true });
  // The server may run as another user.
  chmodSync(folder, 0o755);
  const server = await startPostgres({ folder: join(folder, 'data'), settings: SETTINGS, kept: true });
  await server.started;
  const urlOf = (database: string) => Object.assign(new URL(server.url), { pathname: database }).href;
  const on = async <R>(database: string, work: (client: pg.Client) => Promise<R>): Promise<R> => {
    const client = new pg.Client({ connectionString: urlOf(database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const drop = (database: string) =>
    on('postgres', async (client) => void (await client.query(`drop database if exists ${database} with (force)`)));
  return {
    folder,
    urlOf,
    on,
    async anew(database) {
      await drop(database);
      await on('postgres', (client) => client.query(`create database ${database}`));
      return urlOf(database);
    },
    drop,
    async stop() {
      await server.stop();
      if (small) rmSync(folder, { recursive: true, force: true });
    },
  };
}
