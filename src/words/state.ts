import type { Order } from '../order/order.ts';
import type { Words } from './words.ts';

/** `Completed with changes` once an order has ended that way, else its state. */
export const stateText = ({ state, outcome }: Pick<Order, 'state' | 'outcome'>, { order }: Words): string =>
  outcome ? order.outcome[outcome] : order.state[state];
