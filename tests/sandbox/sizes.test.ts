import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { errorOf, testSandbox, webClient } from './test-app.ts';

let sandbox: Sandbox;
const undo: (() => void)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0)) step();
  await sandbox.stop();
});

const kinds = () => sandbox.complaints.map(({ kind }) => kind);
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

/** An answer whose frame, with this envelope's id, has exactly this many bytes. */
function answerOf(bytes: number, envelope_id: string): { text: string } {
  const bare = Buffer.byteLength(JSON.stringify({ envelope_id, payload: { text: '' } }));
  // Three bytes each: it is not characters that Slack counts.
  const wide = Math.floor((bytes - bare) / 3);
  return { text: 'あ'.repeat(wide) + 'x'.repeat(bytes - bare - 3 * wide) };
}

describe('A1 the sandbox drops large answers, as Slack does', () => {
  async function answering(bytes: number): Promise<void> {
    sandbox = await testSandbox({ ackMs: 60 });
    const { url = '' } = await webClient(sandbox, sandbox.appToken).apps.connections.open();
    const socket = new WebSocket(String(url));
    undo.push(() => socket.terminate());
    socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(String(data));
      if (envelope_id) socket.send(JSON.stringify({ envelope_id, payload: answerOf(bytes, envelope_id) }));
    });
    await sandbox.connected();
  }

  test('20,479 bytes arrive over Socket Mode', async () => {
    await answering(20_479);
    expect((await sandbox.people.ana.command('/ticket')).text).toContain('あ');
    expect(sandbox.inspector.acks().map(({ outcome }) => outcome)).toEqual(['acked']);
  });

  test('20,480 do not: no ack, the person sees it fail, the inspector and a complaint say why', async () => {
    await answering(20_480);
    const { trouble, text } = await sandbox.people.ana.command('/ticket');
    expect([trouble, text]).toEqual(['/ticket failed with the error "operation_timeout"', undefined]);
    expect(sandbox.inspector.acks().map(({ outcome }) => outcome)).toEqual(['dropped', 'timeout']);
    expect(kinds()).toEqual(['limit', 'no_ack']);
  });

  test('over HTTP there is no such limit', async () => {
    sandbox = await testSandbox({ mode: 'http' });
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ text: 'あ'.repeat(10_000) }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    undo.push(() => server.close());
    sandbox.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect((await sandbox.people.ana.command('/ticket')).text).toHaveLength(10_000);
    expect(kinds()).toEqual(['limit']);
  });
});

describe('A2 the sandbox refuses messages with too much text in their blocks', () => {
  /** Sections of together this many characters. */
  const long = (total: number) =>
    Array.from({ length: Math.ceil(total / 3000) }, (_, n) => section('x'.repeat(Math.min(3000, total - n * 3000))));

  async function inChannel() {
    sandbox = await testSandbox();
    const client = webClient(sandbox);
    const { channel } = await client.conversations.create({ name: 'so-1', is_private: true });
    return { client, channel: channel?.id ?? '' };
  }

  test('a post, a change, a private post and an answer: 13,200 characters are taken, one more is not', async () => {
    const { client, channel } = await inChannel();
    const user = sandbox.people.ana.id;
    await client.conversations.invite({ channel, users: user });
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x', blocks: long(13_200) });
    const calls = [
      (total: number) => client.chat.postMessage({ channel, text: 'x', blocks: long(total) }),
      (total: number) => client.chat.update({ channel, ts, text: 'x', blocks: long(total) }),
      (total: number) => client.chat.postEphemeral({ channel, user, text: 'x', blocks: long(total) }),
    ];
    for (const call of calls) expect(await errorOf(call(13_200))).toBe('ok');
    for (const call of calls) expect(await errorOf(call(13_201))).toBe('msg_blocks_too_long');
    expect(kinds()).toEqual(['limit', 'limit', 'limit']);
  });

  test('every text counts: labels, alternative texts, fields, those of attachments, and rich text, of which there may be less', async () => {
    const { client, channel } = await inChannel();
    const button = {
      type: 'button' as const,
      action_id: 'a',
      text: { type: 'plain_text' as const, text: 'x'.repeat(60) },
      accessibility_label: 'x'.repeat(60),
    };
    const fields = [{ type: 'mrkdwn' as const, text: 'x'.repeat(60) }];
    const parts = [
      [{ type: 'actions' as const, elements: [button] }],
      [{ type: 'section' as const, fields }],
      [{ type: 'image' as const, image_url: 'https://example.com/a.png', alt_text: 'x'.repeat(60) }],
    ];
    const post = (...blocks: object[]) =>
      errorOf(client.apiCall('chat.postMessage', { channel, text: 'x', blocks: JSON.stringify(blocks) }));
    for (const part of parts) {
      expect(await post(...long(13_000), ...part)).toBe('ok');
      expect(await post(...long(13_150), ...part)).toBe('msg_blocks_too_long');
    }
    const rich = (text: string) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
    });
    expect(await post(...long(11_280), rich('x'.repeat(60)))).toBe('ok');
    expect(await post(...long(11_281), rich('x'.repeat(60)))).toBe('msg_blocks_too_long');
    const attached = { channel, text: 'x', attachments: [{ blocks: long(201) }], blocks: long(13_000) };
    expect(await errorOf(client.chat.postMessage(attached))).toBe('msg_blocks_too_long');
  });
});
