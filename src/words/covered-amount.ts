import type { Entry } from '../order/action.ts';
import { formatMoney } from '../order/amounts/money.ts';
import type { Order } from '../order/order.ts';
import type { Approval } from '../order/version.ts';
import type { Words } from './words.ts';

/**
 * What somebody did (`what`), with the amount that this approves: `Sam Okafor approved the order (€360.00 net, covers up to €432.00)`.
 * Nothing is added where the order, as its reader sees it, has no amounts.
 */
export function withAmount(what: string, order: Order, entry: Entry, words: Words): string {
  const { amount, covers = 0 } = approvalIn(order, entry) ?? {};
  if (amount === undefined || covers === 0) return what;
  const money = (minor: number) => formatMoney(minor, order.content, words.locale);
  const said = { what, amount: money(amount), covers: money(covers) };
  if (entry.action.type !== 'approve') return words.entry.nowCovered(said);
  return entry.action.upTo === undefined ? words.entry.covered(said) : words.entry.upTo(said);
}

/** The approval that an entry has made, if it has made one. */
function approvalIn({ approval, latest }: Order, { action, at, by, version }: Entry): Approval | undefined {
  if (version === null) return undefined;
  if (action.type === 'approve') return approval ?? undefined;
  return latest?.accepted?.find((one) => one.at === at && one.by.id === by.id);
}
