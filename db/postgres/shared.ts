import type { Shared } from '../ports.ts';
import { has } from '../rows/columns.ts';
import type { Access } from './access.ts';
import { doneOnce, homes } from './schema.ts';

/** What instances share. */
export function sharedOf({ reads, writes, writesTogether }: Access): Shared {
  return {
    once: writes(async (db, team, key, until) => {
      const { rowCount } = await db.insert(doneOnce).values({ team, key, until }).onConflictDoNothing();
      return rowCount === 1;
    }),
    homeOf: reads(async (db, team, person) => {
      const { page, seenAt } = homes;
      const [row] = await db.select({ page, seenAt }).from(homes).where(has(homes, { team, person }));
      return row;
    }),
    saveHome: writesTogether(async (db, team, person, page, seenAt) => {
      const set = { page, seenAt };
      await db
        .insert(homes)
        .values({ team, person, ...set })
        .onConflictDoUpdate({ target: [homes.team, homes.person], set });
    }),
  };
}
