import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type Logger as PinoLogger, pino, stdSerializers } from 'pino';

export type Log = PinoLogger;

const TOKEN = /x(?:ox[a-z]|app)e?[-.][A-Za-z0-9.-]+/g;

/** Blots out anything that looks like a Slack token, wherever it stands. */
export const redacted = (text: string): string => text.replace(TOKEN, '[token]');

/** The program's log: one JSON line an event on standard output, without tokens. */
export function createLog(level: string): Log {
  // Not pino's own writer: when nobody reads the pipe any more it keeps a process from ending.
  return pino(
    {
      level,
      base: null,
      serializers: { error: (error: unknown) => (error instanceof Error ? stdSerializers.err(error) : error) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: ['*.token', '*.authorization', '*.headers.authorization'], censor: '[token]' },
      hooks: { streamWrite: redacted },
    },
    process.stdout,
  );
}

/**
 * Bolt's and the SDK's log lines in ours; their chatter at `info` is our `debug`. What they call an error is a dropped
 * connection or the like, which we mend, or say by ourselves where it is one.
 */
export function boltLogger(log: Log): BoltLogger {
  const child = log.child({ from: 'slack-sdk' });
  const words = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
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
