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

/** Slack's tiers, in calls a minute for one method in one workspace (docs: tier 2 20+, tier 3 50+, tier 4 100+). */
const TIERS = { t2: 20, t3: 50, t4: 100, special: 60 } as const;

/** The tier of every method the outbox calls. */
// biome-ignore format: a table reads best as a table
export const tiers = {
  'chat.postMessage':             'special',
  'chat.update':                  't3',
  'conversations.archive':        't2',
  'conversations.create':         't2',
  'conversations.history':        't3',
  'conversations.invite':         't3',
  'conversations.list':           't2',
  'conversations.open':           't3',
  'conversations.setTopic':       't2',
  'pins.add':                     't2',
  'bookmarks.add':                't2',
  'bookmarks.edit':               't2',
  'bookmarks.list':               't3',
  'files.getUploadURLExternal':   't4',
  'files.completeUploadExternal': 't4',
  'files.info':                   't4',
} as const satisfies Record<string, keyof typeof TIERS>;

export type PacedMethod = keyof typeof tiers;

/** Waits up to this long are waited for on the spot; longer ones give the place to another order. Milliseconds. */
const PATIENCE = 1500;

/** Tokens that come back with time: a burst of `size`, then one every `every` milliseconds. */
interface Bucket {
  readonly size: number;
  readonly every: number;
  tokens: number;
  at: number;
}

/** Keeps calls within Slack's limits: by method, for posts also one a second for each channel. */
export interface Pace {
  /** Resolves when the call may go out; throws `Later` when that is not soon. */
  take(method: PacedMethod, channel?: string): Promise<void>;
  /** Slack said so: only this method waits. Milliseconds. */
  hold(method: PacedMethod, wait: number): void;
}

/** Bursts are a third of a minute's allowance; Slack tolerates some and does not say how much. */
export function createPace(now: () => number): Pace {
  const buckets = new Map<string, Bucket>();
  const held = new Map<PacedMethod, number>();

  const bucket = (name: string, perMinute: number, size: number): Bucket => {
    let known = buckets.get(name);
    if (!known) {
      known = { size, every: 60_000 / perMinute, tokens: size, at: now() };
      buckets.set(name, known);
    }
    return known;
  };

  /** Takes a token, in advance if need be; milliseconds until it is good. */
  const spend = (from: Bucket): number => {
    const time = Math.max(now(), from.at);
    from.tokens = Math.min(from.size, from.tokens + (time - from.at) / from.every) - 1;
    from.at = time;
    return from.tokens >= 0 ? 0 : -from.tokens * from.every;
  };

  return {
    async take(method, channel) {
      const wait = (held.get(method) ?? 0) - now();
      if (wait > 0) throw new Later(wait, `${method} is held back by Slack`);
      const perMinute = TIERS[tiers[method]];
      const spent = [bucket(method, perMinute, Math.ceil(perMinute / 3))];
      if (channel && method === 'chat.postMessage') spent.push(bucket(`post ${channel}`, 60, 4));
      const until = Math.max(...spent.map(spend));
      if (until > PATIENCE) {
        for (const one of spent) one.tokens += 1;
        throw new Later(until, `${method} would go over its tier`);
      }
      if (until > 0) await new Promise((resolve) => setTimeout(resolve, until));
    },
    hold(method, wait) {
      held.set(method, Math.max(held.get(method) ?? 0, now() + wait));
    },
  };
}
