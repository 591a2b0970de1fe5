import { asc, sql } from 'drizzle-orm';
import type { Directory, Drafts, WorkspaceSettings } from '../ports.ts';
import { has, overwrite } from '../rows/columns.ts';
import { settingsReader, settingsRow } from '../rows/settings-row.ts';
import type { Access } from './access.ts';
import type { Db } from './connection.ts';
import { draftsOf } from './drafts.ts';
import { given, onEach, UNNAMED } from './prepared.ts';
import { people, settings } from './schema.ts';

/** Users as last read, their unfinished forms, and their workspace's settings. */
export function peopleOf(access: Access): Directory & Drafts & WorkspaceSettings {
  const { reads, writesTogether } = access;
  const personKey = [people.team, people.id];
  const read = settingsReader();
  async function ofWorkspace(db: Db, team: string) {
    const [row] = await settingsRows(db).execute({ team });
    return read(team, row);
  }
  return {
    ...draftsOf(access, ofWorkspace),
    person: reads(async (db, team, id) => (await personRows(db).execute({ team, id }))[0]),
    savePeople: writesTogether(async (db, records) => {
      const set = overwrite(people, personKey);
      const setWhere = sql`excluded.updated >= ${people.updated}`;
      // In an order of their own: two who save the same people do not wait for each other in a circle.
      const rows = records
        .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
        .map((record) => {
          return { ...record, updated: record.updated ?? 0, locale: record.locale ?? '' };
        });
      const saves = rows.map((row) =>
        db.insert(people).values(row).onConflictDoUpdate({ target: personKey, set, setWhere }),
      );
      await Promise.all(saves);
    }),
    admins: reads((db, team, limit) =>
      db
        .select()
        .from(people)
        .where(has(people, { team, admin: true, kind: 'member' }))
        .orderBy(asc(people.name), asc(people.id))
        .limit(limit),
    ),
    settings: reads(ofWorkspace),
    saveSettings: writesTogether(async (db, team, said) => {
      const set = settingsRow(said);
      await db
        .insert(settings)
        .values({ team, ...set })
        .onConflictDoUpdate({ target: settings.team, set });
    }),
  };
}

const settingsRows = onEach((db) => db.select().from(settings).where(given(settings, 'team')).prepare(UNNAMED));
const personRows = onEach((db) =>
  db
    .select()
    .from(people)
    .where(given(people, 'team', 'id'))
    .prepare(UNNAMED),
);
