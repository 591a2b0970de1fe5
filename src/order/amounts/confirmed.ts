import type { Entry } from '../action.ts';
import type { Order } from '../order.ts';
import { type ExtraCost, lastApproval } from './covered.ts';
import { isPriced, totals } from './money.ts';

/** What a confirmation came to (net, minor units), and what it meant for extra cost: it asked for it, or settled what was asked. */
export interface Confirmed {
  readonly net: number;
  readonly extra: Pick<ExtraCost, 'difference' | 'approved'> | 'settled' | undefined;
}

type Priced = Pick<Order, 'approval' | 'latest' | 'content'>;

/** What the confirmations of a history came to, by the numbers of their entries; nothing of those in which nothing has a price. */
export function confirmedIn(order: Priced, entries: readonly Entry[]): Map<number, Confirmed> {
  const found = new Map<number, Confirmed>();
  let isAsked = false;
  for (const entry of entries) {
    const { action, seq } = entry;
    if (action.type === 'accept_extra' || action.type === 'accept_final') isAsked = false;
    if (action.type !== 'confirm_partial' && action.type !== 'confirm_final') continue;
    if (!isPriced(action.items)) continue;
    const { net } = totals({ ...order.content, items: action.items });
    const { amount, covers } = approvalAt(order, entry) ?? {};
    const isAbove = amount !== undefined && covers !== undefined && net > covers;
    found.set(seq, {
      net,
      extra: isAbove ? { difference: net - amount, approved: amount } : isAsked ? 'settled' : undefined,
    });
    isAsked = isAbove;
  }
  return found;
}

/** The newest approval when an entry was made; its author's own, where they made one with it. */
function approvalAt({ approval, latest }: Priced, { at, by }: Entry) {
  const accepted = latest?.accepted?.filter((one) => one.at < at || (one.at === at && one.by.id === by.id));
  return lastApproval({ approval, latest: latest && accepted ? { ...latest, accepted } : latest });
}
