import { SlackError, type WebClient } from '@slack/web-api';
import { classifyError, isUnsaidRateLimit, Later, Unanswered } from '../../slack-api/classify-error.ts';
import type { Caller, Pace } from './pace.ts';
import type { PacedMethod } from './tiers.ts';

/**
 * Between two announcements that Slack is back, at least this; a method that fails every other time announces a lot.
 * Milliseconds.
 */
const QUIET = 5000;

/** The SDK's function for a method: of `chat.update`, that is `WebClient['chat']['update']`. */
type Sdk<M extends PacedMethod> =
  M extends `${infer Family extends 'bookmarks' | 'chat' | 'conversations' | 'dnd' | 'files' | 'pins' | 'users'}.${infer Name}`
    ? Name extends keyof WebClient[Family]
      ? WebClient[Family][Name]
      : never
    : never;
type Given<M extends PacedMethod> = Sdk<M> extends (given: infer G) => unknown ? NonNullable<G> : never;
type Answer<M extends PacedMethod> = Sdk<M> extends (...given: never[]) => Promise<infer A> ? A : never;

/**
 * Calls a method of Slack's within its pace. `by`: who waits for it; `around`: what the call itself is made in, once its turn
 * has come.
 */
export type SlackCall = <M extends PacedMethod>(
  method: M,
  given: Given<M>,
  by?: Caller,
  around?: <T>(call: () => Promise<T>) => Promise<T>,
) => Promise<Answer<M>>;

/**
 * Makes the outbox's calls: within Slack's pace, holding a method back when Slack asks for it, and noticing by the first
 * call that succeeds after others failed that a method works again (`onBack`).
 */
export function createCalls(deps: {
  client: Pick<WebClient, 'apiCall'>;
  pace: Pick<Pace, 'take' | 'hold'>;
  watch<T>(method: string, call: () => Promise<T>): Promise<T>;
  now: () => number;
  onBack: () => void;
}): SlackCall {
  const { client, pace, watch, now, onBack } = deps;
  const failing = new Set<PacedMethod>();
  let announced = Number.NEGATIVE_INFINITY;

  const answered = (method: PacedMethod) => {
    if (!failing.has(method) || now() - announced < QUIET) return;
    failing.delete(method);
    announced = now();
    onBack();
  };

  return async <M extends PacedMethod>(
    method: M,
    given: Given<M>,
    by?: Caller,
    around = <T>(call: () => Promise<T>) => call(),
  ) => {
    await pace.take(method, 'channel' in given ? String(given.channel) : undefined, by);
    try {
      const answer = await watch(method, () => around(() => client.apiCall(method, { ...given })));
      answered(method);
      return answer as Answer<M>;
    } catch (cause) {
      const error = isSorted(cause) ? cause : new Unanswered('the answer of Slack broke off', { cause });
      const verdict = classifyError(error);
      if (verdict.kind === 'later') pace.hold(method, verdict.wait);
      if (verdict.kind === 'again') failing.add(method);
      if (verdict.kind === 'give up') answered(method);
      throw error;
    }
  };
}

/**
 * Errors the SDK or the outbox made. Anything else comes from reading an answer that broke off or never ended, which the
 * SDK does not wrap.
 */
const isSorted = (error: unknown): boolean =>
  error instanceof Later || error instanceof Unanswered || error instanceof SlackError || isUnsaidRateLimit(error);
