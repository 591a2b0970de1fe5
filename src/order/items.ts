import { lineAmount } from './money.ts';
import type { Change, Item, Order } from './order.ts';

/** What turns `before` into `after`, in the order of `after`, removals last. Items are the same when their id is. */
export function changesBetween(before: readonly Item[], after: readonly Item[]): Change[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map((item) => item.id));
  const changes: Change[] = [];
  for (const item of after) {
    const was = old.get(item.id);
    if (!was) changes.push({ type: 'added', after: item, difference: lineAmount(item) });
    else if (!sameItem(was, item))
      changes.push({ type: 'changed', before: was, after: item, difference: lineAmount(item) - lineAmount(was) });
  }
  for (const item of before)
    if (!kept.has(item.id)) changes.push({ type: 'removed', before: item, difference: -lineAmount(item) || 0 });
  return changes;
}

/** The net money difference of a change list, minor units. */
export const netDifference = (changes: readonly Change[]): number =>
  changes.reduce((sum, change) => sum + change.difference, 0);

/** True when the approved version does not have this item. Before approval nothing is unplanned. */
export function isUnplanned(item: Item, approved: readonly Item[] | undefined): boolean {
  return approved !== undefined && !approved.some((planned) => planned.id === item.id);
}

/** True when the items in force are not those that were approved. */
export function differsFromApproved(order: Order): boolean {
  const approved = order.versions[0]?.content.items;
  return approved !== undefined && changesBetween(approved, order.content.items).length > 0;
}

/**
 * Puts one person's changes (base → mine) on top of what others made of it meanwhile (base → theirs). Where both
 * touched an item, mine wins: its author is shown the result before it is sent.
 */
export function rebaseItems(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): Item[] {
  const changes = changesBetween(base, mine);
  const removed = new Set(changes.flatMap((change) => (change.type === 'removed' ? [change.before.id] : [])));
  const mineById = new Map(
    changes.flatMap((change) => (change.type === 'removed' ? [] : [[change.after.id, change.after]])),
  );
  const merged = theirs.filter((item) => !removed.has(item.id)).map((item) => mineById.get(item.id) ?? item);
  const present = new Set(merged.map((item) => item.id));
  return [...merged, ...[...mineById.values()].filter((item) => !present.has(item.id))];
}

function sameItem(a: Item, b: Item): boolean {
  return (
    a.kind === b.kind &&
    a.description === b.description &&
    a.quantity === b.quantity &&
    a.unit === b.unit &&
    a.unitPrice === b.unitPrice
  );
}
