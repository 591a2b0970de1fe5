import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { classifyError, isUnsaidRateLimit, Later, Unanswered } from '../../slack-api/classify-error.ts';
import { codeOf } from '../../slack-api/error-code.ts';
import type { EffectContext } from '../executor.ts';
import type { MissingScopes } from './missing-scopes.ts';
import type { Pace, PacedMethod } from './pace.ts';

/** Between two announcements that Slack is back, at least this; a method that fails every other time announces a lot. Milliseconds. */
const QUIET = 5000;

/**
 * Makes the outbox's calls: within Slack's pace, holding a method back when Slack asks for it, and noticing by the first
 * call that succeeds after others failed that a method works again (`onBack`).
 */
export function createCalls(deps: {
  pace: Pace;
  missingScopes: MissingScopes;
  now: () => number;
  onBack: () => void;
}): EffectContext['paced'] {
  const { pace, missingScopes, now, onBack } = deps;
  const failing = new Set<PacedMethod>();
  let announced = Number.NEGATIVE_INFINITY;

  const answered = (method: PacedMethod) => {
    if (!failing.has(method) || now() - announced < QUIET) return;
    failing.delete(method);
    announced = now();
    onBack();
  };

  return async (method, call, channel, by) => {
    await pace.take(method, channel, by);
    try {
      const result = await call();
      missingScopes.granted(scopesIn(result));
      answered(method);
      return result;
    } catch (cause) {
      const error = isSorted(cause) ? cause : new Unanswered('the answer of Slack broke off', { cause });
      const verdict = classifyError(error);
      if (verdict.kind === 'later') pace.hold(method, verdict.wait);
      if (verdict.kind === 'again') failing.add(method);
      if (verdict.kind === 'give up') answered(method);
      if (codeOf(error) === 'missing_scope') missingScopes.add(method);
      throw error;
    }
  };
}

/** Errors the SDK or the outbox made. Anything else comes from reading an answer that broke off or never ended, which the SDK does not wrap. */
const isSorted = (error: unknown): boolean =>
  error instanceof Later ||
  error instanceof Unanswered ||
  error instanceof WebAPIPlatformError ||
  error instanceof WebAPIHTTPError ||
  error instanceof WebAPIRateLimitedError ||
  error instanceof WebAPIRequestError ||
  isUnsaidRateLimit(error);

/** The scopes that Slack says the token has, in the answer's header; undefined when it does not say. */
function scopesIn(result: unknown): readonly string[] | undefined {
  if (typeof result !== 'object' || result === null || !('response_metadata' in result)) return undefined;
  const metadata: unknown = result.response_metadata;
  if (typeof metadata !== 'object' || metadata === null || !('scopes' in metadata)) return undefined;
  return Array.isArray(metadata.scopes) ? metadata.scopes.map(String) : undefined;
}
