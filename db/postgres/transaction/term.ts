import { and, eq, isNotNull } from 'drizzle-orm';
import { Fenced, type Term } from '../../ports.ts';
import type { Db } from '../connection.ts';
import { deliveries } from '../schema.ts';

type TermLock = 'share' | 'no key update';

/** The row of a term that is not over, locked. */
export const termRow = (db: Db, { team, fence }: Term, lock: TermLock) =>
  db
    .select({ fence: deliveries.fence })
    .from(deliveries)
    .where(and(eq(deliveries.team, team), eq(deliveries.fence, fence), isNotNull(deliveries.owner)))
    .for(lock);

/** Throws `Fenced` when there was none. */
export function demandRow(count: number | null): void {
  if (count === 0) throw new Fenced('another process delivers now');
}

/**
 * Throws `Fenced` when this term is over. Its row is locked until the transaction ends: shared, so that the term cannot end
 * before what is written in it; or for one transaction alone.
 */
export async function demandTerm(db: Db, term: Term, lock: TermLock): Promise<void> {
  demandRow((await termRow(db, term, lock)).length);
}
