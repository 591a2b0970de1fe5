import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { seeded } from '../support/random.ts';
import { bareClient, type OnFrame, openSocket, testSandbox, webClient } from './test-app.ts';

describe('several Socket Mode connections of one app', () => {
  let sandbox: Sandbox;
  const sockets: WebSocket[] = [];
  beforeEach(async () => {
    sandbox = await testSandbox({ choose: seededChoice(13), eventRetryMs: [0, 0, 0] });
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    await sandbox.stop();
  });

  async function client(onFrame: OnFrame, instance?: string): Promise<WebSocket> {
    const socket = await bareClient(sandbox, onFrame, instance);
    sockets.push(socket);
    return socket;
  }
  /** So many connections that ack; the numbers of those that got something, in order. */
  async function clients(count: number): Promise<number[]> {
    const got: number[] = [];
    for (let n = 0; n < count; n += 1)
      await client((_, ack) => {
        got.push(n);
        ack();
      });
    return got;
  }
  const acked = () => sandbox.inspector.acks().map(({ outcome, by }) => [outcome, by]);

  test('every payload goes to exactly one of ten, any one, and hello says how many there are', async () => {
    const got = await clients(10);
    for (let n = 0; n < 60; n += 1) await sandbox.people.ana.command('/ticket');
    expect(got).toHaveLength(60);
    expect(new Set(got).size).toBe(10);
    const choose = seededChoice(13);
    expect(got).toEqual(Array.from({ length: 60 }, () => choose(10)));
    expect(sandbox.complaints).toEqual([]);
  });

  test('an eleventh gets no hello: it is told why and closed; when one of the ten has left, there is room', async () => {
    await clients(10);
    const eleventh = await heardBy(await openSocket(sandbox));
    expect(eleventh).toEqual([expect.objectContaining({ type: 'disconnect', reason: 'too_many_websockets' })]);
    const [first] = sockets.splice(0, 1);
    const left = new Promise((resolve) => first?.once('close', resolve));
    first?.close();
    await left;
    await sandbox.workspace.waitFor(() =>
      sandbox.inspector.entries.some((entry) => entry.kind === 'note' && entry.text.includes('connection 1 closed')),
    );
    const again = await openSocket(sandbox);
    sockets.push(again);
    const [hello] = await new Promise<unknown[]>((resolve) =>
      again.once('message', (data) => resolve([JSON.parse(String(data))])),
    );
    expect(hello).toMatchObject({ type: 'hello', num_connections: 10 });
  });

  test('a ticket opens one connection', async () => {
    const { url = '' } = await webClient(sandbox, sandbox.appToken).apps.connections.open();
    sockets.push(new WebSocket(String(url)));
    await sandbox.connected(1);
    const status = new Promise((resolve) => {
      const socket = new WebSocket(String(url));
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('error', () => {});
    });
    expect(await status).toBe(403);
  });

  test('an event whose connection ends before the ack comes again, over another; what a person did does not', async () => {
    const first = await client(() => first.terminate());
    const seen: unknown[] = [];
    await client(({ type, retry_attempt, retry_reason, payload }, ack) => {
      seen.push({ type, retry_attempt, retry_reason, id: payload.event_id });
      ack();
    });
    sandbox.faults.route(() => 0);
    sandbox.workspace.admin.changePerson('ana', { title: 'Head of desk' });
    await sandbox.workspace.waitFor(() => acked().length === 2);
    const id = sandbox.inspector.envelopes()[0]?.payload.event_id;
    expect(seen).toEqual([{ type: 'events_api', retry_attempt: 1, retry_reason: 'connection_failed', id }]);
    expect(acked()).toEqual([
      ['lost', 'connection 1'],
      ['acked', 'connection 2'],
    ]);
    expect(sandbox.complaints).toEqual([]);

    const third = await client(() => third.terminate());
    sandbox.faults.route(() => 1);
    expect((await sandbox.people.ana.command('/ticket')).trouble).toContain('dispatch_failed');
    await sandbox.idle();
    expect(seen).toHaveLength(1);
    expect(acked().slice(2)).toEqual([['lost', 'connection 3']]);
  });

  test('a connection that Slack renews counts until it is closed, and gets nothing more', async () => {
    const got = await clients(10);
    sandbox.faults.socket.refresh(9);
    expect(await heardBy(await openSocket(sandbox))).toMatchObject([{ reason: 'too_many_websockets' }]);
    await sandbox.people.ana.command('/ticket');
    expect(got).toEqual([9]);
  });

  test('an instance that says its name is called by it: its acks and its calls', async () => {
    const ack: OnFrame = (_, answer) => answer();
    await client(ack, 'b');
    await client(ack);
    let turn = 0;
    sandbox.faults.route((among) => turn++ % among);
    for (let n = 0; n < 3; n += 1) await sandbox.people.ana.command('/ticket');
    expect(acked().map(([, by]) => by)).toEqual(['b', 'connection 2', 'b']);
    expect(sandbox.inspector.calls().map(({ by }) => by)).toEqual(['b', undefined]);
  });
});

/** Chooses by a seed, the same each time. */
function seededChoice(seed: number): (among: number) => number {
  const random = seeded(seed);
  return (among) => Math.floor(random() * among);
}

/** Everything that Slack says over this connection until it closes it. */
function heardBy(socket: WebSocket): Promise<unknown[]> {
  const heard: unknown[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  return new Promise((resolve) => socket.on('close', () => resolve(heard)));
}
