import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectSandbox } from '../../sandbox/client.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { testSandbox, webClient } from './test-app.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await testSandbox();
});

afterEach(() => sandbox.stop());

test('another process does the same acts', async () => {
  const remote = await connectSandbox(sandbox.url);
  await remote.admin.createChannel('depot', { members: ['ana'] });
  await remote.people.ana?.say('depot', 'hello', [{ name: 'a.txt', bytes: Buffer.from('abc') }]);
  const state = await remote.state();
  expect(state.channels.find((channel) => channel.name === 'depot')?.messages.at(-1)?.text).toBe('hello');
  expect(Buffer.from(state.files[0]?.bytes ?? []).toString()).toBe('abc');
  expect(await remote.people.ana?.channels()).toEqual(['general', 'depot']);
  expect(await remote.people.ana?.topModal()).toBeUndefined();
  await expect(remote.people.gina?.messages('depot')).rejects.toThrow('Gina Costa cannot see #depot');
  await remote.fault('auth.test', { kind: 'error', error: 'fatal_error' }, 1);
  await expect(webClient(sandbox).auth.test()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
  await remote.grants.revokeToken('account_inactive');
  await expect(webClient(sandbox).auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
  await remote.grants.restoreToken();
  await remote.idle();
  expect((await remote.traffic()).length).toBeGreaterThan(0);
});

test('another process takes an address of the app out of the rotation and puts it back', async () => {
  const { addresses } = await connectSandbox(sandbox.url);
  const [a, b] = ['http://127.0.0.1:3001/slack/events', 'http://127.0.0.1:3002/slack/events'];
  await addresses.set(a, b);
  await addresses.takeOut(b);
  expect((await addresses.list()).map(({ takenOut }) => takenOut)).toEqual([false, true]);
  await addresses.putBack(b);
  expect(sandbox.addresses.list().map(({ takenOut }) => takenOut)).toEqual([false, false]);
  await expect(addresses.takeOut('http://127.0.0.1:3003/')).rejects.toThrow('none of the app');
  await expect(addresses.set('')).rejects.toThrow('no address');
});

test('bad input is answered with an error', async () => {
  const post = async (path: string, body: string) => {
    const response = await fetch(`${sandbox.url}/sandbox/${path}`, { method: 'POST', body });
    return [response.status, await response.json()];
  };
  expect(await post('people/nobody/say', '[]')).toEqual([400, { ok: false, error: 'There is nobody called "nobody"' }]);
  expect(await post('people/ana/fly', '[]')).toEqual([400, { ok: false, error: 'There is no act "fly"' }]);
  expect(await post('people/ana/say', '{')).toEqual([400, { ok: false, error: 'The body is not JSON' }]);
  expect((await post('people/ana/say', '[1, 2]'))[0]).toBe(400);
  expect((await post('faults', '{"fault":{"kind":"fire"}}'))[0]).toBe(400);
  expect((await post('nothing', '{}'))[0]).toBe(400);
});
