import type { Clock } from '../instruments/clock.ts';

/** Slack's rate tiers; 'special' methods allow hundreds a minute. */
export type Tier = 'T1' | 'T2' | 'T3' | 'T4' | 'special';

const PER_MINUTE: Record<Tier, number> = { T1: 1, T2: 20, T3: 50, T4: 100, special: 300 };
const BURST = 0.5;
const POSTING = new Set(['chat.postMessage', 'chat.postEphemeral', 'response_url']);
const POSTING_BURST = 3;

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets per method, and one per channel for posting. */
export interface Pace {
  /** Seconds to wait when the call is over the limit, otherwise undefined (and the call is counted). */
  over(method: string, tier: Tier, channel?: string): number | undefined;
}

/** Full buckets; with 'off' nothing is ever over the limit. */
export function createPace(clock: Clock, mode: 'off' | 'tiers'): Pace {
  const buckets = new Map<string, Bucket>();
  const take = (key: string, perSecond: number, capacity: number): number | undefined => {
    const bucket = buckets.get(key) ?? { tokens: capacity, at: clock.now() };
    const tokens = Math.min(capacity, bucket.tokens + ((clock.now() - bucket.at) / 1000) * perSecond);
    if (tokens < 1) {
      buckets.set(key, { tokens, at: clock.now() });
      return Math.ceil((1 - tokens) / perSecond);
    }
    buckets.set(key, { tokens: tokens - 1, at: clock.now() });
    return undefined;
  };
  return {
    over: (method, tier, channel) => {
      if (mode === 'off') return undefined;
      const perMinute = PER_MINUTE[tier];
      const wait = take(method, perMinute / 60, Math.max(1, Math.ceil(perMinute * BURST)));
      if (wait !== undefined) return wait;
      return channel !== undefined && POSTING.has(method) ? take(`channel ${channel}`, 1, POSTING_BURST) : undefined;
    },
  };
}
