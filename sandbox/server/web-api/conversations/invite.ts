import { Refusal } from '../../access/refusal.ts';
import { type Args, channelFor, flag, needMembership, optional } from '../../calls/method.ts';
import { join } from '../../changes/channels.ts';
import type { JsonObject } from '../../json.ts';
import { channelObject } from '../../objects/channel.ts';
import type { Channel } from '../../workspace/entities.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';

const USERS_MAX = 1000;

/** conversations.invite: all or nothing, unless `force` lets the valid ones in. */
export function invite(args: Args, world: World): JsonObject {
  const { workspace } = world;
  const channel = channelFor(world, args, 'conversations.invite', 'write');
  if (channel.archived) throw new Refusal('is_archived');
  needMembership(world, channel);
  const ids = (optional(args, 'users') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.length === 0) throw new Refusal('no_user');
  if (ids.length > USERS_MAX) throw new Refusal('too_many_users');
  const errors = ids.flatMap((user) => {
    const error = objection(workspace, channel, user);
    return error === undefined ? [] : [{ ok: false, error, user }];
  });
  const [first] = errors;
  const goOn = flag(args, 'force') && errors.length < ids.length;
  if (first !== undefined && !goOn) {
    throw new Refusal(first.error, ids.length > 1 ? { errors } : { errors: [first] });
  }
  for (const user of ids)
    if (!errors.some((error) => error.user === user)) join(workspace, channel, user, workspace.bot.id);
  return { channel: channelObject(workspace, channel), ...(errors.length > 0 ? { errors } : {}) };
}

/** Why this user cannot be invited, as Slack's error; undefined when they can. */
function objection(workspace: Workspace, channel: Channel, userId: string): string | undefined {
  const user = workspace.users.get(userId);
  if (user === undefined) return 'user_not_found';
  if (userId === workspace.bot.id) return 'cant_invite_self';
  if (user.deleted || user.isStranger || user.id === 'USLACKBOT') return 'cant_invite';
  if (channel.members.has(userId)) return 'already_in_channel';
  if (!user.isUltraRestricted) return undefined;
  const elsewhere = workspace
    .allChannels()
    .some((other) => other !== channel && !other.archived && other.members.has(userId));
  return elsewhere ? 'ura_max_channels' : undefined;
}
