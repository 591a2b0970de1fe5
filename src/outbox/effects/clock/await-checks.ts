import { Later } from '../../../slack-api/classify-error.ts';
import type { AnyAttempt } from '../../executor.ts';

/** How long a message waits for orders that are due to be looked at, and how often it looks. Milliseconds. */
const PATIENCE = 10_000;
const LOOK_EVERY = 1000;

/** Throws `Later` while orders are due to be looked at, so that what is due is told once: they may make more to be told of. */
export async function awaitChecks({ claimed, now, store }: AnyAttempt): Promise<void> {
  const left = PATIENCE - (now() - claimed.firstAttemptAt);
  if (left > 0 && (await store.isCheckDue(claimed.team, now())))
    throw new Later(Math.min(LOOK_EVERY, left), 'waiting for what else is due');
}
