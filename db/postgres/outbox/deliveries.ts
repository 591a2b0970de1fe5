import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Deliveries, Term } from '../../ports.ts';
import type { Access } from '../access.ts';
import { deliveries, effects } from '../schema.ts';

/**
 * Who delivers for each workspace. Nobody is ever known to have ended: a server forgets a connection also when only the network
 * between has failed. So an owner that did not hand over is succeeded when the row has stayed the same for long enough.
 */
export function deliveriesOf({ reads, writes, writesTogether }: Access): Deliveries {
  return {
    deliverer: reads(async (db, team) => {
      const { fence, owner, renewals } = deliveries;
      const [row] = await db.select({ fence, owner, renewals }).from(deliveries).where(eq(deliveries.team, team));
      return row && { ...row, ended: false };
    }),
    // What the row said is compared by the statement that changes it: of two who have seen the same, the second changes nothing.
    takeDeliveries: writes(async (db, team, owner, seen) => {
      const begun = { owner, fence: (seen?.fence ?? 0) + 1, renewals: 0 };
      const taken = seen
        ? db
            .update(deliveries)
            .set(begun)
            .where(
              and(eq(deliveries.team, team), eq(deliveries.fence, seen.fence), eq(deliveries.renewals, seen.renewals)),
            )
            .returning({ pace: deliveries.pace })
        : db
            .insert(deliveries)
            .values({ team, ...begun })
            .onConflictDoNothing()
            .returning({ pace: deliveries.pace });
      const [row] = await taken;
      if (!row) return undefined;
      const underWay = and(eq(effects.team, team), isNotNull(effects.claimedBy));
      const left = await db.update(effects).set({ claimedBy: null, inDoubt: true }).where(underWay);
      return { term: { team, fence: begun.fence }, inDoubt: left.rowCount ?? 0, pace: row.pace };
    }),
    renewDeliveries: writesTogether(async (db, term, pace) => {
      const set = { renewals: sql`${deliveries.renewals} + 1`, ...(pace === undefined ? {} : { pace }) };
      const { rowCount } = await db.update(deliveries).set(set).where(isOf(term));
      return rowCount === 1;
    }),
    releaseDeliveries: writesTogether(async (db, term, pace) => {
      await db
        .update(deliveries)
        .set({ owner: null, ...(pace === undefined ? {} : { pace }) })
        .where(isOf(term));
    }),
  };
}

const isOf = ({ team, fence }: Term) =>
  and(eq(deliveries.team, team), eq(deliveries.fence, fence), isNotNull(deliveries.owner));
