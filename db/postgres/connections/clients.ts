import type { Pool, PoolClient } from 'pg';
import { isGone, isReadOnly, plain } from './sentences.ts';

/** Does something on a connection that nobody else has meanwhile; what failed on it is undone. */
export function clientsOf(pool: Pool): <R>(work: (client: PoolClient) => Promise<R>) => Promise<R> {
  return async (work) => {
    const client = await pool.connect();
    let lost: Error | undefined;
    const losing = (error: Error) => {
      lost = error;
    };
    client.on('error', losing);
    try {
      return await work(client);
    } catch (error) {
      // What is still on its way on it, and in whatever state it is: it is not used again.
      if (isGone(plain(error)) || isReadOnly(plain(error)))
        lost ??= new Error('the connection is lost', { cause: error });
      else await client.query('rollback').catch(losing);
      throw error;
    } finally {
      client.off('error', losing);
      client.release(lost);
    }
  };
}
