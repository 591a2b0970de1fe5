import type { Channel, StoredMessage, User } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How much of a conversation a person has not read: messages, and those that address them. */
export function unreadIn(workspace: Workspace, user: User, channel: Channel): { unread: number; mentions: number } {
  if (!channel.members.has(user.id)) return { unread: 0, mentions: 0 };
  const since = workspace.lastRead.get(`${user.id} ${channel.id}`) ?? '';
  const fresh = channel.messages.filter((message) => message.ts > since && counts(message, user));
  const addressed = channel.kind === 'im' ? fresh : fresh.filter((message) => addresses(message, user));
  return { unread: fresh.length, mentions: addressed.length };
}

/** The person has seen everything that stands in the conversation now. */
export function markRead(workspace: Workspace, user: User, channel: Channel): void {
  const last = channel.messages.at(-1)?.ts;
  const key = `${user.id} ${channel.id}`;
  if (last === undefined || (workspace.lastRead.get(key) ?? '') >= last) return;
  workspace.lastRead.set(key, last);
  workspace.changed();
}

const counts = (message: StoredMessage, user: User) =>
  message.user !== user.id && !/^channel_/.test(message.subtype ?? '') && message.threadTs === undefined;

const addresses = (message: StoredMessage, user: User) =>
  message.text.includes(`<@${user.id}`) || JSON.stringify(message.blocks).includes(user.id);
