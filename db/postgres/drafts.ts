import { and, sql } from 'drizzle-orm';
import type { Settings } from '../../src/settings.ts';
import type { DraftKey, Drafts } from '../ports.ts';
import { has } from '../rows/columns.ts';
import { draftRow, foundDraft, isWhole, ofNew, ofOrder } from '../rows/draft-row.ts';
import type { OfDraft } from '../shapes/draft.ts';
import type { Access } from './access.ts';
import type { Db } from './connection.ts';
import { historyOf, orderById } from './load-order.ts';
import { drafts } from './schema.ts';

/** Unfinished forms. */
export function draftsOf(
  { reads, writesTogether }: Access,
  settings: (db: Db, team: string) => Promise<Settings>,
): Drafts {
  /** What a draft says only together with its order, or with the workspace's settings. */
  async function about(db: Db, { team, order }: DraftKey): Promise<OfDraft> {
    const found = order ? await orderById(db, team, order) : undefined;
    if (!found) return ofNew((await settings(db, team)).money.currency);
    return ofOrder(found, (await historyOf(db, team, order)).versions);
  }

  const asRead = (key: DraftKey, before: string | null) =>
    and(has(drafts, key), sql`${drafts.data} is not distinct from ${before}`);

  return {
    draft: reads(async (db, key) => {
      const [row] = await db.select().from(drafts).where(has(drafts, key));
      return row && foundDraft(key, row, isWhole(row) ? undefined : await about(db, key));
    }),
    saveDraft: writesTogether(async (db, draft, before) => {
      const { data: _, updatedAt, ...key } = draft;
      const row = draftRow(draft);
      const saved =
        before === undefined
          ? db
              .insert(drafts)
              .values({ ...key, ...row })
              .onConflictDoNothing()
          : db.update(drafts).set(row).where(asRead(key, before));
      return (await saved).rowCount === 1;
    }),
    removeDraft: writesTogether(async (db, key, before) => void (await db.delete(drafts).where(asRead(key, before)))),
  };
}
