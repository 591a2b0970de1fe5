import { setImmediate as breath } from 'node:timers/promises';
import { DatabaseProblem, OutcomeUnknown } from '../../db/database-url.ts';
import { type Claimed, Fenced, LANES, type Lane, type Store, type Term } from '../../db/ports.ts';
import type { Metrics } from '../metrics.ts';
import type { EffectType } from '../order/effect.ts';
import { MAX_BACKOFF, Unanswered } from '../slack-api/classify-error.ts';
import { oweDigests } from './effects/clock/plan-digests.ts';
import { execute } from './effects/effects.ts';
import { repeatOf } from './effects/remove-repeat.ts';
import { type AnyAttempt, causeOf, type EffectContext } from './executor.ts';
import { createOwnership, type Memory } from './ownership.ts';
import { settle } from './settle.ts';
import { withStoreRetry } from './with-store-retry.ts';

/**
 * Effects under way at once, by lane: what waits in one (for a PDF, an upload, Slack's tiers) takes no place from another.
 * People's messages and channels must be quick; their metadata may take its time.
 */
const AT_ONCE: Readonly<Record<Lane, number>> = {
  channel: 8,
  people: 6,
  outcomes: 4,
  metadata: 4,
  members: 4,
  office: 4,
  clock: 4,
  reminders: 4,
};
/** Longest sleep between two looks, milliseconds: what others owe may not be announced here. */
const MAX_SLEEP = 1000;
/** How often a process that does not deliver looks whether it has to, milliseconds. */
const WATCH = 500;
/** Longest that a failure waits for another attempt, milliseconds, with room: Slack may ask for more than we would wait. */
const MAX_WAIT = 10 * MAX_BACKOFF;
/** A clock that is put back by less is being put right little by little. Milliseconds. */
const PUT_BACK = 2000;

/** In whose turn it is delivered what is about no order. */
const OFFICE = 'office';
/** What comes to many people at one time, and may be some minutes late. */
const PATIENT: ReadonlySet<EffectType> = new Set(['send_digest']);

/** What is carried out in one term. */
interface Shift {
  readonly term: Term;
  /** For whatever happens between an effect's claim and its end. */
  readonly store: Store;
}

/**
 * Delivers what Slack is owed in the workspace of `context.identity`, one effect of each order and lane at a time: claim → run →
 * done | later | again | park. While another process delivers, it watches that one. `memory`: what owners hand on; `onTaken`: a
 * term of this process has begun.
 */
