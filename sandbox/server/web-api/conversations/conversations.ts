import { Refusal } from '../../access/refusal.ts';
import {
  type Args,
  CONVERSATION_SCOPES,
  channelFor,
  flag,
  knownChannel,
  type Method,
  type Methods,
  needMembership,
  needScope,
  optional,
  required,
} from '../../calls/method.ts';
import { checkedName } from '../../changes/channel-name.ts';
import { archive, describe, join, leave, rename, unarchive } from '../../changes/channels.ts';
import type { JsonObject } from '../../json.ts';
import { channelObject } from '../../objects/channel.ts';
import type { World } from '../../world.ts';
import { history, replies } from './conversation-history.ts';
import { conversationList, info, members } from './conversation-list.ts';
import { invite } from './invite.ts';

const WRITE = ['channels:manage', 'groups:write', 'im:write', 'mpim:write'];
const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const DESCRIPTION_MAX = 250;

const write = (tier: Method['tier'], handler: Method['handler']): Method => ({ scopes: WRITE, tier, handler });
const read = (tier: Method['tier'], handler: Method['handler']): Method => ({ scopes: READ, tier, handler });

/** conversations.* */
export const conversations: Methods = {
  'conversations.create': write('T2', create),
  'conversations.rename': write('T2', renameChannel),
  'conversations.archive': write('T2', archiveChannel),
  'conversations.unarchive': write('T2', unarchiveChannel),
  'conversations.invite': {
    scopes: [...WRITE, 'channels:write.invites', 'groups:write.invites'],
    tier: 'T3',
    handler: invite,
  },
  'conversations.kick': write('T3', kick),
  'conversations.leave': write('T3', leaveChannel),
  'conversations.open': write('T3', open),
  'conversations.setTopic': write('T2', (args, world) => setRemark(args, world, 'topic')),
  'conversations.setPurpose': write('T2', (args, world) => setRemark(args, world, 'purpose')),
  'conversations.join': { scopes: ['channels:join'], tier: 'T3', handler: joinChannel },
  'conversations.info': read('T3', info),
  'conversations.members': read('T4', members),
  'conversations.list': read('T2', (args, world) => conversationList(args, world, 'conversations.list')),
  'users.conversations': read('T3', (args, world) => conversationList(args, world, 'users.conversations')),
  'conversations.history': { scopes: HISTORY, tier: 'T3', handler: history },
  'conversations.replies': { scopes: HISTORY, tier: 'T3', handler: replies },
};

function create(args: Args, world: World): JsonObject {
  const { workspace } = world;
  const kind = flag(args, 'is_private') ? 'private' : 'public';
  needScope(world, 'conversations.create', [CONVERSATION_SCOPES.write[kind]]);
  const name = checkedName(workspace, optional(args, 'name') ?? '');
  const channel = workspace.addConversation({ name, kind, creator: workspace.bot.id });
  join(workspace, channel, workspace.bot.id);
  workspace.announce(
    { type: 'channel_created', channel: { id: channel.id, name, creator: workspace.bot.id } },
    channel,
  );
  return { channel: channelObject(workspace, channel) };
}

function renameChannel(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.rename', 'write');
  needMembership(world, channel);
  if (channel.archived) throw new Refusal('is_archived');
  if (channel.creator !== world.workspace.bot.id) throw new Refusal('not_authorized');
  const name = checkedName(world.workspace, optional(args, 'name') ?? '', channel);
  if (name !== channel.name) rename(world.workspace, channel, name, world.workspace.bot.id);
  return { channel: channelObject(world.workspace, channel) };
}

function archiveChannel(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.archive', 'write');
  if (channel.archived) throw new Refusal('already_archived');
  if (channel.general) throw new Refusal('cant_archive_general');
  needMembership(world, channel);
  archive(world.workspace, channel, world.workspace.bot.id);
  return {};
}

function unarchiveChannel(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.unarchive', 'write');
  if (!channel.archived) throw new Refusal('not_archived');
  needMembership(world, channel);
  unarchive(world.workspace, channel, world.workspace.bot.id);
  return {};
}

function kick(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.kick', 'write');
  needMembership(world, channel);
  const user = required(args, 'user');
  if (user === world.workspace.bot.id) throw new Refusal('cant_kick_self');
  if (channel.general) throw new Refusal('cant_kick_from_general');
  if (!world.workspace.users.has(user)) throw new Refusal('user_not_found');
  if (!channel.members.has(user)) throw new Refusal('not_in_channel');
  leave(world.workspace, channel, user);
  return { errors: {} };
}

function leaveChannel(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.leave', 'write');
  if (channel.archived) throw new Refusal('is_archived');
  if (channel.general) throw new Refusal('cant_leave_general');
  if (!channel.members.has(world.workspace.bot.id)) return { not_in_channel: true };
  if (channel.members.size === 1) throw new Refusal('last_member');
  leave(world.workspace, channel, world.workspace.bot.id);
  return {};
}

function open(args: Args, world: World): JsonObject {
  const { workspace } = world;
  needScope(world, 'conversations.open', ['im:write']);
  const ids = (optional(args, 'users') ?? '').split(',').filter(Boolean);
  const given = optional(args, 'channel');
  if (given !== undefined)
    return { channel: channelObject(workspace, knownChannel(world, given, 'conversations.open')) };
  if (ids.length === 0) throw new Refusal('users_list_not_supplied');
  if (ids.length > 8) throw new Refusal('too_many_users');
  if (ids.length > 1) throw new Refusal('invalid_user_combination', { detail: 'the sandbox has no group messages' });
  const user = workspace.users.get(ids[0] ?? '');
  if (user === undefined) throw new Refusal('user_not_found');
  if (user.deleted) throw new Refusal('user_disabled');
  if (user.isStranger) throw new Refusal('user_not_visible');
  if (user.isBot) throw new Refusal('cannot_dm_bot');
  const known = [...workspace.conversations.values()].some((channel) => channel.im === user.id);
  const channel = workspace.directMessages(user.id);
  const whole = args.return_im === undefined ? { id: channel.id } : channelObject(workspace, channel);
  return { channel: whole, ...(known ? { no_op: true, already_open: true } : {}) };
}

function setRemark(args: Args, world: World, what: 'topic' | 'purpose'): JsonObject {
  const channel = channelFor(world, args, `conversations.set${what === 'topic' ? 'Topic' : 'Purpose'}`, 'write');
  const value = optional(args, what) ?? '';
  if (channel.archived) throw new Refusal('is_archived');
  needMembership(world, channel);
  if (value.length > DESCRIPTION_MAX) {
    world.complaints.raise('limit', `A channel ${what} of ${value.length} characters; 250 are allowed`, { value });
    throw new Refusal('too_long');
  }
  describe(world.workspace, channel, what, value, world.workspace.bot.id);
  return { channel: channelObject(world.workspace, channel) };
}

function joinChannel(args: Args, world: World): JsonObject {
  const channel = knownChannel(world, required(args, 'channel'), 'conversations.join');
  if (channel.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type');
  if (channel.archived) throw new Refusal('is_archived');
  const object = () => channelObject(world.workspace, channel);
  if (channel.members.has(world.workspace.bot.id)) {
    return {
      channel: object(),
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    };
  }
  join(world.workspace, channel, world.workspace.bot.id);
  return { channel: object() };
}
