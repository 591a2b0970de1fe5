import { Refusal } from '../access/refusal.ts';
import { checkedName } from '../changes/channel-name.ts';
import { join } from '../changes/channels.ts';
import type { Channel, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** Makes a channel with this person in it; throws, in words for them, when they cannot. */
export function makeChannel(world: World, user: User, typed: { name: string; isPrivate: boolean }): Channel {
  const { workspace } = world;
  if (user.isRestricted || user.isStranger) throw new Error('Guests cannot make channels');
  const name = typed.name.trim().toLowerCase().replaceAll(/\s+/g, '-');
  try {
    checkedName(workspace, name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.error === 'name_taken') throw new Error(`There is a channel #${name} already`);
    throw new Error('A channel’s name has letters, digits, hyphens and underscores, and 80 characters at most');
  }
  const channel = workspace.addConversation({ name, kind: typed.isPrivate ? 'private' : 'public', creator: user.id });
  join(workspace, channel, user.id);
  // Of a private channel the app hears nothing until it is invited.
  if (channel.kind === 'public')
    workspace.announce({ type: 'channel_created', channel: { id: channel.id, name, creator: user.id } }, channel);
  return channel;
}

/** `/invite @Ben Weber @Service Orders`: brings people, or the app, into the channel; throws, in words, when it cannot. */
export function inviteInto({ workspace }: World, user: User, channel: Channel, text: string): void {
  const place = `#${channel.name}`;
  if (channel.kind === 'im') throw new Error('/invite works in channels only');
  if (user.isRestricted) throw new Error('Guests cannot invite anybody');
  if (!channel.members.has(user.id)) throw new Error(`You would have to join ${place} first`);
  const names = text
    .split('@')
    .map((name) => name.trim().replace(/,$/, ''))
    .filter(Boolean);
  if (names.length === 0) throw new Error('Say whom: /invite @name');
  const invited = names.map((name) => named([...workspace.users.values()], name));
  for (const one of invited) {
    if (one.deleted || one.isStranger) throw new Error(`${one.realName} cannot be invited`);
    if (channel.members.has(one.id)) throw new Error(`${one.realName} is in ${place} already`);
    const elsewhere = workspace.allChannels().some(({ members, archived }) => !archived && members.has(one.id));
    if (one.isUltraRestricted && elsewhere) throw new Error(`${one.realName} can be in one channel only`);
  }
  for (const { id } of invited) join(workspace, channel, id, user.id);
  workspace.changed();
}

/** Who goes by this name, however it is capitalised. */
function named(users: readonly User[], name: string): User {
  const wanted = name.toLowerCase();
  const found = users.find((user) =>
    [user.realName, user.handle, user.key].some((known) => known.toLowerCase() === wanted),
  );
  if (found === undefined) throw new Error(`There is nobody called @${name}`);
  return found;
}