export function createOutbox(
  context: EffectContext,
  metrics: Metrics,
  given: { readonly memory?: Memory; readonly onTaken?: () => void } = {},
) {
  const { store, log, now } = context;
  const { team } = context.identity;
  const ownership = createOwnership(store, team, context, undefined, given);
  const underWay = new Map<string, Promise<void>>();
  const busy: Record<Lane, number> = {
    channel: 0,
    people: 0,
    outcomes: 0,
    metadata: 0,
    members: 0,
    office: 0,
    clock: 0,
    reminders: 0,
  };
  let stopping = false;
  let shift: Shift | undefined;
  /** By how much the computer's clock is ahead of one that only goes on. */
  let ahead = now() - performance.now();
  let wake = () => {};
  let woken = false;
  let loop = Promise.resolve();

  /** Looks now. */
  const look = () => {
    woken = true;
    wake();
  };

  /** Something new is owed: the process that delivers looks now. */
  const nudge = () => {
    look();
    if (!ownership.delivers()) store.wake(team, 'owed');
  };
  // What is owed concerns only the one who delivers.
  store.onWake((news, about) => {
    if ((about ?? team) === team && news !== 'access' && (news !== 'owed' || ownership.delivers())) look();
  });

  async function run(claimed: Claimed, { term, store }: Shift): Promise<void> {
    const { effect } = claimed;
    const type = effect.type;
    let number: number | undefined;
    try {
      const order = claimed.order === null ? undefined : await store.order(team, claimed.order);
      number = order?.number;
      const settings = await store.settings(team);
      const checkpoint = { ...claimed.checkpoint };
      const by = { key: claimed.id, who: order ? causeOf(order) : OFFICE, patient: PATIENT.has(type) };
      const inTerm = <T>(call: () => Promise<T>) => ownership.whileTrusted(term, call);
      const attempt: AnyAttempt = {
        ...context,
        slack: (method, given) =>
          context.slack(method, given, by, inTerm).catch(async (error: unknown) => {
            const late = error instanceof Unanswered && !ownership.trusts(term);
            const repeat = late ? repeatOf(method, given) : undefined;
            if (repeat) await withStoreRetry(context.store, () => stopping).owe(team, claimed.order, [repeat], now());
            throw error;
          }),
        fetchFile: (address) => inTerm(() => context.fetchFile(address)),
        sendFile: (address, bytes) => inTerm(() => context.sendFile(address, bytes)),
        store,
        claimed,
        settings,
        checkpoint,
        saveCheckpoint: async (given) => {
          Object.assign(checkpoint, given);
          await store.saveCheckpoint(term, claimed.id, given);
        },
      };
      await execute(effect, attempt, order);
      await store.done(term, claimed.id, now());
      metrics.effects.inc({ type, result: 'done' });
      log.debug(
        { event: 'outbox.effect_delivered', effect: type, order: number, attempt: claimed.attempt },
        'delivered',
      );
    } catch (error) {
      if (error instanceof Fenced) throw error;
      await settle({ claimed, term, store, order: number, error }, context, metrics);
    }
  }

  function begin(claimed: Claimed, during: Shift): void {
    busy[claimed.lane]++;
    const running = run(claimed, during)
      .catch((error: unknown) => {
        // The outcome could not be written down, before the stop or since another process delivers: that one looks for it.
        if (error instanceof DatabaseProblem || error instanceof Fenced)
          log.warn(
            { event: 'outbox.effect_in_doubt', effect: claimed.id, why: error.message },
            'the outcome of an effect is unknown',
          );
        else
          log.error(
            { event: 'outbox.effect_not_settled', error, effect: claimed.id },
            'the outcome of an effect could not be saved',
          );
      })
      .finally(() => {
        underWay.delete(claimed.id);
        busy[claimed.lane]--;
        look();
      });
    underWay.set(claimed.id, running);
  }

  /** The term that this process has, with its store; in a new one the clock may have been wrong when something was written. */
  async function currentShift(): Promise<Shift | undefined> {
    const term = await ownership.hold();
    if (!term || shift?.term === term) return term && shift;
    const at = now();
    await store.adjustForClockShift(team, at, at + MAX_WAIT);
    shift = { term, store: withStoreRetry(store.during(term), () => stopping) };
    return shift;
  }

  /** Nothing waits because the system clock was set back. */
  async function watchTime(): Promise<void> {
    const is = now() - performance.now();
    if (is < ahead - PUT_BACK) {
      await store.adjustForClockShift(team, now(), now());
      await oweDigests(store, team, now());
      log.warn(
        { event: 'outbox.clock_set_back', seconds: Math.round((is - ahead) / 1000) },
        'the system clock was set back',
      );
    }
    ahead = is;
  }

  async function turn(): Promise<void> {
    woken = false;
    const during = await currentShift();
    if (!during) return sleep(WATCH);
    await watchTime();
    const open = LANES.filter((lane) => busy[lane] < AT_ONCE[lane]);
    const due = (open.length > 0 && (await store.nextDue(team, open))) || Number.POSITIVE_INFINITY;
    if (due > now()) return sleep(Math.min(due - now(), MAX_SLEEP));
    const room = Object.fromEntries(open.map((lane) => [lane, AT_ONCE[lane] - busy[lane]]));
    const claimed = await store.claim(during.term, now(), room);
    for (const one of claimed) begin(one, during);
    if (claimed.length === 0) await sleep(WATCH);
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
        if (error instanceof OutcomeUnknown) ownership.giveUp();
        // The database's own troubles are told once, where it was opened; that a term is over, by its next renewal.
        if (!(error instanceof DatabaseProblem || error instanceof Fenced))
          log.error({ event: 'outbox.unreadable', error }, 'the outbox could not read its pending effects; will retry');
        woken = false;
        await sleep(1000);
      }
    }
  }

  return {
    start() {
      loop = forever();
    },
    nudge,
    /** Claims nothing more, waits for what is under way, so many milliseconds at most, and hands over; the rest stays owed. */
    async stop(timeout: number) {
      stopping = true;
      look();
      await loop;
      const patience = new Promise((resolve) => setTimeout(resolve, timeout).unref());
      await Promise.race([Promise.allSettled(underWay.values()), patience]);
      await ownership.end();
    },
  };
}
