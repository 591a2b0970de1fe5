import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { testSandbox } from './test-app.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.stop());

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A request as any program may send it, with whatever headers it likes. */
function send({ method = 'POST', path, headers = {}, body = '' }: Sent): Promise<{ status: number; text: string }> {
  const { port } = new URL(sandbox.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const bearer = () => ({ authorization: `Bearer ${sandbox.botToken}` });

test.each([
  ['a method nobody knows', 'no.such', json, '{}', 'unknown_method'],
  ['the name of something every object has', 'constructor', json, '{}', 'unknown_method'],
  ['a body that is no JSON', 'auth.test', json, '{', 'invalid_json'],
  ['JSON that is no object', 'auth.test', json, '[1]', 'json_not_object'],
  ['a type that Slack does not take', 'auth.test', { 'content-type': 'text/csv' }, 'a,b', 'invalid_post_type'],
  [
    'a broken multipart body',
    'auth.test',
    { 'content-type': 'multipart/form-data; boundary=x' },
    'nothing',
    'invalid_form_data',
  ],
])('%s is refused in Slack’s words, on 200', async (_, method, headers, body, error) => {
  const answer = await send({ path: `/api/${method}`, headers: { ...headers, ...bearer() }, body });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error });
});

test('a wrong token, none, and one of another kind', async () => {
  const error = async (headers: Record<string, string>) =>
    JSON.parse((await send({ path: '/api/auth.test', headers })).text).error;
  expect(await error({})).toBe('not_authed');
  expect(await error({ authorization: 'Bearer xoxb-somebody-else' })).toBe('invalid_auth');
  expect(await error({ authorization: `Bearer ${sandbox.appToken}` })).toBe('not_allowed_token_type');
});

test('a body larger than anything Slack takes is refused, and the sandbox goes on', async () => {
  const body = Buffer.alloc(65 * 1024 ** 2);
  const answer = await send({ path: '/page/upload?as=ana&name=huge.bin', body }).catch(() => ({ status: 413 }));
  expect(answer.status).toBe(413);
  expect((await send({ path: '/api/auth.test', headers: bearer() })).status).toBe(200);
});

test('requests from somebody else’s web page are refused, whatever they ask for', async () => {
  const { port } = new URL(sandbox.url);
  for (const path of ['/', '/page/view?as=ana', '/page/act', '/sandbox/env', '/api/auth.test']) {
    const rebound = await send({ method: 'GET', path, headers: { host: `evil.example:${port}` } });
    const crossSite = await send({ path, headers: { origin: 'https://evil.example' } });
    const otherPort = await send({ path, headers: { origin: 'http://127.0.0.1:1' } });
    expect([path, rebound.status, crossSite.status, otherPort.status]).toEqual([path, 403, 403, 403]);
  }
  expect(
    (await send({ method: 'GET', path: '/page/view?as=ana', headers: { host: `localhost:${port}` } })).status,
  ).toBe(200);
});

