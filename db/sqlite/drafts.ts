import { and, sql } from 'drizzle-orm';
import type { Settings } from '../../src/settings.ts';
import type { DraftKey, Drafts } from '../ports.ts';
import { given } from '../rows/columns.ts';
import { draftRow, foundDraft, isWhole, ofNew, ofOrder } from '../rows/draft-row.ts';
import type { OfDraft } from '../shapes/draft.ts';
import type { Access } from './access.ts';
import { orderReader } from './load-order.ts';
import { insertInto, prepared } from './prepared.ts';
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

  const value = (name: string) => sql`${sql.placeholder(name)}`;
  const columns = { data: value('data'), shape: value('shape'), updatedAt: value('updatedAt') };
  const asRead = and(isDraft, sql`${drafts.data} is ${value('before')}`);
  const add = prepared(db, insertInto(db, drafts).onConflictDoNothing());
  const change = prepared(db, db.update(drafts).set(columns).where(asRead));
  const remove = prepared(db, db.delete(drafts).where(asRead));

  return {
    draft: reads((key) => {
      const row = draft.get({ ...key });
      return row && foundDraft(key, row, isWhole(row) ? undefined : about(key));
    }),
    saveDraft: writes((draft, before) => {
      const { data: _, ...key } = draft;
      const row = { ...key, ...draftRow(draft) };
      return (before === undefined ? add(row) : change({ ...row, before })) > 0;
    }),
    removeDraft: writes((key, before) => void remove({ ...key, before })),
  };
}
