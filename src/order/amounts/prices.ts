import type { Action, Entry } from '../action.ts';
import type { Content, Item } from '../content.ts';
import type { History, Order } from '../order.ts';
import { type Member, seesPrices } from '../permissions.ts';
import type { Approval, Change, Version } from '../version.ts';
import { ABOVE, isAbove } from './covered.ts';
import { changesBetween } from './items.ts';

/** What an order says to somebody who does not see what it costs: no amount is left anywhere in it, nor in its history where it comes with it. */
export const withoutPrices = <T extends Order & Partial<History>>(order: T): T => ({
  ...order,
  ...(order.versions ? { versions: order.versions.map(versionWithoutPrices) } : {}),
  ...(order.entries ? { entries: order.entries.map(entryWithoutPrices) } : {}),
  content: contentWithout(order.content),
  approval: order.approval && approvalWithout(order.approval),
  latest: order.latest && versionWithoutPrices(order.latest),
  approvedItems: order.approvedItems && itemsWithout(order.approvedItems),
  lastEntry: entryWithoutPrices(order.lastEntry),
});

/** An order as this person may read it. */
export const orderFor = <T extends Order>(person: Member, order: T): T =>
  seesPrices(person, order) ? order : withoutPrices(order);

/** The same of its history. */
export const historyWithoutPrices = <T extends History>(history: T): T => ({
  ...history,
  versions: history.versions.map(versionWithoutPrices),
  entries: history.entries.map(entryWithoutPrices),
});

/** The same of one version. What changed in nothing but its price has not changed. */
export const versionWithoutPrices = (version: Version): Version => ({
  ...version,
  content: contentWithout(version.content),
  approval: approvalWithout(version.approval),
  ...(version.accepted ? { accepted: version.accepted.map(approvalWithout) } : {}),
  ...(isAbove(version) ? ABOVE : {}),
  changes: version.changes.flatMap((change) => changeWithout(change, version.content.decimals)),
});

/** The same of one entry. */
export const entryWithoutPrices = (entry: Entry): Entry => ({ ...entry, action: actionWithout(entry.action) });

/** The same of items. */
export const itemsWithout = (items: readonly Item[]): Item[] => items.map((item) => ({ ...item, unitPrice: null }));

/** Whether items that two lists have in common cost something else in each. */
export function pricesDiffer(before: readonly Item[], after: readonly Item[]): boolean {
  const prices = new Map(before.map(({ id, unitPrice }) => [id, unitPrice]));
  return after.some(({ id, unitPrice }) => prices.has(id) && prices.get(id) !== unitPrice);
}

const approvalWithout = ({ amount, covers, ...approval }: Approval): Approval => approval;

const contentWithout = (content: Content): Content => ({
  ...content,
  items: itemsWithout(content.items),
  taxRate: 0,
});

const changeWithout = (change: Change, decimals: number): Change[] =>
  changesBetween(
    'before' in change ? itemsWithout([change.before]) : [],
    'after' in change ? itemsWithout([change.after]) : [],
    decimals,
  );

function actionWithout(action: Action): Action {
  switch (action.type) {
    case 'submit':
    case 'resubmit':
    case 'edit':
      return { ...action, content: contentWithout(action.content) };
    case 'confirm_partial':
    case 'confirm_final':
      return { ...action, items: itemsWithout(action.items) };
    case 'approve': {
      const { upTo, ...rest } = action;
      return rest;
    }
    default:
      return action;
  }
}

/**
 * The items of somebody who does not see prices, with those of the items they are based on: such a person changes no price,
 * and sets none. Hours cost what the line that asked for them does. `catalogue`: what its lines cost, by id, for the items that are new.
 */
export function keepingPrices(
  items: readonly Item[],
  known: readonly Item[],
  catalogue: ReadonlyMap<string, string> = new Map(),
): Item[] {
  const prices = new Map(known.map(({ id, unitPrice }) => [id, unitPrice]));
  const rates = new Map(known.flatMap(({ time, unitPrice }) => (time?.of === undefined ? [] : [[time.of, unitPrice]])));
  const rateOf = (of: string) => (prices.has(of) ? prices.get(of) : rates.get(of));
  const priceOf = ({ id, time, onFile = '' }: Item) => {
    if (prices.has(id)) return prices.get(id) ?? null;
    return (time?.of === undefined ? catalogue.get(onFile) : rateOf(time.of)) ?? null;
  };
  return items.map((item) => ({ ...item, unitPrice: priceOf(item) }));
}
