import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signature } from '../../sandbox/server/delivery/http.ts';
import { BODY_LIMIT } from '../../src/slack/transport/request-bodies.ts';
import { type Looking, lookInto } from '../support/database.ts';
import { command, readIn } from '../support/forged.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const HELP = words.command.help.heading;

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

let stage: Stage;
let database: Looking;
let port: number;
beforeAll(async () => {
  stage = await startStage('http');
  database = lookInto(stage.file);
  port = stage.service.port;
  // Somebody the app has not met yet is answered later, by another way.
  await vi.waitFor(async () =>
    expect(await stage.store.person(stage.sandbox.teamId, stage.people.ana.id)).toBeDefined(),
  );
});
afterAll(async () => {
  database.close();
  await stage.stop();
});

const seconds = () => Math.floor(Date.now() / 1000);
const commandBody = (changes: Record<string, string> = {}) =>
  new URLSearchParams({
    ...{ command: '/so', text: 'help', user_id: stage.people.ana.id, team_id: stage.sandbox.teamId },
    ...{ trigger_id: stage.sandbox.trigger(stage.people.ana.id), channel_id: 'C1' },
    ...changes,
  }).toString();

const search = () => ({
  type: 'view_submission',
  team: { id: stage.sandbox.teamId },
  user: { id: stage.people.ana.id },
  trigger_id: stage.sandbox.trigger(stage.people.ana.id),
  view: {
    ...{ id: 'VSEARCH', type: 'modal', callback_id: 'search_orders', private_metadata: '' },
    state: { values: { search_words: { 'field-0': { value: 'pump' } } } },
  },
});
const appHome = () => ({
  ...{ type: 'event_callback', team_id: stage.sandbox.teamId, event_id: `Ev${crypto.randomUUID()}` },
  event: { type: 'app_home_opened', user: stage.people.ana.id, tab: 'home', channel: 'D1' },
});

interface Sent {
  readonly type?: string;
  readonly at?: number;
  readonly secret?: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

/** Sends a body, signed as Slack signs it unless told otherwise. */
const send = (body: string, { type = FORM, at = seconds(), secret, headers, method = 'POST' }: Sent = {}) =>
  fetch(`http://127.0.0.1:${port}/slack/events`, {
    method,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': signature(secret ?? stage.sandbox.signingSecret, at, body),
      ...headers,
    },
    ...(method === 'GET' ? {} : { body }),
  });

