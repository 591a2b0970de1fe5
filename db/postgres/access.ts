import { AsyncLocalStorage } from 'node:async_hooks';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import { DatabaseProblem } from '../database-url.ts';
import { Fenced, type OnTrouble, type Term } from '../ports.ts';
import { type Db, explained, isCut, isGone, isLocked, isRace, plain, tablesOf } from './connection.ts';
import { deliveries } from './schema.ts';

/** How often a transaction that lost a race is made again. */
const RACES = 10;
/** Who comes before Slack gives up waiting may be helped by a second try, milliseconds. */
const SOON_MS = 500;
/** How long a writer is kept waiting to learn whether a COMMIT that was not answered went through, milliseconds. */
const OUTCOME_TIMEOUT_MS = 1500;
const OUTCOME_WAIT_MS = 50;

type Work<A extends unknown[], R> = (db: Db, ...given: A) => Promise<R>;
type Method<A extends unknown[], R> = (...given: A) => Promise<R>;

/** What the store's methods are made with. */
export interface Access {
  /** A method that reads by one statement. */
  reads<A extends unknown[], R>(work: Work<A, R>): Method<A, R>;
  /** A method whose statements all read the same state. */
  readsAtOnce<A extends unknown[], R>(work: Work<A, R>): Method<A, R>;
  /**
   * A method that writes: one transaction (READ COMMITTED: each statement sees what was committed before it began, so what
   * is read to decide on is locked first). It may be made again when it loses a race. `certain`: it is not over before it
   * is known whether a COMMIT that was not answered went through.
   */
  writes<A extends unknown[], R>(work: Work<A, R>, options?: { readonly certain: boolean }): Method<A, R>;
}

/**
 * How the store gets at its server. What that cannot do becomes a `DatabaseProblem`; `onTrouble` hears of it once, and again
 * when a write has gone through.
 *
 * A connection that is lost before COMMIT was sent has changed nothing. When COMMIT itself is not answered, the server is
 * asked over another connection what became of the transaction, by its number. If that takes too long, a
 * `DatabaseProblem` says so, and the write may have gone through. Repeating it is safe then: a commit of an order
 * has a key; what is owed is not owed twice while it waits; a draft is compared with what was read; what is saved about
 * channels, people, settings and documents is the same again; `done`, `retry` and `park` find that the effect is not under way any more and throw
 * `Fenced`, and the next term goes on from what was written; a term that was begun unnoticed is succeeded when nobody renews
 * it. Only a claim would be lost with its effects under way: that one waits for certainty.
 */
