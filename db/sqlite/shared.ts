import { sql } from 'drizzle-orm';
import type { Instances, Shared } from '../ports.ts';
import { given } from '../rows/columns.ts';
import type { Access } from './access.ts';
import { doneOnce, homes } from './schema.ts';

/** What processes on one file share. They cannot tell one another anything: each looks by itself. */
export function sharedOf({ db, reads, writes }: Access): Shared & Instances {
  const home = db
    .select({ page: homes.page, seenAt: homes.seenAt })
    .from(homes)
    .where(given(homes, 'team', 'person'))
    .prepare();
  const known = db
    .select({ until: doneOnce.until })
    .from(doneOnce)
    .where(given(doneOnce, 'team', 'key'))
    .prepare();
  const isKnown = reads((team: string, key: string) => known.get({ team, key }) !== undefined);
  const remember = writes(
    (team: string, key: string, until: number) =>
      db.insert(doneOnce).values({ team, key, until }).onConflictDoNothing().run().changes > 0,
  );
  return {
    once: async (team, key, until) => !(await isKnown(team, key)) && remember(team, key, until),
    homeOf: reads((team, person) => home.get({ team, person })),
    saveHome: writes((team, person, page, seenAt) => {
      const set = { page: sql`excluded.page`, seenAt: sql`excluded.seen_at` };
      const target = [homes.team, homes.person];
      db.insert(homes).values({ team, person, page, seenAt }).onConflictDoUpdate({ target, set }).run();
    }),
    wake: () => {},
    onWake: () => {},
  };
}
