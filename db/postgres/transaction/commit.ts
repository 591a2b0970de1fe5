import type { Pool, PoolClient } from 'pg';
import { OutcomeUnknown } from '../../database-url.ts';
import { codeOf, isGone } from '../connections/sentences.ts';

/** How long a writer is kept waiting to learn whether a COMMIT that was not answered went through, milliseconds. */
const OUTCOME_TIMEOUT_MS = 1500;
const OUTCOME_WAIT_MS = 50;

/** A server where transactions end. `hasEnded`: nobody waits for an answer any more. */
interface Where {
  readonly pool: Pool;
  readonly called: string;
  hasEnded(): boolean;
}

/** A transaction, by the number that the server knows it by, and when it began by the server's clock. */
export interface Transaction {
  readonly id: string;
  readonly at: string;
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
    throw new OutcomeUnknown(
      `${where.called} was lost in the middle of a change; whether it was saved is not known yet. Repeat it: it is not made twice`,
      { cause: error },
    );
  }
}

/** PostgreSQL's word for a number that it has not given yet. */
const NOT_GIVEN = '22023';

/**
 * Whether a transaction whose COMMIT was not answered went through; undefined when that could not be found out in time. A
 * server that crashed begins with a checkpoint, and gives the numbers of what it lost once more: then "committed" may be
 * somebody else's.
 */
async function wentThrough({ pool, hasEnded }: Where, { id, at }: Transaction): Promise<boolean | undefined> {
  const asked = `select pg_xact_status($1::text::xid8) as status,
    checkpoint_time < $2::timestamptz - interval '1 second' as ours from pg_control_checkpoint()`;
  for (const begun = performance.now(); !hasEnded(); ) {
    try {
      const { rows } = await pool.query<{ status: string | null; ours: boolean }>(asked, [id, at]);
      const { status, ours } = rows[0] ?? {};
      if (status === 'aborted') return false;
      if (status === 'committed') return ours ? true : undefined;
    } catch (error) {
      if (codeOf(error) === NOT_GIVEN) return false;
      // The server is out of reach still.
    }
    if (performance.now() - begun > OUTCOME_TIMEOUT_MS) return undefined;
    await new Promise((resolve) => setTimeout(resolve, OUTCOME_WAIT_MS));
  }
  return undefined;
}
