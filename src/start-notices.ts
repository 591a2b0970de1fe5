import type { Store } from '../db/ports.ts';
import type { Log } from './log.ts';
import type { Workspaces } from './workspaces.ts';

/** What a start has to do with. */
interface Starting {
  readonly store: Store;
  readonly workspaces: Workspaces;
  readonly log: Log;
}

const teamsOf = (workspaces: Workspaces): string[] => workspaces.all().map(({ team }) => team);

/** Says which settings cannot be used. */
export async function sayUnreadableSettings({ store, workspaces, log }: Starting): Promise<void> {
  for (const team of teamsOf(workspaces)) {
    const { unreadable } = await store.settings(team);
    for (const [setting, value] of Object.entries(unreadable ?? {}))
      log.warn(
        { event: 'settings.unreadable', team, setting, value },
        'a setting cannot be used with this version of the program or of Node; its default is used until it is changed, or until a version that knows it is started',
      );
  }
}

/** Says which orders in the database nothing is done about, because the app is not installed in their workspace. */
export async function sayForeignOrders({ store, workspaces, log }: Starting): Promise<void> {
  const foreign = await store.otherTeams(teamsOf(workspaces));
  if (foreign.length === 0) return;
  const orders = foreign.reduce((sum, one) => sum + one.orders, 0);
  log.warn(
    {
      event: 'workspace.foreign_orders',
      orders,
      teams: foreign.map(({ team }) => team),
      installed: teamsOf(workspaces),
    },
    'the database has orders of a workspace that SLACK_BOT_TOKEN does not belong to; they stay as they are and nothing is posted for them. To go on with them, start the app with a bot token of that workspace; if the token is the wrong one, stop the app and replace it',
  );
}

/** Takes a copy of the database into use, if it is one. */
export async function activateRestore({ store, workspaces, log }: Starting, now: number): Promise<void> {
  const restored = await store.activateRestore(now, teamsOf(workspaces));
  if (restored)
    log.warn(
      {
        event: 'database.restored',
        recordsEnd: new Date(restored.gap.from).toISOString(),
        orders: restored.orders,
      },
      'the database is a copy that is used for the first time: what happened since it was made is unknown; cards are drawn anew',
    );
}
