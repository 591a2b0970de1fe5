import type { Order } from '../../src/order/order.ts';
import type { Version } from '../../src/order/version.ts';
import type { Draft, DraftKey, FoundDraft } from '../ports.ts';
import { decimalsBefore, disputed } from '../shapes/decimals-before.ts';
import { type OfDraft, storedDraft } from '../shapes/draft.ts';
import { majorUnits } from '../shapes/parts.ts';
import { json, StoredProblem } from '../shapes/stored.ts';

/** A draft as it is kept. Throws a `StoredProblem` for one that could not be read again. */
export function draftRow({ data, updatedAt, ...key }: Draft) {
  storedDraft.check(data, `draft of ${key.person} (form ${key.form}, order ${key.order || 'new'})`);
  return { data: JSON.stringify(data), updatedAt, shape: storedDraft.number };
}

/** Whether a draft says everything by itself: older ones need their order, or the workspace's settings. */
export const isWhole = ({ shape }: { readonly shape: number }): boolean => shape >= storedDraft.number;

/** A draft as it was read; `of`: what it does not say itself. */
export function foundDraft(
  key: DraftKey,
  {
    data: stored,
    shape,
    updatedAt,
  }: { readonly data: string | null; readonly shape: number; readonly updatedAt: number },
  of: OfDraft = NEEDLESS,
): FoundDraft {
  const where = `draft of ${key.person} (table drafts, workspace ${key.team}, form ${key.form}, order ${key.order || 'new'})`;
  try {
    const data = storedDraft.read({ shape, where, value: () => json(stored) }, of);
    return { ...key, data, stored, updatedAt };
  } catch (error) {
    if (!(error instanceof StoredProblem)) throw error;
    return { ...key, data: undefined, problem: error.message, stored, updatedAt };
  }
}

const NEEDLESS: OfDraft = { currency: undefined, price: () => undefined };

/**
 * Prices in an order's draft have the order's decimals. Where these were only a human's to know, the draft may have been
 * typed later than the order, with others: only the order's own prices are sure.
 */
export function ofOrder({ content }: Order, versions: readonly Version[]): OfDraft {
  const own = new Set(
    [content, ...versions.map((version) => version.content)].flatMap(({ items }) =>
      items.map(({ id, unitPrice }) => `${id} ${unitPrice}`),
    ),
  );
  const sure = !disputed.has(content.currency);
  return {
    currency: undefined,
    price({ id, minor }) {
      const price = majorUnits(minor, content.decimals);
      return sure || minor === 0 || own.has(`${id} ${price}`) ? price : undefined;
    },
  };
}

/** Those of a new order have what the workspace's currency had. */
export function ofNew(currency: string): OfDraft {
  const decimals = decimalsBefore(currency);
  return {
    currency,
    price({ minor }) {
      if (minor === 0) return '0';
      return decimals === undefined ? undefined : majorUnits(minor, decimals);
    },
  };
}
