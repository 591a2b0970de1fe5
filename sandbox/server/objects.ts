import type { Channel, OpenView, StoredFile, StoredMessage, User } from './entities.ts';
import type { JsonObject } from './json.ts';
import { thumbnailFields } from './thumbnails.ts';
import type { Workspace } from './workspace.ts';

/** The user object of `users.info`; the address only with `users:read.email`. */
export function userObject(workspace: Workspace, user: User, options: { email: boolean }): JsonObject {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.handle,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: zoneOffset(user.tz, workspace.clock.now()),
    profile: {
      title: user.title,
      phone: user.phone,
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.realName,
      display_name_normalized: user.realName,
      status_text: '',
      status_emoji: '',
      team: user.teamId,
      ...(options.email && user.email && !user.isStranger ? { email: user.email } : {}),
    },
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: user.isPrimaryOwner,
    is_restricted: user.isRestricted,
    is_ultra_restricted: user.isUltraRestricted,
    is_bot: user.isBot,
    is_app_user: false,
    is_email_confirmed: !user.isBot,
    ...(user.isStranger ? { is_stranger: true } : {}),
    updated: user.updated,
  };
}

function zoneOffset(zone: string, at: number): number {
  const text = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(new Date(at));
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(text);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}

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

/** The message object of events, payloads and posting methods, metadata included. */
export function messageObject(workspace: Workspace, message: StoredMessage): JsonObject {
  const files = message.files.flatMap((id) => workspace.files.get(id) ?? []);
  return structuredClone({
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: workspace.teamId,
    ...(message.botId ? { bot_id: message.botId, app_id: workspace.appId, bot_profile: botProfile(workspace) } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(files.length > 0 ? { files: files.map((file) => fileObject(workspace, file)), upload: false } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })) }
      : {}),
  });
}

/** The `bot_profile` of a message by the app. */
export function botProfile(workspace: Workspace): JsonObject {
  const profile = { id: workspace.botId, app_id: workspace.appId, name: workspace.bot.realName, deleted: false };
  return { ...profile, team_id: workspace.teamId, updated: workspace.bot.updated, icons: {} };
}

/** The file object; `shares` fills only once the file has appeared in a channel. */
export function fileObject(workspace: Workspace, file: StoredFile): JsonObject {
  const shares: Record<'public' | 'private', Record<string, JsonObject[]>> = { public: {}, private: {} };
  for (const { channel, ts } of file.shares) {
    const kind = workspace.conversations.get(channel)?.kind === 'public' ? 'public' : 'private';
    const name = workspace.conversations.get(channel)?.name ?? '';
    shares[kind][channel] = [...(shares[kind][channel] ?? []), { ts, channel_name: name, team_id: workspace.teamId }];
  }
  const extension = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? 'binary';
  const address = `${workspace.url}files-pri/${workspace.teamId}-${file.id}`;
  const ids = file.shares.map((share) => share.channel);
  const inKind = (kind: Channel['kind']) => ids.filter((id) => workspace.conversations.get(id)?.kind === kind);
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extension,
    pretty_type: extension.toUpperCase(),
    ...(file.owner === '' ? {} : { user: file.owner }),
    user_team: workspace.teamId,
    editable: false,
    size: file.bytes?.length ?? file.expectedLength,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: inKind('public').length > 0,
    public_url_shared: false,
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${workspace.url}files/${file.owner}/${file.id}/${encodeURIComponent(file.name)}`,
    ...(file.altText ? { alt_txt: file.altText } : {}),
    ...(extension === 'pdf' ? { thumb_pdf: `${address}/thumb.png` } : {}),
    ...thumbnailFields(file, workspace.url, workspace.teamId),
    channels: inKind('public'),
    groups: inKind('private'),
    ims: inKind('im'),
    shares,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** The view object of views.* answers and view payloads (section 2.4). */
export function viewObject(workspace: Workspace, view: OpenView): JsonObject {
  return structuredClone({
    id: view.id,
    team_id: workspace.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.state },
    hash: view.hash,
    title: view.title,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: workspace.appId,
    external_id: view.externalId,
    app_installed_team_id: workspace.teamId,
    bot_id: workspace.botId,
    submit_disabled: false,
  });
}
