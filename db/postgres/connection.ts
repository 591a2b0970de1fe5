import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg, { type Pool, type PoolClient } from 'pg';
import type { Named } from './connections/address.ts';
import { explained } from './connections/sentences.ts';

/** The tables, on the pool or on the one connection of a transaction. */
export type Db = NodePgDatabase;

/** Connections of one process at most: its share of what a server has, which are a hundred as a rule. */
const POOL = 10;
/** With the one that hears from other instances, and the one for a moment at the start. */
export const CONNECTIONS = POOL + 2;

/** The connections of the running app, each made when it is needed. */
export function poolOf({ config }: Named): Pool {
  const pool = new pg.Pool({ ...config, max: POOL, idleTimeoutMillis: 60_000 });
  // A connection that ends while nobody uses it is forgotten; the next one who needs one finds out what is the matter.
  pool.on('error', () => {});
  return pool;
}

/** Does something on a connection of its own, for as long as it takes. Throws what `explained` makes of an error. */
export async function onConnection<T>({ config, called }: Named, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const patient = { statement_timeout: 0, lock_timeout: 0, idle_in_transaction_session_timeout: 0, query_timeout: 0 };
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ ...config, ...patient, pipeline: false });
    client.on('error', () => {});
    await client.connect();
    return await work(client);
  } catch (error) {
    throw explained(error, called);
  } finally {
    await client?.end().catch(() => {});
  }
}

const opened = new WeakMap<Pool | pg.ClientBase, Db>();

/** Our tables on a connection: for each of them the same. */
export function tablesOf(client: Pool | PoolClient | pg.Client): Db {
  const known = opened.get(client);
  if (known) return known;
  const db = drizzle(client);
  opened.set(client, db);
  return db;
}
