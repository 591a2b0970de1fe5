import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesUrlFor } from '../../db/database-url.ts';
import { ConfigProblem, readConfig, variables } from '../../src/config.ts';

const good = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' };

/** The lines of the problem that an environment causes; fails when there is none. */
function problemsOf(environment: Readonly<Record<string, string | undefined>>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    for (const value of Object.values(environment).filter((one) => one && one.length > 3))
      expect(error.message, 'no value is repeated').not.toContain(value);
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim().replace(/^- /, ''));
  }
  throw expect.unreachable('this configuration should be refused');
}

describe('a configuration that is not complete', () => {
  const botToken =
    'SLACK_BOT_TOKEN is missing. Slack app settings → OAuth & Permissions → Bot User OAuth Token (xoxb-…)';
  const delivery =
    'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing: set the app-level token (xapp-…) for Socket Mode, or the signing secret for HTTP';
  const cases: readonly [string, Readonly<Record<string, string | undefined>>, readonly string[]][] = [
    ['nothing at all', {}, [botToken, delivery]],
    [
      'empty lines as in .env.example',
      { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' },
      [botToken, delivery],
    ],
    ['no bot token', { ...good, SLACK_BOT_TOKEN: undefined }, [botToken]],
    ['an empty bot token', { ...good, SLACK_BOT_TOKEN: '' }, [botToken]],
    ['neither app token nor signing secret', { ...good, SLACK_APP_TOKEN: undefined }, [delivery]],
  ];
  test.each(cases)('%s', (_, environment, wanted) => {
    expect(problemsOf(environment)).toEqual(wanted);
  });

  test('everything that is wrong is named at once', () => {
    const wrong = {
      SLACK_BOT_TOKEN: 'xoxp-secret-user',
      SLACK_APP_TOKEN: 'xoxb-secret-bot',
      SLACK_SIGNING_SECRET: 'short77',
      SLACK_API_URL: 'slack.com/api',
      INSTANCE: 'first of two',
      PORT: '65536',
      DRAIN_SECONDS: '60',
      LOG_LEVEL: 'loudly',
    };
    const named = problemsOf(wrong).map((line) => line.split(' ')[0]);
    expect(named).toEqual(Object.keys(wrong));
  });
});

describe('a variable that is wrong is named with its remedy', () => {
  test.each([
    ['SLACK_BOT_TOKEN', 'xoxp-1-2-3', 'begins with xoxb-'],
    ['SLACK_BOT_TOKEN', 'xapp-1-2-3', 'begins with xoxb-'],
    ['SLACK_BOT_TOKEN', 'Bearer xoxb-1', 'begins with xoxb-'],
    ['SLACK_APP_TOKEN', 'xoxb-1-2-3', 'Basic Information → App-Level Tokens'],
    ['SLACK_SIGNING_SECRET', 'abc1234', 'Basic Information → App Credentials'],
    ['SLACK_API_URL', 'slack.com/api', 'http(s) address'],
    ['SLACK_API_URL', 'ftp://slack.com/api/', 'http(s) address'],
    ['SLACK_API_URL', 'http://slack.com/api/', 'not an https address'],
    ['SLACK_API_URL', 'http://192.168.0.7:4000/api/', 'not an https address'],
    ['SLACK_API_URL', 'http://localhost.evil.example/api/', 'not an https address'],
    ['SLACK_API_URL', 'http://127.0.0.1@evil.example/api/', 'not an https address'],
    ['SLACK_API_URL', 'https://me:secret@slack.com/api/', 'not an https address'],
    ['PUBLIC_URL', 'orders.example.com', 'http(s) address'],
    ['PUBLIC_URL', 'http://orders.example.com', 'not an https address'],
    ['PUBLIC_URL', 'https://me:secret@orders.example.com', 'not an https address'],
    ['PUBLIC_URL', 'https://orders.example.com/app', 'leave out the path'],
    ['PUBLIC_URL', 'https://orders.example.com/?a=b', 'leave out the path'],
    ['PORT', 'http', 'not a number'],
    ['PORT', '80.5', 'not a whole number'],
    ['PORT', '-1', 'not a port'],
    ['PORT', '65536', 'at most 65535'],
    ['PORT', 'Infinity', 'number'],
    ['INSTANCE', 'a/b', 'up to 60 letters'],
    ['DRAIN_SECONDS', '6', 'more than 5'],
    ['DRAIN_SECONDS', 'soon', 'not a number'],
    ['LOG_LEVEL', 'verbose', 'fatal, error, warn, info, debug, trace, silent'],
    ['LOG_LEVEL', 'INFO', 'fatal, error, warn, info, debug, trace, silent'],
  ])('%s=%s', (variable, value, remedy) => {
    const lines = problemsOf({ ...good, [variable]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${variable} is`));
    expect(lines[0]).toContain(remedy);
  });
});

describe('a configuration that is complete', () => {
  const defaults = {
    apiUrl: 'https://slack.com/api/',
    databaseUrl: 'file:./data/service-orders.db',
    port: 3000,
    host: '127.0.0.1',
    instance: `${hostname()}:${process.pid}`,
    drain: 2000,
    logLevel: 'info',
  };

  test('for Socket Mode', () => {
    const delivery = { mode: 'socket', appToken: 'xapp-1-secret' };
    expect(readConfig(good)).toEqual({ ...defaults, botToken: 'xoxb-1-secret', delivery });
    expect(readConfig({ ...good, SLACK_SIGNING_SECRET: '0123456789abcdef' })).toMatchObject({ delivery });
  });

  test('for HTTP', () => {
    const environment = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef' };
    expect(readConfig(environment)).toMatchObject({ delivery: { mode: 'http', signingSecret: '0123456789abcdef' } });
  });

  test('empty lines mean the default', () => {
    const empty = Object.fromEntries(variables.map((variable) => [variable, '']));
    expect(readConfig({ ...empty, ...good })).toMatchObject(defaults);
  });

  test('the place of the keys is the usual one, or a file from where the app was started', () => {
    expect(readConfig(good).keysFile).toBeUndefined();
    expect(readConfig({ ...good, KEYS_FILE: './secrets/keys' }).keysFile).toBe(resolve('secrets/keys'));
  });

  test('the address of Slack’s API ends with a slash, whether it was written or not', () => {
    const apiUrl = (SLACK_API_URL: string) => readConfig({ ...good, SLACK_API_URL }).apiUrl;
    expect([apiUrl('http://127.0.0.1:4000/api'), apiUrl('http://127.0.0.1:4000/api/')]).toEqual([
      'http://127.0.0.1:4000/api/',
      'http://127.0.0.1:4000/api/',
    ]);
  });

  test.each(['http://localhost:4000/api/', 'http://[::1]:4000/api/', 'https://slack-proxy.example/api/'])(
    'F13 the tokens may go to %s',
    (SLACK_API_URL) => expect(readConfig({ ...good, SLACK_API_URL }).apiUrl).toBe(SLACK_API_URL),
  );

  test('the public address is an origin, with or without a slash', () => {
    const publicUrl = (PUBLIC_URL: string) => readConfig({ ...good, PUBLIC_URL }).publicUrl;
    expect(['https://Orders.example.com/', 'https://orders.example.com'].map(publicUrl)).toEqual([
      'https://orders.example.com',
      'https://orders.example.com',
    ]);
    expect([publicUrl('http://127.0.0.1:3000'), readConfig(good).publicUrl]).toEqual([
      'http://127.0.0.1:3000',
      undefined,
    ]);
  });

  test('other variables of the machine do not matter', () => {
    expect(readConfig({ ...good, PATH: '/bin', port: 'x' }).port).toBe(3000);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
  const listed = Object.fromEntries(
    lines.flatMap((line) =>
      /^[A-Z_]+=/.test(line) ? [[line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]] : [],
    ),
  );

  test('lists exactly the variables the program reads, each once, under a word about it', () => {
    expect(lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')[0])).toEqual(variables);
    for (const [index, line] of lines.entries())
      if (/^[A-Z_]+=/.test(line)) expect(lines[index - 1], line).toMatch(/^(#|[A-Z_]+=)/);
  });

  test('files are kept beside the database unless something else is said', () => {
    const beside = 'file:///srv/orders%20of%20a/files';
    expect(filesUrlFor(undefined, 'file:/srv/orders of a/orders.db')).toBe(beside);
    expect(filesUrlFor('', 'file:/srv/orders of a/orders.db')).toBe(beside);
    expect(filesUrlFor('s3://papers?region=x', 'postgres://u@h/d')).toBe('s3://papers?region=x');
    for (const nowhere of [filesUrlFor('none', 'file:x.db'), filesUrlFor(undefined, 'postgres://u@h/d')])
      expect(nowhere).toBeUndefined();
  });

  test('shows the defaults, and no secret', () => {
    const defaults: Record<string, string> = Object.fromEntries(
      Object.entries(listed).filter(([name]) => !/TOKEN|SECRET|^FILES_URL$/.test(name)),
    );
    expect(readConfig({ ...good, ...defaults })).toEqual(readConfig(good));
    expect(filesUrlFor(undefined, readConfig(good).databaseUrl)).toBe(
      pathToFileURL(resolve(String(listed.FILES_URL).slice('file:'.length))).href,
    );
    expect([listed.SLACK_BOT_TOKEN, listed.SLACK_APP_TOKEN, listed.SLACK_SIGNING_SECRET]).toEqual([
      'xoxb-…',
      'xapp-…',
      '',
    ]);
  });

  test('copied as it is, is not taken for a configuration', () => {
    expect(problemsOf(listed).map((line) => line.split(' ')[0])).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
  });
});
