import type { OrderSummary, Store } from '../../../db/ports.ts';
import { clocksOf } from '../../office/clocks.ts';
import { lateWith } from '../../order/progress/inbox.ts';
import type { Settings } from '../../settings.ts';
import type { ListedOrder } from '../views/lists.ts';

/** Orders of a list with what is late of their work at this instant (seconds); what cannot be is not looked at. */
export function withLate(
  store: Pick<Store, 'order'>,
  orders: readonly OrderSummary[],
  { team, settings, at }: { readonly team: string; readonly settings: Settings; readonly at: number },
): Promise<ListedOrder[]> {
  const clocks = clocksOf(settings);
  return Promise.all(
    orders.map(async (summary) => {
      const { state, stage } = summary;
      if (state !== 'approved' || stage === 'on_hold' || stage === 'extra_cost') return summary;
      const order = await store.order(team, summary.id);
      return { ...summary, late: order && lateWith(order, clocks, at) };
    }),
  );
}
