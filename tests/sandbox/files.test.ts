import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { errorOf, testSandbox, webClient } from './test-app.ts';

let sandbox: Sandbox;
let channel: string;

beforeEach(async () => {
  // Long enough that a busy machine still finds the file not shared yet.
  sandbox = await testSandbox({ fileShareDelayMs: 300 });
  channel = (await webClient(sandbox).conversations.create({ name: 'so-1', is_private: true })).channel?.id ?? '';
});

afterEach(() => sandbox.stop());

async function upload(name: string, bytes: Buffer): Promise<string> {
  const { upload_url: url = '', file_id: id = '' } = await webClient(sandbox).files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(bytes) });
  expect(await response.text()).toBe(`OK - ${bytes.length}`);
  return id;
}

test('a file appears in the channel late, and only then has shares', async () => {
  const client = webClient(sandbox);
  const id = await upload('SO-1 v1.pdf', Buffer.from('%PDF'));
  const done = await client.files.completeUploadExternal({ files: [{ id, title: 'Version 1' }], channel_id: channel });
  expect(done.files?.[0]?.shares).toEqual({});
  expect(sandbox.workspace.channel('so-1').files).toEqual([]);
  await client.chat.postMessage({ channel, text: 'first after all' });
  await sandbox.idle();
  expect(sandbox.workspace.channel('so-1').files).toEqual(['Version 1']);
  expect(
    sandbox.workspace
      .channel('so-1')
      .messages.slice(-2)
      .map((message) => message.text),
  ).toEqual(['first after all', '']);
  const { file } = await client.files.info({ file: id });
  expect(file?.shares?.private?.[channel]?.[0]?.ts).toMatch(/^\d+\.\d{6}$/);
  expect(sandbox.workspace.file('Version 1').bytes.toString()).toBe('%PDF');
  expect(await errorOf(client.files.completeUploadExternal({ files: [{ id }], channel_id: channel }))).toBe(
    'file_not_found',
  );
});

test("the SDK's own upload works", async () => {
  await webClient(sandbox).filesUploadV2({
    channel_id: channel,
    filename: 'a.txt',
    file: Buffer.from('hello'),
    title: 'A',
  });
  await sandbox.idle();
  expect(sandbox.workspace.file('A').bytes.toString()).toBe('hello');
  expect(sandbox.complaints).toEqual([]);
});

test('a file is lost when its channel is archived before it appeared', async () => {
  const client = webClient(sandbox);
  const id = await upload('a.pdf', Buffer.from('%PDF'));
  await client.files.completeUploadExternal({ files: [{ id, title: 'A' }], channel_id: channel });
  await client.conversations.archive({ channel });
  await sandbox.idle();
  expect(sandbox.workspace.channel('so-1').files).toEqual([]);
  expect(sandbox.complaints.map((complaint) => complaint.kind)).toEqual(['file_lost']);
});

test('empty files, missing bytes and foreign channels are refused', async () => {
  const client = webClient(sandbox);
  expect(await errorOf(client.files.getUploadURLExternal({ filename: 'a.pdf', length: 0 }))).toBe('missing_argument');
  const { file_id: id = '' } = await client.files.getUploadURLExternal({ filename: 'a.pdf', length: 10 });
  expect(await errorOf(client.files.completeUploadExternal({ files: [{ id }], channel_id: channel }))).toBe(
    'file_update_failed',
  );
});

test('private files need the token; without it a login page comes back with 200', async () => {
  const { ana } = sandbox.people;
  await webClient(sandbox).conversations.invite({ channel, users: ana.id });
  const said = await ana.say('so-1', 'photo', [{ name: 'pump.jpg', bytes: Buffer.from('jpeg') }]);
  expect(said.subtype).toBe('file_share');
  const { file } = await webClient(sandbox).files.info({ file: said.files[0]?.id ?? '' });
  const address = file?.url_private_download ?? '';
  const open = await fetch(address);
  expect([open.status, open.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const allowed = await fetch(address, { headers: { authorization: `Bearer ${sandbox.botToken}` } });
  expect([allowed.headers.get('content-type'), await allowed.text()]).toEqual(['image/jpeg', 'jpeg']);
});

test('a HEIC photo has thumbnails that Slack made, for those who have the token; other pictures need none', async () => {
  const ask = (address: string, token: string) => fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const heic = await upload('IMG_1.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
  const { file } = await webClient(sandbox).files.info({ file: heic });
  expect(file).toMatchObject({ thumb_1024_w: 1024, thumb_1024_h: 768, thumb_360_w: 360 });
  const had = await ask(file?.thumb_1024 ?? '', sandbox.botToken);
  expect(had.headers.get('content-type')).toBe('image/jpeg');
  expect([...new Uint8Array(await had.arrayBuffer()).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect((await ask(file?.thumb_1024 ?? '', 'xoxb-other')).headers.get('content-type')).toContain('text/html');
  expect((await ask((file?.thumb_1024 ?? '').replace('_1024', '_77'), sandbox.botToken)).status).toBe(404);
  const plain = await upload('photo.heic', Buffer.from('no photo'));
  expect((await webClient(sandbox).files.info({ file: plain })).file?.thumb_1024).toBeUndefined();
});
