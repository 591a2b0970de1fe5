import type { Pool, PoolClient } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import { isGone } from '../connection.ts';

/** How long a writer is kept waiting to learn whether a COMMIT that was not answered went through, milliseconds. */
const OUTCOME_TIMEOUT_MS = 1500;
const OUTCOME_WAIT_MS = 50;

/** A server where transactions end. `hasEnded`: nobody waits for an answer any more. */
interface Where {
  readonly pool: Pool;
  readonly name: string;
  hasEnded(): boolean;
}

/** A transaction, by the number that the server knows it by. `certain`: however long it takes to learn what became of it. */
interface Transaction {
  readonly id: string;
  readonly certain: boolean;
}

/** Sends COMMIT; throws when what was done is undone, or when it cannot be found out whether it is. */
export async function commit(where: Where, client: PoolClient, transaction: Transaction): Promise<void> {
  try {
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('A transaction that failed was to be committed');
  } catch (error) {
    if (!isGone(error)) throw error;
    const done = await wentThrough(where, transaction);
    if (done) return;
    if (done === false) throw error;
    throw new DatabaseProblem(
      `The PostgreSQL database ${where.name} (DATABASE_URL) was lost in the middle of a change; whether it was saved is not known yet. Repeat it: it is not made twice`,
      { cause: error },
    );
  }
}

/** Whether a transaction whose COMMIT was not answered went through; undefined when that could not be found out in time. */
async function wentThrough({ pool, hasEnded }: Where, { id, certain }: Transaction): Promise<boolean | undefined> {
  for (const begun = performance.now(); !hasEnded(); ) {
    try {
      const asked = 'select pg_xact_status($1::text::xid8) as status';
      const { rows } = await pool.query<{ status: string | null }>(asked, [id]);
      const status = rows[0]?.status;
      if (status === 'committed' || status === 'aborted') return status === 'committed';
    } catch {
      // The server is out of reach still.
    }
    if (!certain && performance.now() - begun > OUTCOME_TIMEOUT_MS) return undefined;
    await new Promise((resolve) => setTimeout(resolve, OUTCOME_WAIT_MS));
  }
  return undefined;
}
