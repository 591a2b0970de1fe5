import type { Order } from '../order.ts';
import type { Policy } from '../policy.ts';
import type { Approval, Version } from '../version.ts';
import { decimalOf } from './decimal.ts';
import { totals } from './money.ts';

/** How far a total may pass what was approved before somebody is asked; both missing: not at all. */
export interface Tolerance {
  /** Thousandths of a percent of the approved amount (20000 is 20 %); null: none. */
  readonly percent: number | null;
  /** A decimal in the major unit of the currency in which limits count; null: none. */
  readonly amount: string | null;
}

type Amounts = Pick<Policy, 'tolerance' | 'limitCurrency'>;
type Counted = { readonly currency: string; readonly decimals: number };

/** A decimal of the major unit in minor units, what is finer cut off: nothing covers more than it says. */
function minorUnits(amount: string, { decimals }: Counted): bigint {
  const { digits, scale } = decimalOf(amount);
  return (digits * 10n ** BigInt(decimals)) / 10n ** BigInt(scale);
}

/**
 * Up to which net total (minor units) an approval of this amount covers an order: with the tolerance, the smaller where there
 * are two, but never more than the one who approves may. An amount in another currency than the order's says nothing.
 */
export function coveredWith(
  amount: number,
  order: Counted,
  { tolerance, limitCurrency }: Amounts,
  limit?: string,
): number {
  const approved = BigInt(amount);
  const isOwn = order.currency === limitCurrency;
  const most = approved > 0n ? approved : 0n;
  const margins = [
    ...(tolerance.percent === null ? [] : [(most * BigInt(tolerance.percent)) / 100_000n]),
    ...(tolerance.amount === null || !isOwn ? [] : [minorUnits(tolerance.amount, order)]),
  ];
  const margin = margins.reduce<bigint | undefined>(
    (least, one) => (least === undefined || one < least ? one : least),
    undefined,
  );
  const covered = approved + (margin ?? 0n);
  if (limit === undefined) return Number(covered);
  // Their limit was enough for the amount itself.
  const own = isOwn ? minorUnits(limit, order) : approved;
  return Number(covered > own ? (own > approved ? own : approved) : covered);
}

/** The newest approval of an order's amount: the first, or of extra cost. */
export function lastApproval({ approval, latest }: Pick<Order, 'approval' | 'latest'>): Approval | null {
  return latest?.accepted?.at(-1) ?? approval;
}

/** By how much an order costs more than was approved. Minor units of its currency, net. */
export interface ExtraCost {
  readonly net: number;
  /** What was approved; the difference is counted from it. */
  readonly approved: number;
  /** With the tolerance. */
  readonly covered: number;
  readonly difference: number;
}

/** The same of one of its versions. */
export const extraCostIn = (version: Version): ExtraCost | undefined => extraCostOf({ ...version, latest: version });

/** Marks a version that costs more than approvals cover, where its prices, which would tell that, are left out. It is never stored. */
export const ABOVE = { above: true } as const;

/** Whether a version costs more than approvals cover, also where it comes without prices. */
export const isAbove = (version: Version): boolean => 'above' in version || extraCostIn(version) !== undefined;

/**
 * What an order costs above what approvals cover; undefined where it does not, and of orders that were approved before
 * approvals covered an amount.
 */
export function extraCostOf(order: Pick<Order, 'approval' | 'latest' | 'content'>): ExtraCost | undefined {
  const { amount, covers } = lastApproval(order) ?? {};
  if (amount === undefined || covers === undefined) return undefined;
  const { net } = totals(order.content);
  return net > covers ? { net, approved: amount, covered: covers, difference: net - amount } : undefined;
}
