import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { errorOf, testSandbox, webClient } from './test-app.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await testSandbox();
});

afterEach(() => sandbox.stop());

const create = async (name: string, isPrivate = true) => {
  const { channel } = await webClient(sandbox).conversations.create({ name, is_private: isPrivate });
  return channel?.id ?? '';
};
const kinds = () => sandbox.complaints.map((complaint) => complaint.kind);

test('auth.test knows the bot, and a wrong token is refused', async () => {
  const who = await webClient(sandbox).auth.test();
  expect(who).toMatchObject({ user_id: sandbox.botUserId, team_id: sandbox.teamId, team: 'Northwind Field Services' });
  expect(who.response_metadata?.scopes).toContain('chat:write');
  expect(await errorOf(webClient(sandbox, 'xoxb-wrong').auth.test())).toBe('invalid_auth');
  expect(await errorOf(webClient(sandbox, sandbox.appToken).auth.test())).toBe('not_allowed_token_type');
});

test('a scope that was not granted is missed, with what is needed and provided', async () => {
  await sandbox.stop();
  sandbox = await testSandbox({ grantedScopes: ['chat:write', 'channels:manage'] });
  const client = webClient(sandbox);
  const call = client.conversations.create({ name: 'secret', is_private: true });
  await expect(call).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'groups:write', provided: 'chat:write,channels:manage' },
  });
  expect(await errorOf(client.pins.list({ channel: 'C1' }))).toBe('missing_scope');
  expect(kinds()).toEqual(['missing_scope', 'missing_scope']);
});

test('names: taken even by archived channels, without an id; bad ones are refused one by one', async () => {
  const client = webClient(sandbox);
  const channel = await create('so-1');
  await client.conversations.archive({ channel });
  await expect(client.conversations.create({ name: 'so-1' })).rejects.toMatchObject({
    data: { ok: false, error: 'name_taken' },
  });
  expect(await errorOf(client.conversations.create({ name: 'So 1' }))).toBe('invalid_name_specials');
  expect(await errorOf(client.conversations.create({ name: '--' }))).toBe('invalid_name_punctuation');
  expect(await errorOf(client.conversations.create({ name: 'x'.repeat(81) }))).toBe('invalid_name_maxlength');
  expect(await errorOf(client.conversations.create({ name: '' }))).toBe('invalid_name_required');
});

test('D14 names of any script, composed, with each mark on its letter', async () => {
  const client = webClient(sandbox);
  for (const name of ['ポンプ', 'жилой', 'น้ำ-ประปา', 'हिन्दी_1', 'ヒーター'])
    await expect(client.conversations.create({ name }), name).resolves.toMatchObject({ ok: true });
  for (const name of ['ホ\u309a', '\u0e49น', 'a-\u0301', 'a\u200db', 'a\ufe0f'])
    expect(await errorOf(client.conversations.create({ name })), name).toBe('invalid_name_specials');
});

test('archiving takes the bot out, and it cannot come back by itself', async () => {
  const client = webClient(sandbox);
  const channel = await create('so-2');
  await client.conversations.invite({ channel, users: sandbox.people.ana.id });
  await client.conversations.archive({ channel });
  expect(sandbox.workspace.channel('so-2').members).toEqual(['Ana Ruiz']);
  expect(await errorOf(client.conversations.archive({ channel }))).toBe('already_archived');
  expect(await errorOf(client.chat.postMessage({ channel, text: 'late' }))).toBe('is_archived');
  expect(await errorOf(client.conversations.unarchive({ channel }))).toBe('not_in_channel');
  expect(await errorOf(client.conversations.history({ channel }))).toBe('not_in_channel');
  await expect(sandbox.people.ana.say('so-2', 'hello')).rejects.toThrow('is archived');
});

test('invitations are all or nothing unless forced', async () => {
  const client = webClient(sandbox);
  const { ana, ben, dora } = sandbox.people;
  const channel = await create('so-3');
  expect(await errorOf(client.conversations.invite({ channel, users: `${ana.id},${dora.id}` }))).toBe('cant_invite');
  expect(sandbox.workspace.channel('so-3').members).toEqual(['Test App']);
  const forced = await client.conversations.invite({ channel, users: `${ana.id},${dora.id}`, force: true });
  expect(forced).toMatchObject({ ok: true, errors: [{ ok: false, error: 'cant_invite', user: dora.id }] });
  expect(await errorOf(client.conversations.invite({ channel, users: ana.id }))).toBe('already_in_channel');
  expect(await errorOf(client.conversations.invite({ channel, users: sandbox.botUserId }))).toBe('cant_invite_self');
  expect(await errorOf(client.conversations.kick({ channel, user: ben.id }))).toBe('not_in_channel');
});

test('private channels are private, for people and for the app', async () => {
  sandbox.workspace.admin.createChannel('board', { isPrivate: true, members: ['adam'] });
  const { id } = sandbox.workspace.channel('board');
  const client = webClient(sandbox);
  expect(await errorOf(client.conversations.info({ channel: id }))).toBe('channel_not_found');
  const list = await client.conversations.list({ types: 'public_channel,private_channel' });
  expect(list.channels?.map((channel) => channel.name)).toEqual(['general']);
  expect(() => sandbox.people.ana.messages('board')).toThrow('Ana Ruiz cannot see #board');
  expect(sandbox.people.adam.channels()).toEqual(['general', 'board']);
  expect(sandbox.people.gina.channels()).toEqual([]);
});

