import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';
import { DatabaseProblem } from '../database-url.ts';
import type { OnTrouble, Term } from '../ports.ts';
import { type Db, tablesOf } from './connection.ts';
import { clientsOf } from './connections/clients.ts';
import { readersOf } from './connections/readers.ts';
import {
  explained,
  isCut,
  isGone,
  isLocked,
  isRace,
  isReadOnly,
  plain,
  TakesNoChanges,
} from './connections/sentences.ts';
import { troubleOf } from './connections/trouble.ts';
import type { Statement } from './prepared.ts';
import { commit, type Transaction } from './transaction/commit.ts';
import { demandRow, termRow } from './transaction/term.ts';

/** How often a transaction that lost a race is made again. */
const RACES = 10;
/** Who comes before Slack gives up waiting may be helped by a second try, milliseconds. */
const SOON_MS = 500;

/** The term that something is done in. One for all stores: Node carries each storage along with every promise, for ever. */
const underWay = new AsyncLocalStorage<{ readonly pool: Pool; readonly term: Term }>();

type Work<A extends unknown[], R> = (db: Db, ...given: A) => Promise<R>;
type Method<A extends unknown[], R> = (...given: A) => Promise<R>;

/** What a write comes to. `last`: statements that go out together with COMMIT; when one of them fails, all is undone. */
export interface Ending<R> {
  readonly result: R;
  readonly last: readonly Statement[];
}

/** What the store's methods are made with. */
export interface Access {
  /** A method that reads by one statement. */
  reads<A extends unknown[], R>(work: Work<A, R>): Method<A, R>;
  /** A method whose statements all read the same state. */
  readsAtOnce<A extends unknown[], R>(work: Work<A, R>): Method<A, R>;
  /**
   * A method that writes: one transaction (READ COMMITTED: each statement sees what was committed before it began, so what
   * is read to decide on is locked first). It may be made again when it loses a race.
   */
  writes<A extends unknown[], R>(work: Work<A, R>): Method<A, R>;
  /**
   * The same in two round trips, for what sends all its statements at once: they go out together with BEGIN. Should BEGIN alone
   * ever fail, each of them is a transaction of its own, so each by itself leaves nothing half done.
   */
  writesTogether<A extends unknown[], R>(work: Work<A, R>): Method<A, R>;
  /** The same for what first reads all that it decides on, at once, and then writes by statements whose answers it need not see. */
  writesInTwo<A extends unknown[], R>(work: Work<A, Ending<R>>): Method<A, R>;
}

/**
 * How the store gets at its server. What that cannot do becomes a `DatabaseProblem`; `onTrouble` hears of it once, and
 * again when it is over.
 *
 * A connection that is lost before COMMIT was sent has changed nothing. When COMMIT itself is not answered, the server is
 * asked over another connection what became of the transaction, by its number. If that takes too long, an `OutcomeUnknown`
 * says so, and the write may have gone through. Repeating it is safe then: a commit of an order has a key; what is owed is
 * not owed twice while it waits; a draft is compared with what was read; what is saved about channels, people, settings and
 * documents is the same again; `done`, `retry` and `park` find that the effect is not under way any more and throw
 * `Fenced`, and the next term goes on from what was written; a term that was begun unnoticed is succeeded when nobody
 * renews it. Only after a claim effects may be under way that nobody knows of: its term is given up.
 */
