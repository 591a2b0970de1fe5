import type { Tier } from '../access/pace.ts';
import { missingArgument, Refusal } from '../access/refusal.ts';
import { type JsonObject, parseJson, stringOf } from '../json.ts';
import type { Channel } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { World } from '../world.ts';

/** Arguments of a call: strings from a form, or anything from a JSON body. */
export type Args = JsonObject;

/** `by`: the instance of the app that calls, where it says so. */
export type Handler = (args: Args, world: World, by: string | undefined) => JsonObject | Promise<JsonObject>;

/** One Web API method: any one of `scopes` opens it, `token` says whose token it takes. */
export interface Method {
  scopes: readonly string[];
  tier: Tier;
  token?: 'bot' | 'app' | 'none';
  handler: Handler;
}

/** A family of methods, by name. */
export type Methods = Readonly<Record<string, Method>>;

const WRITE = { public: 'channels:manage', private: 'groups:write', im: 'im:write' } as const;
const READ = { public: 'channels:read', private: 'groups:read', im: 'im:read' } as const;
const HISTORY = { public: 'channels:history', private: 'groups:history', im: 'im:history' } as const;

/** Scopes by kind of conversation: manage, read, or read its messages. */
export const CONVERSATION_SCOPES = { write: WRITE, read: READ, history: HISTORY } as const;

/** A required string argument. */
export function required(args: Args, name: string): string {
  const value = optional(args, name);
  if (value === undefined || value === '') throw missingArgument(name);
  return value;
}

/** A string argument; numbers are written out. */
export function optional(args: Args, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'number' ? String(value) : stringOf(value);
}

/** A boolean argument, which forms send as text. */
export function flag(args: Args, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1';
}

/** An object or list argument, which forms send as JSON text. */
export function structured(args: Args, name: string): unknown {
  const value = args[name];
  return typeof value === 'string' ? parseJson(value) : value;
}

/** Refuses with `missing_scope` (and complains) unless one of the scopes was granted. */
export function needScope(world: World, method: string, scopes: readonly string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => world.scopes.has(scope))) return;
  const needed = scopes.join(',');
  world.complaints.raise('missing_scope', `${method} needs the scope ${scopes.join(' or ')}`, { method, needed });
  throw new Refusal('missing_scope', { needed, provided: [...world.scopes].join(',') });
}

/**
 * The conversation with this id that the app may know of; `channel_not_found` for names, private channels without the bot,
 * and other ids.
 */
export function knownChannel(world: World, id: string, method: string): Channel {
  const { workspace, complaints } = world;
  const channel = workspace.conversations.get(id);
  if (channel === undefined && !workspace.deleted.has(id)) {
    complaints.raise('unknown_channel', `${method}: there is no channel ${id} (an id is needed, not a name)`, {
      method,
      channel: id,
    });
  }
  if (channel === undefined || !botKnows(workspace, channel)) throw new Refusal('channel_not_found');
  return channel;
}

/**
 * Private channels are known to members only. Whether the app still knows one that it made and that is archived now is
 * not documented: by default it does, `hidesArchived` takes it out of sight.
 */
export function botKnows({ bot, hidesArchived }: Workspace, channel: Channel): boolean {
  const archivedOwn = channel.archived && channel.creator === bot.id && !hidesArchived;
  return channel.kind === 'public' || channel.members.has(bot.id) || archivedOwn;
}

/** A known channel (not a direct message), checked for the scope its kind needs. */
export function channelFor(
  world: World,
  args: Args,
  method: string,
  kind: keyof typeof CONVERSATION_SCOPES,
  options: { im?: boolean; argument?: string } = {},
): Channel {
  const channel = knownChannel(world, required(args, options.argument ?? 'channel'), method);
  if (channel.kind === 'im' && !options.im) throw new Refusal('method_not_supported_for_channel_type');
  needScope(world, method, [CONVERSATION_SCOPES[kind][channel.kind]]);
  return channel;
}

/** Refuses with `not_in_channel` unless the bot is a member. */
export function needMembership(world: World, channel: Channel): void {
  if (!channel.members.has(world.workspace.bot.id)) throw new Refusal('not_in_channel');
}

/** One page of a list by `cursor` and `limit`, with the cursor of the next. */
export function page<T>(args: Args, items: T[], options: { max: number }): { items: T[]; next: string } {
  const limit = Number(optional(args, 'limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > options.max) throw new Refusal('invalid_limit');
  const cursor = optional(args, 'cursor') ?? '';
  const start = cursor === '' ? 0 : Number(/^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1] ?? -1);
  if (start < 0) throw new Refusal('invalid_cursor');
  const end = start + limit;
  return {
    items: items.slice(start, end),
    next: end < items.length ? Buffer.from(`next:${end}`).toString('base64') : '',
  };
}
