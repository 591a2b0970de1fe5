import { viewObject } from '../objects/view.ts';
import { type HomeView, homeView } from '../shown/modal-view.ts';
import type { User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

const TIMEOUT_MS = 3000;

/** Opens the app's Home tab and waits until the app has drawn it again (three seconds at most). */
export async function openHome(world: World, user: User): Promise<HomeView | undefined> {
  const { workspace, manifest } = world;
  if (!manifest.homeTab) throw new Error('The app has no Home tab (features.app_home.home_tab_enabled)');
  if (user.deleted) throw new Error(`${user.realName} is deactivated and cannot sign in`);
  const before = workspace.homes.get(user.id)?.hash;
  const current = () => workspace.homes.get(user.id);
  const view = current();
  const opened = { type: 'app_home_opened', user: user.id, channel: workspace.directMessages(user.id).id, tab: 'home' };
  workspace.announce({ ...opened, ...(view ? { view: viewObject(workspace, view) } : {}) });
  if (manifest.botEvents.has('app_home_opened')) {
    await workspace.waitFor(() => current()?.hash !== before, TIMEOUT_MS).catch(() => undefined);
  }
  const home = current();
  return home && homeView(workspace, home);
}
