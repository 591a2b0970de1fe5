import { withRoles } from '../../../office/authority.ts';
import { couldApprove } from '../../../order/permissions.ts';
import { policyOf } from '../../../orders.ts';
import type { Attempt } from '../../executor.ts';

/** Whether this person may approve what the order costs, where they are asked to: their limit suffices, and it is not their own. */
export async function mayDecide(
  { groupMembers, settings, store, stored }: Pick<Attempt, 'groupMembers' | 'settings' | 'store' | 'stored'>,
  id: string,
): Promise<boolean> {
  const person = (await store.person(stored.team, id)) ?? { id, kind: 'member' as const, admin: false };
  const groups = await groupMembers(settings);
  return couldApprove(withRoles(person, settings, groups), stored, policyOf(settings, groups));
}
