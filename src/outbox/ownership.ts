import type { Deliverer, Store, Term } from '../../db/ports.ts';
import type { Log } from '../log.ts';
import { Later, Unanswered } from '../slack-api/classify-error.ts';
import { callWithin } from '../slack-api/held-fetch.ts';

export type Ownership = ReturnType<typeof createOwnership>;

/**
 * How often a term is renewed, how long it is trusted since the start of a renewal, and after how long without one it has
 * run out.
 */
const RENEW_MS = 2000;
const TRUST_MS = 5000;
const LEASE_MS = 6000;
/** How often trust is checked while a call is under way: well within what a successor waits for longer. */
const CHECK_MS = 100;

/** What an owner knows that its successor must know as well: kept with the row as text, which only this memory reads. */
export interface Memory {
  kept(): string;
  /**
   * A term begins with what the owner before has kept. `unknown`: up to so long ago (milliseconds) it may have done more
   * than that.
   */
  begin(kept: string | null, unknown: number | undefined): void;
}

const NOTHING: Memory = { kept: () => '', begin: () => {} };

/**
 * Whether this process delivers for a workspace (decision 0025). It trusts its term for a while after it has last renewed it,
 * by a clock that only goes on (`steady`), and a process that watches it waits for longer than that before it takes over. Nobody
 * delivers yet; what becomes of it goes on in the background until `end`.
 */
export function createOwnership(
  store: Store,
  team: string,
  { instance, log }: { readonly instance: string; readonly log: Log },
  steady = () => performance.now(),
  { memory = NOTHING, onTaken = () => {} }: { readonly memory?: Memory; readonly onTaken?: () => void } = {},
) {
  let held: { readonly term: Term; readonly until: number } | undefined;
  let renewal: NodeJS.Timeout | undefined;
  /** What the row says of the memory. */
  let written: string | undefined;
  /** What the row says since when. */
  let seen: (Deliverer & { readonly since: number }) | undefined;
  /** The last term of this process. */
  let last: number | undefined;
  let told = false;

  const trusted = (): Term | undefined => (held && steady() < held.until ? held.term : undefined);

  async function renew(): Promise<void> {
    const from = steady();
    const term = held?.term;
    if (!term) return;
    const news = memory.kept();
    const renewed = await store.renewDeliveries(term, news === written ? undefined : news);
    if (held?.term !== term) return;
    written = news;
    held = renewed ? { term, until: from + TRUST_MS } : undefined;
    if (!renewed) log.warn({ event: 'deliveries.lost' }, 'another process took over deliveries');
  }

  /** Says once that another process with our name is alive: it renews a term that is not ours. */
  function watchName(row: Deliverer): void {
    const renews = seen?.fence === row.fence && seen.renewals < row.renewals;
    if (told || row.owner !== instance || row.fence === last || !renews) return;
    told = true;
    log.warn(
      { event: 'instance.name_taken' },
      'another process on this database has the same name; set INSTANCE to a name of its own for each',
    );
  }

  /** Whether nobody delivers any more: it was handed over, its process has ended, or it has said nothing for too long. */
  function isFree(row: Deliverer | undefined): boolean {
    if (!row || row.owner === null || row.ended) return true;
    if (seen?.fence !== row.fence || seen.renewals !== row.renewals) seen = { ...row, since: steady() };
    return steady() - seen.since >= LEASE_MS;
  }

  async function take(): Promise<void> {
    const from = steady();
    const row = await store.deliverer(team);
    if (row) watchName(row);
    if (!isFree(row)) return;
    const taken = await store.takeDeliveries(team, instance, row);
    if (!taken) return;
    const { term, inDoubt, pace } = taken;
    // Who has not handed over may have called Slack until its trust ended.
    const ended = row?.ended ? 0 : LEASE_MS - TRUST_MS;
    memory.begin(pace, row && row.owner !== null ? ended : undefined);
    written = pace ?? undefined;
    held = { term, until: from + TRUST_MS };
    last = term.fence;
    renewal ??= setInterval(keepOn, RENEW_MS).unref();
    log.info(
      { event: 'deliveries.taken', term: term.fence, from: row?.owner ?? undefined },
      'this process now handles deliveries',
    );
    if (inDoubt > 0)
      log.info({ event: 'deliveries.in_doubt', inDoubt }, 'taking over unfinished deliveries of a process that ended');
    onTaken();
  }

  /** One that fails is made up for before anything more is delivered. */
  const keepOn = () => {
    renew().catch((error: unknown) =>
      log.debug({ event: 'deliveries.not_renewed', error }, 'the delivery lease was not renewed'),
    );
  };

  /** Whether this process may still act in this term. */
  const trusts = (term: Term): boolean => trusted() === term;

  return {
    trusts,
    /** Whether this process has the term, as far as it knows. */
    delivers: (): boolean => trusted() !== undefined,
    /** The term in which this process delivers: taken, renewed or kept; undefined while another process has one. */
    async hold(): Promise<Term | undefined> {
      if (held && !trusted()) await renew();
      if (!held) await take();
      return trusted();
    },
    /**
     * Makes a call to Slack in this term. Rejects with `Later` when the term is not trusted, and with `Unanswered` when trust
     * ends before the answer comes: what has not left yet does not leave, the answer is ignored, and the next attempt looks for
     * what the call has done.
     */
    async whileTrusted<T>(term: Term, call: () => Promise<T>): Promise<T> {
      if (!trusts(term)) throw new Later(0, 'another process may deliver now');
      const limit = new AbortController();
      const check = () => trusts(term) || limit.abort();
      const ended = new Promise<never>((_, reject) => {
        limit.signal.onabort = () => reject(new Unanswered('another process may deliver now'));
      });
      const looking = setInterval(check, CHECK_MS);
      try {
        return await Promise.race([callWithin({ signal: limit.signal, check }, call), ended]);
      } finally {
        clearInterval(looking);
      }
    },
    /** Delivers no more in this term, and does not hand over: what is under way may still reach Slack. */
    giveUp(): void {
      held = undefined;
      log.warn(
        { event: 'deliveries.given_up' },
        'what this process had begun to deliver is not known; deliveries start over',
      );
    },
    /** Hands over. */
    async end() {
      clearInterval(renewal);
      const term = held?.term;
      held = undefined;
      if (!term) return;
      // Where it cannot be written down, the end of the process says so.
      await store
        .releaseDeliveries(term, memory.kept())
        .then(() => store.wake(team, 'free'))
        .catch((error: unknown) =>
          log.warn({ event: 'deliveries.not_released', error }, 'the delivery lease was not handed over'),
        );
    },
  };
}
