import type { Entry } from '../../order/action.ts';
import type { Party } from '../../order/people.ts';

/** The part of an order's history that its documents print. */
export type PrintedEntry = Pick<Entry, 'at' | 'by' | 'version'> & {
  readonly action: { readonly type: string; readonly reason?: string };
};

/** That an ended order was opened again. `before`: the next version that was made. */
export interface Reopening {
  readonly at: number;
  readonly by: Party;
  readonly reason: string;
  readonly before: number;
}

/** The reopenings that a version came after; what follows the last version belongs to the next one's document. */
export function reopeningsIn(entries: readonly PrintedEntry[]): Reopening[] {
  const reopenings: Reopening[] = [];
  let before: number | null = null;
  for (const { action, at, by, version } of [...entries].reverse()) {
    if (version !== null) before = version;
    else if (action.type === 'reopen' && before !== null)
      reopenings.unshift({ at, by, reason: action.reason ?? '', before });
  }
  return reopenings;
}
