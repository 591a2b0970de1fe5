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
  'conversations.info':           't3',
  'conversations.invite':         't3',
  'conversations.list':           't2',
  'conversations.open':           't3',
  'conversations.setTopic':       't2',
  'pins.add':                     't2',
  'bookmarks.add':                't2',
  'bookmarks.edit':               't2',
  'bookmarks.list':               't3',
  'bookmarks.remove':             't2',
  'files.getUploadURLExternal':   't4',
  'files.completeUploadExternal': 't4',
  'files.info':                   't4',
} as const satisfies Record<string, keyof typeof TIERS>;

export type PacedMethod = keyof typeof tiers;

/** Slack lets bursts pass, but does not say which: we let a fifth of a minute's calls go within `per` milliseconds. */
const BURST = { part: 0.2, per: 10_000 };
/**
 * Posts to one channel: three at once, and a little less than one a second in the long run, since calls do not arrive as
 * evenly as they leave. Milliseconds.
 */
const POSTS = { most: 3, per: 3300 };

/** Waits up to this long are waited for on the spot; longer ones give the place to another order. Milliseconds. */
const PATIENCE = 1500;

/** At most `most` calls in any `per` milliseconds; `at` holds when the last of them went or will go. */
interface Window {
  readonly most: number;
  readonly per: number;
  at: number[];
}

/** Keeps calls within Slack's limits: by method, for posts also one a second for each channel. */
export interface Pace {
  /** Resolves when the call may go out; throws `Later` when that is not soon. */
  take(method: PacedMethod, channel?: string): Promise<void>;
  /** Slack said so: only this method waits. Milliseconds. */
  hold(method: PacedMethod, wait: number): void;
}

/** Within any minute no method is called more often than its tier allows; only short bursts go out at once. */
export function createPace(
  now: () => number,
  sleep = (ms: number) => new Promise((done) => setTimeout(done, ms)),
): Pace {
  const windows = new Map<string, Window>();
  const held = new Map<PacedMethod, number>();

  const named = (name: string, most: number, per: number): Window => {
    const known = windows.get(name) ?? { most, per, at: [] };
    windows.set(name, known);
    return known;
  };

  /** When the next call fits into the window. */
  const free = (window: Window): number => {
    window.at = window.at.filter((at) => at > now() - window.per);
    const oldest = window.at[window.at.length - window.most];
    return oldest === undefined ? now() : oldest + window.per;
  };

  return {
    async take(method, channel) {
      const wait = (held.get(method) ?? 0) - now();
      if (wait > 0) throw new Later(wait, `${method} is held back by Slack`);
      const most = TIERS[tiers[method]];
      const limits = [named(method, most, 60_000), named(`burst ${method}`, Math.ceil(most * BURST.part), BURST.per)];
      if (channel && method === 'chat.postMessage') limits.push(named(`post ${channel}`, POSTS.most, POSTS.per));
      const at = Math.max(...limits.map(free));
      if (at - now() > PATIENCE) throw new Later(at - now(), `${method} would go over its tier`);
      for (const window of limits) window.at.push(at);
      if (at > now()) await sleep(at - now());
    },
    hold(method, wait) {
      held.set(method, Math.max(held.get(method) ?? 0, now() + wait));
    },
  };
}
