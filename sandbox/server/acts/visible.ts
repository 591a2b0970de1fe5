import { stackOf } from '../changes/views.ts';
import type { Surface } from '../delivery/payloads.ts';
import { isObject, type JsonObject } from '../json.ts';
import { type Control, listed, matching, type Name } from '../shown/controls.ts';
import type { Channel, StoredMessage, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** Where to look for a control; without it a person looks at the open modal, or else everywhere, newest first. */
export interface Where {
  channel?: string | undefined;
  /** A message or its ts. */
  message?: { ts: string } | string | undefined;
  home?: boolean | undefined;
  modal?: boolean | undefined;
  /** Which one, from 0, when several controls in the same place have the name. */
  nth?: number | undefined;
}

/** True when this person can see the conversation: their own, or a public one for full members. */
export function canSee(user: User, channel: Channel): boolean {
  if (user.deleted) return false;
  if (channel.members.has(user.id)) return true;
  return channel.kind === 'public' && !user.isRestricted && !user.isStranger;
}

/** The conversation of that name as this person finds it; throws when they cannot see it. */
export function visibleChannel(world: World, user: User, name: string): Channel {
  const { workspace } = world;
  const isApp = ['app', '@app', workspace.bot.realName, `@${workspace.bot.realName}`, workspace.bot.id].includes(name);
  if (isApp) return workspace.directMessages(user.id);
  const channel = workspace.conversation(name);
  if (canSee(user, channel)) return channel;
  throw new Error(`${user.realName} cannot see #${channel.name}`);
}

/** Messages this person can see, newest first, each with its place. */
export function visibleMessages(world: World, user: User, where: Where = {}): Extract<Surface, { in: 'message' }>[] {
  const { workspace } = world;
  const all = [...workspace.conversations.values()].filter((channel) => canSee(user, channel));
  const channels = where.channel === undefined ? all : [visibleChannel(world, user, where.channel)];
  const posted = channels.flatMap((channel) => channel.messages.map((message) => place(channel, message)));
  const own = workspace.ephemerals
    .filter((message) => message.ephemeralTo === user.id)
    .flatMap((message) => {
      const channel = workspace.conversations.get(message.channel);
      return channel !== undefined && channels.includes(channel) ? [place(channel, message)] : [];
    });
  const ts = isObject(where.message) ? String(where.message.ts) : where.message;
  const newest = (a: StoredMessage, b: StoredMessage) => Number(b.ts) - Number(a.ts);
  const sorted = [...posted, ...own].sort((a, b) => newest(a.message, b.message));
  return ts === undefined ? sorted : sorted.filter((one) => one.message.ts === ts);
}

const place = (channel: Channel, message: StoredMessage) => ({ in: 'message', channel, message }) as const;

/** The places a person looks for a control, in the order in which they look. */
function places(world: World, user: User, where: Where): Surface[] {
  const modal = stackOf(world.workspace, user.id).at(-1);
  const home = world.workspace.homes.get(user.id);
  const elsewhere = where.channel !== undefined || where.message !== undefined || where.home === true;
  if (where.home) return home ? [{ in: 'view', view: home }] : [];
  if (modal && !elsewhere) return [{ in: 'view', view: modal }];
  if (where.modal) return [];
  const messages = visibleMessages(world, user, where);
  return elsewhere || home === undefined ? messages : [...messages, { in: 'view', view: home }];
}

/** The blocks of a place. */
export function blocksAt(surface: Surface): JsonObject[] {
  return surface.in === 'view' ? surface.view.blocks : surface.message.blocks;
}

/** The first place with a control of that name, and the control; throws, with what is there instead, when there is none. */
export function findControl<T extends Control>(
  world: World,
  user: User,
  search: { name: Name; where: Where; list: (blocks: JsonObject[]) => T[] },
): { surface: Surface; control: T } {
  const { name, where, list } = search;
  const looked = places(world, user, where);
  for (const surface of looked) {
    const found = matching(list(blocksAt(surface)), name);
    if (found.length === 0) continue;
    if (found.length > 1 && where.nth === undefined)
      throw new Error(
        `${user.realName} sees "${name}" ${found.length} times in the same place: say which (nth) of ${listed(found)}`,
      );
    const control = found[where.nth ?? 0];
    if (control !== undefined) return { surface, control };
  }
  const there = listed(looked.slice(0, 8).flatMap((surface) => list(blocksAt(surface))));
  throw new Error(`${user.realName} sees no "${name}" to press or choose; there is: ${there || 'nothing'}`);
}
