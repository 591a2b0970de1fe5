import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type Claimed, LANES, type Lane } from '../../db/store.ts';
import type { Metrics } from '../metrics.ts';
import { codeOf } from '../slack/error-code.ts';
import { execute } from './effects/effects.ts';
import type { Attempt, Means } from './executor.ts';
import { backoff, verdictOn } from './slack-errors.ts';

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
const AT_ONCE: Readonly<Record<Lane, number>> = { channel: 8, people: 6, dressing: 4 };
/** How long a lease lasts and how often it is kept, milliseconds. */
const LEASE = 60_000;
const RENEW = 15_000;
/** Longest sleep between two looks, milliseconds: other processes' leases run out silently. */
const LONGEST_SLEEP = 5000;
/** Attempts (about two minutes) after which a failure that may not pass, our own or one Slack does not document, is shown to a human. */
const ENOUGH = 8;

/** The loop: claim → run → done | later | again | park. */
export function createOutbox(means: Means, metrics: Metrics): Outbox {
  const { store, log, now } = means;
  const owner = `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`;
  const underWay = new Set<Promise<void>>();
  const busy: Record<Lane, number> = { channel: 0, people: 0, dressing: 0 };
  let stopping = false;
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
      const order = await store.order(claimed.team, claimed.order);
      if (!order) throw new Error(`effect ${claimed.id} belongs to no order`);
      number = order.number;
      const settings = await store.settings(claimed.team);
      const trace = { ...claimed.trace };
      const attempt: Attempt = {
        ...means,
        claimed,
        order,
        settings,
        trace,
        keep: async (given) => {
          Object.assign(trace, given);
          await store.progress(claimed.id, given);
        },
      };
      await execute(effect, attempt);
      await store.done(claimed.id, now());
      metrics.effects.inc({ type, result: 'done' });
      log.debug({ effect: type, order: order.number, attempt: claimed.attempt }, 'delivered');
    } catch (error) {
      await settle(claimed, number, error);
    }
  }

  async function settle(claimed: Claimed, order: number, error: unknown): Promise<void> {
    const type = claimed.effect.type;
    const code = codeOf(error);
    const verdict = verdictOn(error);
    const about = { effect: type, order, attempt: claimed.attempt, code };
    metrics.effects.inc({ type, result: verdict.kind });
    if (verdict.kind === 'later') {
      log.debug(about, 'put off');
      return store.retry(claimed.id, now() + verdict.wait, code, { inDoubt: claimed.inDoubt, counted: false });
    }
    const atLast = verdict.kind === 'again' && claimed.attempt >= ENOUGH ? verdict.atLast : undefined;
    if (verdict.kind === 'again' && atLast === undefined) {
      const due = now() + backoff(claimed.attempt, verdict.slowly, Math.random());
      log.warn({ ...about, inDoubt: verdict.inDoubt }, 'not delivered, will try again');
      return store.retry(claimed.id, due, code, { inDoubt: claimed.inDoubt || verdict.inDoubt, counted: true });
    }
    const remedy = atLast ?? (verdict.kind === 'give up' ? verdict.remedy : '');
    log.error({ ...about, remedy, ...(atLast ? { error } : {}) }, 'not delivered, needs a human');
    return store.park(claimed.id, now(), code, remedy);
  }

  function begin(claimed: Claimed): void {
    busy[claimed.lane]++;
    const running: Promise<void> = run(claimed)
      .catch((error: unknown) => log.error({ error, effect: claimed.id }, 'an effect could not be settled'))
      .finally(() => {
        underWay.delete(running);
        busy[claimed.lane]--;
        nudge();
      });
    underWay.add(running);
  }

  async function turn(): Promise<void> {
    woken = false;
    const open = LANES.filter((lane) => busy[lane] < AT_ONCE[lane]);
    let begun = 0;
    for (const lane of open) {
      const claimed = await store.claim(owner, now(), now() + LEASE, AT_ONCE[lane] - busy[lane], lane);
      claimed.forEach(begin);
      begun += claimed.length;
    }
    if (begun > 0) return;
    const due = open.length > 0 ? await store.nextDue(open) : undefined;
    await sleep(Math.min(due === undefined ? LONGEST_SLEEP : Math.max(0, due - now()), LONGEST_SLEEP));
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
      } catch (error) {
        log.error({ error }, 'the outbox could not read what is owed; it goes on trying');
        woken = false;
        await sleep(2000);
      }
    }
  }

  return {
    async start() {
      const reclaimed = await store.reclaim(isDead);
      if (reclaimed > 0) log.info({ reclaimed }, 'taking over what a process that ended left unfinished');
      renewal = setInterval(() => {
        if (underWay.size === 0) return;
        store.renew(owner, now() + LEASE).catch((error: unknown) => log.warn({ error }, 'leases were not renewed'));
      }, RENEW);
      renewal.unref();
      loop = forever();
    },
    nudge,
    async stop() {
      stopping = true;
      nudge();
      await loop;
      await Promise.allSettled(underWay);
      clearInterval(renewal);
    },
  };

  /** A claimer on this machine whose process is gone, or one that had our process id before us. */
  function isDead(other: string): boolean {
    const [host, pid] = other.split(':');
    if (other === owner || host !== hostname()) return false;
    if (Number(pid) === process.pid) return true;
    try {
      process.kill(Number(pid), 0);
      return false;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ESRCH';
    }
  }
}
