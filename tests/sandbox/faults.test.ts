import { afterEach, beforeEach, expect, test } from 'vitest';
import { frozenClock } from '../../sandbox/server/instruments/clock.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { errorOf, testSandbox, webClient } from './test-app.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await testSandbox();
});

afterEach(() => sandbox.stop());

const call = (method: string, body: Record<string, string> = {}) =>
  fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}` },
    body: new URLSearchParams(body),
  });

const answerOf = async (response: Response): Promise<{ ok?: boolean; error?: string }> =>
  JSON.parse(await response.text());

test('rate limits with and without header, statuses, platform errors and HTML pages', async () => {
  sandbox.faults.on('auth.test', { kind: 'ratelimited', retryAfter: 7 }, { times: 1 });
  const limited = await call('auth.test');
  expect([limited.status, limited.headers.get('retry-after'), await limited.json()]).toEqual([
    429,
    '7',
    { ok: false, error: 'ratelimited' },
  ]);
  sandbox.faults.on('*', { kind: 'ratelimited', retryAfter: 7, headerless: true }, { times: 1 });
  expect((await call('auth.test')).headers.get('retry-after')).toBeNull();
  sandbox.faults.on('auth.test', { kind: 'status', status: 503 }, { times: 1 });
  expect((await call('auth.test')).status).toBe(503);
  sandbox.faults.on('auth.test', { kind: 'error', error: 'internal_error' }, { times: 1 });
  expect(await errorOf(webClient(sandbox).auth.test())).toBe('internal_error');
  sandbox.faults.on('auth.test', { kind: 'html' });
  expect(await (await call('auth.test')).text()).toContain('<html>');
  sandbox.faults.clear();
  expect((await call('auth.test')).status).toBe(200);
});

test('a lost answer has had its effect, a hanging call has not', async () => {
  sandbox.faults.on('conversations.create', { kind: 'lost' }, { times: 1 });
  await expect(call('conversations.create', { name: 'so-1' })).rejects.toThrow();
  expect(sandbox.workspace.channel('so-1').name).toBe('so-1');
  sandbox.faults.on('conversations.create', { kind: 'hang' }, { times: 1 });
  const hanging = fetch(`${sandbox.apiUrl}conversations.create`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'so-2', token: sandbox.botToken }),
    signal: AbortSignal.timeout(60),
  });
  await expect(hanging).rejects.toThrow();
  expect(() => sandbox.workspace.channel('so-2')).toThrow('There is no channel "so-2"');
});

test('hooks stand before the effect and between effect and answer', async () => {
  const seen: string[] = [];
  const names = () =>
    sandbox.workspace
      .channels()
      .map((channel) => channel.name)
      .join(' ');
  sandbox.faults.before(
    'conversations.create',
    ({ args }) => void seen.push(`before ${String(args.name)}: ${names()}`),
  );
  sandbox.faults.after('conversations.create', ({ args }) => void seen.push(`after ${String(args.name)}: ${names()}`), {
    nth: 2,
  });
  await call('conversations.create', { name: 'a' });
  await call('conversations.create', { name: 'b' });
  expect(seen).toEqual(['before a: general', 'before b: general a', 'after b: general a b']);
});

test('one very call can be picked for a fault', async () => {
  sandbox.faults.pick(({ method, args }) =>
    method === 'conversations.create' && args.name === 'so-2' ? { kind: 'error', error: 'internal_error' } : undefined,
  );
  const answers = [];
  for (const name of ['so-1', 'so-2', 'so-3'])
    answers.push(await (await call('conversations.create', { name })).text());
  expect(answers.map((answer) => answer.includes('internal_error'))).toEqual([false, true, false]);
});

test('tiers: twenty a minute with a burst, and one post a second in a channel', async () => {
  await sandbox.stop();
  const clock = frozenClock();
  sandbox = await testSandbox({ rateLimits: 'tiers', clock });
  const statuses = [];
  for (let i = 0; i < 11; i += 1) statuses.push((await call('conversations.create', { name: `so-${i}` })).status);
  expect(statuses).toEqual([...Array(10).fill(200), 429]);
  clock.advance(3000);
  expect((await call('conversations.create', { name: 'so-later' })).status).toBe(200);
  const channel = sandbox.workspace.channel('so-1').id;
  const posts = [];
  for (let i = 0; i < 4; i += 1) posts.push((await call('chat.postMessage', { channel, text: 'x' })).status);
  expect(posts).toEqual([200, 200, 200, 429]);
});

test('the inspector keeps calls without tokens', async () => {
  await call('chat.postMessage', { channel: 'C1', text: `my token is ${sandbox.botToken}`, token: sandbox.botToken });
  const [logged] = sandbox.inspector.calls('chat.postMessage');
  expect(logged?.args).toEqual({ channel: 'C1', text: 'my token is [token]' });
  expect(logged?.answer).toEqual({ ok: false, error: 'channel_not_found' });
});

test('a fault for some calls of a method only, and one for response URLs', async () => {
  sandbox.faults.on(
    'conversations.create',
    { kind: 'error', error: 'restricted_action' },
    { when: ({ name }) => name === 'b' },
  );
  const answers = [];
  for (const name of ['a', 'b', 'c']) answers.push((await answerOf(await call('conversations.create', { name }))).ok);
  expect(answers).toEqual([true, false, true]);
  sandbox.faults.on('*', { kind: 'status', status: 500 });
  const url = `${sandbox.url}/actions/T1/1/none`;
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(404);
  sandbox.faults.on('response_url', { kind: 'status', status: 503 }, { times: 1 });
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(503);
});

test('an answer that is cut off has had its effect', async () => {
  sandbox.faults.on('conversations.create', { kind: 'cut' }, { times: 1 });
  const response = await call('conversations.create', { name: 'so-1' });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  expect(sandbox.workspace.channel('so-1').name).toBe('so-1');
});

test('a token is taken away, given back, and replaced; scopes come and go', async () => {
  const error = async () => (await answerOf(await call('conversations.create', { name: `c${Math.random()}` }))).error;
  const old = sandbox.botToken;
  sandbox.grants.revokeToken();
  expect(await error()).toBe('token_revoked');
  sandbox.grants.restoreToken();
  sandbox.grants.withdraw('channels:manage');
  expect(await error()).toBe('missing_scope');
  sandbox.grants.grant('channels:manage');
  const fresh = sandbox.grants.reinstall();
  expect([sandbox.botToken, sandbox.env.SLACK_BOT_TOKEN]).toEqual([fresh, fresh]);
  const withOld = await fetch(`${sandbox.apiUrl}auth.test`, { headers: { authorization: `Bearer ${old}` } });
  expect((await answerOf(withOld)).error).toBe('token_revoked');
  expect((await answerOf(await call('auth.test'))).ok).toBe(true);
  expect(sandbox.complaints.filter(({ kind }) => kind !== 'missing_scope')).toEqual([]);
});
