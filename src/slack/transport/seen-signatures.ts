/** Signatures of requests that were taken: Slack signs each once, so that a second one is a copy. */
export interface SeenSignatures {
  /** Remembers a signature until `until` (seconds). False when it is remembered already. */
  take(signature: string, until: number): boolean;
  /** The request was not taken after all: the same one may come again. */
  forget(signature: string): void;
  readonly size: number;
}

/** More than Slack sends one workspace's app in ten minutes; about 20 MB. */
const MAX = 100_000;

/** Remembers at most `most` signatures, the latest ones. `now` in seconds. */
export function createSeenSignatures(now: () => number, most = MAX): SeenSignatures {
  const seen = new Map<string, number>();
  /** They come nearly in the order of their times; what is out of order is kept a little longer. */
  const drop = () => {
    for (const [signature, until] of seen) {
      if (until >= now() && seen.size < most) break;
      seen.delete(signature);
    }
  };
  return {
    take(signature, until) {
      drop();
      if (seen.has(signature)) return false;
      seen.set(signature, until);
      return true;
    },
    forget: (signature) => void seen.delete(signature),
    get size() {
      return seen.size;
    },
  };
}
