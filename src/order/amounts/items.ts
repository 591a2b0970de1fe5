import type { Item, LabourTime } from '../content.ts';
import type { Order } from '../order.ts';
import type { Change } from '../version.ts';
import { isPriced, lineAmount } from './money.ts';

/**
 * What turns `before` into `after`, in the order of `after`, removals last. Items are the same when their id is.
 * `decimals`: of the currency's minor unit, in which the differences are counted.
 */
export function changesBetween(before: readonly Item[], after: readonly Item[], decimals: number): Change[] {
  const amount = (item: Item) => lineAmount(item, decimals);
  return replacements(before, after).map((change): Change => {
    if (!change.before) return { type: 'added', after: change.after, difference: amount(change.after) };
    if (!change.after) return { type: 'removed', before: change.before, difference: -amount(change.before) || 0 };
    return { type: 'changed', ...change, difference: amount(change.after) - amount(change.before) };
  });
}

/**
 * True when the two lists do not say the same; the order of their items says nothing, nor does it who did the hours that were
 * asked for, nor hours that cost nothing and that no line asked for.
 */
export function itemsDiffer(before: readonly Item[], after: readonly Item[]): boolean {
  const [was, is] = [before.filter(isMore), after.filter(isMore)];
  return replacements(was, is).length > 0 && replacements(was, withoutWorkers(was, is)).length > 0;
}

/** Whether an item says more than who worked when. */
const isMore = ({ time, unitPrice }: Item): boolean => !time || time.of !== undefined || unitPrice !== null;

/** Items with the hours of workers put back into the lines that asked for them, where they cost the same. */
function withoutWorkers(before: readonly Item[], after: readonly Item[]): Item[] {
  const put = new Map<string, Item>();
  const kept = new Set(after.map(({ id }) => id));
  const others = after.filter((item) => {
    const asked = item.time && before.find(({ id, time }) => id === item.time?.of && !time && !kept.has(id));
    if (!asked || asked.unitPrice !== item.unitPrice || asked.unit !== item.unit) return true;
    put.set(asked.id, { ...asked, quantity: (put.get(asked.id)?.quantity ?? 0) + item.quantity });
    return false;
  });
  return [...others, ...put.values()];
}

/** An item that is no longer, or newly, or otherwise in a list. */
type Replacement =
  | { readonly before: Item; readonly after: Item }
  | { readonly before: Item; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: Item };

function replacements(before: readonly Item[], after: readonly Item[]): Replacement[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map((item) => item.id));
  const changed = after.flatMap((item): Replacement[] => {
    const was = old.get(item.id) ?? askedFor(item);
    if (!was) return [{ after: item }];
    return was.id === item.id && sameItem(was, item) ? [] : [{ before: was, after: item }];
  });
  return [...changed, ...before.filter((item) => !kept.has(item.id)).map((item) => ({ before: item }))];

  /** The line in whose place these hours stand, once. */
  function askedFor({ time }: Item): Item | undefined {
    const was = time?.of === undefined || kept.has(time.of) ? undefined : old.get(time.of);
    if (was) kept.add(was.id);
    return was;
  }
}

/** The net money difference of a change list, minor units. On the way there the sum may pass what a double keeps exact. */
export const netDifference = (changes: readonly Change[]): number =>
  Number(changes.reduce((sum, change) => sum + BigInt(change.difference), 0n));

/** True when the approved version does not have this item, nor asked for its hours. Before approval nothing is unplanned. */
export function isUnplanned({ id, time }: Item, approved: readonly Item[] | undefined): boolean {
  return approved !== undefined && !approved.some((planned) => planned.id === id || planned.id === time?.of);
}

/** True when the items in force are not those that were approved. */
export const differsFromApproved = ({ approvedItems, content }: Pick<Order, 'approvedItems' | 'content'>): boolean =>
  approvedItems !== null && itemsDiffer(approvedItems, content.items);

/**
 * Items beyond those that were approved that have no price yet; travel has none unless somebody gives it one. None where nothing of the order has a price, be it that its reader sees
 * none, and of a job that was not performed.
 */
export function unpricedAdded({
  state,
  approvedItems,
  content,
}: Pick<Order, 'state' | 'approvedItems' | 'content'>): Item[] {
  if (approvedItems === null || state === 'not_performed' || !isPriced([...approvedItems, ...content.items])) return [];
  return content.items.filter(
    (item) => item.unitPrice === null && item.time?.activity !== 'travel' && isUnplanned(item, approvedItems),
  );
}

/**
 * Puts one person's changes (base → mine) on top of what others made of it meanwhile (base → theirs). Where both
 * touched an item, mine wins: its author is shown the result before it is sent.
 */
export function rebaseItems(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): Item[] {
  const changes = replacements(base, mine);
  const removed = new Set(
    changes.flatMap(({ before, after }) => (before && before.id !== after?.id ? [before.id] : [])),
  );
  const mineById = new Map(changes.flatMap(({ after }) => (after ? [[after.id, after]] : [])));
  const merged = theirs.filter((item) => !removed.has(item.id)).map((item) => mineById.get(item.id) ?? item);
  const present = new Set(merged.map((item) => item.id));
  return [...merged, ...[...mineById.values()].filter((item) => !present.has(item.id))];
}

const FACTS = ['kind', 'description', 'quantity', 'unit', 'unitPrice'] as const;
const TIMES = ['day', 'activity', 'from', 'to'] as const;

const sameItem = (a: Item, b: Item): boolean =>
  FACTS.every((fact) => a[fact] === b[fact]) && isSameTime(a.time, b.time);

/** Whether two labour lines count the same time of the same person. */
export const isSameTime = (a: LabourTime | undefined, b: LabourTime | undefined): boolean =>
  a?.worker.id === b?.worker.id && TIMES.every((fact) => a?.[fact] === b?.[fact]);
