import { and, asc, desc, inArray, lt, sql } from 'drizzle-orm';
import type { Directory, Drafts, WorkspaceSettings } from '../ports.ts';
import { given, has, overwrite } from '../rows/columns.ts';
import { changeOf, changeRow, groupOf, groupRow, settingsReader, settingsRow } from '../rows/settings-row.ts';
import type { Access } from './access.ts';
import { draftsOf } from './drafts.ts';
import { people, settings, settingsChanges, userGroups } from './schema.ts';

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
    settingsAsOf: reads((team) => ({ settings: ofWorkspace(team), revision: row.get({ team })?.revision ?? 0 })),
    changeSettings: writes((team, before, said, change) => {
      const revision = before + 1;
      if ((row.get({ team })?.revision ?? 0) !== before) return false;
      const set = { ...settingsRow(said), revision };
      db.insert(settings)
        .values({ team, ...set })
        .onConflictDoUpdate({ target: settings.team, set })
        .run();
      db.insert(settingsChanges)
        .values({ team, revision, ...changeRow(change) })
        .run();
      return true;
    }),
    settingsChanges: reads((team, { limit, before }) =>
      db
        .select()
        .from(settingsChanges)
        .where(
          and(has(settingsChanges, { team }), before === undefined ? undefined : lt(settingsChanges.revision, before)),
        )
        .orderBy(desc(settingsChanges.revision))
        .limit(limit)
        .all()
        .map(changeOf),
    ),
    userGroups: reads((team, ids) =>
      db
        .select()
        .from(userGroups)
        .where(and(has(userGroups, { team }), inArray(userGroups.id, [...ids])))
        .all()
        .map(groupOf),
    ),
    saveUserGroup: writes((group) => {
      const set = groupRow(group);
      db.insert(userGroups)
        .values(set)
        .onConflictDoUpdate({ target: [userGroups.team, userGroups.id], set })
        .run();
    }),
    saveSettings: writes((team, said) => {
      const set = settingsRow(said);
      const row = { team, ...set };
      db.insert(settings).values(row).onConflictDoUpdate({ target: settings.team, set }).run();
    }),
  };
}
