import { and, sql } from 'drizzle-orm';
import type { Settings } from '../../src/settings.ts';
import type { DraftKey, Drafts } from '../ports.ts';
import { placeholders } from '../rows/columns.ts';
import { draftRow, foundDraft, isWhole, ofNew, ofOrder } from '../rows/draft-row.ts';
import type { OfDraft } from '../shapes/draft.ts';
import type { Access } from './access.ts';
import type { Db } from './connection.ts';
import { historyOf, orderById } from './load-order.ts';
import { assigned, given, onEach, UNNAMED } from './prepared.ts';
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

  return {
    draft: reads(async (db, key) => {
      const [row] = await draftRows(db).execute({ ...key });
      return row && foundDraft(key, row, isWhole(row) ? undefined : await about(db, key));
    }),
    saveDraft: writesTogether(async (db, draft, before) => {
      const { data: _, updatedAt, ...key } = draft;
      const row = { ...key, ...draftRow(draft) };
      const saved = before === undefined ? insert(db).execute(row) : update(db).execute({ ...row, before });
      return (await saved).rowCount === 1;
    }),
    removeDraft: writesTogether(async (db, key, before) => void (await remove(db).execute({ ...key, before }))),
  };
}

const KEY = ['team', 'person', 'form', 'order'] as const;
const ofKey = given(drafts, ...KEY);
const asRead = and(ofKey, sql`${drafts.data} is not distinct from ${sql.placeholder('before')}`);
const draftRows = onEach((db) => db.select().from(drafts).where(ofKey).prepare(UNNAMED));
const insert = onEach((db) =>
  db
    .insert(drafts)
    .values(placeholders(...KEY, 'data', 'updatedAt', 'shape'))
    .onConflictDoNothing()
    .prepare(UNNAMED),
);
const update = onEach((db) =>
  db
    .update(drafts)
    .set(assigned(drafts, 'seq', ...KEY))
    .where(asRead)
    .prepare(UNNAMED),
);
const remove = onEach((db) => db.delete(drafts).where(asRead).prepare(UNNAMED));
