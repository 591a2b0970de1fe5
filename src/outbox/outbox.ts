import { setImmediate as breath } from 'node:timers/promises';
import { DatabaseProblem } from '../../db/database-url.ts';
import { type Claimed, LANES, type Lane } from '../../db/ports.ts';
import type { Metrics } from '../metrics.ts';
import { causeOf } from '../order/owed.ts';
import { backoff, classifyError, ENOUGH, MAX_BACKOFF } from '../slack-api/classify-error.ts';
import { codeOf } from '../slack-api/error-code.ts';
import { watchClock } from './clock.ts';
import { execute } from './effects/effects.ts';
import type { Attempt, EffectContext } from './executor.ts';
import { leaseOwner } from './lease-owner.ts';
import { withStoreRetry } from './with-store-retry.ts';

/** Pays what Slack is owed, one effect of each order and lane at a time, until it is done. */
export interface Outbox {
  start(): Promise<void>;
  /** Something new is owed: look now. */
  nudge(): void;
  /** Claims nothing more and waits for what is under way; the rest stays owed. */
  stop(): Promise<void>;
}

/**
 * Effects under way at once, by lane: what waits in one (for a PDF, an upload, Slack's tiers) takes no place from another.
 * People's messages and channels must be quick; adornments may take their time.
 */
