import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { objectOf, objectsOf, stringOf, stringsOf } from '../json.ts';

/** A shortcut the app offers, global or on messages. */
export interface Shortcut {
  name: string;
  type: 'global' | 'message';
  callbackId: string;
}

/** What the sandbox needs to know of the app's manifest. */
export interface Manifest {
  appName: string;
  botName: string;
  commands: { command: string; description: string; hint: string; shouldEscape: boolean }[];
  shortcuts: Shortcut[];
  botScopes: string[];
  botEvents: Set<string>;
  homeTab: boolean;
  messagesTab: boolean;
  messagesTabReadOnly: boolean;
  interactive: boolean;
  socketMode: boolean;
}

/** Reads a manifest file (YAML or JSON); throws with the path when it is missing or has no scopes. */
export function readManifest(path: string): Manifest {
  const manifest = objectOf(parse(readFileSync(path, 'utf8')));
  const features = objectOf(manifest.features);
  const settings = objectOf(manifest.settings);
  const home = objectOf(features.app_home);
  const appName = stringOf(objectOf(manifest.display_information).name) ?? 'App';
  const botScopes = stringsOf(objectOf(objectOf(manifest.oauth_config).scopes).bot);
  if (botScopes.length === 0) throw new Error(`${path} grants no bot scopes (oauth_config.scopes.bot)`);
  return {
    appName,
    botName: stringOf(objectOf(features.bot_user).display_name) ?? appName,
    commands: objectsOf(features.slash_commands).map((command) => ({
      command: stringOf(command.command) ?? '',
      description: stringOf(command.description) ?? '',
      hint: stringOf(command.usage_hint) ?? '',
      shouldEscape: command.should_escape === true,
    })),
    shortcuts: objectsOf(features.shortcuts).map((shortcut) => ({
      name: stringOf(shortcut.name) ?? '',
      type: shortcut.type === 'message' ? 'message' : 'global',
      callbackId: stringOf(shortcut.callback_id) ?? '',
    })),
    botScopes,
    botEvents: new Set(stringsOf(objectOf(settings.event_subscriptions).bot_events)),
    homeTab: home.home_tab_enabled === true,
    messagesTab: home.messages_tab_enabled !== false,
    messagesTabReadOnly: home.messages_tab_read_only_enabled === true,
    interactive: objectOf(settings.interactivity).is_enabled === true,
    socketMode: settings.socket_mode_enabled === true,
  };
}
