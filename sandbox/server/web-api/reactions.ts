import { Refusal } from '../access/refusal.ts';
import { type Args, knownChannel, type Methods, needMembership, optional, required } from '../calls/method.ts';
import type { JsonObject } from '../json.ts';
import type { StoredMessage } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** reactions.* */
export const reactions: Methods = {
  'reactions.add': { scopes: ['reactions:write'], tier: 'T3', handler: add },
  'reactions.remove': { scopes: ['reactions:write'], tier: 'T2', handler: remove },
};

function add(args: Args, world: World): JsonObject {
  const { workspace } = world;
  const { message, name } = target(args, world, 'reactions.add');
  const reaction = message.reactions.find((one) => one.name === name) ?? { name, users: [] };
  if (reaction.users.includes(workspace.bot.id)) throw new Refusal('already_reacted');
  reaction.users.push(workspace.bot.id);
  if (!message.reactions.includes(reaction)) message.reactions.push(reaction);
  workspace.changed();
  return {};
}

function remove(args: Args, world: World): JsonObject {
  const { workspace } = world;
  const { message, name } = target(args, world, 'reactions.remove');
  const reaction = message.reactions.find((one) => one.name === name && one.users.includes(workspace.bot.id));
  if (reaction === undefined) throw new Refusal('no_reaction');
  reaction.users = reaction.users.filter((user) => user !== workspace.bot.id);
  message.reactions = message.reactions.filter((one) => one.users.length > 0);
  workspace.changed();
  return {};
}

function target(args: Args, world: World, method: string): { message: StoredMessage; name: string } {
  const channel = knownChannel(world, required(args, 'channel'), method);
  if (channel.archived) throw new Refusal('is_archived');
  needMembership(world, channel);
  const name = required(args, 'name');
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new Refusal('invalid_name');
  const message = channel.messages.find((one) => one.ts === optional(args, 'timestamp'));
  if (message === undefined) throw new Refusal('message_not_found');
  return { message, name };
}
