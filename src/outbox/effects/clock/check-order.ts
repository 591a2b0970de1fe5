import { lookAt } from '../../../order/clocks/due.ts';
import type { Order } from '../../../order/order.ts';
import { type Party, SYSTEM } from '../../../order/people.ts';
import type { ReminderKind } from '../../../order/progress.ts';
import { createOrders, policyOf } from '../../../orders.ts';
import type { Executor } from '../../executor.ts';

/**
 * Looks whether an order needs something now, and when it is to be looked at again. What is due is an entry of its history, under a key of
 * its own: however often it is looked at, by whomever, nothing is due twice.
 */
export const checkOrder: Executor<'check_order'> = async (_, attempt) => {
  const { groupMembers, now, settings, store, stored: order } = attempt;
  const policy = policyOf(settings, await groupMembers(settings));
  const { due, next } = lookAt(order, policy.clocks, Math.floor(now() / 1000));
  if (!due) {
    if (next !== undefined) await store.owe(order.team, order.id, [{ type: 'check_order', notBefore: next }], now());
    return;
  }
  const orders = createOrders({ store, nudge: () => {}, now });
  const actor = () => ({ ...SYSTEM, roles: ['system' as const], timeZone: 'UTC' });
  const act = { order, policy, actor, spentDraft: null };
  if (due.type === 'resume') {
    const seen = order.progress.hold?.entry ?? 0;
    await orders.act({ ...act, action: { type: 'resume', seen }, key: `resume:${order.id}:${seen}` });
    return;
  }
  const { about, step } = due;
  const key = `remind:${order.id}:${about}:${step}:${order.progress.waitsSince}:${order.plannedStart ?? 0}`;
  await orders.act({ ...act, action: { type: 'remind', about, step, people: remindedOf(order, about) }, key });
};

/** Who is reminded of something. */
function remindedOf(order: Order, about: ReminderKind): Party[] {
  const { crew, coordinator, requester, supervisor, progress } = order;
  switch (about) {
    case 'decision':
    case 'extra_cost':
      return [supervisor, ...progress.asked];
    case 'changes':
      return [requester];
    case 'start':
    case 'end':
      return [...crew, ...(coordinator ? [coordinator] : [])];
  }
}
