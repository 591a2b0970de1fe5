import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import { readSettings, type Settings } from '../../src/settings.ts';
import type { Store } from '../store.ts';
import { type Db, transact } from './connection.ts';
import { columnsOf, overwrite, placeholders } from './prepared.ts';
import { assets, drafts, people, settings } from './schema.ts';

type PeopleStore = Pick<
  Store,
  | 'draft'
  | 'saveDraft'
  | 'removeDraft'
  | 'sweepDrafts'
  | 'person'
  | 'savePeople'
  | 'admins'
  | 'settings'
  | 'saveSettings'
  | 'asset'
  | 'saveAsset'
>;

/** Users as last read, their unfinished forms, and their workspace's settings with their assets. */
export function peopleOf(db: Db): PeopleStore {
  const { placeholder } = sql;
  const isDraft = and(
    eq(drafts.team, placeholder('team')),
    eq(drafts.person, placeholder('person')),
    eq(drafts.form, placeholder('form')),
    eq(drafts.order, placeholder('order')),
  );
  const personKey = [people.team, people.id];
  const draft = db.select().from(drafts).where(isDraft).prepare();
  const addDraft = db
    .insert(drafts)
    .values(placeholders(...columnsOf(drafts)))
    .onConflictDoNothing()
    .prepare();
  const removeDraft = db.delete(drafts).where(isDraft).prepare();
  const person = db
    .select()
    .from(people)
    .where(and(eq(people.team, placeholder('team')), eq(people.id, placeholder('id'))))
    .prepare();
  const body = db.$client.prepare<[string], string>('select body from settings where team = ?').pluck();
  /** Every payload asks for them and they hardly ever change: the text is compared, not read again. */
  const read = new Map<string, { text: string; settings: Settings }>();
  return {
    draft: async (key) => draft.get({ ...key }),
    async saveDraft(one, before) {
      if (before === undefined) return addDraft.run({ ...one }).changes > 0;
      const { data, updatedAt, ...key } = one;
      const unchanged = sql`${drafts.data} is ${sql.param(before, drafts.data)}`;
      const isIt = and(
        eq(drafts.team, key.team),
        eq(drafts.person, key.person),
        eq(drafts.form, key.form),
        eq(drafts.order, key.order),
      );
      return db.update(drafts).set({ data, updatedAt }).where(and(isIt, unchanged)).run().changes > 0;
    },
    async removeDraft(key) {
      removeDraft.run({ ...key });
    },
    async sweepDrafts(before, limit) {
      const old = db
        .select({ rowid: sql`rowid` })
        .from(drafts)
        .where(lt(drafts.updatedAt, before))
        .orderBy(asc(drafts.updatedAt))
        .limit(limit);
      return db.delete(drafts).where(inArray(sql`rowid`, old)).run().changes;
    },
    person: async (team, id) => person.get({ team, id }),
    async savePeople(records) {
      const set = overwrite(people, personKey);
      const setWhere = sql`excluded.updated >= ${people.updated}`;
      transact(db.$client, () => {
        for (const record of records) {
          const row = { ...record, updated: record.updated ?? 0 };
          db.insert(people).values(row).onConflictDoUpdate({ target: personKey, set, setWhere }).run();
        }
      });
    },
    async admins(team, limit) {
      const isOne = and(eq(people.team, team), eq(people.admin, true), eq(people.kind, 'member'));
      return db.select().from(people).where(isOne).orderBy(asc(people.name), asc(people.id)).limit(limit).all();
    },
    async settings(team) {
      const text = body.get(team) ?? '{}';
      const known = read.get(team);
      if (known?.text === text) return known.settings;
      const settings = readSettings(JSON.parse(text));
      read.set(team, { text, settings });
      return settings;
    },
    async saveSettings(team, body) {
      db.insert(settings).values({ team, body }).onConflictDoUpdate({ target: settings.team, set: { body } }).run();
    },
    async asset(team, sha256) {
      const isIt = and(eq(assets.team, team), eq(assets.sha256, sha256));
      return db.select().from(assets).where(isIt).get();
    },
    async saveAsset(asset) {
      db.insert(assets).values(asset).onConflictDoNothing().run();
    },
  };
}
