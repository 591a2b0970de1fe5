import { and, sql } from 'drizzle-orm';
import type { Order, Version } from '../../src/order/order.ts';
import type { Settings } from '../../src/settings.ts';
import type { DraftKey, Drafts } from '../ports.ts';
import { decimalsBefore, disputed } from '../shapes/decimals-before.ts';
import { type OfDraft, storedDraft } from '../shapes/draft.ts';
import { majorUnits } from '../shapes/parts.ts';
import { json, StoredProblem } from '../shapes/stored.ts';
import type { Access } from './access.ts';
import { orderReader } from './load-order.ts';
import { given, has } from './prepared.ts';
import { drafts } from './schema.ts';

/** Unfinished forms. */
export function draftsOf({ db, reads, writes }: Access, settings: (team: string) => Settings): Drafts {
  const isDraft = given(drafts, 'team', 'person', 'form', 'order');
  const draft = db.select().from(drafts).where(isDraft).prepare();
  const removeDraft = db.delete(drafts).where(isDraft).prepare();
  const orders = orderReader(db);

  /** What a draft says only together with its order, or with the workspace's settings. */
  function about({ team, order }: DraftKey, shape: number): OfDraft {
    if (shape >= storedDraft.number) return NEEDLESS;
    const found = order ? orders.byId(team, order) : undefined;
    return found ? ofOrder(found, orders.history(team, order).versions) : ofNew(settings(team).money.currency);
  }

  return {
    draft: reads((key) => {
      const row = draft.get({ ...key });
      if (!row) return undefined;
      const { data: stored, shape, updatedAt } = row;
      const where = `draft of ${key.person} (table drafts, workspace ${key.team}, form ${key.form}, order ${key.order || 'new'})`;
      try {
        const data = storedDraft.read({ shape, where, value: () => json(stored) }, about(key, shape));
        return { ...key, data, stored, updatedAt };
      } catch (error) {
        if (!(error instanceof StoredProblem)) throw error;
        return { ...key, data: undefined, problem: error.message, stored, updatedAt };
      }
    }),
    saveDraft: writes(({ data, updatedAt, ...key }, before) => {
      storedDraft.check(data, `draft of ${key.person} (form ${key.form}, order ${key.order || 'new'})`);
      const row = { data: JSON.stringify(data), updatedAt, shape: storedDraft.number };
      const saved =
        before === undefined
          ? db
              .insert(drafts)
              .values({ ...key, ...row })
              .onConflictDoNothing()
          : db
              .update(drafts)
              .set(row)
              .where(and(has(drafts, key), sql`${drafts.data} is ${before}`));
      return saved.run().changes > 0;
    }),
    removeDraft: writes((key) => void removeDraft.run({ ...key })),
  };
}

const NEEDLESS: OfDraft = { currency: undefined, price: () => undefined };

/**
 * Prices in an order's draft have the order's decimals. Where these were only a human's to know, the draft may have been
 * typed later than the order, with others: only the order's own prices are sure.
 */
function ofOrder({ content }: Order, versions: readonly Version[]): OfDraft {
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
function ofNew(currency: string): OfDraft {
  const decimals = decimalsBefore(currency);
  return {
    currency,
    price({ minor }) {
      if (minor === 0) return '0';
      return decimals === undefined ? undefined : majorUnits(minor, decimals);
    },
  };
}
