import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg, { type ClientConfig, type Pool, type PoolClient } from 'pg';
import { DatabaseProblem } from '../database-url.ts';

/** The tables, on the pool or on the one connection of a transaction. */
export type Db = NodePgDatabase;

/** Connections of one process at most: its share of what a server has, which are a hundred as a rule. */
const POOL = 10;

/**
 * Time limits, milliseconds. A person's action writes twice at most, and Slack waits three seconds for its answer: so a
 * lock of another process is waited for one, as on SQLite. `idle`: what a process that was stopped in the middle of a
 * transaction locks is free again before its deliveries are taken over (six seconds). `answer`: a server that is silent for
 * longer is out of reach.
 */
const TIMEOUTS = { connect: 2500, lock: 1000, statement: 5000, idle: 3000, answer: 7000 } as const;

/**
 * No query of ours needs a whole table: with old statistics, the planner would think so of a word that many orders have. What
 * is compiled (jit), or read by several processes, takes longer to begin than our queries take.
 */
const PLANNING = '-c enable_seqscan=off -c jit=off -c max_parallel_workers_per_gather=0';

/** How TLS may be asked for in an address; with the meaning that these have for PostgreSQL's own programs. */
const SSL_MODES = ['disable', 'require', 'verify-ca', 'verify-full'];

