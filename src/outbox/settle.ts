import type { Claimed, Store, Term } from '../../db/ports.ts';
import type { Metrics } from '../metrics.ts';
import { backoff, classifyError, codeOf, ENOUGH } from '../slack-api/classify-error.ts';
import { keptRemedy, remedyText } from '../words/remedy.ts';
import { wordsFor } from '../words/words.ts';
import type { EffectContext } from './executor.ts';

/** The log is for those who run the app, whatever their people speak. */
const ENGLISH = wordsFor('en-GB');

/** An attempt that failed, and the term it was made in. */
export interface FailedAttempt {
  readonly claimed: Claimed;
  readonly term: Term;
  readonly store: Pick<Store, 'retry' | 'park'>;
  /** The number of its order, once that was read. */
  readonly order: number | undefined;
  readonly error: unknown;
}

/** Writes down what follows from a failed attempt: later, again, or parked until someone looks. */
export async function settle(
  { claimed, term, store, order, error }: FailedAttempt,
  { log, now }: Pick<EffectContext, 'log' | 'now'>,
  metrics: Metrics,
): Promise<void> {
  const type = claimed.effect.type;
  const code = codeOf(error);
  const verdict = classifyError(error);
  const about = { effect: type, order, attempt: claimed.attempt, code };
  metrics.effects.inc({ type, result: verdict.kind });
  if (verdict.kind === 'later') {
    log.debug({ event: 'outbox.effect_postponed', ...about }, 'postponed');
    return store.retry(term, claimed.id, now() + verdict.wait, code, { inDoubt: claimed.inDoubt, counted: false });
  }
  const atLast = verdict.kind === 'again' && claimed.attempt >= ENOUGH ? verdict.atLast : undefined;
  if (verdict.kind === 'again' && atLast === undefined) {
    const due = now() + backoff(claimed.attempt, verdict.slowly, Math.random());
    log.warn({ event: 'outbox.effect_retried', ...about, inDoubt: verdict.inDoubt }, 'not delivered; will retry');
    // While the whole workspace is shut, attempts say nothing about this effect; the first says that it waits for the door.
    return store.retry(term, claimed.id, due, code, {
      inDoubt: claimed.inDoubt || verdict.inDoubt,
      counted: !verdict.slowly || claimed.attempt === 1,
    });
  }
  const known = atLast ?? (verdict.kind === 'give up' ? verdict.remedy : undefined);
  const remedy = known ? keptRemedy(known) : '';
  log.error(
    { event: 'outbox.effect_parked', ...about, remedy: remedyText(remedy, ENGLISH), ...(atLast ? { error } : {}) },
    'not delivered; needs attention',
  );
  return store.park(term, claimed.id, now(), code, remedy);
}
