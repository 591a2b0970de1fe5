import type { ItemKind, NotPerformedReason, Order, Outcome, Priority, State } from './order.ts';

/** The words people read for what the code names. */
export const stateWords: Readonly<Record<State, string>> = {
  submitted: 'Waiting for approval',
  changes_requested: 'Changes requested',
  approved: 'In the field',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  completed: 'Completed',
  not_performed: 'Not performed',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  as_ordered: 'Completed as ordered',
  with_changes: 'Completed with changes',
  not_performed: 'Not performed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

export const priorityWords: Readonly<Record<Priority, string>> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
};

export const kindWords: Readonly<Record<ItemKind, string>> = {
  material: 'Material',
  service: 'Service',
  labour: 'Labour',
  expense: 'Expense',
};

export const reasonWords: Readonly<Record<NotPerformedReason, string>> = {
  client_absent: 'Client absent',
  access_refused: 'Access refused',
  parts_missing: 'Parts missing',
  unsafe: 'Unsafe',
  weather: 'Weather',
  duplicate: 'Duplicate',
  client_cancelled: 'Client cancelled',
  other: 'Other',
};

/** `Completed with changes` once it has ended that way, else the state's word. */
export const shownState = (order: Pick<Order, 'state' | 'outcome'>): string =>
  order.outcome ? outcomeWords[order.outcome] : stateWords[order.state];

/** Bytes in a size people can picture: `640 kB`, `1.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
