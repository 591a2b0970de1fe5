import type { Store } from '../../db/ports.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';

/** The order with its history as it is now. */
export async function withHistory(store: Pick<Store, 'history'>, order: Order): Promise<WholeOrder> {
  return { ...order, ...(await store.history(order.team, order.id)) };
}

/** The order of this number as it is now, with its history. */
export async function orderNumbered(
  store: Pick<Store, 'history' | 'orderByNumber'>,
  team: string,
  number: number,
): Promise<WholeOrder> {
  const order = await store.orderByNumber(team, number);
  if (!order) throw new Error(`there is no order ${number}`);
  return withHistory(store, order);
}
