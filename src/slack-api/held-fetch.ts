import { AsyncLocalStorage } from 'node:async_hooks';

/** For how long calls may be made. */
export interface CallLimit {
  /** Ends whatever waits to be sent, or for an answer. */
  readonly signal: AbortSignal;
  /** Looks whether it is over now, and aborts the signal then. */
  check(): void;
}

const limits = new AsyncLocalStorage<CallLimit>();

/** Makes calls within a limit: what has not left when it is over does not leave any more. */
export const callWithin = <T>(limit: CallLimit, call: () => Promise<T>): Promise<T> => limits.run(limit, call);

/** Calls Slack as `fetch` does, and keeps to what Slack asked for: a method that it wants left alone is not called. */
export type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` for clients of Slack's Web API that share it. After Slack has answered a method with a Retry-After, further
 * calls of that method are answered with the rest of that wait, in Slack's own form (429 and Retry-After, whole seconds),
 * without asking; other methods go on. `now` in milliseconds, never put back. `held`: until when, by method.
 */
export function heldFetch(
  now: () => number,
  ask: Fetch = globalThis.fetch,
  held: Map<string, number> = new Map(),
): Fetch {
  return async (input, init) => {
    const method = methodOf(input);
    const wait = (held.get(method) ?? 0) - now();
    if (wait > 0) return tooManyRequests(Math.ceil(wait / 1000));
    held.delete(method);
    const response = await ask(input, limited(init));
    const seconds = response.status === 429 ? Number.parseInt(response.headers.get('retry-after') ?? '', 10) : 0;
    if (seconds > 0) held.set(method, Math.max(held.get(method) ?? 0, now() + seconds * 1000));
    return response;
  };
}

/** Looked at last of all: a process may have stood still for any time on the way here. */
function limited(init: RequestInit = {}): RequestInit {
  const limit = limits.getStore();
  if (!limit) return init;
  limit.check();
  return { ...init, signal: AbortSignal.any(init.signal ? [limit.signal, init.signal] : [limit.signal]) };
}

/** `users.info` of `https://slack.com/api/users.info`. */
function methodOf(input: Parameters<Fetch>[0]): string {
  const { pathname } = new URL(input instanceof Request ? input.url : String(input));
  return pathname.slice(pathname.lastIndexOf('/') + 1);
}

const tooManyRequests = (seconds: number): Response =>
  new Response(JSON.stringify({ ok: false, error: 'ratelimited' }), {
    status: 429,
    headers: { 'retry-after': String(seconds), 'content-type': 'application/json' },
  });
