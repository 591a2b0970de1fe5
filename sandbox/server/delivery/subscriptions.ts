import type { JsonObject } from '../json.ts';
import type { Channel } from '../workspace/entities.ts';

const MESSAGE = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;
const HISTORY = { public: 'channels:history', private: 'groups:history', im: 'im:history' } as const;
const READ = { public: 'channels:read', private: 'groups:read', im: 'im:read' } as const;

const SCOPES: Record<string, string> = {
  file_deleted: 'files:read',
  file_shared: 'files:read',
  pin_added: 'pins:read',
  pin_removed: 'pins:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  user_change: 'users:read',
  team_join: 'users:read',
  subteam_members_changed: 'usergroups:read',
  subteam_updated: 'usergroups:read',
};

/** The name under which the manifest subscribes to an event, and the scope it needs. */
export function subscriptionOf(
  event: JsonObject,
  channel: Channel | undefined,
): { name: string; scope: string | undefined } {
  const type = String(event.type);
  const kind = channel?.kind ?? 'public';
  if (type === 'message') return { name: MESSAGE[kind], scope: HISTORY[kind] };
  const ofChannel = channel !== undefined && /^(channel|group|member)_/.test(type);
  return { name: type, scope: SCOPES[type] ?? (ofChannel ? READ[kind] : undefined) };
}
