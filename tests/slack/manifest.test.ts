import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { coverage } from '../../sandbox/server/web-api/coverage.ts';
import { eventHandlers } from '../../src/slack/events.ts';
import { commands, shortcuts } from '../../src/slack/views/ids.ts';
import { optionalScopes, requiredScopes } from '../../src/slack-api/scopes.ts';
import { Manifest } from './manifest-schema.ts';
import { eventScopes, methodScopes, scopesOfFeatures } from './methods.ts';

const root = new URL('../../', import.meta.url);
const files = { socket: 'slack-manifest.yml', http: 'manifests/http.yml' } as const;
const read = (file: string): unknown =>
  parse(readFileSync(new URL(file, root), 'utf8'), { strict: true, uniqueKeys: true });
const socket = Manifest.parse(read(files.socket));
const http = Manifest.parse(read(files.http));

const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(`src/${name}`, root), 'utf8'));
/** Every distinct first group of a pattern in the source. */
const found = (pattern: RegExp): string[] =>
  [...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, group]) => group ?? '')))].sort();

const methods = found(/(?:[cC]lient\.|\bslack\(\s*')((?:[a-z]+\.)+[a-zA-Z]+)(?:\(|',)/g);
const events = Object.keys(eventHandlers).sort();
const granted = socket.oauth_config.scopes.bot;

describe.each(Object.entries(files))('the manifest for %s', (_, file) => {
  test('is one that Slack takes', () => {
    expect(Manifest.safeParse(read(file)).error?.issues ?? []).toEqual([]);
  });

  test('with a word too many is not', () => {
    const manifest = Manifest.parse(read(file));
    expect(Manifest.safeParse({ ...manifest, feature: {} }).success).toBe(false);
    expect(Manifest.safeParse({ ...manifest, settings: { ...manifest.settings, hosted: true } }).success).toBe(false);
  });
});

describe('Socket Mode', () => {
  test('needs no address, and has none', () => {
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(socket)).not.toMatch(/https?:/);
  });
});

describe('HTTP', () => {
  const address = 'https://example.com/slack/events';

  test('has every address, all of them the one the app answers', () => {
    expect(http.features.slash_commands.map(({ url }) => url)).toEqual(commands.map(() => address));
    const { event_subscriptions, interactivity } = http.settings;
    expect([
      event_subscriptions.request_url,
      interactivity.request_url,
      interactivity.message_menu_options_url,
    ]).toEqual([address, address, address]);
  });

  test('is Socket Mode’s manifest but for the addresses and the switch', () => {
    const { event_subscriptions, interactivity, ...rest } = http.settings;
    const without: Manifest = {
      ...http,
      features: {
        ...http.features,
        slash_commands: http.features.slash_commands.map(({ url: _, ...command }) => command),
      },
      settings: {
        ...rest,
        event_subscriptions: { bot_events: event_subscriptions.bot_events },
        interactivity: { is_enabled: interactivity.is_enabled },
        socket_mode_enabled: true,
      },
    };
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(without).toEqual(socket);
  });
});

describe('the manifest declares what the code answers', () => {
  test('commands', () => {
    expect(socket.features.slash_commands.map(({ command }) => command)).toEqual([...commands]);
  });

  test('shortcuts', () => {
    expect(socket.features.shortcuts.map(({ name, type, callback_id }) => [name, type, callback_id])).toEqual([
      ['New service order', 'global', shortcuts.newOrder],
      ['Create service order', 'message', shortcuts.fromMessage],
      ['Verify document', 'message', shortcuts.verify],
      ['Add to service order', 'message', shortcuts.addToOrder],
    ]);
  });

  test('events', () => {
    expect([...socket.settings.event_subscriptions.bot_events].sort()).toEqual(events);
    for (const event of events)
      for (const scope of eventScopes[event] ?? [`a line in methods.ts`]) expect(granted).toContain(scope);
  });

  test('Home, and messages that need no answer', () => {
    expect(socket.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: true,
    });
  });
});

describe('scopes', () => {
  test('are those required and those optional, each once', () => {
    expect(granted).toEqual([...requiredScopes, ...Object.keys(optionalScopes)]);
    expect(new Set(granted).size).toBe(granted.length);
  });

  test('every one is used by something', () => {
    const used = new Set<string>([...scopesOfFeatures, ...methods.flatMap((method) => methodScopes[method] ?? [])]);
    expect(granted.filter((scope) => !used.has(scope))).toEqual([]);
  });

  test('nothing that sees more than it must', () => {
    const avoided =
      /^(?:admin|search)|chat:write\.|mpim|email|^users\.profile|^(?!bookmarks|channels|dnd|groups|im|users|usergroups|files).*:read$/;
    expect(granted.filter((scope) => avoided.test(scope))).toEqual([]);
  });
});

describe('the Web API methods that the code calls', () => {
  test('are those of the table, all of them', () => {
    expect(methods).toEqual(Object.keys(methodScopes).sort());
  });

  test.each(methods)('%s is granted and the sandbox knows it', (method) => {
    for (const scope of methodScopes[method] ?? ['a line in methods.ts']) expect(granted).toContain(scope);
    expect(coverage.find((one) => one.method === method)?.status ?? 'no').not.toBe('no');
  });

  test('what the app cannot do without is required, not optional', () => {
    const required: readonly string[] = requiredScopes;
    for (const method of [
      'chat.postMessage',
      'conversations.create',
      'conversations.invite',
      'files.info',
      'users.info',
    ])
      for (const scope of methodScopes[method] ?? []) expect(required, method).toContain(scope);
  });
});
