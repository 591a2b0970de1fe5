import { dropModals, stackOf } from '../changes/views.ts';
import { closedPayload } from '../delivery/payloads.ts';
import type { OpenView, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** Closes the visible modal, or the whole stack (X, or clear_on_close); the app hears of it when it asked to. */
export async function closeModals(world: World, user: User, view: OpenView, all: boolean): Promise<void> {
  const [root = view] = stackOf(world.workspace, user.id);
  const cleared = all || view.clearOnClose;
  const told = cleared ? root : view;
  dropModals(world.workspace, user.id, cleared ? 'all' : 'top');
  if (!told.notifyOnClose) return;
  const payload = closedPayload(world, user, told, cleared);
  const label = `view_closed ${told.callbackId}`;
  await world.delivery.interaction(user.id, { type: 'interactive', payload, acceptsResponse: false, label });
}
