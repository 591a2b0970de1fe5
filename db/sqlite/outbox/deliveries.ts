import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Deliveries, Term } from '../../ports.ts';
import type { Access } from '../access.ts';
import { deliveries, effects } from '../schema.ts';
import type { OwnerLock } from './owner-lock.ts';

/** Who delivers for each workspace. `lock` is this process's; a row names it while its owner holds it. */
export function deliveriesOf({ db, reads, writes }: Access, lock: OwnerLock): Deliveries {
  const mine = new Set<string>();
  const rowOf = (team: string) => db.select().from(deliveries).where(eq(deliveries.team, team)).get();
  const free = () => {
    if (mine.size === 0) lock.release();
  };
  const left = (team: string) => {
    mine.delete(team);
    free();
  };
  return {
    deliverer: reads((team) => {
      const row = rowOf(team);
      if (!row) return undefined;
      const ended = row.lock !== null && !mine.has(team) && lock.hold() === row.lock;
      if (!ended) free();
      return { ...row, ended };
    }),
    takeDeliveries: writes((team, owner, seen) => {
      const held = lock.hold() ?? null;
      const take = () => {
        const row = rowOf(team);
        if (row?.fence !== seen?.fence || row?.renewals !== seen?.renewals) return undefined;
        const term = { team, fence: (row?.fence ?? 0) + 1 };
        const begun = { ...term, owner, renewals: 0, lock: held };
        db.insert(deliveries).values(begun).onConflictDoUpdate({ target: deliveries.team, set: begun }).run();
        const underWay = and(eq(effects.team, team), isNotNull(effects.claimedBy));
        const inDoubt = db.update(effects).set({ claimedBy: null, inDoubt: true }).where(underWay).run().changes;
        return { term, inDoubt, pace: row?.pace ?? null };
      };
      const taken = take();
      if (taken) mine.add(team);
      else left(team);
      return taken;
    }),
    renewDeliveries: writes((term, pace) => {
      const renewals = sql`${deliveries.renewals} + 1`;
      const set = { renewals, lock: lock.hold() ?? null, ...(pace === undefined ? {} : { pace }) };
      const renewed = db.update(deliveries).set(set).where(isOf(term)).run().changes > 0;
      if (!renewed) left(term.team);
      return renewed;
    }),
    releaseDeliveries: writes((term, pace) => {
      const set = { owner: null, lock: null, ...(pace === undefined ? {} : { pace }) };
      db.update(deliveries).set(set).where(isOf(term)).run();
      left(term.team);
    }),
  };
}

const isOf = ({ team, fence }: Term) =>
  and(eq(deliveries.team, team), eq(deliveries.fence, fence), isNotNull(deliveries.owner));
