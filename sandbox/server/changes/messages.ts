import { newBlockId } from '../ids.ts';
import type { JsonObject } from '../json.ts';
import { messageObject } from '../objects/message.ts';
import { readable } from '../shown/render.ts';
import type { Channel, StoredMessage } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';

const SYSTEM = /^channel_/;

/** What an author decides about a message; the rest is Slack's. */
export type Draft = Pick<StoredMessage, 'user'> & Partial<StoredMessage>;

/** The author's part of a message by the app. */
export function byApp(workspace: Workspace): { user: string; botId: string } {
  return { user: workspace.bot.id, botId: workspace.botId };
}

/** Blocks with an id on each of them, as Slack stores them. */
export function withBlockIds(blocks: JsonObject[]): JsonObject[] {
  return blocks.map((block) => (block.block_id ? block : { ...block, block_id: newBlockId() }));
}

/** Makes a message with its timestamp, without putting it anywhere. */
export function draftMessage(workspace: Workspace, channelId: string, draft: Draft): StoredMessage {
  const base = { text: '', attachments: [], files: [], reactions: [], states: {} };
  return { ...base, ...draft, ts: workspace.nextTs(), channel: channelId, blocks: withBlockIds(draft.blocks ?? []) };
}

/** Puts a message into a conversation, notifies its members and fires the message event. */
export function postMessage(workspace: Workspace, channel: Channel, draft: Draft): StoredMessage {
  const message = draftMessage(workspace, channel.id, draft);
  channel.messages.push(message);
  if (!SYSTEM.test(message.subtype ?? '')) notify(workspace, channel, message);
  announceMessage(workspace, channel, messageObject(workspace, message));
  workspace.changed();
  return message;
}

/** Posts one of Slack's own lines, such as "has joined the channel"; notifies nobody. */
export function systemMessage(
  workspace: Workspace,
  channel: Channel,
  user: string,
  subtype: string,
  text: string,
): void {
  postMessage(workspace, channel, { user, subtype, text });
}

/** Changes a message in place and marks it as edited; nobody is notified. */
export function updateMessage(
  workspace: Workspace,
  channel: Channel,
  message: StoredMessage,
  change: Partial<StoredMessage>,
): void {
  const previous = messageObject(workspace, message);
  Object.assign(message, change, { edited: { user: message.user, ts: workspace.nextTs() } });
  message.blocks = withBlockIds(message.blocks);
  const changed = { subtype: 'message_changed', hidden: true, message: messageObject(workspace, message) };
  announceMessage(workspace, channel, { ...changed, previous_message: previous, ts: workspace.nextTs() });
  workspace.changed();
}

/** Removes a message, and its pin. */
export function deleteMessage(workspace: Workspace, channel: Channel, message: StoredMessage): void {
  channel.messages = channel.messages.filter((other) => other !== message);
  channel.pins = channel.pins.filter((pin) => pin.ts !== message.ts);
  const gone = { subtype: 'message_deleted', hidden: true, deleted_ts: message.ts, ts: workspace.nextTs() };
  announceMessage(workspace, channel, { ...gone, previous_message: messageObject(workspace, message) });
  workspace.changed();
}

const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im' } as const;

function announceMessage(workspace: Workspace, channel: Channel, message: JsonObject): void {
  const type = CHANNEL_TYPES[channel.kind];
  workspace.announce({ ...message, type: 'message', channel: channel.id, channel_type: type }, channel);
}

function notify(workspace: Workspace, channel: Channel, message: StoredMessage): void {
  for (const id of channel.members) {
    if (id === message.user || workspace.users.get(id)?.isBot) continue;
    const notices = workspace.notices.get(id) ?? [];
    workspace.notices.set(id, [
      ...notices,
      { text: noticeText(workspace, message), channel: channel.id, ts: message.ts },
    ]);
  }
}

function noticeText(workspace: Workspace, message: StoredMessage): string {
  if (message.text !== '') return readable(workspace, message.text);
  const titles = message.files.map((id) => workspace.files.get(id)?.title ?? id);
  if (titles.length > 0) return `${workspace.nameOf(message.user)} shared a file: ${titles.join(', ')}`;
  return "This content can't be displayed";
}
