import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { errorOf, testSandbox, webClient } from './test-app.ts';

/** What the app may still call, in every state that people can bring a channel into. */
const calls: Record<string, (client: WebClient, channel: string, person: string) => Promise<unknown>> = {
  'conversations.info': (client, channel) => client.conversations.info({ channel }),
  'conversations.history': (client, channel) => client.conversations.history({ channel }),
  'conversations.invite': (client, channel, users) => client.conversations.invite({ channel, users }),
  'conversations.setTopic': (client, channel) => client.conversations.setTopic({ channel, topic: 'x' }),
  'chat.postMessage': (client, channel) => client.chat.postMessage({ channel, text: 'x' }),
  'bookmarks.add': (client, channel_id) =>
    client.bookmarks.add({ channel_id, type: 'link', title: 'x', link: 'https://example.com' }),
  'conversations.archive': (client, channel) => client.conversations.archive({ channel }),
};

const hidden = Object.fromEntries(Object.keys(calls).map((method) => [method, 'channel_not_found']));
const isPublic: Record<string, boolean> = { 'public, app removed': true };

const states: Record<string, [(sandbox: Sandbox, name: string) => void, Record<string, string>]> = {
  'private, app removed': [({ workspace }, name) => workspace.admin.kickApp(name), hidden],
  'public, app removed': [
    ({ workspace }, name) => workspace.admin.kickApp(name),
    {
      ...Object.fromEntries(Object.keys(calls).map((method) => [method, 'not_in_channel'])),
      'conversations.info': 'ok',
      'bookmarks.add': 'permission_denied',
    },
  ],
  archived: [
    ({ workspace }, name) => workspace.admin.archiveChannel(name),
    {
      'conversations.info': 'ok',
      'conversations.history': 'not_in_channel',
      'conversations.invite': 'is_archived',
      'conversations.setTopic': 'is_archived',
      'chat.postMessage': 'is_archived',
      'bookmarks.add': 'permission_denied',
      'conversations.archive': 'already_archived',
    },
  ],
  'archived, hidden from the app': [
    ({ workspace }, name) => {
      workspace.hidesArchived = true;
      workspace.admin.archiveChannel(name);
    },
    hidden,
  ],
  'archived and opened again': [
    ({ workspace }, name) => {
      workspace.admin.archiveChannel(name);
      workspace.admin.unarchiveChannel(name);
    },
    hidden,
  ],
  deleted: [({ workspace }, name) => workspace.admin.deleteChannel(name), hidden],
  'shared under a new id': [({ workspace }, name) => workspace.admin.shareChannel(name, { newId: true }), hidden],
};

describe('what Slack answers about a channel that people took away', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await testSandbox();
  });
  afterAll(() => sandbox.stop());

  test.each(Object.keys(states))('%s', async (state) => {
    const client = webClient(sandbox);
    const name = `so-${Object.keys(states).indexOf(state)}`;
    const { channel } = await client.conversations.create({ name, is_private: !isPublic[state] });
    const id = channel?.id ?? '';
    await client.conversations.invite({ channel: id, users: sandbox.people.olga.id });
    const [bring, expected] = states[state] ?? [];
    bring?.(sandbox, name);
    const answers: [string, string][] = [];
    for (const [method, call] of Object.entries(calls))
      answers.push([method, await errorOf(call(client, id, sandbox.people.ana.id))]);
    expect(Object.fromEntries(answers)).toEqual(expected);
    sandbox.workspace.hidesArchived = false;
    expect(sandbox.complaints.splice(0).filter(({ kind }) => kind !== 'missing_scope')).toEqual([]);
  });

  test('an app that was uninstalled is refused until it is installed again, with a new token', async () => {
    const before = sandbox.botToken;
    sandbox.uninstall();
    expect(await errorOf(webClient(sandbox, before).auth.test())).toBe('account_inactive');
    sandbox.install();
    expect(sandbox.botToken).not.toBe(before);
    expect(sandbox.env.SLACK_BOT_TOKEN).toBe(sandbox.botToken);
    expect(await errorOf(webClient(sandbox).auth.test())).toBe('ok');
    expect(await errorOf(webClient(sandbox, before).auth.test())).toBe('token_revoked');
  });
});
