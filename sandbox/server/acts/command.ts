import { Refusal } from '../access/refusal.ts';
import { isEmptyBody } from '../delivery/ack-watch.ts';
import { commandPayload, messageShortcutPayload, shortcutPayload } from '../delivery/payloads.ts';
import { respond } from '../delivery/response-url.ts';
import { isObject, stringOf } from '../json.ts';
import type { Outcome } from '../ports.ts';
import { type Message, shownMessage } from '../shown/message-view.ts';
import type { Channel, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { inviteInto } from './channel.ts';
import { visibleChannel, visibleMessages } from './visible.ts';

/** What the person sees after a command: the app's answer, or Slack's words that it failed. */
export interface CommandResult {
  message?: Message;
  text?: string;
  trouble?: string;
}

/** Commands of Slack's own, which no app hears of. */
export const OWN_COMMANDS = [
  { command: '/invite', description: 'Add people or the app to this channel', hint: '@name' },
] as const;

/** Types a slash command in a channel (or in the direct messages with the app). */
export async function typeCommand(world: World, user: User, line: string, where?: string): Promise<CommandResult> {
  const [command = '', ...rest] = line.trim().split(/\s+/);
  const isOwn = OWN_COMMANDS.some((one) => one.command === command);
  const known = world.manifest.commands.find((one) => one.command === command);
  if (known === undefined && !isOwn) {
    const offered = world.manifest.commands.map((one) => one.command).join(', ');
    throw new Error(`${command} is not a valid command. Slack knows: ${offered}`);
  }
  needAccess(world, user);
  const channel = where === undefined ? world.workspace.directMessages(user.id) : visibleChannel(world, user, where);
  if (channel.archived) throw new Error(`#${channel.name} is archived: nothing can be typed there`);
  const text = line.trim().slice(command.length).trim() || rest.join(' ');
  if (known === undefined) {
    inviteInto(world, user, channel, text);
    return {};
  }
  const typed = known.shouldEscape ? escapedMentions(world, text) : text;
  const payload = commandPayload(world, user, { command, text: typed, channel });
  const outcome = await world.delivery.interaction(user.id, {
    type: 'slash_commands',
    payload,
    acceptsResponse: true,
    label: command,
  });
  return commandResult(world, user, { command, channel, outcome });
}

/** Uses a global shortcut by its callback_id or its visible name. */
export async function useShortcut(world: World, user: User, name: string): Promise<Outcome> {
  needAccess(world, user);
  const payload = shortcutPayload(world, user, callbackOf(world, 'global', name));
  return world.delivery.interaction(user.id, {
    type: 'interactive',
    payload,
    acceptsResponse: false,
    label: `shortcut ${name}`,
  });
}

/** Uses a message shortcut by its callback_id or its visible name. */
export async function useMessageShortcut(
  world: World,
  user: User,
  name: string,
  message: { ts: string },
): Promise<Outcome> {
  needAccess(world, user);
  const callbackId = callbackOf(world, 'message', name);
  const [place] = visibleMessages(world, user, { message });
  if (place === undefined || place.message.ephemeralTo !== undefined)
    throw new Error(`${user.realName} sees no such message`);
  const payload = messageShortcutPayload(world, user, { callbackId, channel: place.channel, message: place.message });
  return world.delivery.interaction(user.id, {
    type: 'interactive',
    payload,
    acceptsResponse: false,
    label: `shortcut ${name}`,
  });
}

function callbackOf(world: World, type: 'global' | 'message', name: string): string {
  const shortcuts = world.manifest.shortcuts.filter((shortcut) => shortcut.type === type);
  const found =
    shortcuts.find(({ callbackId }) => callbackId === name) ?? shortcuts.find((shortcut) => shortcut.name === name);
  if (found !== undefined) return found.callbackId;
  throw new Error(
    `There is no ${type} shortcut "${name}"; there are: ${shortcuts.map((one) => `${one.callbackId} "${one.name}"`).join(', ')}`,
  );
}

/** Only members of the installing workspace use its commands and shortcuts. */
function needAccess({ workspace }: World, user: User): void {
  if (user.deleted) throw new Error(`${user.realName} is deactivated and cannot sign in`);
  if (user.teamId !== workspace.teamId)
    throw new Error(`${user.realName} is of another organisation and has no commands or shortcuts here`);
}

function escapedMentions({ workspace }: World, text: string): string {
  const user = (all: string, handle: string) => {
    const found = [...workspace.users.values()].find((one) => [one.handle, one.key].includes(handle));
    return found ? `<@${found.id}|${found.handle}>` : all;
  };
  const channel = (all: string, name: string) => {
    const found = workspace.allChannels().find((one) => one.name === name);
    return found ? `<#${found.id}|${found.name}>` : all;
  };
  return text.replaceAll(/@([\w.]+)/g, user).replaceAll(/#([\w-]+)/g, channel);
}

function commandResult(
  world: World,
  user: User,
  typed: { command: string; channel: Channel; outcome: Outcome },
): CommandResult {
  const { command, channel, outcome } = typed;
  if (outcome.status === 'unanswered') {
    const error = outcome.reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
    return { trouble: `${command} failed with the error "${error}"` };
  }
  const body = typeof outcome.body === 'string' ? { text: outcome.body } : outcome.body;
  if (isEmptyBody(body) || !isObject(body)) return {};
  try {
    const shown = respond(world, { userId: user.id, channelId: channel.id }, body);
    return { message: shownMessage(world.workspace, shown), text: stringOf(body.text) ?? '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    world.complaints.raise('bad_ack', `${command} was acked with a message Slack refuses: ${error.error}`, { body });
    return { trouble: `${command} failed with the error "invalid_command_response"` };
  }
}
