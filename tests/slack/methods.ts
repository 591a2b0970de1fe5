/** Bot scopes of the Web API methods we call (Slack's documentation): any one of a list, by the kind of conversation. */
// biome-ignore format: a table reads best as a table
export const methodScopes: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open':        [],
  'auth.test':                    [],
  'bookmarks.add':                ['bookmarks:write'],
  'bookmarks.edit':               ['bookmarks:write'],
  'bookmarks.list':               ['bookmarks:read'],
  'bookmarks.remove':             ['bookmarks:write'],
  'chat.postMessage':             ['chat:write'],
  'chat.update':                  ['chat:write'],
  'conversations.archive':        ['channels:manage', 'groups:write'],
  'conversations.create':         ['channels:manage', 'groups:write'],
  'conversations.history':        ['channels:history', 'groups:history', 'im:history'],
  'conversations.info':           ['channels:read', 'groups:read'],
  'conversations.invite':         ['channels:manage', 'groups:write'],
  'conversations.kick':           ['channels:manage', 'groups:write'],
  'conversations.list':           ['channels:read', 'groups:read'],
  'conversations.open':           ['im:write'],
  'conversations.replies':        ['channels:history', 'groups:history', 'im:history'],
  'conversations.setTopic':       ['channels:manage', 'groups:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal':   ['files:write'],
  'files.info':                   ['files:read'],
  'pins.add':                     ['pins:write'],
  'users.info':                   ['users:read'],
  'users.list':                   ['users:read'],
  'views.open':                   [],
  'views.publish':                [],
  'views.push':                   [],
  'views.update':                 [],
};

/** Scopes that are needed without a call: slash commands and shortcuts. */
export const scopesOfFeatures = ['commands'] as const;

/** The scope that each event needs, besides the subscription. */
export const eventScopes: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unarchive: ['channels:read'],
  file_deleted: ['files:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  team_join: ['users:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
};
