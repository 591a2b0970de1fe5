import { Refusal } from '../../access/refusal.ts';
import { type Args, CONVERSATION_SCOPES, channelFor, flag, needScope, optional, page } from '../../calls/method.ts';
import type { JsonObject } from '../../json.ts';
import { channelObject } from '../../objects/channel.ts';
import type { Channel } from '../../workspace/entities.ts';
import { DEFAULT_LOCALE } from '../../workspace/locales.ts';
import type { World } from '../../world.ts';

const KINDS: Record<string, Channel['kind'] | 'none'> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'none',
};

/** conversations.info */
export function info(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.info', 'read', { im: true });
  const count = flag(args, 'include_num_members') ? { num_members: channel.members.size } : {};
  const limits = { is_read_only: false, is_thread_only: false, is_non_threadable: false };
  const locale = flag(args, 'include_locale') && channel.kind !== 'im' ? { locale: DEFAULT_LOCALE } : {};
  const host = { conversation_host_id: world.workspace.teamId };
  return { channel: { ...channelObject(world.workspace, channel), ...limits, ...host, ...count, ...locale } };
}

/** conversations.members */
export function members(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.members', 'read', { im: true });
  const { items, next } = page(args, [...channel.members], { max: 999 });
  return { members: items, response_metadata: { next_cursor: next } };
}

/** conversations.list, and users.conversations with only the channels the user is in. */
export function conversationList(
  args: Args,
  world: World,
  method: 'conversations.list' | 'users.conversations',
): JsonObject {
  const { workspace } = world;
  const types = (optional(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  const kinds = types.map((type) => {
    const kind = KINDS[type];
    if (kind === undefined) throw new Refusal('invalid_types');
    if (kind !== 'none') needScope(world, method, [CONVERSATION_SCOPES.read[kind]]);
    return kind;
  });
  const member = optional(args, 'user') ?? workspace.bot.id;
  const wanted = [...workspace.conversations.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      (channel.kind === 'public' || channel.members.has(workspace.bot.id)) &&
      (method === 'conversations.list' || channel.members.has(member)) &&
      !(flag(args, 'exclude_archived') && channel.archived),
  );
  const { items, next } = page(args, wanted, { max: 999 });
  const channels = items.map((channel) => ({
    ...channelObject(workspace, channel),
    num_members: channel.members.size,
  }));
  return { channels, response_metadata: { next_cursor: next } };
}
