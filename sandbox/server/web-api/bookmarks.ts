import { Refusal } from '../access/refusal.ts';
import { type Args, knownChannel, type Methods, needMembership, optional, required } from '../calls/method.ts';
import { newId } from '../ids.ts';
import type { JsonObject } from '../json.ts';
import type { Bookmark, Channel } from '../workspace/entities.ts';
import type { World } from '../world.ts';

const BOOKMARKS_MAX = 100;

/** bookmarks.*; adding the same link twice makes two bookmarks, as in Slack. */
export const bookmarks: Methods = {
  'bookmarks.add': { scopes: ['bookmarks:write'], tier: 'T2', handler: add },
  'bookmarks.edit': { scopes: ['bookmarks:write'], tier: 'T2', handler: edit },
  'bookmarks.remove': { scopes: ['bookmarks:write'], tier: 'T2', handler: remove },
  'bookmarks.list': { scopes: ['bookmarks:read'], tier: 'T3', handler: list },
};

function add(args: Args, world: World): JsonObject {
  const channel = place(args, world, 'bookmarks.add');
  if (required(args, 'type') !== 'link') throw new Refusal('invalid_bookmark_type');
  if (channel.bookmarks.length >= BOOKMARKS_MAX) throw new Refusal('too_many_bookmarks');
  const now = world.workspace.seconds();
  const bookmark = {
    id: newId('Bk'),
    title: required(args, 'title'),
    link: checkedLink(required(args, 'link')),
    emoji: checkedEmoji(optional(args, 'emoji')),
    type: 'link',
    created: now,
    updated: now,
    by: world.workspace.bot.id,
  };
  channel.bookmarks.push(bookmark);
  world.workspace.changed();
  return { bookmark: bookmarkObject(channel, bookmark) };
}

function edit(args: Args, world: World): JsonObject {
  const channel = place(args, world, 'bookmarks.edit');
  const bookmark = find(args, channel);
  const link = optional(args, 'link');
  bookmark.title = optional(args, 'title') ?? bookmark.title;
  bookmark.link = link === undefined ? bookmark.link : checkedLink(link);
  bookmark.emoji = args.emoji === undefined ? bookmark.emoji : checkedEmoji(optional(args, 'emoji'));
  bookmark.updated = world.workspace.seconds();
  world.workspace.changed();
  return { bookmark: bookmarkObject(channel, bookmark) };
}

function remove(args: Args, world: World): JsonObject {
  const channel = place(args, world, 'bookmarks.remove');
  const bookmark = find(args, channel);
  channel.bookmarks = channel.bookmarks.filter((one) => one !== bookmark);
  world.workspace.changed();
  return {};
}

function list(args: Args, world: World): JsonObject {
  const channel = knownChannel(world, required(args, 'channel_id'), 'bookmarks.list');
  needMembership(world, channel);
  return { bookmarks: channel.bookmarks.map((bookmark) => bookmarkObject(channel, bookmark)) };
}

function place(args: Args, world: World, method: string): Channel {
  const channel = knownChannel(world, required(args, 'channel_id'), method);
  if (channel.archived || !channel.members.has(world.workspace.bot.id)) throw new Refusal('permission_denied');
  return channel;
}

function find(args: Args, channel: Channel): Bookmark {
  const bookmark = channel.bookmarks.find((one) => one.id === required(args, 'bookmark_id'));
  if (bookmark === undefined) throw new Refusal('not_found');
  return bookmark;
}

function checkedLink(link: string): string {
  if (!URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol)) throw new Refusal('invalid_link');
  return link;
}

function checkedEmoji(emoji: string | undefined): string {
  if (emoji !== undefined && emoji !== '' && !/^:[a-z0-9_+'-]+:$/.test(emoji)) throw new Refusal('invalid_emoji');
  return emoji ?? '';
}

function bookmarkObject(channel: Channel, bookmark: Bookmark): JsonObject {
  const { id, title, link, emoji, type, created, updated, by } = bookmark;
  const dates = { date_created: created, date_updated: updated };
  const rest = { icon_url: '', entity_id: null, rank: 'i', last_updated_by_user_id: by, last_updated_by_team_id: '' };
  return { id, channel_id: channel.id, title, link, emoji, type, ...dates, ...rest, shortcut_id: null, app_id: null };
}
