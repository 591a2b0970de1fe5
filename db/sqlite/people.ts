import { asc, sql } from 'drizzle-orm';
import type { Directory, Drafts, WorkspaceSettings } from '../ports.ts';
import { given, has, overwrite } from '../rows/columns.ts';
import { settingsReader, settingsRow } from '../rows/settings-row.ts';
import type { Access } from './access.ts';
import { draftsOf } from './drafts.ts';
import { people, settings } from './schema.ts';

/** Users as last read, their unfinished forms, and their workspace's settings. */
export function peopleOf(access: Access): Directory & Drafts & WorkspaceSettings {
  const { db, reads, writes } = access;
  const personKey = [people.team, people.id];
  const isPerson = given(people, 'team', 'id');
  const person = db.select().from(people).where(isPerson).prepare();
  const row = db.select().from(settings).where(given(settings, 'team')).prepare();
  const read = settingsReader();
  const ofWorkspace = (team: string) => read(team, row.get({ team }));
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
      const set = settingsRow(said);
      const row = { team, ...set };
      db.insert(settings).values(row).onConflictDoUpdate({ target: settings.team, set }).run();
    }),
  };
}
