import { and, asc, eq, sql } from 'drizzle-orm';
import { Settings } from '../../src/settings.ts';
import type { DraftKey, Store } from '../store.ts';
import { type Db, transact } from './connection.ts';
import { overwrite } from './prepared.ts';
import { drafts, people, settings } from './schema.ts';

type PeopleStore = Pick<
  Store,
  'draft' | 'saveDraft' | 'removeDraft' | 'person' | 'savePeople' | 'admins' | 'settings' | 'saveSettings'
>;

/** Users as last read, their unfinished forms, and their workspace's settings. */
export function peopleOf(db: Db): PeopleStore {
  const isDraft = (key: DraftKey) =>
    and(
      eq(drafts.team, key.team),
      eq(drafts.person, key.person),
      eq(drafts.form, key.form),
      eq(drafts.order, key.order),
    );
  const personKey = [people.team, people.id];
  return {
    async draft(key) {
      return db.select().from(drafts).where(isDraft(key)).get();
    },
    async saveDraft(draft, before) {
      if (before === undefined) return db.insert(drafts).values(draft).onConflictDoNothing().run().changes > 0;
      const { data, updatedAt } = draft;
      const unchanged = sql`${drafts.data} is ${sql.param(before, drafts.data)}`;
      return (
        db
          .update(drafts)
          .set({ data, updatedAt })
          .where(and(isDraft(draft), unchanged))
          .run().changes > 0
      );
    },
    async removeDraft(key) {
      db.delete(drafts).where(isDraft(key)).run();
    },
    async person(team, id) {
      return db
        .select()
        .from(people)
        .where(and(eq(people.team, team), eq(people.id, id)))
        .get();
    },
    async savePeople(records) {
      const set = overwrite(people, personKey);
      transact(db.$client, () => {
        for (const record of records) {
          db.insert(people).values(record).onConflictDoUpdate({ target: personKey, set }).run();
        }
      });
    },
    async admins(team, limit) {
      const isOne = and(eq(people.team, team), eq(people.admin, true), eq(people.kind, 'member'));
      return db.select().from(people).where(isOne).orderBy(asc(people.name), asc(people.id)).limit(limit).all();
    },
    async settings(team) {
      const row = db.select().from(settings).where(eq(settings.team, team)).get();
      return Settings.parse(row?.body ?? {});
    },
    async saveSettings(team, body) {
      db.insert(settings).values({ team, body }).onConflictDoUpdate({ target: settings.team, set: { body } }).run();
    },
  };
}