/** What comes back when this is written to the socket, until it is closed. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      socket.end();
    });
    socket.on('close', () => resolve(heard.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
const head = 'POST /slack/events HTTP/1.1\r\nHost: x\r\n';

describe('a signed request', () => {
  test.each([FORM, `${FORM}; charset=utf-8`, `${FORM};charset=UTF-8`])('as %s is heard', async (type) => {
    const response = await send(commandBody(), { type });
    expect(await response.text()).toContain(HELP);
  });

  test('up to five minutes old or ahead is heard, older or further ahead is not', async () => {
    for (const [skew, status] of [
      [-290, 200],
      [290, 200],
      [-310, 401],
      [310, 401],
      [86_400, 401],
    ] as const)
      expect((await send(commandBody(), { at: seconds() + skew })).status, String(skew)).toBe(status);
  });

  test('F11 captured and sent again in its five minutes, nothing is done and nothing is told', async () => {
    const at = seconds() - 100;
    const bodies: [string, string, string | RegExp][] = [
      [commandBody({ text: 'help' }), FORM, HELP],
      [commandBody({ text: 'list' }), FORM, words.lists.none],
      [`payload=${encodeURIComponent(JSON.stringify(search()))}`, FORM, /response_action/],
      [JSON.stringify(appHome()), JSON_TYPE, /^$/],
    ];
    const published = () => stage.sandbox.inspector.calls('views.publish').length;
    for (const [body, type, answer] of bodies) {
      const first = await send(body, { type, at });
      expect([first.status, await first.text()], body).toEqual([
        200,
        typeof answer === 'string' ? expect.stringContaining(answer) : expect.stringMatching(answer),
      ]);
    }
    await vi.waitFor(() => expect(published()).toBe(1));
    for (const [body, type] of bodies)
      for (const copy of [await send(body, { type, at }), await send(body, { type, at })])
        expect([copy.status, await copy.text()], body).toEqual([200, '']);
    await stage.idle();
    expect(published()).toBe(1);
  });

  test('F11 Slack’s own repetition of an event, signed again or not, is taken; so is the same words typed again', async () => {
    const published = () => stage.sandbox.inspector.calls('views.publish').length;
    const before = published();
    const event = JSON.stringify({ ...appHome(), event_id: 'EvRepeat' });
    expect((await send(event, { type: JSON_TYPE, at: seconds() - 60 })).status).toBe(200);
    const headers = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    expect((await send(event, { type: JSON_TYPE, at: seconds(), headers })).status).toBe(200);
    await vi.waitFor(() => expect(published()).toBe(before + 1));
    for (const at of [seconds(), seconds() - 1])
      expect(await (await send(commandBody({ text: 'help' }), { at })).text()).toContain(HELP);
  });

  test('delivered again in that time is answered alike and does nothing more', async () => {
    const at = seconds();
    const body = commandBody({ text: 'new' });
    const opened = () => stage.sandbox.inspector.calls('views.open').length;
    expect((await send(body, { at })).status).toBe(200);
    await stage.people.ana.modal('submit');
    await vi.waitFor(() => expect(opened()).toBe(1));
    expect((await send(body, { at })).status).toBe(200);
    expect(readIn(await command(stage, stage.people.ana.id, 'help'))).toContain(HELP);
    expect(opened()).toBe(1);
    await stage.people.ana.closeModal(true);
  });
});

describe('what is not Slack’s is turned away unread', () => {
  const refused: readonly [string, Sent][] = [
    ['another secret', { secret: 'a'.repeat(32) }],
    ['no signature', { headers: { 'x-slack-signature': '' } }],
    ['half a signature', { headers: { 'x-slack-signature': 'v0=' } }],
    ['a signature of another version', { headers: { 'x-slack-signature': `v1=${'0'.repeat(64)}` } }],
    ['a time that is none', { headers: { 'x-slack-request-timestamp': 'now' } }],
    ['a time without end', { headers: { 'x-slack-request-timestamp': 'Infinity' } }],
    ['an empty time', { headers: { 'x-slack-request-timestamp': '' } }],
    ['another time than was signed', { headers: { 'x-slack-request-timestamp': '1' } }],
  ];
  test.each(refused)('%s', async (_, sent) => {
    const before = database.contents();
    const response = await send(commandBody(), sent);
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(database.contents()).toEqual(before);
  });

  test('without the headers at all, and with ssl_check smuggled in beside a command', async () => {
    const url = `http://127.0.0.1:${port}/slack/events`;
    const headers = { 'content-type': FORM };
    expect((await fetch(url, { method: 'POST', body: commandBody(), headers })).status).toBe(401);
    const opened = stage.sandbox.inspector.calls('views.open').length;
    const smuggled = await fetch(url, { method: 'POST', body: commandBody({ text: 'new', ssl_check: '1' }), headers });
    expect([smuggled.status, await smuggled.text()]).toEqual([401, '']);
    expect((await fetch(`${url}?ssl_check=1`)).status).toBe(200);
    expect(stage.sandbox.inspector.calls('views.open')).toHaveLength(opened);
  });

  test('a body over the limit, signed or not', async () => {
    const huge = 'x'.repeat(BODY_LIMIT + 1);
    expect((await send(huge)).status).toBe(413);
    expect((await send(huge, { secret: 'b'.repeat(32) })).status).toBe(413);
  });

  test('F7 before a byte of the body is read, where the headers say enough', async () => {
    const good = `X-Slack-Signature: v0=${'a'.repeat(64)}\r\n`;
    const time = (skew: number) => `X-Slack-Request-Timestamp: ${seconds() + skew}\r\n`;
    for (const headers of [
      '',
      good,
      time(0),
      `${good}${time(-310)}`,
      `${good}${time(310)}`,
      `X-Slack-Signature: v0=1\r\n${time(0)}`,
    ])
      expect(await raw(`${head}${headers}Content-Length: 100\r\n\r\n`), headers).toContain('401');
    expect(await raw(`${head}${good}${time(0)}Content-Length: ${BODY_LIMIT + 1}\r\n\r\n`)).toContain('413');
    expect(await raw(`${head}${good}${time(0)}Content-Length: 100\r\n\r\nhalf`)).toContain('408');
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s', async (method) => {
    expect((await send(commandBody(), { method })).status).toBe(405);
  });
});

describe('signed, but of no use', () => {
  // biome-ignore format: a table reads best as a table
  const useless: readonly [string, string, string][] = [
    ['null',                    JSON_TYPE, 'null'],
    ['a number',                JSON_TYPE, '7'],
    ['a text',                  JSON_TYPE, '"x"'],
    ['cut off',                 JSON_TYPE, '{"type":"block_act'],
    ['nothing',                 JSON_TYPE, ''],
    ['a form called JSON',      JSON_TYPE, 'command=%2Fso'],
    ['a payload of null',       FORM,      'payload=null'],
    ['a payload cut off',       FORM,      'payload=%7B%22type'],
    ['an empty payload',        FORM,      'payload='],
    ['JSON called text',        'text/plain', '<xml/>'],
    ['no type at all',          '',        'x'],
  ];
  test.each(useless)('%s', async (_, type, body) => {
    const response = await send(body, { type });
    expect([response.status, await response.text()]).toEqual([400, '']);
  });

  test.each([
    ['a list', JSON_TYPE, '[]'],
    ['two payloads', FORM, 'payload=%7B%7D&payload=%7B%7D'],
    ['a form of nothing', FORM, ''],
    ['a thousand keys', FORM, Array.from({ length: 2000 }, (_, n) => `k${n}=v`).join('&')],
    ['keys of every object', FORM, '__proto__=x&constructor=y&toString=z'],
  ])('%s is acked and passed over', async (_, type, body) => {
    expect((await send(body, { type })).status).toBe(200);
  });
});

describe('on the wire', () => {
  test('an enormous header', async () => {
    expect(await raw(`${head}X-Slack-Signature: ${'x'.repeat(60_000)}\r\n\r\n`)).toContain('431');
  });
  test('what is no HTTP', async () => expect(await raw('<!channel>\r\n\r\n')).toContain('400'));
  test('two lengths', async () => {
    expect(await raw(`${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx`)).toContain('400');
  });
  test('a signature given twice', async () => {
    const twice = `${head}X-Slack-Signature: v0=1\r\nX-Slack-Signature: v0=2\r\nContent-Length: 0\r\n\r\n`;
    expect(await raw(twice)).toContain('401');
  });
  test('odd addresses', async () => {
    for (const path of ['//', '/slack/events/', '/slack/%00', '/../slack/events', '*', 'http://['])
      expect(await raw(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`), path).toMatch(/40[04]/);
  });
  test('a body that breaks off', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`${head}Content-Length: 100\r\n\r\nhalf`, () => socket.destroy()),
      );
      socket.on('close', () => resolve());
    });
  });

  test('afterwards the app answers as before', async () => {
    expect(readIn(await command(stage, stage.people.ana.id, 'help'))).toContain(HELP);
    expect(stage.sandbox.complaints).toEqual([]);
  });
});