/** What may stand after the `?` of an address. */
const PARAMETERS = [
  ...['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'ssl', 'channel_binding', 'host', 'port', 'user', 'password'],
  ...['options', 'application_name', 'connect_timeout', 'client_encoding', 'target_session_attrs', 'uselibpqcompat'],
];

/**
 * A database that an address names: how to connect to it, and how to speak of it without its password. Sentences begin with
 * `called`, which also says where the address stands.
 */
export interface Named {
  readonly config: ClientConfig;
  readonly name: string;
  readonly called: string;
}

/** Where an address stands, as sentences name it, and for which instance it is used. */
interface Use {
  readonly source?: string;
  readonly instance?: string | undefined;
}

const VARIABLE = 'DATABASE_URL';

/** The server cuts a longer name (bytes), by which its views tell programs apart. */
const MAX_APPLICATION_NAME = 63;

/** What an address names. Throws a `DatabaseProblem`. */
export function named(address: string, { source = VARIABLE, instance = '' }: Use = {}): Named {
  const example = 'write it as postgres://USER:PASSWORD@HOST:5432/DATABASE, with special characters as %XX';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const database = url && decoded(url.pathname.slice(1));
  // An unescaped @ or / of a password moves what follows into the host or the name, which are told and logged.
  if (!url || database === undefined || /[@#/]/.test(database) || /@.*@|#/.test(address.split('?')[0] ?? ''))
    throw new DatabaseProblem(`${source} is not a valid address; ${example}`);
  if (!database) throw new DatabaseProblem(`${source} names no database; ${example}`);
  // A misspelled one would go unnoticed, and the connection without TLS.
  for (const name of url.searchParams.keys())
    if (!PARAMETERS.includes(name))
      throw new DatabaseProblem(`${source} has the unknown parameter ${name}; known are ${PARAMETERS.join(', ')}`);
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !SSL_MODES.includes(mode))
    throw new DatabaseProblem(`${source} has sslmode=${mode}; choose one of ${SSL_MODES.join(', ')}`);
  if (mode === 'verify-ca' && !url.searchParams.has('sslrootcert'))
    throw new DatabaseProblem(`${source} has sslmode=verify-ca without sslrootcert=FILE; add it, or use verify-full`);
  url.searchParams.set('uselibpqcompat', 'true');
  const options = [PLANNING, url.searchParams.get('options')].filter(Boolean).join(' ');
  url.searchParams.delete('options');
  const config: ClientConfig = {
    connectionString: url.href,
    options,
    application_name: applicationName(instance),
    connectionTimeoutMillis: TIMEOUTS.connect,
    lock_timeout: TIMEOUTS.lock,
    statement_timeout: TIMEOUTS.statement,
    idle_in_transaction_session_timeout: TIMEOUTS.idle,
    query_timeout: TIMEOUTS.answer,
    keepAlive: true,
    // Statements that do not wait for each other's answers go out together.
    pipeline: true,
  };
  const name = `${database} at ${url.host || url.searchParams.get('host') || 'localhost'}`;
  const where = source === VARIABLE ? ` (${VARIABLE})` : '';
  return { config, name, called: `The PostgreSQL database ${name}${where}` };
}

/** The end of an instance's name stays, where one that was not chosen has the number of its process. */
function applicationName(instance: string): string {
  const program = 'service-orders';
  return instance ? `${program} ${instance.slice(program.length + 1 - MAX_APPLICATION_NAME)}` : program;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

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

/** The code of an error or of what caused it: the server's (five characters), or Node's. */
export function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code;
  return '';
}

/** Drizzle's own error repeats the statement with all its values, which are nobody's business. */
export const plain = (error: unknown): unknown =>
  error instanceof DrizzleQueryError && error.cause ? error.cause : error;

/** Whether the connection is lost: what was not committed is undone by the server. */
export const isGone = (error: unknown): boolean =>
  !(error instanceof DatabaseProblem) &&
  (/^(08...|57P0[1-5]|25P0[34]|E(?!RR_)[A-Z_]+)$/.test(codeOf(error)) || LOST.test(messageOf(error)));

/** Whether it was one that worked before, or seemed to: another one may do better. */
export const isCut = (error: unknown): boolean =>
  isGone(error) &&
  (/^57P0[12]$|^ECONNRESET$|^EPIPE$/.test(codeOf(error)) || /^(Connection t|Client )/.test(messageOf(error)));

const LOST =
  /^(Connection terminated|Query read timeout|timeout e(xceeded|xpired)|Client (has encountered|was closed))/;

/** Whether a transaction lost a race against another: made again, it finds what the other has left. */
export const isRace = (error: unknown): boolean => /^(40001|40P01|23505)$/.test(codeOf(error));

/** Whether another transaction held a lock for too long. */
export const isLocked = (error: unknown): boolean => codeOf(error) === '55P03';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** What the server says, and what to do about it. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^28P01|^28000/,
    'does not let this user in: the user or the password is wrong, or the server allows no connection from here; check its address and pg_hba.conf',
  ],
  [/^3D000/, 'does not exist; create it, or name another one'],
  [
    /^42501|^3F000/,
    'does not give this user the rights that the app needs; grant them (docs/several-instances.md, "Users and rights")',
  ],
  [/^42P01|^42703/, 'lacks a table or column of this app; restore a backup, or name another database'],
  [/^25P02/, 'refused a statement of a change, and with it the rest; the server’s log says which and why'],
  [/^53100/, 'has no room left; free some disk space on the server'],
  [/^53300/, 'has no connection left for this app; raise max_connections, or stop other programs'],
  [/^53/, 'is out of memory or another resource; check the server'],
  [/^25006/, 'takes no changes: it is a standby, or read-only; name the server that writes'],
  [
    /^55P03|^57014/,
    'is kept waiting by another program or a long transaction; try again, and look at pg_stat_activity if it stays',
  ],
  [/^57P0[1-5]|^08/, 'is being stopped or started, or the connection was cut; check the server'],
  [/^25P0[34]/, 'ended a transaction that took too long; this computer, or the network, may be overloaded'],
  [/^XX00[12]|^58/, 'is damaged, or its disk fails; check the server and restore a backup'],
  [
    /^ENOENT/,
    'needs a file that is not there: check sslrootcert and the like in its address, or the folder of the socket',
  ],
  [/^ENOTFOUND|^EAI_/, 'cannot be found: nobody knows its host; check its address'],
  [
    /^ECONNREFUSED/,
    'cannot be reached: nothing answers at its address and port; start the server, or check its address',
  ],
  [
    /^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|ERR_TLS|ERR_SSL)/,
    'has a certificate that is not trusted here; add sslrootcert=FILE to its address, or correct the certificate',
  ],
  [/^E(?!RR_)[A-Z_]+$/, 'cannot be reached; check the server and the network'],
];

/** The sentence for what the server could not do; anything that is not about the server stays as it is. */
export function explained(thrown: unknown, called: string): unknown {
  const error = plain(thrown);
  if (error instanceof DatabaseProblem) return error;
  const [code, message] = [codeOf(error), messageOf(error)];
  const because = (text: string) => new DatabaseProblem(`${called} ${text}`, { cause: error });
  if (/does not support SSL/.test(message))
    return because('offers no TLS; set sslmode=disable in its address only if the network between is yours alone');
  if (/SASL|password must be a string/.test(message)) return because(SENTENCES[0]?.[1] ?? '');
  // Who was still at work when the app had waited long enough.
  if (/calling end on the pool/.test(message)) return because('is closed: the app is stopping');
  const [, sentence] = SENTENCES.find(([codes]) => codes.test(code)) ?? [];
  if (sentence) return because(sentence);
  return LOST.test(messageOf(error))
    ? because('does not answer, or the connection was cut; check the server and the network')
    : error;
}
