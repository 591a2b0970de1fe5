import type { LackedScope } from '../../slack-api/granted-scopes.ts';
import type { Deps } from '../deps.ts';
import { failuresOf } from '../home/failures.ts';
import { publishHome, publishHomeAgain } from '../home/home.ts';
import type { BlockActions } from '../transport/payloads.ts';
import { type Health, healthView, type ScopeCost } from '../views/desk/health.ts';
import { deskIds } from '../views/desk/ids.ts';
import { decodeHomePage } from '../views/ids.ts';
import { type AtDesk, atDesk } from './admin.ts';
import { lookAtPricesChannel } from './prices-channel.ts';

/** What is missing without each scope. */
// biome-ignore format: a table reads best as a table
const COSTS: Readonly<Record<LackedScope, ScopeCost>> = {
  'files:read':       'files',
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
export async function healthOf(
  deps: Deps,
  { settings, words, idleGroups, saying }: Pick<AtDesk, 'settings' | 'words' | 'idleGroups' | 'saying'>,
): Promise<Health> {
  const { installation, missingScopes, groups, store, team } = deps;
  const [refused, missing, failures, channel] = await Promise.all([
    installation.trouble(),
    missingScopes(),
    failuresOf(store, team),
    settings.prices.channel === '' ? undefined : lookAtPricesChannel(deps, settings, words),
  ]);
  return {
    ...{ refused, failures, withoutGroups: groups.without() },
    idleGroups: idleGroups.map(saying.named),
    missing: missing?.map((scope) => ({ scope, cost: COSTS[scope] })),
    pricesChannel: channel?.answered ? await channel.trouble() : undefined,
  };
}

/** Draws again what a button about failures stands in, as things are then: the health of the app, or a page of Home. */
export async function redrawFailures(deps: Deps, { user, view }: BlockActions): Promise<void> {
  if (view?.callback_id !== deskIds.health)
    return publishHome(deps, user.id, decodeHomePage(view?.private_metadata ?? ''));
  const draw = async () => {
    const desk = await atDesk(deps, user.id, 0);
    if ('refused' in desk) return true;
    return (
      (await deps.views.update(view.id, healthView(await healthOf(deps, desk), desk.words), undefined)) !== 'later'
    );
  };
  await Promise.all([deps.updates.show(`view ${view.id}`, draw), publishHomeAgain(deps, user.id)]);
}