const AT_ONCE: Readonly<Record<Lane, number>> = { channel: 8, people: 6, dressing: 4, members: 4 };
/** How long a lease lasts and how often it is kept, milliseconds. */
const LEASE = 60_000;
const RENEW = 15_000;
/** Longest sleep between two looks, milliseconds: other processes' leases run out silently. */
const MAX_SLEEP = 5000;
/** Longest that a failure waits for another attempt, milliseconds, with room: Slack may ask for more than we would wait. */
const MAX_WAIT = 10 * MAX_BACKOFF;
/** The loop, for the workspace of `context.identity`: claim → run → done | later | again | park. */
export function createOutbox(context: EffectContext, metrics: Metrics): Outbox {
  const { store, log, now } = context;
  const { team } = context.identity;
  const owner = leaseOwner();
  const clock = watchClock(now);
  const underWay = new Map<string, Promise<void>>();
  const busy: Record<Lane, number> = { channel: 0, people: 0, dressing: 0, members: 0 };
  let stopping = false;
  /** For whatever happens between an effect's claim and its end. */
  const retrying = withStoreRetry(store, () => stopping);
  let tookOver = Number.NEGATIVE_INFINITY;
  let renewed = performance.now();
  let wake = () => {};
  let woken = false;
  let loop = Promise.resolve();
  let renewal: NodeJS.Timeout | undefined;

  const nudge = () => {
    woken = true;
    wake();
  };

  async function run(claimed: Claimed): Promise<void> {
    const { effect } = claimed;
    const type = effect.type;
    let number = 0;
    try {
      const order = await retrying.order(claimed.team, claimed.order);
      if (!order) throw new Error(`effect ${claimed.id} belongs to no order`);
      number = order.number;
      const settings = await retrying.settings(claimed.team);
      const trace = { ...claimed.trace };
      const by = { key: claimed.id, who: causeOf(order, effect) };
      const attempt: Attempt = {
        ...context,
        paced: (method, call, channel) => context.paced(method, call, channel, by),
        store: retrying,
        claimed,
        order,
        settings,
        trace,
        keep: async (given) => {
          Object.assign(trace, given);
          await retrying.progress(claimed.id, given);
        },
      };
      await execute(effect, attempt);
      await retrying.done(claimed.id, now());
      metrics.effects.inc({ type, result: 'done' });
      log.debug({ effect: type, order: order.number, attempt: claimed.attempt }, 'delivered');
    } catch (error) {
      await settle(claimed, number, error);
    }
  }

  async function settle(claimed: Claimed, order: number, error: unknown): Promise<void> {
    const type = claimed.effect.type;
    const code = codeOf(error);
    const verdict = classifyError(error);
    const about = { effect: type, order, attempt: claimed.attempt, code };
    metrics.effects.inc({ type, result: verdict.kind });
    if (verdict.kind === 'later') {
      log.debug(about, 'put off');
      return retrying.retry(claimed.id, now() + verdict.wait, code, { inDoubt: claimed.inDoubt, counted: false });
    }
    const atLast = verdict.kind === 'again' && claimed.attempt >= ENOUGH ? verdict.atLast : undefined;
    if (verdict.kind === 'again' && atLast === undefined) {
      const due = now() + backoff(claimed.attempt, verdict.slowly, Math.random());
      log.warn({ ...about, inDoubt: verdict.inDoubt }, 'not delivered, will try again');
      // While the whole workspace is shut, attempts say nothing about this effect; the first says that it waits for the door.
      return retrying.retry(claimed.id, due, code, {
        inDoubt: claimed.inDoubt || verdict.inDoubt,
        counted: !verdict.slowly || claimed.attempt === 1,
      });
    }
    const remedy = atLast ?? (verdict.kind === 'give up' ? verdict.remedy : '');
    log.error({ ...about, remedy, ...(atLast ? { error } : {}) }, 'not delivered, needs a human');
    return retrying.park(claimed.id, now(), code, remedy);
  }

  function begin(claimed: Claimed): void {
    busy[claimed.lane]++;
    const running = run(claimed)
      .catch((error: unknown) => {
        // The outcome could not be written down before the stop: the next start looks for it.
        if (error instanceof DatabaseProblem) log.warn({ effect: claimed.id }, 'an effect is left in doubt');
        else log.error({ error, effect: claimed.id }, 'an effect could not be settled');
      })
      .finally(() => {
        underWay.delete(claimed.id);
        busy[claimed.lane]--;
        nudge();
      });
    underWay.set(claimed.id, running);
  }

  /** Only what is under way: a lease that nobody works under any more has to run out. */
  async function renew(): Promise<void> {
    if (underWay.size > 0) await store.renew(owner.name, [...underWay.keys()], now() + LEASE);
    renewed = performance.now();
  }

  /**
   * At the start, and from then on for a process beside this one that ends. At the start the clock may have been wrong
   * when something was written; later on, what waits long waits for a turn that its pace has promised, and must keep it.
   */
  async function takeOver(): Promise<void> {
    const reclaimed = await store.reclaim(owner.isDead);
    if (reclaimed > 0) log.info({ reclaimed }, 'taking over what a process that ended left unfinished');
    const at = now();
    const dueAfter = tookOver < 0 ? at + MAX_WAIT : Number.MAX_SAFE_INTEGER;
    await store.adjustForClockShift(at, { dueAfter, leasedAfter: at + LEASE, until: at + LEASE });
    tookOver = performance.now();
  }

  /** Nothing waits, and nobody loses a lease, because the computer's clock was put right. */
  async function watchTime(): Promise<void> {
    const moved = clock.moved();
    if (moved === 0) return;
    const at = now();
    const dueAfter = moved < 0 ? at : Number.MAX_SAFE_INTEGER;
    await store.adjustForClockShift(at, { dueAfter, leasedAfter: at - moved, until: at + LEASE });
    clock.note(moved);
    log.warn({ seconds: Math.round(moved / 1000) }, "the computer's clock was changed");
  }

  async function turn(): Promise<void> {
    woken = false;
    if (performance.now() - tookOver > RENEW) await takeOver();
    await watchTime();
    // While the database took nothing, our own leases may have run out: they must not be claimed a second time.
    if (performance.now() - renewed > 2 * RENEW) await renew();
    const open = LANES.filter((lane) => busy[lane] < AT_ONCE[lane]);
    let begun = 0;
    for (const lane of open) {
      const claimed = await store.claim(owner.name, now(), now() + LEASE, AT_ONCE[lane] - busy[lane], lane, team);
      claimed.forEach(begin);
      begun += claimed.length;
    }
    if (begun > 0) return;
    const due = open.length > 0 ? await store.nextDue(open, team) : undefined;
    await sleep(Math.min(due === undefined ? MAX_SLEEP : Math.max(0, due - now()), MAX_SLEEP));
  }

  function sleep(ms: number): Promise<void> {
    if (woken || stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function forever(): Promise<void> {
    while (!stopping) {
      try {
        await turn();
        // The database answers at once: a thousand effects that are put off must not keep people's answers waiting.
        await breath();
      } catch (error) {
        // The database's own troubles are told once, by whoever opened it.
        if (!(error instanceof DatabaseProblem))
          log.error({ error }, 'the outbox could not read what is owed; it goes on trying');
        woken = false;
        await sleep(1000);
      }
    }
  }

  return {
    async start() {
      renewal = setInterval(() => {
        // A turn that finds leases unrenewed renews them itself before it claims.
        renew().catch((error: unknown) => log.debug({ error }, 'leases were not renewed'));
      }, RENEW);
      renewal.unref();
      loop = forever();
    },
    nudge,
    async stop() {
      stopping = true;
      nudge();
      await loop;
      await Promise.allSettled(underWay.values());
      clearInterval(renewal);
      owner.end();
    },
  };
}
