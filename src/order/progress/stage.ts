import type { Order } from '../order.ts';
import type { Stage } from './progress.ts';

/** What of an order tells its stage. */
export type Staged = Pick<Order, 'state' | 'progress' | 'lastReport'>;

/** Whether work has begun: with *Start work*, or with the first confirmation. */
export const hasStarted = ({ progress, lastReport }: Pick<Order, 'progress' | 'lastReport'>): boolean =>
  progress.startedAt !== null || lastReport !== null;

/** What an approved order is shown as, the first that holds; null in any other state. */
export function stageOf(order: Staged): Stage | null {
  const { state, progress } = order;
  if (state !== 'approved') return null;
  if (progress.question) return progress.question.disputed ? 'extra_disputed' : 'extra_cost';
  if (progress.hold) return 'on_hold';
  return hasStarted(order) ? 'in_progress' : 'scheduled';
}
