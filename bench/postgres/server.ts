import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../tests/support/postgres-server.ts';

/** Where the server's data stays from one run to the next; may be removed whenever no bench runs. */
const KEPT = join(tmpdir(), 'service-orders-bench-postgres');

/** What a company's own server would have, with memory for the tables that are asked most; every commit is on the disk before it counts. */
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

/** Starts it on the data of the last run. Only one bench at a time can. */
export async function startBenchServer(): Promise<BenchServer> {
  mkdirSync(KEPT, { recursive: true });
  const server = await startPostgres({ folder: join(KEPT, 'data'), settings: SETTINGS, kept: true });
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
    folder: KEPT,
    urlOf,
    on,
    async anew(database) {
      await drop(database);
      await on('postgres', (client) => client.query(`create database ${database}`));
      return urlOf(database);
    },
    drop,
    stop: server.stop,
  };
}
