import type { OrderExport } from '../../order/effect.ts';
import { STATES, type State } from '../../order/order.ts';

const OPEN: readonly State[] = ['submitted', 'changes_requested', 'approved'];

/** Whether nothing more is to be done about an order in this state. */
export const hasEnded = (state: State): boolean => !OPEN.includes(state);

/** The states in which orders are exported; undefined for every state. */
export const statesExported = (which: OrderExport['which']): readonly State[] | undefined =>
  which === 'all' ? undefined : STATES.filter((state) => hasEnded(state) === (which === 'ended'));
