import { Refusal } from '../access/refusal.ts';
import { checkedContent } from '../calls/message-content.ts';
import { type Args, knownChannel, type Methods, needScope, optional, required, structured } from '../calls/method.ts';
import { byApp, deleteMessage, draftMessage, postMessage, updateMessage } from '../changes/messages.ts';
import { isObject, type JsonObject, objectOf, stringOf } from '../json.ts';
import { messageObject } from '../objects/message.ts';
import type { Channel, StoredMessage } from '../workspace/entities.ts';
import type { World } from '../world.ts';

const UPDATE_TEXT_MAX = 4000;

/** chat.* */
export const chat: Methods = {
  'chat.postMessage': { scopes: ['chat:write'], tier: 'special', handler: post },
  'chat.update': { scopes: ['chat:write'], tier: 'T3', handler: update },
  'chat.delete': { scopes: ['chat:write'], tier: 'T3', handler: remove },
  'chat.postEphemeral': { scopes: ['chat:write'], tier: 'T4', handler: postEphemeral },
  'chat.getPermalink': { scopes: [], tier: 'special', handler: getPermalink },
};

function post(args: Args, world: World): JsonObject {
  const channel = destination(world, required(args, 'channel'));
  needPostingRight(world, channel);
  if (['username', 'icon_url', 'icon_emoji'].some((name) => args[name] !== undefined)) {
    needScope(world, 'chat.postMessage with username or icon', ['chat:write.customize']);
  }
  const content = checkedContent(world, args, 'chat.postMessage');
  const metadata = checkedMetadata(args);
  const threadTs = checkedThread(args, channel);
  const message = postMessage(world.workspace, channel, { ...byApp(world.workspace), ...content, metadata, threadTs });
  return { channel: channel.id, ts: message.ts, message: messageObject(world.workspace, message) };
}

function update(args: Args, world: World): JsonObject {
  const channel = knownChannel(world, required(args, 'channel'), 'chat.update');
  const message = find(channel, required(args, 'ts'));
  if (message.botId !== world.workspace.botId) throw new Refusal('cant_update_message');
  if (channel.archived) throw new Refusal('is_inactive');
  if ((optional(args, 'text') ?? '').length > UPDATE_TEXT_MAX) {
    world.complaints.raise('limit', 'chat.update with a text above 4,000 characters', { ts: message.ts });
    throw new Refusal('msg_too_long');
  }
  const content = checkedContent(world, args, 'chat.update');
  const metadata = args.metadata === undefined ? message.metadata : checkedMetadata(args);
  const attachments = args.attachments === undefined ? message.attachments : content.attachments;
  updateMessage(world.workspace, channel, message, { ...content, attachments, metadata });
  const changed = messageObject(world.workspace, message);
  return { channel: channel.id, ts: message.ts, text: message.text, message: changed };
}

function remove(args: Args, world: World): JsonObject {
  const channel = knownChannel(world, required(args, 'channel'), 'chat.delete');
  const message = find(channel, required(args, 'ts'));
  if (message.botId !== world.workspace.botId) throw new Refusal('cant_delete_message');
  deleteMessage(world.workspace, channel, message);
  return { channel: channel.id, ts: message.ts };
}

function postEphemeral(args: Args, world: World): JsonObject {
  const channel = destination(world, required(args, 'channel'));
  const user = required(args, 'user');
  needPostingRight(world, channel);
  if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
  const content = checkedContent(world, args, 'chat.postEphemeral');
  const threadTs = checkedThread(args, channel);
  const draft = { ...byApp(world.workspace), ...content, threadTs, ephemeralTo: user };
  const message = draftMessage(world.workspace, channel.id, draft);
  world.workspace.ephemerals.push(message);
  world.workspace.changed();
  return { message_ts: message.ts };
}

function getPermalink(args: Args, world: World): JsonObject {
  const channel = knownChannel(world, required(args, 'channel'), 'chat.getPermalink');
  const ts = find(channel, required(args, 'message_ts')).ts;
  const address = `${world.workspace.url}archives/${channel.id}/p${ts.replace('.', '')}`;
  return { channel: channel.id, permalink: address };
}

/** Where a post goes: a user id stands for the direct messages with that person. */
function destination(world: World, id: string): Channel {
  const { workspace, manifest } = world;
  const user = workspace.users.get(id);
  if (user === undefined) return knownChannel(world, id, 'posting');
  if (user.isBot || user.id === 'USLACKBOT') throw new Refusal('cannot_dm_bot');
  if (user.deleted) throw new Refusal('user_disabled');
  if (user.isStranger) throw new Refusal('channel_not_found');
  if (!manifest.messagesTab) throw new Refusal('messages_tab_disabled');
  return workspace.directMessages(id);
}

function needPostingRight(world: World, channel: Channel): void {
  if (channel.archived) throw new Refusal('is_archived');
  if (channel.kind === 'im' && !world.manifest.messagesTab) throw new Refusal('messages_tab_disabled');
  const isMember = channel.members.has(world.workspace.bot.id);
  if (!isMember && !world.scopes.has('chat:write.public')) throw new Refusal('not_in_channel');
}

function find(channel: Channel, ts: string): StoredMessage {
  const message = channel.messages.find((one) => one.ts === ts);
  if (message === undefined) throw new Refusal('message_not_found');
  return message;
}

function checkedThread(args: Args, channel: Channel): string | undefined {
  const threadTs = optional(args, 'thread_ts');
  if (threadTs === undefined) return undefined;
  if (!channel.messages.some((message) => message.ts === threadTs)) throw new Refusal('cannot_reply_to_message');
  return threadTs;
}

const METADATA_MAX = 8 * 1024;

function checkedMetadata(args: Args): JsonObject | undefined {
  if (args.metadata === undefined) return undefined;
  const metadata = structured(args, 'metadata');
  if (!isObject(metadata)) throw new Refusal('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return undefined;
  const wellFormed = stringOf(metadata.event_type) && isObject(metadata.event_payload);
  if (!wellFormed) throw new Refusal('invalid_metadata_schema');
  if (JSON.stringify(objectOf(metadata)).length > METADATA_MAX) throw new Refusal('metadata_too_large');
  return metadata;
}
