import type { OptionalScope } from '../../slack-api/scopes.ts';
import type { Deps } from '../deps.ts';
import type { Health, ScopeCost } from '../views/desk/health.ts';

/** Causes of failures that are counted. */
const CAUSES_READ = 100;

/** What is missing without each scope. */
// biome-ignore format: a table reads best as a table
const COSTS: Readonly<Record<OptionalScope, ScopeCost>> = {
  'pins:write':       'pins',
  'bookmarks:read':   'bookmarks',
  'bookmarks:write':  'bookmarks',
  'groups:history':   'history',
  'channels:history': 'history',
  'im:write':         'direct',
  'im:history':       'direct',
  'usergroups:read':  'groups',
  'dnd:read':         'dnd',
};

/** How the app does in Slack now. Resolves within about two seconds. */
export async function healthOf({ installation, missingScopes, groups, store, team }: Deps): Promise<Health> {
  const [refused, missing, causes] = await Promise.all([
    installation.trouble(),
    missingScopes(),
    store.parkedCauses(team, CAUSES_READ),
  ]);
  const failures = causes.reduce((sum, { count }) => sum + count, 0);
  const withoutGroups = groups.without();
  return { refused, missing: missing?.map((scope) => ({ scope, cost: COSTS[scope] })), failures, withoutGroups };
}
