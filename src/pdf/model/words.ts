import type { ItemKind, NotPerformedReason, Version } from '../../order/order.ts';

/** The document's English words for what the order stores as codes. */
export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  material: 'Materials',
  service: 'Services',
  labour: 'Labour',
  expense: 'Expenses',
};

/** Why a job was not carried out, as a client may read it. */
export const REASON_WORDS: Readonly<Record<NotPerformedReason, string>> = {
  client_absent: 'Client absent',
  access_refused: 'Access refused',
  parts_missing: 'Parts missing',
  unsafe: 'Unsafe to work',
  weather: 'Weather',
  duplicate: 'Duplicate order',
  client_cancelled: 'Cancelled by the client',
  other: 'Other reason',
};

/** What a version is in the order's history. */
export function eventWords(version: Version): string {
  if (version.kind === 'original') return 'Approval';
  if (version.kind === 'closing')
    return version.closure?.outcome === 'not_performed' ? 'Closure, not performed' : 'Closure';
  return version.final ? 'Final confirmation' : 'Confirmation';
}
