import type { Action } from '../../../order/action.ts';
import type { Order } from '../../../order/order.ts';
import { SYSTEM } from '../../../order/people.ts';
import { createOrders, policyOf } from '../../../orders.ts';
import type { AnyAttempt } from '../../executor.ts';

/** Takes an action on the app's own account, once for the same key. */
export async function actByItself(
  { groupMembers, now, settings, store }: AnyAttempt,
  order: Order,
  action: Action,
  key: string,
) {
  const policy = policyOf(settings, await groupMembers(settings));
  const actor = () => ({ ...SYSTEM, roles: ['system' as const], timeZone: 'UTC' });
  return createOrders({ store, nudge: () => {}, now }).act({ order, action, policy, actor, key, spentDraft: null });
}
