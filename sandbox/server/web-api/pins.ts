import { Refusal } from '../access/refusal.ts';
import { type Args, knownChannel, type Methods, needMembership, optional, required } from '../calls/method.ts';
import type { JsonObject } from '../json.ts';
import { messageObject } from '../objects/message.ts';
import type { Channel, StoredMessage } from '../workspace/entities.ts';
import type { World } from '../world.ts';

const PINS_MAX = 100;

/** pins.* */
export const pins: Methods = {
  'pins.add': { scopes: ['pins:write'], tier: 'T2', handler: add },
  'pins.remove': { scopes: ['pins:write'], tier: 'T2', handler: remove },
  'pins.list': { scopes: ['pins:read'], tier: 'T2', handler: list },
};

function add(args: Args, world: World): JsonObject {
  const { workspace } = world;
  const { channel, message } = item(args, world, 'pins.add');
  if (channel.pins.some((pin) => pin.ts === message.ts)) throw new Refusal('already_pinned');
  if (message.subtype !== undefined) throw new Refusal('not_pinnable');
  if (channel.pins.length >= PINS_MAX) throw new Refusal('too_many_pins');
  channel.pins.push({ ts: message.ts, by: workspace.bot.id, at: workspace.seconds() });
  announce(world, channel, message, 'pin_added');
  return {};
}

function remove(args: Args, world: World): JsonObject {
  const { channel, message } = item(args, world, 'pins.remove');
  if (!channel.pins.some((pin) => pin.ts === message.ts)) throw new Refusal('no_pin');
  channel.pins = channel.pins.filter((pin) => pin.ts !== message.ts);
  announce(world, channel, message, 'pin_removed');
  return {};
}

function list(args: Args, world: World): JsonObject {
  const channel = knownChannel(world, required(args, 'channel'), 'pins.list');
  needMembership(world, channel);
  const items = channel.pins.flatMap((pin) => {
    const message = channel.messages.find((one) => one.ts === pin.ts);
    if (message === undefined) return [];
    const object = messageObject(world.workspace, message);
    return [{ type: 'message', channel: channel.id, message: object, created: pin.at, created_by: pin.by }];
  });
  return { items };
}

function item(args: Args, world: World, method: string): { channel: Channel; message: StoredMessage } {
  const channel = knownChannel(world, required(args, 'channel'), method);
  const ts = optional(args, 'timestamp');
  if (channel.archived) throw new Refusal('is_archived');
  needMembership(world, channel);
  if (ts === undefined) throw new Refusal('no_item_specified');
  if (!/^\d+\.\d{6}$/.test(ts)) throw new Refusal('bad_timestamp');
  const message = channel.messages.find((one) => one.ts === ts);
  if (message === undefined) throw new Refusal('message_not_found');
  return { channel, message };
}

function announce(world: World, channel: Channel, message: StoredMessage, type: string): void {
  const { workspace } = world;
  const pinned = { type: 'message', channel: channel.id, message: messageObject(workspace, message) };
  workspace.announce(
    { type, user: workspace.bot.id, channel_id: channel.id, item: pinned, pin_count: channel.pins.length },
    channel,
  );
  workspace.changed();
}