export function accessTo(pool: Pool, name: string, onTrouble: OnTrouble = () => {}) {
  const onPool = tablesOf(pool);
  const underWay = new AsyncLocalStorage<Term>();
  let trouble: DatabaseProblem | undefined;
  let ended: Promise<void> | undefined;

  function troubled(problem: DatabaseProblem): void {
    const news = trouble?.message !== problem.message;
    trouble = problem;
    if (news) onTrouble(problem);
  }

  function well(): void {
    if (!trouble) return;
    trouble = undefined;
    onTrouble(undefined);
  }

  /** Makes what is thrown a sentence where it is about the server. */
  async function told<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      const problem = explained(error, name);
      // A row that somebody keeps locked says nothing about the server, nor does a store that was closed.
      if (problem instanceof DatabaseProblem && !ended && !isLocked(plain(error))) troubled(problem);
      throw problem;
    }
  }

  /** Connections may have been lost since they were last used: once more over another one, unless that takes long. */
  async function onceMore<R>(work: () => Promise<R>): Promise<R> {
    for (const begun = performance.now(); ; ) {
      try {
        return await work();
      } catch (error) {
        if (!isCut(plain(error)) || ended || performance.now() - begun > SOON_MS) throw error;
      }
    }
  }

  async function onClient<R>(work: (client: PoolClient) => Promise<R>): Promise<R> {
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
      if (isGone(plain(error))) lost ??= new Error('the connection is lost', { cause: error });
      else await client.query('rollback').catch(losing);
      throw error;
    } finally {
      client.off('error', losing);
      client.release(lost);
    }
  }

  /** Whether a transaction whose COMMIT was not answered went through; undefined when that could not be found out in time. */
  async function wentThrough(transaction: string, certain: boolean): Promise<boolean | undefined> {
    for (const begun = performance.now(); !ended; ) {
      try {
        const asked = 'select pg_xact_status($1::text::xid8) as status';
        const { rows } = await pool.query<{ status: string | null }>(asked, [transaction]);
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

  async function commit(client: PoolClient, transaction: string, certain: boolean): Promise<void> {
    try {
      const { command } = await client.query('commit');
      if (command !== 'COMMIT') throw new Error('A transaction that failed was to be committed');
    } catch (error) {
      if (!isGone(error)) throw error;
      const done = await wentThrough(transaction, certain);
      if (done) return;
      if (done === false) throw error;
      throw new DatabaseProblem(
        `The PostgreSQL database ${name} (DATABASE_URL) was lost in the middle of a change; whether it was saved is not known yet. Repeat it: it is not made twice`,
        { cause: error },
      );
    }
  }

  const writing = <A extends unknown[], R>(work: Work<A, R>, given: A, certain: boolean): Promise<R> =>
    onClient(async (client) => {
      const term = underWay.getStore();
      const db = tablesOf(client);
      const [, numbered] = await Promise.all([
        client.query('begin'),
        client.query<{ id: string }>('select pg_current_xact_id()::text as id'),
        term && demandTerm(db, term, 'share'),
      ]);
      const result = await work(db, ...given);
      await commit(client, numbered.rows[0]?.id ?? '', certain);
      return result;
    });

  /** A transaction that changed nothing is made again, where that may help. */
  async function again<R>(work: () => Promise<R>): Promise<R> {
    for (let lost = 1; ; lost++) {
      try {
        return await work();
      } catch (error) {
        if (!isRace(plain(error)) || lost >= RACES) throw error;
      }
    }
  }

  const reads: Access['reads'] =
    (work) =>
    (...given) =>
      told(() => onceMore(() => work(onPool, ...given)));

  const readsAtOnce: Access['readsAtOnce'] =
    (work) =>
    (...given) =>
      told(() =>
        onceMore(() =>
          onClient(async (client) => {
            await client.query('begin isolation level repeatable read read only');
            const result = await work(tablesOf(client), ...given);
            await client.query('commit');
            return result;
          }),
        ),
      );

  const writes: Access['writes'] =
    (work, { certain } = { certain: false }) =>
    (...given) =>
      told(async () => {
        const result = await again(() => onceMore(() => writing(work, given, certain)));
        well();
        return result;
      });

  return {
    reads,
    readsAtOnce,
    writes,
    /** Does something in a term: once it is over, every write throws `Fenced`. */
    during: <R>(term: Term, work: () => R): R => underWay.run(term, work),
    /** Whether the server takes what it is given: a transaction of its own number is written down. */
    alive: (): Promise<boolean> =>
      told(async () => {
        if (ended !== undefined) return false;
        const asked = "select pg_current_xact_id(), current_setting('transaction_read_only') = 'off' as writes";
        const { rows } = await onceMore(() => pool.query<{ writes: boolean }>(asked));
        if (rows[0]?.writes) well();
        return rows[0]?.writes === true;
      }).catch(() => false),
    close(): Promise<void> {
      ended ??= pool.end();
      return ended;
    },
  };
}

/**
 * Throws `Fenced` when this term is over. Its row is locked until the transaction ends: shared, so that the term cannot end
 * before what is written in it; or for one transaction alone.
 */
export async function demandTerm(db: Db, { team, fence }: Term, lock: 'share' | 'no key update'): Promise<void> {
  const isIts = and(eq(deliveries.team, team), eq(deliveries.fence, fence), isNotNull(deliveries.owner));
  const rows = await db.select({ fence: deliveries.fence }).from(deliveries).where(isIts).for(lock);
  if (rows.length === 0) throw new Fenced('another process delivers now');
}
