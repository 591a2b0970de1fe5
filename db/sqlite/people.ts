import { asc, sql } from 'drizzle-orm';
import { readSettings, type Settings } from '../../src/settings.ts';
import type { Directory, Drafts, WorkspaceSettings } from '../ports.ts';
import { storedSettings } from '../shapes/settings.ts';
import { json } from '../shapes/stored.ts';
import type { Access } from './access.ts';
import { draftsOf } from './drafts.ts';
import { given, has, overwrite } from './prepared.ts';
import { people, settings } from './schema.ts';

/** Users as last read, their unfinished forms, and their workspace's settings. */
export function peopleOf(access: Access): Directory & Drafts & WorkspaceSettings {
  const { db, reads, writes } = access;
  const personKey = [people.team, people.id];
  const isPerson = given(people, 'team', 'id');
  const person = db.select().from(people).where(isPerson).prepare();
  const row = db.select().from(settings).where(given(settings, 'team')).prepare();
  /** Every payload asks for them and they hardly ever change: the text is compared, not read again. */
  const read = new Map<string, { text: string; shape: number; settings: Settings }>();
  function ofWorkspace(team: string): Settings {
    const { body: text, shape } = row.get({ team }) ?? { body: '{}', shape: storedSettings.number };
    const known = read.get(team);
    if (known?.text === text && known.shape === shape) return known.settings;
    const where = `settings of workspace ${team} (table settings)`;
    const found = readSettings(storedSettings.read({ shape, where, value: () => json(text) }, undefined));
    read.set(team, { text, shape, settings: found });
    return found;
  }
  return {
    ...draftsOf(access, ofWorkspace),
    person: reads((team, id) => person.get({ team, id })),
    savePeople: writes((records) => {
      const set = overwrite(people, personKey);
      const setWhere = sql`excluded.updated >= ${people.updated}`;
      for (const record of records) {
        const row = { ...record, updated: record.updated ?? 0, locale: record.locale ?? '' };
        db.insert(people).values(row).onConflictDoUpdate({ target: personKey, set, setWhere }).run();
      }
    }),
    admins: reads((team, limit) => {
      const isOne = has(people, { team, admin: true, kind: 'member' });
      return db.select().from(people).where(isOne).orderBy(asc(people.name), asc(people.id)).limit(limit).all();
    }),
    settings: reads(ofWorkspace),
    saveSettings: writes((team, said) => {
      const set = { body: JSON.stringify(said), shape: storedSettings.number };
      const row = { team, ...set };
      db.insert(settings).values(row).onConflictDoUpdate({ target: settings.team, set }).run();
    }),
  };
}
