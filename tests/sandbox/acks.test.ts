import { afterEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { bareClient as clientOf, type Envelope, type OnFrame, testSandbox } from './test-app.ts';

let sandbox: Sandbox;
const sockets: WebSocket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await sandbox.stop();
});

async function bareClient(onFrame: OnFrame): Promise<WebSocket> {
  const socket = await clientOf(sandbox, onFrame);
  sockets.push(socket);
  return socket;
}

const kinds = () => sandbox.complaints.map((complaint) => complaint.kind);

test('a second ack is complained of', async () => {
  sandbox = await testSandbox();
  await bareClient((_, ack) => {
    ack();
    ack();
  });
  await sandbox.people.ana.command('/ticket');
  await sandbox.workspace.waitFor(() => sandbox.inspector.acks().length === 2, 1000).catch(() => {});
  expect(kinds()).toEqual(['double_ack']);
});

test('no ack in time: the person sees it fail; when it comes late, the complaint says so', async () => {
  sandbox = await testSandbox({ ackMs: 40 });
  let late = () => {};
  await bareClient((_, ack) => {
    late = ack;
  });
  const result = await sandbox.people.ana.command('/ticket');
  expect(result.trouble).toBe('/ticket failed with the error "operation_timeout"');
  expect(kinds()).toEqual(['no_ack']);
  const arrived = new Promise((resolve) => sandbox.inspector.subscribe(resolve));
  late();
  await arrived;
  expect(kinds()).toEqual(['late_ack']);
});

test('an answer in an ack that Slack does not read is complained of; in a command it is shown', async () => {
  sandbox = await testSandbox();
  await bareClient((_, ack) => ack({ text: 'Hello' }));
  expect((await sandbox.people.ana.command('/ticket')).text).toBe('Hello');
  expect(sandbox.people.ana.ephemerals().map((message) => message.text)).toEqual(['Hello']);
  await sandbox.people.ana.shortcut('New ticket');
  expect(kinds()).toEqual(['bad_ack']);
});

test('what is no command, no shortcut or not theirs is refused to the person', async () => {
  sandbox = await testSandbox();
  const { ana, ext, dora } = sandbox.people;
  await expect(ana.command('/nothing')).rejects.toThrow('Slack knows: /ticket');
  await expect(ana.shortcut('Nothing')).rejects.toThrow('there are: new_ticket "New ticket"');
  await expect(ext.command('/ticket')).rejects.toThrow('another organisation');
  await expect(dora.command('/ticket')).rejects.toThrow('deactivated');
});

test('an event without ack comes again with the same event_id, marked as a retry', async () => {
  sandbox = await testSandbox({ ackMs: 30, eventRetryMs: [0, 0, 0] });
  const seen: Envelope[] = [];
  await bareClient((frame, ack) => {
    seen.push(frame);
    if (seen.length === 3) ack();
    sandbox.workspace.changed();
  });
  sandbox.workspace.admin.changePerson('ana', { title: 'Head of desk' });
  await sandbox.workspace.waitFor(() => seen.length === 3);
  expect(seen.map((frame) => frame.retry_attempt)).toEqual([0, 1, 2]);
  expect(new Set(seen.map((frame) => frame.payload.event_id)).size).toBe(1);
  await sandbox.idle();
  await sandbox.faults.redeliver();
  expect(seen).toHaveLength(4);
  expect(seen[3]?.payload.event_id).toBe(seen[0]?.payload.event_id);
});

test('a dropped link is nobody’s fault; without a connection the person sees the command fail', async () => {
  sandbox = await testSandbox();
  const socket = await bareClient(() => {});
  const closed = new Promise((resolve) => socket.on('close', resolve));
  sandbox.faults.socket.drop();
  expect(await closed).toBe(1006);
  expect((await sandbox.people.ana.command('/ticket')).trouble).toContain('dispatch_failed');
  expect(sandbox.complaints).toEqual([]);
});

test('events of a time without connection arrive with the next one', async () => {
  sandbox = await testSandbox();
  sandbox.workspace.admin.changePerson('ana', { title: 'Head of desk' });
  const arrived = new Promise<Envelope>((resolve) => {
    void bareClient((frame, ack) => {
      ack();
      resolve(frame);
    });
  });
  expect(await arrived).toMatchObject({ type: 'events_api', retry_attempt: 1 });
});

test('an ack that is lost on its way: Slack had trouble, the app is not to blame', async () => {
  sandbox = await testSandbox();
  await bareClient((_, ack) => ack());
  sandbox.faults.loseAcks(1);
  expect((await sandbox.people.ana.command('/ticket')).trouble).toBe('/ticket failed with the error "dispatch_failed"');
  expect((await sandbox.people.ana.command('/ticket')).trouble).toBeUndefined();
  expect(sandbox.inspector.acks().map(({ outcome }) => outcome)).toEqual(['lost', 'acked']);
  expect(kinds()).toEqual([]);
});
