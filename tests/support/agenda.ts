import type { Order } from '../../src/order/order.ts';
import type { Awaited } from '../../src/order/progress/inbox.ts';
import type { ShownPreferences } from '../../src/slack/views/inbox/away.ts';
import type { Inbox } from '../../src/slack/views/inbox/inbox.ts';
import { mayApproveTogether } from '../../src/slack/views/inbox/several.ts';
import type { Today } from '../../src/slack/views/inbox/today.ts';

const ABOUT: readonly Awaited[] = ['decision', 'changes', 'extra_cost', 'disputed', 'start', 'end'];

/** The same order under many numbers. */
const many = (order: Order, count: number): Order[] =>
  Array.from({ length: count }, (_, n) => ({ ...order, id: `O${n}`, number: order.number + n }));

/** What Home has for somebody for whom `count` such orders wait, of each kind in turn, and who visits as many. */
export function agendaOf(
  order: Order,
  count: number,
): { readonly inbox: Inbox; readonly today: Today; readonly own: ShownPreferences } {
  const at = order.stateSince;
  const inbox = many(order, count).map((one, n) => {
    const about = ABOUT[n % ABOUT.length] ?? 'decision';
    return {
      order: one,
      task: { about, since: at, due: at - 1 + (n % 2) * 2 },
      whose: { supervisor: one.supervisor, away: true },
      offers: ['approve', 'reject'] as const,
    };
  });
  const visits = many(order, count).map((one, n) => ({
    ...{ order: one, offers: ['confirm', 'close'] as const, channel: 'C0123456' },
    late: n % 2 === 0 ? { about: 'start' as const, since: at, due: at } : undefined,
  }));
  const substitute = { id: 'UEVA', name: order.requester.name };
  return {
    inbox: { rows: inbox, more: true, several: mayApproveTogether(order) || count > 1, at },
    today: { visits, tomorrow: visits[0], more: 5 },
    own: {
      ...{ decides: true, digests: true, at },
      preferences: { digest: true, awayUntil: at + 86_400, substitute, revision: 1 },
    },
  };
}
