import type { Effect } from '../../src/order/effect.ts';
import { effectRow } from './effect-row.ts';

/** What stands in an order's channel and is drawn over and over: people may see it as it was after a copy was made. */
const DRAWN: readonly Effect[] = [{ type: 'refresh_card' }, { type: 'sync_channel_metadata' }];

/** What is remembered of it. */
const REDRAWN = JSON.stringify({ restored: true, redraw: true });

/**
 * What an order with an open channel owes again in a copy whose records end at `from` (milliseconds), with its last entry;
 * `asked`: somebody was sent a request whose buttons may have given way.
 */
export function redrawRows(
  order: { readonly team: string; readonly id: string },
  { entry, asked }: { readonly entry: number; readonly asked: boolean },
  { from, now }: { readonly from: number; readonly now: number },
) {
  const owed: readonly Effect[] = [
    ...DRAWN,
    ...(asked ? ([{ type: 'settle_request', entry }, { type: 'refresh_crew_messages' }] as const) : []),
  ];
  return owed.map((effect) => ({
    ...effectRow(order, entry, effect, now),
    inDoubt: true,
    firstAttemptAt: from,
    checkpoint: REDRAWN,
  }));
}
