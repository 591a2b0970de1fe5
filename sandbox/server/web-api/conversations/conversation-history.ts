import { Refusal } from '../../access/refusal.ts';
import { type Args, channelFor, flag, needMembership, optional, page, required } from '../../calls/method.ts';
import { type JsonObject, objectOf } from '../../json.ts';
import { messageObject } from '../../objects/message.ts';
import type { StoredMessage } from '../../workspace/entities.ts';
import type { World } from '../../world.ts';

/** conversations.history: newest first, without the replies in threads. */
export function history(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.history', 'history', { im: true });
  needMembership(world, channel);
  const wanted = within(
    args,
    channel.messages.filter((message) => message.threadTs === undefined),
  ).reverse();
  const { items, next } = page(args, wanted, { max: 999 });
  return {
    messages: items.map((message) => shown(world, args, message)),
    has_more: next !== '',
    pin_count: channel.pins.length,
    channel_actions_ts: null,
    channel_actions_count: 0,
    response_metadata: { next_cursor: next },
  };
}

/** conversations.replies: a message and its thread, oldest first. */
export function replies(args: Args, world: World): JsonObject {
  const channel = channelFor(world, args, 'conversations.replies', 'history', { im: true });
  needMembership(world, channel);
  const ts = required(args, 'ts');
  if (!channel.messages.some((message) => message.ts === ts)) throw new Refusal('thread_not_found');
  const thread = channel.messages.filter((message) => message.ts === ts || message.threadTs === ts);
  const { items, next } = page(args, within(args, thread), { max: 999 });
  const messages = items.map((message) => shown(world, args, message));
  return { messages, has_more: next !== '', response_metadata: { next_cursor: next } };
}

function within(args: Args, messages: StoredMessage[]): StoredMessage[] {
  const oldest = timestamp(args, 'oldest') ?? '0';
  const latest = timestamp(args, 'latest');
  const inclusive = flag(args, 'inclusive');
  const after = (ts: string) => Number(ts) > Number(oldest) || (inclusive && ts === oldest);
  const before = (ts: string) => latest === undefined || Number(ts) < Number(latest) || (inclusive && ts === latest);
  return messages.filter((message) => after(message.ts) && before(message.ts));
}

function timestamp(args: Args, name: 'oldest' | 'latest'): string | undefined {
  const value = optional(args, name);
  if (value !== undefined && !/^\d+(\.\d+)?$/.test(value)) throw new Refusal(`invalid_ts_${name}`);
  return value;
}

function shown(world: World, args: Args, message: StoredMessage): JsonObject {
  const object = messageObject(world.workspace, message);
  if (message.metadata === undefined || flag(args, 'include_all_metadata')) return object;
  return { ...object, metadata: { event_type: objectOf(message.metadata).event_type } };
}
