import { AsyncLocalStorage } from 'node:async_hooks';
import { type Stats, statSync } from 'node:fs';
import { DatabaseProblem } from '../database-url.ts';
import { Fenced, type OnTrouble, type Term } from '../ports.ts';
import { type Client, type Db, explained, sqliteCode, tablesOf } from './connection.ts';
import { copyOf } from './upkeep/copy.ts';

/**
 * How long a method waits for another process to give the file free, milliseconds, from when the lock was first met:
 * a person's action writes twice at most, and Slack waits three seconds for its answer.
 */
const LOCK_TIMEOUT_MS = 1000;
/** What a method that comes later, while the lock is still held, may at least wait. */
const MIN_LOCK_TIMEOUT_MS = 200;
/** Waits between two tries, milliseconds: short, since a program that writes all the time leaves short gaps. */
const FIRST_WAIT = 1;
const MAX_WAIT = 5;
/** Readiness may be asked for often; a page is written at most this often, milliseconds. */
const PROBE_EVERY = 10_000;

/** The term that something is done in. One for all stores: Node carries each storage along with every promise, for ever. */
const underWay = new AsyncLocalStorage<{ readonly client: Client; readonly term: Term }>();

/** What the store's methods are made with. */
export interface Access {
  readonly db: Db;
  /** A method that reads. */
  reads<A extends unknown[], R>(work: (...given: A) => R): (...given: A) => Promise<Awaited<R>>;
  /**
   * A method that writes: one immediate transaction, which has the write lock from the start, so that nothing read in it can
   * be stale. `work` must not be async (its later half would run outside): the second parameter makes that a type error.
   */
  writes<A extends unknown[], R>(
    work: (...given: A) => R,
    ..._: R extends PromiseLike<unknown> ? [never] : []
  ): (...given: A) => Promise<Awaited<R>>;
  /** Throws `Fenced` when this term is over. */
  demandTerm(term: Term): void;
}

/**
 * How the store gets at its file. The driver itself waits for nobody, since it would stop every other answer meanwhile;
 * here a lock is waited for without holding anything up. What the database cannot do becomes a `DatabaseProblem`;
 * `onTrouble` hears of it once, and again when it is over. A database found damaged, or no longer in its place, is
 * written to no more: whatever went into it would be lost.
 */
export function accessTo(client: Client, file: string, onTrouble: OnTrouble = () => {}) {
  const db = tablesOf(client);
  const place = statSync(file);
  let trouble: DatabaseProblem | undefined;
  let damaged: DatabaseProblem | undefined;
  let busySince: number | undefined;
  let probed = Number.NEGATIVE_INFINITY;

  /** Writes a page and brings it to the disk, changing nothing. Throws what stands in the way. */
  const probe = () => {
    const version = client.pragma('user_version', { simple: true });
    client.pragma(`user_version = ${version}`);
    probed = performance.now();
  };

  function wellAgain(): void {
    if (!trouble || damaged) return;
    try {
      probe();
    } catch {
      return;
    }
    trouble = undefined;
    onTrouble(undefined);
  }

  function troubled(problem: DatabaseProblem): void {
    const news = trouble?.message !== problem.message;
    trouble = problem;
    if (news) onTrouble(problem);
  }

  function mayWrite(): void {
    if (damaged) throw damaged;
    if (samePlace(place, file)) return;
    throw new DatabaseProblem(
      `The database ${file} (DATABASE_URL) was moved, deleted or replaced while the app runs; stop the app, ` +
        `then put it back, or restore ${rescue(file)}, which holds everything (npm run restore)`,
    );
  }

  /** What stands in the rescue copy is all there is once the process ends. */
  function save(): void {
    copyOf(client, rescue(file), { replace: true }).catch(() => undefined);
  }

  async function retryWhileBusy<R>(kind: 'reads' | 'writes', work: () => R): Promise<Awaited<R>> {
    const begun = performance.now();
    let tidied = false;
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, MAX_WAIT)) {
      try {
        if (kind === 'writes') mayWrite();
        const result = await work();
        if (kind === 'writes') {
          busySince = undefined;
          wellAgain();
        }
        return result;
      } catch (error) {
        const code = sqliteCode(error) ?? '';
        if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
          const now = performance.now();
          busySince ??= now;
          if (now < Math.max(busySince + LOCK_TIMEOUT_MS, begun + MIN_LOCK_TIMEOUT_MS)) {
            await new Promise((resolve) => setTimeout(resolve, wait));
            continue;
          }
        }
        if (code === 'SQLITE_FULL' && !tidied) {
          tidied = true;
          makeRoom(client);
          continue;
        }
        const problem = explained(error, file);
        if (!(problem instanceof DatabaseProblem)) throw error;
        if (isDamage(code)) damaged ??= problem;
        if (code === '' && trouble?.message !== problem.message) save();
        troubled(problem);
        throw problem;
      }
    }
  }

  const reads: Access['reads'] =
    (work) =>
    (...given) =>
      retryWhileBusy('reads', () => work(...given));

  const termNow = client
    .prepare<[string, number], number>('select 1 from deliveries where team = ? and fence = ? and owner is not null')
    .pluck();
  const demandTerm: Access['demandTerm'] = ({ team, fence }) => {
    if (termNow.get(team, fence) === undefined) throw new Fenced('another process delivers now');
  };
  const writes: Access['writes'] = <A extends unknown[], R>(work: (...given: A) => R, ..._: unknown[]) => {
    const { immediate } = client.transaction((...given: A): R => {
      const during = underWay.getStore();
      if (during?.client === client) demandTerm(during.term);
      return work(...given);
    });
    return (...given: A) => retryWhileBusy('writes', () => immediate(...given));
  };

  return {
    db,
    reads,
    writes,
    demandTerm,
    /** Does something in a term: once it is over, every write throws `Fenced`. */
    during: <R>(term: Term, work: () => R): R => underWay.run({ client, term }, work),
    /** Whether the database takes what it is given. */
    alive: (): Promise<boolean> =>
      retryWhileBusy('writes', () => {
        if (performance.now() - probed > PROBE_EVERY) probe();
        return client.open && trouble === undefined;
      }).catch(() => false),
  };
}

/** Where the content goes when the file is taken away under the running app. */
const rescue = (file: string): string => `${file}.rescued`;

function samePlace(place: Stats, file: string): boolean {
  try {
    const now = statSync(file);
    return now.ino === place.ino && now.dev === place.dev;
  } catch {
    return false;
  }
}

/** A full-text index that is out of step (VTAB) costs a search, not the data. */
const isDamage = (code: string): boolean =>
  code !== 'SQLITE_CORRUPT_VTAB' && (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'));

/** What stands in the log is brought into the file, so that the log's own room is used again. */
function makeRoom(client: Client): void {
  try {
    client.pragma('wal_checkpoint(RESTART)');
  } catch {
    // There is no room for that either: the write itself will say so.
  }
}