test.each([undefined, 'https://evil.example'])('a live connection from the origin %s is refused', async (origin) => {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/page/live`, origin ? { origin } : {});
  const status = await new Promise((resolve) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
    socket.on('open', () => resolve('open'));
    socket.on('error', () => {});
  });
  expect(status).toBe(403);
});

test.each([
  ['no JSON', '{', 'no JSON object'],
  ['nobody', JSON.stringify({ as: 'nobody', act: 'openHome' }), 'Nobody can sign in as "nobody"'],
  ['somebody who has left', JSON.stringify({ as: 'dora', act: 'openHome' }), 'Nobody can sign in as "dora"'],
  ['an act that does not exist', JSON.stringify({ as: 'ana', act: 'toString' }), 'There is no act "toString"'],
  ['half an act', JSON.stringify({ as: 'ana', act: 'press', place: {} }), '"place" needs'],
  [
    'a form that is not open',
    JSON.stringify({ as: 'ana', act: 'submit', view: 'V1', values: {} }),
    'not on the screen',
  ],
  [
    'a channel that is not there',
    JSON.stringify({ as: 'ana', act: 'say', channel: 'C1', text: 'x', files: [] }),
    'There is no channel',
  ],
])('an act of %s is refused in words', async (_, body, words) => {
  const answer = await send({ path: '/page/act', body });
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.text).error).toContain(words);
});

test('a private channel, its messages and its files are nobody else’s', async () => {
  sandbox.workspace.admin.createChannel('secret', { isPrivate: true, members: ['ana'] });
  await sandbox.people.ana.say('secret', 'Psst', [{ name: 'plan.pdf', bytes: new Uint8Array([37, 80]) }]);
  const { id } = sandbox.workspace.channel('secret');
  const file = sandbox.workspace.file('plan.pdf').id;
  const seen = async (as: string) => (await send({ method: 'GET', path: `/page/view?as=${as}&channel=${id}` })).text;
  expect(await seen('ana')).toContain('Psst');
  expect(await seen('ben')).not.toMatch(/Psst|secret/);
  const fetched = async (as: string) => (await send({ method: 'GET', path: `/page/file/${file}?as=${as}` })).status;
  expect([await fetched('ana'), await fetched('ben'), await fetched('')]).toEqual([200, 404, 404]);
  const place = { channel: id, ts: sandbox.workspace.channel('secret').messages[0]?.ts };
  const press = await send({
    path: '/page/act',
    body: JSON.stringify({ as: 'ben', act: 'press', place, block: 'b', action: 'a' }),
  });
  expect(press.text).toContain('not there any more');
});

test('an uploaded page of HTML is handed out as a download, never shown', async () => {
  const headers = { 'content-type': 'text/html' };
  const { text } = await send({
    path: '/page/upload?as=ana&name=evil.html',
    headers,
    body: '<script>alert(1)</script>',
  });
  const { id } = JSON.parse(text).result;
  const response = await fetch(`${sandbox.url}/page/file/${id}?as=ana`);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('addresses of no sense are answered, not fallen over', async () => {
  for (const path of ['//', '/page/', '/page/assets/../../../package.json', '/page/file/', '/sandbox/%E0%A4%A', '/%00'])
    expect((await send({ method: 'GET', path })).status, path).toBeGreaterThanOrEqual(400);
  expect((await send({ path: '/api/auth.test', headers: bearer() })).status).toBe(200);
});

test('what one has not read is counted, for each person, until it is looked at', async () => {
  sandbox.workspace.admin.createChannel('news', { members: ['ana', 'sam'] });
  await sandbox.people.ana.say('news', 'Hello');
  const { id } = sandbox.workspace.channel('news');
  const row = async (as: string) => {
    const { text } = await send({ method: 'GET', path: `/page/view?as=${as}` });
    const found = JSON.parse(text).result.conversations.find((one: { id: string }) => one.id === id);
    return found.unread;
  };
  expect([await row('ana'), await row('sam')]).toEqual([0, 1]);
  await send({ path: '/page/act', body: JSON.stringify({ as: 'sam', act: 'read', channel: id }) });
  expect(await row('sam')).toBe(0);
});

/** What comes of an act on the page. */
async function acted(
  as: string,
  act: object,
): Promise<{ error?: string; result?: { channel?: string; trouble?: string } }> {
  return JSON.parse((await send({ path: '/page/act', body: JSON.stringify({ as, ...act }) })).text);
}

test('people make channels of their own, and invite each other and the app into them', async () => {
  const made = await acted('ana', { act: 'createChannel', name: ' Office prices', isPrivate: true });
  const channel = made.result?.channel ?? '';
  const stored = sandbox.workspace.channels().find(({ id }) => id === channel);
  expect(stored).toMatchObject({ name: 'office-prices', isPrivate: true, members: [sandbox.people.ana.name] });
  const invite = (as: string, names: string) => acted(as, { act: 'command', channel, line: `/invite ${names}` });
  expect(await invite('ana', `@${sandbox.workspace.bot.realName} @ben`)).toEqual({ ok: true, result: {} });
  expect(sandbox.workspace.channels().find(({ id }) => id === channel)?.members).toHaveLength(3);
  for (const [as, names, why] of [
    ['ana', '@ben', 'is in #office-prices already'],
    ['ana', '@nobody', 'nobody called @nobody'],
    ['ana', '', 'Say whom'],
    ['sam', '@sam', 'cannot see'],
  ] as const)
    expect((await invite(as, names)).error, names).toContain(why);
  for (const [as, name, why] of [
    ['ana', 'office-prices', 'There is a channel #office-prices already'],
    ['ana', 'what?', 'A channel’s name has letters'],
    ['gus', 'mine', 'Guests cannot make channels'],
  ] as const)
    expect((await acted(as, { act: 'createChannel', name, isPrivate: false })).error, name).toContain(why);
});
