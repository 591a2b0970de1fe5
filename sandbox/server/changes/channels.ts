import { newId } from '../ids.ts';
import type { Channel } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { systemMessage } from './messages.ts';

const typeOf = (channel: Channel) => (channel.kind === 'private' ? 'G' : 'C');
/** The name of an event about a channel: private ones have names of their own. */
export const eventOf = (channel: Channel, what: string) =>
  `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;

/** Puts a user into a channel, with the system message and the event; nothing when already in. */
export function join(workspace: Workspace, channel: Channel, userId: string, inviter?: string): void {
  if (channel.members.has(userId)) return;
  channel.members.add(userId);
  const text = inviter ? `<@${userId}> was added by <@${inviter}>` : `<@${userId}> has joined the channel`;
  systemMessage(workspace, channel, userId, 'channel_join', text);
  workspace.announce(
    {
      type: 'member_joined_channel',
      user: userId,
      channel: channel.id,
      channel_type: typeOf(channel),
      team: workspace.teamId,
      ...(inviter ? { inviter } : {}),
    },
    channel,
  );
}

/** Takes a user out of a channel; when it is the app's bot, it hears `channel_left` and nothing after that. */
export function leave(workspace: Workspace, channel: Channel, userId: string, actor?: string): void {
  if (!channel.members.delete(userId)) return;
  const isBot = userId === workspace.bot.id;
  if (isBot)
    workspace.announce({
      type: eventOf(channel, 'left'),
      channel: channel.id,
      ...(actor ? { actor_id: actor } : {}),
    });
  else {
    systemMessage(workspace, channel, userId, 'channel_leave', `<@${userId}> has left the channel`);
    const event = { type: 'member_left_channel', user: userId, channel: channel.id, channel_type: typeOf(channel) };
    workspace.announce({ ...event, team: workspace.teamId }, channel);
  }
  workspace.changed();
}

/** Closes a channel. Bots are taken out of it, as Slack does; the name stays taken. */
export function archive(workspace: Workspace, channel: Channel, by: string): void {
  systemMessage(workspace, channel, by, 'channel_archive', `<@${by}> archived the channel`);
  workspace.announce({ type: eventOf(channel, 'archive'), channel: channel.id, user: by, is_moved: 0 }, channel);
  channel.archived = true;
  for (const id of channel.members) if (workspace.users.get(id)?.isBot) channel.members.delete(id);
  touched(workspace, channel);
}

/** Opens an archived channel again; bots stay out until somebody invites them. */
export function unarchive(workspace: Workspace, channel: Channel, by: string): void {
  channel.archived = false;
  if (!workspace.users.get(by)?.isBot) channel.members.add(by);
  systemMessage(workspace, channel, by, 'channel_unarchive', `<@${by}> un-archived the channel`);
  workspace.announce({ type: eventOf(channel, 'unarchive'), channel: channel.id, user: by }, channel);
  touched(workspace, channel);
}

/** Gives a channel another name and keeps the old one in `previous_names`. */
export function rename(workspace: Workspace, channel: Channel, name: string, by: string): void {
  channel.previousNames.push(channel.name);
  systemMessage(
    workspace,
    channel,
    by,
    'channel_name',
    `<@${by}> has renamed the channel from "${channel.name}" to "${name}"`,
  );
  channel.name = name;
  const renamed = {
    id: channel.id,
    name,
    name_normalized: name,
    created: channel.created,
    is_channel: true,
    is_mpim: false,
  };
  workspace.announce({ type: eventOf(channel, 'rename'), channel: renamed }, channel);
  touched(workspace, channel);
}

/** Makes a private channel public; Slack has no event for it. */
export function convertToPublic(workspace: Workspace, channel: Channel, by: string): void {
  channel.kind = 'public';
  systemMessage(workspace, channel, by, 'channel_convert_to_public', `<@${by}> made this channel public`);
  touched(workspace, channel);
}

/** Connects a channel with another organisation; it may get another id by that, and the old one leads nowhere then. */
export function share(workspace: Workspace, channel: Channel, renumber: boolean): void {
  channel.sharedWith = newId('T');
  if (renumber) {
    const old = channel.id;
    channel.id = newId('C');
    workspace.conversations.delete(old);
    workspace.deleted.add(old);
    workspace.conversations.set(channel.id, channel);
    for (const message of channel.messages) message.channel = channel.id;
    for (const file of workspace.files.values())
      for (const one of file.shares) if (one.channel === old) one.channel = channel.id;
    const changed = { type: 'channel_id_changed', old_channel_id: old, new_channel_id: channel.id };
    workspace.announce(changed, channel);
  }
  workspace.announce({ type: 'channel_shared', connected_team_id: channel.sharedWith, channel: channel.id }, channel);
  touched(workspace, channel);
}

/** Takes that connection away. */
export function unshare(workspace: Workspace, channel: Channel): void {
  const previous = channel.sharedWith;
  channel.sharedWith = undefined;
  workspace.announce(
    {
      type: 'channel_unshared',
      previously_connected_team_id: previous ?? '',
      channel: channel.id,
      is_ext_shared: false,
    },
    channel,
  );
  touched(workspace, channel);
}

/** Writes the topic or the purpose, with its system message. */
export function describe(
  workspace: Workspace,
  channel: Channel,
  what: 'topic' | 'purpose',
  value: string,
  by: string,
): void {
  channel[what] = { value, creator: by, last_set: workspace.seconds() };
  systemMessage(workspace, channel, by, `channel_${what}`, `<@${by}> set the channel ${what}: ${value}`);
  touched(workspace, channel);
}

function touched(workspace: Workspace, channel: Channel): void {
  channel.updated = workspace.clock.now();
  workspace.changed();
}
