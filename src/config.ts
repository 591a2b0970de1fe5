import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { config as loadEnvFile } from 'dotenv';
import { z } from 'zod';
import { DEFAULT_DATABASE_URL } from '../db/database-url.ts';
import { credentialsIn } from './files/open-storage.ts';
import type { S3Credentials } from './files/s3.ts';
import { isLoopback } from './slack-api/hosts.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Tokens travel over https only, or do not leave this computer. A user or password in the address is nobody's. */
function isGuarded(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return !username && !password && (protocol === 'https:' || isLoopback(hostname));
}

const Environment = z.object({
  SLACK_BOT_TOKEN: z
    .string({ error: 'is missing. Slack app settings → OAuth & Permissions → Bot User OAuth Token (xoxb-…)' })
    .regex(
      /^xoxb-[\w-]+$/,
      'is not a bot token: it begins with xoxb- (Slack app settings → OAuth & Permissions → Bot User OAuth Token)',
    ),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-[\w-]+$/,
      'is not an app-level token: it begins with xapp- (Basic Information → App-Level Tokens, scope connections:write)',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(8, 'is too short to be a signing secret (Basic Information → App Credentials)')
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http(s) address', abort: true })
    .refine(
      isGuarded,
      'is not an https address: the bot token would cross the network unencrypted (http is for a stand-in on this computer)',
    )
    .default('https://slack.com/api/')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  DATABASE_URL: z.string().default(DEFAULT_DATABASE_URL),
  KEYS_FILE: z.string().optional(),
  FILES_URL: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http(s) address', abort: true })
    .refine(
      isGuarded,
      'is not an https address: what clients sign would cross the network unencrypted (http is for trying it on this computer)',
    )
    .refine(
      (url) => new URL(url).pathname === '/' && !/[?#]/.test(url),
      'is more than https://HOST: leave out the path',
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  INSTANCE: z
    .string()
    .regex(/^[\w.:-]{1,60}$/, 'is not a name: up to 60 letters, digits and . : _ -')
    .default(
      () =>
        `${hostname()
          .replaceAll(/[^\w.-]/g, '-')
          .slice(0, 50)}:${process.pid}`,
    ),
  PORT: z.coerce
    .number({ error: 'is not a number: give a port such as 3000' })
    .int('is not a whole number')
    .min(0, 'is not a port')
    .max(65_535, 'is not a port: at most 65535')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  DRAIN_SECONDS: z.coerce
    .number({ error: 'is not a number of seconds' })
    .min(0, 'is not a number of seconds')
    .max(5, 'is more than 5 seconds, which a stop does not have')
    .default(2),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is not one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

/** Every variable the program reads; a test holds .env.example to it. */
export const variables = Object.keys(Environment.shape);

export interface Config {
  readonly botToken: string;
  /** How Slack reaches us: over our own sockets, or by signed requests to `POST /slack/events`. */
  readonly delivery:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string };
  readonly apiUrl: string;
  readonly databaseUrl: string;
  /** Where the keys of the verification codes are, when not in their usual place. */
  readonly keysFile: string | undefined;
  /** Where issued files are kept, when not in their usual place. */
  readonly filesUrl: string | undefined;
  /** The keys to that, where it is S3. */
  readonly filesKeys: S3Credentials | undefined;
  /** Where people outside Slack reach the signing and verification pages (`https://HOST`); undefined: nowhere. */
  readonly publicUrl: string | undefined;
  /** The name of this process among those that run the app; no other has it. */
  readonly instance: string;
  readonly port: number;
  readonly host: string;
  /** For how long a stop serves on over HTTP, so that a load balancer finds out, milliseconds. */
  readonly drain: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** The environment is wrong; the message names every variable and its remedy, and repeats no value. */
export class ConfigProblem extends Error {
  override name = 'ConfigProblem';
}

/** Reads the configuration, or throws one `ConfigProblem` that names everything that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty line in .env says the same as none.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (!given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET)
    problems.push(
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing: set the app-level token (xapp-…) for Socket Mode, or the signing secret for HTTP',
    );
  if (!parsed.success || problems.length > 0)
    throw new ConfigProblem(
      `The configuration is missing or wrong. Fix these in .env (see .env.example):\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = '', ...rest } = parsed.data;
  return {
    botToken: rest.SLACK_BOT_TOKEN,
    delivery: appToken ? { mode: 'socket', appToken } : { mode: 'http', signingSecret },
    apiUrl: rest.SLACK_API_URL,
    databaseUrl: rest.DATABASE_URL,
    keysFile: rest.KEYS_FILE === undefined ? undefined : resolve(rest.KEYS_FILE),
    filesUrl: rest.FILES_URL,
    filesKeys: credentialsIn(rest),
    publicUrl: rest.PUBLIC_URL,
    instance: rest.INSTANCE,
    port: rest.PORT,
    host: rest.HOST,
    drain: rest.DRAIN_SECONDS * 1000,
    logLevel: rest.LOG_LEVEL,
  };
}

/** Where the configuration is read from, besides the environment. */
export const ENVIRONMENT_FILE = '.env';

/** What must never be read in a log. */
export const secretsOf = ({
  botToken,
  delivery,
  filesKeys,
}: Pick<Config, 'botToken' | 'delivery'> & Partial<Pick<Config, 'filesKeys'>>): string[] => [
  botToken,
  ...(filesKeys ? [filesKeys.secretAccessKey, ...(filesKeys.sessionToken ? [filesKeys.sessionToken] : [])] : []),
  delivery.mode === 'socket' ? delivery.appToken : delivery.signingSecret,
];

/** The configuration from .env and the environment, which wins. */
export function configFromEnvironment(): Config {
  loadEnvFile({ path: ENVIRONMENT_FILE, quiet: true });
  // biome-ignore lint/style/noProcessEnv: the one place that reads it.
  return readConfig(process.env);
}
