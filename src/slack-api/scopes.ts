/** Without these the app cannot do its job; it does not start when Slack says that one is missing. */
export const requiredScopes = [
  'commands',
  'chat:write',
  'groups:write',
  'groups:read',
  'channels:manage',
  'channels:read',
  'files:write',
  'files:read',
  'users:read',
] as const;

/** Without these something is left out, and the log says once what. */
export const optionalScopes = {
  'pins:write': 'cards are not pinned',
  'bookmarks:read': 'the newest PDF is not bookmarked',
  'bookmarks:write': 'the newest PDF is not bookmarked',
  'groups:history': 'after a crash a message in a private order channel may be posted twice',
  'channels:history': 'after a crash a message in a public order channel may be posted twice',
  'im:write': 'after a crash a direct message may be sent twice',
  'im:history': 'after a crash a direct message may be sent twice',
  'usergroups:read': 'roles cannot be given to user groups',
  'dnd:read': 'reminders do not know who is away',
} as const;

export type OptionalScope = keyof typeof optionalScopes;
