import type { JsonObject } from '../json.ts';
import type { Channel } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The channel object of the conversations methods, as the app's bot sees it. */
export function channelObject(workspace: Workspace, channel: Channel): JsonObject {
  if (channel.kind === 'im') {
    const im = { id: channel.id, created: channel.created, is_im: true, is_archived: false, is_org_shared: false };
    return { ...im, user: channel.im, context_team_id: workspace.teamId, updated: channel.updated };
  }
  const isMember = channel.members.has(workspace.bot.id);
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_archived: channel.archived,
    is_general: channel.general,
    is_member: isMember,
    is_shared: channel.sharedWith !== undefined,
    is_ext_shared: channel.sharedWith !== undefined,
    is_org_shared: false,
    is_pending_ext_shared: false,
    created: channel.created,
    creator: channel.creator,
    updated: channel.updated,
    unlinked: 0,
    topic: { ...channel.topic },
    purpose: { ...channel.purpose },
    previous_names: [...channel.previousNames],
    shared_team_ids: [workspace.teamId, ...(channel.sharedWith ? [channel.sharedWith] : [])],
    internal_team_ids: [],
    pending_shared: [],
    pending_connected_team_ids: [],
    context_team_id: workspace.teamId,
    priority: 0,
    ...(channel.kind === 'private' ? { is_open: true, last_read: '0000000000.000000' } : {}),
    properties: {},
  };
}
