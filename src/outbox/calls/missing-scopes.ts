import type { PacedMethod } from './pace.ts';

/** Methods that Slack refused for want of a scope, so that optional work does not ask again every time. */
export interface MissingScopes {
  has(method: PacedMethod): boolean;
  add(method: PacedMethod): void;
  /** Which scopes Slack says the token has (header `x-oauth-scopes`); other ones than before mean that it may allow more. */
  granted(scopes: readonly string[] | undefined): void;
}

/** After this long we ask again: a scope may be granted while we run, and not every answer names the scopes. Milliseconds. */
const FOR = 600_000;

/** Nothing is lacking yet; `now` is in milliseconds. */
export function createMissingScopes(now: () => number): MissingScopes {
  const until = new Map<PacedMethod, number>();
  let known: string | undefined;
  return {
    has: (method) => (until.get(method) ?? 0) > now(),
    add: (method) => void until.set(method, now() + FOR),
    granted(scopes) {
      if (scopes === undefined) return;
      const named = scopes.toSorted().join(' ');
      if (known !== undefined && named !== known) until.clear();
      known = named;
    },
  };
}
