import type { ClientConfig } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import { TLS_PARAMETERS, tlsOf } from './tls.ts';

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

/** What may stand after the `?` of an address. */
const PARAMETERS = [
  ...TLS_PARAMETERS,
  ...['channel_binding', 'host', 'port', 'user', 'password', 'options', 'application_name', 'connect_timeout'],
  ...['client_encoding', 'target_session_attrs'],
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
  const noPort = `${source} has a port that is no number from 1 to 65535; ${example}`;
  if (/%(?![0-9a-f]{2})/i.test(address))
    throw new DatabaseProblem(`${source} has a % that no two hexadecimal digits follow; write a % itself as %25`);
  if (!URL.canParse(address) && !isPort(portIn(address))) throw new DatabaseProblem(noPort);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const database = url && decoded(url.pathname.slice(1));
  const person = url && decoded(`${url.username}:${url.password}`);
  // An unescaped @ or / of a password moves what follows into the host or the name, which are told and logged.
  if (
    !url ||
    database === undefined ||
    person === undefined ||
    /[@#/]/.test(database) ||
    /@.*@|#/.test(address.split('?')[0] ?? '')
  )
    throw new DatabaseProblem(`${source} is not a valid address; ${example}`);
  if (!database) throw new DatabaseProblem(`${source} names no database; ${example}`);
  // A misspelled one would go unnoticed, and the connection without TLS.
  for (const name of url.searchParams.keys())
    if (!PARAMETERS.includes(name))
      throw new DatabaseProblem(`${source} has the unknown parameter ${name}; known are ${PARAMETERS.join(', ')}`);
  for (const port of [url.port, ...url.searchParams.getAll('port')])
    if (!isPort(port)) throw new DatabaseProblem(noPort);
  const ssl = tlsOf(url.searchParams, source);
  const options = [PLANNING, url.searchParams.get('options')].filter(Boolean).join(' ');
  for (const ours of ['options', ...TLS_PARAMETERS]) url.searchParams.delete(ours);
  const config: ClientConfig = {
    connectionString: url.href,
    ...(ssl === undefined ? {} : { ssl }),
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

/** What stands where a port belongs, if only that keeps an address from being one: a password's signs are not taken for it. */
function portIn(address: string): string {
  const [, port = ''] =
    /^[a-z]+:\/\/(?:[^:@/?#]*(?::[^:@/?#]*)?@)?[^:@/?#]+:([^:@/?#]*)(?:[/?][^@#]*)?$/i.exec(address) ?? [];
  return port;
}

const isPort = (port: string): boolean => port === '' || (/^\d{1,5}$/.test(port) && +port > 0 && +port < 65_536);

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
