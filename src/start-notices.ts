import type { Store } from '../db/ports.ts';
import type { Log } from './log.ts';

/** Tells the operator which settings of these workspaces cannot be used. */
export async function reportUnreadableSettings(store: Store, teams: readonly string[], log: Log): Promise<void> {
  for (const team of teams)
    for (const [setting, value] of Object.entries((await store.settings(team)).unreadable ?? {}))
      log.warn(
        { event: 'settings.unreadable', team, setting, value },
        'a setting cannot be used with this version of the program or of Node; its default is used until it is changed, or until a version that knows it is started',
      );
}

/** Tells the operator of orders that nothing is done about, since the app is installed in these workspaces only. */
export async function reportForeignOrders(store: Store, teams: readonly string[], log: Log): Promise<void> {
  const foreign = await store.otherTeams(teams);
  const orders = foreign.reduce((sum, one) => sum + one.orders, 0);
  if (orders > 0)
    log.warn(
      { event: 'workspace.foreign_orders', orders, teams: foreign.map(({ team }) => team), installed: teams },
      'the database has orders of another workspace than the one SLACK_BOT_TOKEN belongs to. They are left as they are, and nothing is posted for them. To continue with them, start the app with a bot token of their workspace. If this token is the wrong one, stop the app and replace it',
    );
}

/** Takes the database into use if it is a restored copy, and tells the operator from when on it knows nothing. */
export async function activateRestore(store: Store, teams: readonly string[], log: Log, now: number): Promise<void> {
  const restored = await store.activateRestore(now, teams);
  if (!restored) return;
  const { gap, orders } = restored;
  log.warn(
    { event: 'database.restored', recordsEnd: new Date(gap.from).toISOString(), orders },
    'the database is a copy that is used for the first time: what happened since it was made is unknown; cards are redrawn',
  );
}
