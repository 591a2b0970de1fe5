import { stackOf } from '../changes/views.ts';
import { objectOf, stringOf } from '../json.ts';
import type { User } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { settleSubmission } from './submit.ts';

/** Delivers a person's last interaction once more, with the same ids; a submission's answer counts only while its modal is open. */
export async function deliverAgain(world: World, user: User): Promise<void> {
  const { parcel, outcome } = await world.delivery.again(user.id);
  const viewId = parcel.payload.type === 'view_submission' ? stringOf(objectOf(parcel.payload.view).id) : undefined;
  const view = stackOf(world.workspace, user.id).find((open) => open.id === viewId);
  if (view !== undefined) settleSubmission(world, user, view, outcome);
}