export function accessTo(pool: Pool, called: string, onTrouble: OnTrouble = () => {}) {
  const onReader = readersOf(pool);
  const onClient = clientsOf(pool);
  let ended: Promise<void> | undefined;
  const hasEnded = () => ended !== undefined;
  const where = { pool, called, hasEnded };
  const trouble = troubleOf(onTrouble, () => alive(), hasEnded);

  /** Makes what is thrown a sentence where it is about the server. */
  async function told<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      const problem = explained(error, called);
      // A row that somebody keeps locked says nothing about the server, nor does a store that was closed.
      if (problem instanceof DatabaseProblem && !ended && !isLocked(plain(error))) trouble.met(problem);
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

  /** Begins a transaction, in a term if there is one. Sends everything before it is awaited. */
  async function begin(client: PoolClient): Promise<Transaction> {
    const during = underWay.getStore();
    const term = during?.pool === pool ? during.term : undefined;
    const [, numbered, its] = await Promise.all([
      client.query('begin'),
      client.query<Transaction>('select pg_current_xact_id()::text as id, statement_timestamp()::text as at'),
      term && send(client, termRow(tablesOf(client), term, 'share')),
    ]);
    if (its) demandRow(its.rowCount);
    return numbered.rows[0] ?? { id: '', at: '' };
  }

  /** `together`: what is sent first goes out with BEGIN. */
  const writing = <A extends unknown[], R>(
    work: Work<A, Ending<R>>,
    given: A,
    { together }: { readonly together: boolean },
  ): Promise<R> =>
    onClient(async (client) => {
      const { beginning, worked } = atOnce(client, () => {
        const beginning = begin(client);
        const at = () => work(tablesOf(client), ...given);
        return { beginning, worked: together ? at() : beginning.then(at) };
      });
      // Nothing of it may still be sent when it is undone.
      const [begun, ended] = await Promise.allSettled([beginning, worked]);
      if (begun.status === 'rejected') throw begun.reason;
      if (ended.status === 'rejected') throw ended.reason;
      const { result, last } = ended.value;
      const [wrote, committed] = await atOnce(client, () =>
        Promise.allSettled([Promise.all(last.map((one) => send(client, one))), commit(where, client, begun.value)]),
      );
      // Answers may be lost of what was committed all the same.
      if (committed.status === 'fulfilled') return result;
      throw wrote.status === 'rejected' && !isGone(wrote.reason) ? wrote.reason : committed.reason;
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
      told(() => onceMore(() => onReader((client) => work(tablesOf(client), ...given))));

  const readsAtOnce: Access['readsAtOnce'] =
    (work) =>
    (...given) =>
      told(() =>
        onceMore(() =>
          onClient(async (client) => {
            const beginning = client.query('begin isolation level repeatable read read only');
            const [begun, read] = await Promise.allSettled([beginning, work(tablesOf(client), ...given)]);
            if (begun.status === 'rejected') throw begun.reason;
            if (read.status === 'rejected') throw read.reason;
            await client.query('commit');
            return read.value;
          }),
        ),
      );

  const written = <R>(write: () => Promise<R>): Promise<R> =>
    told(async () => {
      const result = await again(() => onceMore(write));
      trouble.over({ written: true });
      return result;
    });

  /** One that has nothing left to send. */
  const whole =
    <A extends unknown[], R>(work: Work<A, R>): Work<A, Ending<R>> =>
    async (...given) => ({ result: await work(...given), last: [] });

  const writes: Access['writes'] = (work) => {
    const all = whole(work);
    return (...given) => written(() => writing(all, given, { together: false }));
  };

  const writesInTwo: Access['writesInTwo'] =
    (work) =>
    (...given) =>
      written(() => writing(work, given, { together: true }));

  const writesTogether: Access['writesTogether'] = (work) => writesInTwo(whole(work));

  const ALIVE = "select pg_current_xact_id(), current_setting('transaction_read_only') = 'off' as writes";
  const takesChanges = () =>
    onClient(async (client) => {
      const { rows } = await client.query<{ writes: boolean }>(ALIVE);
      if (!rows[0]?.writes) throw new TakesNoChanges();
    });

  /** Whether the server takes what it is given: a transaction of its own number is written down. */
  async function alive(): Promise<boolean> {
    return told(async () => {
      for (;;) {
        if (ended !== undefined) return false;
        const isNew = pool.idleCount === 0;
        try {
          await onceMore(takesChanges);
          break;
        } catch (error) {
          // The address may lead to another server meanwhile: connections to the one of before are given up.
          if (isNew || !isReadOnly(plain(error))) throw error;
        }
      }
      trouble.over({ written: false });
      return true;
    }).catch(() => false);
  }

  return {
    reads,
    readsAtOnce,
    writes,
    writesTogether,
    writesInTwo,
    /** Does something in a term: once it is over, every write throws `Fenced`. */
    during: <R>(term: Term, work: () => R): R => underWay.run({ pool, term }, work),
    alive,
    close(): Promise<void> {
      ended ??= pool.end();
      return ended;
    },
  };
}

/** What is sent meanwhile leaves as one write. */
function atOnce<R>({ connection: { stream } }: PoolClient, sending: () => R): R {
  stream.cork();
  try {
    return sending();
  } finally {
    stream.uncork();
  }
}

const send = (client: PoolClient, statement: Statement) => {
  const { sql, params } = statement.toSQL();
  return client.query(sql, params);
};