test('a private channel that outlives its members stays lost to a kicked bot', async () => {
  const client = webClient(sandbox);
  const channel = await create('so-4');
  sandbox.workspace.admin.kickApp('so-4');
  expect(await errorOf(client.chat.postMessage({ channel, text: 'hello' }))).toBe('channel_not_found');
  expect(sandbox.complaints).toEqual([]);
});

test('posting: direct messages, notifications, metadata only on request', async () => {
  const client = webClient(sandbox);
  const { ana, dora } = sandbox.people;
  const sent = await client.chat.postMessage({
    channel: ana.id,
    text: `Ready &amp; waiting for <@${ana.id}>`,
    metadata: { event_type: 'order', event_payload: { id: 1 } },
  });
  expect(sent.channel).toMatch(/^D/);
  expect(ana.notifications()).toEqual(['Ready & waiting for @Ana Ruiz']);
  expect(ana.directMessages().map((message) => message.shown)).toEqual(['Ready & waiting for @Ana Ruiz']);
  expect(await errorOf(client.chat.postMessage({ channel: dora.id, text: 'x' }))).toBe('user_disabled');
  const channel = await create('so-5');
  await client.chat.postMessage({ channel, text: 'a', metadata: { event_type: 'order', event_payload: { id: 2 } } });
  const plain = await client.conversations.history({ channel, limit: 1 });
  const whole = await client.conversations.history({ channel, limit: 1, include_all_metadata: true });
  expect(plain.messages?.[0]?.metadata).toEqual({ event_type: 'order' });
  expect(whole.messages?.[0]?.metadata).toEqual({ event_type: 'order', event_payload: { id: 2 } });
});

test('a reviewer hears of blocks without text, broadcasts, unknown channels and methods', async () => {
  const client = webClient(sandbox);
  const channel = await create('so-6');
  await client.chat.postMessage({ channel, blocks: [{ type: 'divider' }] });
  await client.chat.postMessage({ channel, text: 'hello <!here>' });
  await errorOf(client.chat.postMessage({ channel: '#so-6', text: 'hello' }));
  expect(await errorOf(client.apiCall('chat.shout', {}))).toBe('unknown_method');
  expect(kinds()).toEqual(['missing_text', 'broadcast', 'unknown_channel', 'unknown_method']);
});

test('refused blocks are named with their pointers, in the shape of chat.* and of views.*', async () => {
  const client = webClient(sandbox);
  const channel = await create('so-7');
  const blocks = [{ type: 'header' as const, text: { type: 'plain_text' as const, text: 'x'.repeat(151) } }];
  const call = client.chat.postMessage({ channel, text: 'x', blocks });
  await expect(call).rejects.toMatchObject({
    data: { error: 'invalid_blocks', errors: ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'] },
  });
  const view = { type: 'home' as const, blocks };
  await expect(client.views.publish({ user_id: sandbox.people.ana.id, view })).rejects.toMatchObject({
    data: {
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 151 characters [json-pointer:/view/blocks/0/text/text]'],
      },
    },
  });
  expect(kinds()).toEqual(['limit', 'limit']);
});

test('messages are changed and deleted by their author only; pins and bookmarks', async () => {
  const client = webClient(sandbox);
  const channel = await create('so-8');
  await client.conversations.invite({ channel, users: sandbox.people.ana.id });
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'card' });
  const said = await sandbox.people.ana.say('so-8', 'hi <there>');
  expect(await errorOf(client.chat.update({ channel, ts: said.ts, text: 'x' }))).toBe('cant_update_message');
  await client.chat.update({ channel, ts, text: 'new card' });
  await client.pins.add({ channel, timestamp: ts });
  expect(await errorOf(client.pins.add({ channel, timestamp: ts }))).toBe('already_pinned');
  await client.bookmarks.add({ channel_id: channel, title: 'Order', type: 'link', link: 'https://example.com/1' });
  expect(await errorOf(client.bookmarks.add({ channel_id: channel, title: 'x', type: 'link', link: 'ftp://x' }))).toBe(
    'invalid_link',
  );
  const summary = sandbox.workspace.channel('so-8');
  expect(summary.pins.map((pin) => pin.text)).toEqual(['new card']);
  expect(summary.bookmarks.map((bookmark) => bookmark.title)).toEqual(['Order']);
  expect(summary.messages.at(-1)?.shown).toBe('hi <there>');
  expect(sandbox.people.ana.notifications()).toEqual(['card']);
});

test('hash conflicts on the home', async () => {
  const client = webClient(sandbox);
  const user_id = sandbox.people.ana.id;
  const home = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
  const first = await client.views.publish({ user_id, view: home });
  await client.views.publish({ user_id, view: home });
  expect(await errorOf(client.views.publish({ user_id, view: home, hash: first.view?.hash ?? '' }))).toBe(
    'hash_conflict',
  );
});

test('people have the flags Slack reports', async () => {
  const client = webClient(sandbox);
  const flags = async (id: string) => (await client.users.info({ user: id })).user;
  expect(await flags(sandbox.people.gina.id)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
  expect(await flags(sandbox.people.olga.id)).toMatchObject({ is_admin: true, is_owner: true, is_primary_owner: true });
  expect(await flags(sandbox.people.dora.id)).toMatchObject({ deleted: true });
  expect(await errorOf(client.users.info({ user: sandbox.people.ext.id }))).toBe('user_not_visible');
  expect((await flags(sandbox.people.ana.id))?.profile?.email).toBeUndefined();
  expect(await errorOf(client.usergroups.list())).toBe('missing_scope');
});
