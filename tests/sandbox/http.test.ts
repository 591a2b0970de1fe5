import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { testSandbox } from './test-app.ts';

let sandbox: Sandbox;
let app: App;
const events: string[] = [];

beforeEach(async () => {
  events.length = 0;
  sandbox = await testSandbox({ mode: 'http' });
  const receiver = new HTTPReceiver({ signingSecret: sandbox.signingSecret, logLevel: LogLevel.ERROR });
  app = new App({
    token: sandbox.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: sandbox.apiUrl },
  });
  app.command('/ticket', async ({ ack, respond, command }) => {
    await ack(`You said ${command.text}`);
    await respond({ text: 'And later', response_type: 'ephemeral' });
  });
  app.event('user_change', async ({ event }) => {
    events.push(event.user.id);
  });
  const server = await app.start(0);
  const address = 'address' in server ? server.address() : null;
  if (address === null || typeof address === 'string') throw new Error('no port');
  sandbox.setRequestUrl(`http://127.0.0.1:${address.port}/slack/events`);
});

afterEach(async () => {
  await app.stop();
  await sandbox.stop();
});

test('signed deliveries reach a Bolt HTTP receiver: commands, response URLs, events', async () => {
  const { ana } = sandbox.people;
  const answer = await ana.command('/ticket hello @sam', 'general');
  expect(answer.text).toBe(`You said hello <@${sandbox.people.sam.id}|sam.lee>`);
  await sandbox.workspace.waitFor(() => ana.ephemerals().length === 2);
  expect(ana.ephemerals().map((message) => message.text)[1]).toBe('And later');
  sandbox.workspace.admin.changePerson('ana', { title: 'Head of desk' });
  await sandbox.idle();
  expect(events).toEqual([ana.id]);
  expect(sandbox.complaints).toEqual([]);
  expect(sandbox.env).toHaveProperty('SLACK_SIGNING_SECRET');
});

test('a response URL works five times', async () => {
  await sandbox.people.ana.command('/ticket x', 'general');
  await sandbox.workspace.waitFor(() => sandbox.people.ana.ephemerals().length === 2);
  const url = String(sandbox.inspector.envelopes().at(-1)?.payload.response_url);
  const post = async () => (await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'again' }) })).status;
  expect([await post(), await post(), await post(), await post(), await post()]).toEqual([200, 200, 200, 200, 404]);
});

test('a response URL ends after thirty minutes', async () => {
  await sandbox.people.ana.command('/ticket x', 'general');
  const url = String(sandbox.inspector.envelopes().at(-1)?.payload.response_url);
  await sandbox.workspace.waitFor(() => sandbox.people.ana.ephemerals().length === 2);
  sandbox.clock.advance(30 * 60 * 1000 + 1);
  expect((await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'late' }) })).status).toBe(404);
});
