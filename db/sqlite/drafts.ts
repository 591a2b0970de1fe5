import { and, eq, sql } from 'drizzle-orm';
import type { Order, Version } from '../../src/order/order.ts';
import type { Settings } from '../../src/settings.ts';
import type { DraftKey, Store } from '../ports.ts';
import { decimalsBefore, disputed } from '../shapes/decimals-before.ts';
import { type OfDraft, storedDraft } from '../shapes/draft.ts';
import { majorUnits } from '../shapes/parts.ts';
import { json, StoredProblem } from '../shapes/stored.ts';
import type { Db } from './connection.ts';
import { orderReader } from './load-order.ts';
import { drafts } from './schema.ts';

/** Unfinished forms. */
export function draftsOf(
  db: Db,
  settings: (team: string) => Promise<Settings>,
): Pick<Store, 'draft' | 'saveDraft' | 'removeDraft'> {
  const { placeholder } = sql;
  const isDraft = and(
    eq(drafts.team, placeholder('team')),
    eq(drafts.person, placeholder('person')),
    eq(drafts.form, placeholder('form')),
    eq(drafts.order, placeholder('order')),
  );
  const draft = db
    .select({ text: sql<string | null>`${drafts.data}`, shape: drafts.shape, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(isDraft)
    .prepare();
  const removeDraft = db.delete(drafts).where(isDraft).prepare();
  const orders = orderReader(db);

  /** What a draft says only together with its order, or with the workspace's settings. */
  async function about({ team, order }: DraftKey, shape: number): Promise<OfDraft> {
    if (shape >= storedDraft.number) return NEEDLESS;
    const found = order ? orders.byId(team, order) : undefined;
    return found ? ofOrder(found, orders.history(team, order).versions) : ofNew((await settings(team)).money.currency);
  }

  return {
    async draft(key) {
      const row = draft.get({ ...key });
      if (!row) return undefined;
      const { text: stored, shape, updatedAt } = row;
      const where = `draft of ${key.person} (table drafts, workspace ${key.team}, form ${key.form}, order ${key.order || 'new'})`;
      try {
        const data = storedDraft.read({ shape, where, value: () => json(stored) }, await about(key, shape));
        return { ...key, data, stored, updatedAt };
      } catch (error) {
        if (!(error instanceof StoredProblem)) throw error;
        return { ...key, data: undefined, problem: error.message, stored, updatedAt };
      }
    },
    async saveDraft({ team, person, form, order, data, updatedAt }, before) {
      storedDraft.check(data, `draft of ${person} (form ${form}, order ${order || 'new'})`);
      const key = { team, person, form, order };
      const row = { data, updatedAt, shape: storedDraft.number };
      if (before === undefined)
        return (
          db
            .insert(drafts)
            .values({ ...key, ...row })
            .onConflictDoNothing()
            .run().changes > 0
        );
      const isIt = and(
        eq(drafts.team, team),
        eq(drafts.person, person),
        eq(drafts.form, form),
        eq(drafts.order, order),
        sql`${drafts.data} is ${before}`,
      );
      return db.update(drafts).set(row).where(isIt).run().changes > 0;
    },
    async removeDraft(key) {
      removeDraft.run({ ...key });
    },
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
