/** Bot scopes of the Web API methods we call (Slack's documentation): any one of a list, by the kind of conversation. */
// biome-ignore format: a table reads best as a table
export const methodScopes: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open':        [],
  'auth.test':                    [],
  'bookmarks.add':                ['bookmarks:write'],
  'bookmarks.edit':               ['bookmarks:write'],
  'bookmarks.list':               ['bookmarks:read'],
  'chat.postMessage':             ['chat:write'],
  'chat.update':                  ['chat:write'],
  'conversations.archive':        ['channels:manage', 'groups:write'],
  'conversations.create':         ['channels:manage', 'groups:write'],
  'conversations.history':        ['channels:history', 'groups:history', 'im:history'],
  'conversations.info':           ['channels:read', 'groups:read'],
  'conversations.invite':         ['channels:manage', 'groups:write'],
  'conversations.list':           ['channels:read', 'groups:read'],
  'conversations.open':           ['im:write'],
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
  user_change: ['users:read'],
  team_join: ['users:read'],
};
