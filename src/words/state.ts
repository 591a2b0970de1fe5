import type { Order } from '../order/order.ts';
import type { Stage } from '../order/progress/progress.ts';
import { type Staged, stageOf } from '../order/progress/stage.ts';
import { isStage, type Status } from '../order/progress/status.ts';
import type { Words } from './words.ts';

/**
 * `Completed with changes` once an order has ended that way, `In progress` or the like of an approved one, else its state. Lists have its
 * stage, where it was written with one.
 */
export function stateText(
  shown: Pick<Order, 'state' | 'outcome'> & (Staged | { readonly stage: Stage | null }),
  { order }: Words,
): string {
  const { state, outcome } = shown;
  const stage = 'stage' in shown ? shown.stage : stageOf(shown);
  if (outcome) return order.outcome[outcome];
  return stage ? order.stage[stage] : order.state[state];
}

/** What an order of this status is shown as, however it ended. */
export const statusText = (status: Status, { order }: Words): string =>
  isStage(status) ? order.stage[status] : order.state[status];
