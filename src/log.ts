import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type Logger as PinoLogger, pino } from 'pino';
import { DatabaseProblem } from '../db/database-url.ts';

export type Log = PinoLogger;

/** What gives a reader of the log access to something, by how it looks, and what is written instead. */
const SECRETS: readonly [RegExp, string][] = [
  [/x(?:ox[a-z]|app)e?[-.][A-Za-z0-9.-]+/g, '[token]'],
  [/https?:\/\/hooks\.slack(?:-gov)?\.com\/[^\s"\\<>]+/g, '[response address]'],
  [/https?:\/\/files\.slack(?:-gov)?\.com\/upload\/[^\s"\\<>]+/g, '[upload address]'],
  [/(?<=[?&]ticket=)[^&\s"\\]+/g, '[ticket]'],
  [/\b\d{6,}\.\d{6,}\.[0-9a-f]{8,}\b/g, '[trigger]'],
  [/v0=[0-9a-f]{64}/g, '[signature]'],
];

/** Blots out tokens, addresses that take answers or files, triggers and signatures, wherever they stand. */
export const redacted = (text: string): string =>
  SECRETS.reduce((rest, [looks, instead]) => rest.replace(looks, instead), text);

/** An error in the log, characters: enough for a stack, too little for a payload. */
const MAX_LENGTH = 4000;

/**
 * What is said of an error: nothing that hangs on it besides, which may be a payload, an answer or what a query was given. What
 * the database cannot do is one sentence already.
 */
function serialized(error: unknown, depth = 0): unknown {
  if (error instanceof DatabaseProblem) return error.message;
  if (!(error instanceof Error)) return typeof error === 'string' ? error.slice(0, MAX_LENGTH) : error;
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const because = cause instanceof Error && depth < 3 ? { cause: serialized(cause, depth + 1) } : {};
  return { type: name, message: withoutValues(message), stack: withoutValues(stack), ...code, ...because };
}

/** Drizzle lists the values of a query that failed, and JSON.parse repeats what it could not read. */
const withoutValues = (text: string): string =>
  text
    .replace(/^params: .*$/gm, 'params: …')
    .replace(/(Unexpected \S+(?: '.{1,2}')?),? .*? is not valid JSON/s, '$1, not valid JSON')
    .slice(0, MAX_LENGTH);

/**
 * The program's log: one JSON line an event on standard output. At every level and in every line what `redacted` knows is
 * blotted out, and so are `secrets`, which look like nothing in particular. `instance` stands in every line.
 */
export function createLog(level: string, secrets: readonly string[] = [], instance?: string): Log {
  const own = secrets.filter((secret) => secret.length >= 8);
  // Not pino's own writer: when nobody reads the pipe any more it keeps a process from ending.
  return pino(
    {
      level,
      base: instance === undefined ? null : { instance },
      serializers: { error: (error: unknown) => serialized(error) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      hooks: {
        streamWrite: (line) => redacted(own.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), line)),
      },
    },
    process.stdout,
  );
}

/** Where the SDK begins to repeat what Slack or a person said. */
const PAYLOAD = /[{["]|\(body|http request url/;

/**
 * Bolt's and the SDK's log lines in ours; their chatter at `info` is our `debug`. What they call an error is a dropped
 * connection or the like, which we repair, or report ourselves where it is an error. Payloads, which they repeat in full, are cut.
 */
export function boltLogger(log: Log): BoltLogger {
  const child = log.child({ from: 'slack-sdk' });
  const words = (parts: unknown[]) => {
    const said = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
    const from = said.search(PAYLOAD);
    return from < 0 ? said : `${said.slice(0, from)}…`;
  };
  let level = LogLevel.INFO;
  return {
    debug: (...parts) => child.trace(words(parts)),
    info: (...parts) => child.debug(words(parts)),
    warn: (...parts) => child.warn(words(parts)),
    error: (...parts) => child.warn(words(parts)),
    setLevel: (next) => {
      level = next;
    },
    getLevel: () => level,
    setName: () => {},
  };
}
