import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { StoredProblem } from '../../db/shapes/stored.ts';
import { FilesProblem } from '../files/storage.ts';
import { keptRemedy, type Remedy } from '../words/remedy.ts';
import { again, giveUp, UNSAID_WAIT, type Verdict, verdicts } from './slack-codes.ts';

/** Not now: Slack's limits (or our keeping within them) ask us to wait. Nothing was sent. */
export class Later extends Error {
  override name = 'Later';
  /** Milliseconds to wait. */
  readonly wait: number;
  constructor(wait: number, reason: string) {
    super(reason);
    this.wait = wait;
  }
}

/** A human has to do something; `remedy` says what. */
export class GiveUp extends Error {
  override name = 'GiveUp';
  readonly remedy: Remedy;
  constructor(code: string, remedy: Remedy) {
    super(code);
    this.remedy = remedy;
  }
}

/** Something outside the Web API (an upload) was not answered well; time may heal it. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}

/** Attempts (about two minutes) after which a failure that may not pass, our own or one Slack does not document, is shown to a human. */
export const ENOUGH = 8;

const FAULT: Remedy = { say: 'fault' };
const NOT_KEPT: Remedy = { say: 'files_not_kept' };

/** As what is parked whose files cannot be kept: it goes on once they can. */
export const FILES_NOT_KEPT = { error: 'files_not_kept', remedy: keptRemedy(NOT_KEPT) };

/** Least wait that Slack is believed when it says that we are too fast. Milliseconds. */
const MIN_WAIT = 1000;
/** Longest wait between two attempts: Slack may be back any time, and one call a minute harms nobody. Milliseconds. */
const MAX_WAIT = 60_000;
/** While the door is shut there is no hurry. Milliseconds. */
const SLOWLY = 15_000;
/** No wait between two attempts is longer than this, jitter included. Milliseconds. */
export const MAX_BACKOFF = MAX_WAIT * 1.25;

/** Our word for an answer that is not Slack's: a proxy's page, nothing at all, JSON of another kind. */
export const UNREADABLE = 'unreadable_answer';

/** One word for what went wrong with a call: Slack's own error code where there is one. */
export function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) {
    // The SDK puts the whole body here when it is not JSON.
    const code: unknown = error.data.error;
    return typeof code === 'string' && /^[a-z][a-z0-9_]{0,99}$/.test(code) ? code : UNREADABLE;
  }
  if (error instanceof StoredProblem) return 'unreadable_row';
  if (error instanceof FilesProblem) return FILES_NOT_KEPT.error;
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof WebAPIRequestError) return 'no_answer';
  return error instanceof Error ? error.message : String(error);
}

/** Sorts a failure once and for all. Anything Slack did not answer cleanly may have happened. */
export function classifyError(error: unknown): Verdict {
  if (error instanceof Later) return { kind: 'later', wait: error.wait };
  if (error instanceof GiveUp) return giveUp(error.remedy);
  if (error instanceof StoredProblem) return giveUp({ say: 'unreadable_row', problem: error.message });
  if (error instanceof WebAPIRateLimitedError) return tooFast(error.retryAfter);
  if (isUnsaidRateLimit(error)) return tooFast(undefined);
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError) return again(true);
  if (error instanceof Unanswered) return again(true);
  // Files are kept before anything of them goes to Slack.
  if (error instanceof FilesProblem) return again(false, false, NOT_KEPT);
  if (!(error instanceof WebAPIPlatformError)) return again(true, false, FAULT);
  const code = codeOf(error);
  if (code === 'missing_scope') {
    const scope = 'needed' in error.data ? String(error.data.needed) : '';
    return giveUp(scope ? { say: 'missing_scope', scope } : { say: 'missing_some_scope' });
  }
  if (code === UNREADABLE) return again(true);
  const known = verdicts.get(code);
  if (known?.kind === 'later') return tooFast(error.data.response_metadata?.retryAfter);
  if (known) return known;
  // A word that Slack does not document may be trouble that passes.
  return again(true, false, { say: 'undocumented', code });
}

/** `seconds` as Slack said, if it did. */
const tooFast = (seconds: number | undefined): Verdict => ({
  kind: 'later',
  wait: seconds === undefined ? UNSAID_WAIT : Math.max(seconds * 1000, MIN_WAIT),
});

/** The SDK's word for a 429 that does not say how long. */
export const isUnsaidRateLimit = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Retry header');

/** Milliseconds before the next attempt: doubling from one second, with jitter; at most a minute. */
export function backoff(attempt: number, slowly: boolean, random: number): number {
  const base = Math.min(1000 * 2 ** Math.min(attempt - 1, 20), MAX_WAIT);
  return Math.round((slowly ? Math.max(base, SLOWLY) : base) * (0.75 + random / 2));
}

/** True when the call failed with one of these codes. */
export const failedWith = (error: unknown, ...wanted: readonly string[]): boolean =>
  error instanceof WebAPIPlatformError && wanted.includes(codeOf(error));

/**
 * True when Slack refuses, once and for all, something that the order can do without (a pin, a topic); it is tried
 * with the order's next change. A channel that is gone is not such a refusal.
 */
export const isOptionalFailure = (error: unknown): boolean =>
  classifyError(error).kind === 'give up' && !failedWith(error, 'is_archived', 'not_in_channel', 'channel_not_found');
