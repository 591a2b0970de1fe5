import { and, sql } from 'drizzle-orm';
import type { Settings } from '../../src/settings.ts';
import type { DraftKey, Drafts } from '../ports.ts';
import { given, has } from '../rows/columns.ts';
import { draftRow, foundDraft, isWhole, ofNew, ofOrder } from '../rows/draft-row.ts';
import type { OfDraft } from '../shapes/draft.ts';
import type { Access } from './access.ts';
import { orderReader } from './load-order.ts';
import { drafts } from './schema.ts';

/** Unfinished forms. */
export function draftsOf({ db, reads, writes }: Access, settings: (team: string) => Settings): Drafts {
  const isDraft = given(drafts, 'team', 'person', 'form', 'order');
  const draft = db.select().from(drafts).where(isDraft).prepare();
  const orders = orderReader(db);

  /** What a draft says only together with its order, or with the workspace's settings. */
  function about({ team, order }: DraftKey): OfDraft {
    const found = order ? orders.byId(team, order) : undefined;
    return found ? ofOrder(found, orders.history(team, order).versions) : ofNew(settings(team).money.currency);
  }

  const asRead = (key: DraftKey, before: string | null) => and(has(drafts, key), sql`${drafts.data} is ${before}`);

  return {
    draft: reads((key) => {
      const row = draft.get({ ...key });
      return row && foundDraft(key, row, isWhole(row) ? undefined : about(key));
    }),
    saveDraft: writes((draft, before) => {
      const { data: _, updatedAt, ...key } = draft;
      const row = draftRow(draft);
      const saved =
        before === undefined
          ? db
              .insert(drafts)
              .values({ ...key, ...row })
              .onConflictDoNothing()
          : db.update(drafts).set(row).where(asRead(key, before));
      return saved.run().changes > 0;
    }),
    removeDraft: writes((key, before) => void db.delete(drafts).where(asRead(key, before)).run()),
  };
}
