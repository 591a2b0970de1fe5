import { and, asc, eq, sql } from 'drizzle-orm';
import { readSettings, type Settings } from '../../src/settings.ts';
import type { Store } from '../ports.ts';
import { storedSettings } from '../shapes/settings.ts';
import { json } from '../shapes/stored.ts';
import { type Db, transact } from './connection.ts';
import { draftsOf } from './drafts.ts';
import { overwrite } from './prepared.ts';
import { assets, people, settings } from './schema.ts';

type PeopleStore = Pick<
  Store,
  | 'draft'
  | 'saveDraft'
  | 'removeDraft'
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
  const personKey = [people.team, people.id];
  const person = db
    .select()
    .from(people)
    .where(and(eq(people.team, placeholder('team')), eq(people.id, placeholder('id'))))
    .prepare();
  const body = db.$client.prepare<[string], { body: string; shape: number }>(
    'select body, shape from settings where team = ?',
  );
  /** Every payload asks for them and they hardly ever change: the text is compared, not read again. */
  const read = new Map<string, { text: string; shape: number; settings: Settings }>();
  async function ofWorkspace(team: string): Promise<Settings> {
    const { body: text, shape } = body.get(team) ?? { body: '{}', shape: storedSettings.number };
    const known = read.get(team);
    if (known?.text === text && known.shape === shape) return known.settings;
    const where = `settings of workspace ${team} (table settings)`;
    const settings = readSettings(storedSettings.read({ shape, where, value: () => json(text) }, undefined));
    read.set(team, { text, shape, settings });
    return settings;
  }
  return {
    ...draftsOf(db, ofWorkspace),
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
    settings: ofWorkspace,
    async saveSettings(team, body) {
      const row = { body, shape: storedSettings.number };
      db.insert(settings)
        .values({ team, ...row })
        .onConflictDoUpdate({ target: settings.team, set: row })
        .run();
    },
    async asset(team, sha256) {
      const isIt = and(eq(assets.team, team), eq(assets.sha256, sha256));
      return db.select().from(assets).where(isIt).get();
    },
    async saveAsset(asset) {
      const { team, sha256 } = asset;
      const isIt = and(eq(assets.team, team), eq(assets.sha256, sha256));
      transact(db.$client, () => {
        if (!db.select({ sha256: assets.sha256 }).from(assets).where(isIt).get()) db.insert(assets).values(asset).run();
      });
    },
  };
}
