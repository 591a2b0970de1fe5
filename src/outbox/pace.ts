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

/**
 * Slack's tiers, in calls a minute for one method in one workspace (docs: tier 2 20+, tier 3 50+, tier 4 100+; posting
 * “several hundred”).
 */
const TIERS = { t2: 20, t3: 50, t4: 100, special: 200 } as const;

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
  'conversations.kick':           't3',
  'conversations.list':           't2',
  'conversations.open':           't3',
  'conversations.replies':        't3',
  'conversations.setTopic':       't2',
  'pins.add':                     't2',
  'pins.remove':                  't2',
  'bookmarks.add':                't2',
  'bookmarks.edit':               't2',
  'bookmarks.list':               't3',
  'bookmarks.remove':             't2',
  'files.getUploadURLExternal':   't4',
  'files.completeUploadExternal': 't4',
  'files.info':                   't4',
} as const satisfies Record<string, keyof typeof TIERS>;

export type PacedMethod = keyof typeof tiers;

/**
 * The part of a method's calls that is kept for messages to people, so that they are never behind the channels; the rest is the
 * channels'.
 */
const FOR_PEOPLE: Readonly<Partial<Record<PacedMethod, number>>> = { 'chat.postMessage': 0.5, 'chat.update': 0.3 };

/** Slack lets bursts pass, but does not say which: we let a fifth of a minute's calls go within `per` milliseconds. */
const BURST = { part: 0.2, per: 10_000 };
/**
 * Posts to one channel: three at once, and a little less than one a second in the long run, since calls do not arrive as
 * evenly as they leave. Milliseconds.
 */
const POSTS = { most: 3, per: 3300 };

/** Waits up to this long are waited for on the spot; longer ones give the place to another order. Milliseconds. */
const PATIENCE = 1500;

/** How much later than its turn a call may come before it has lost it, milliseconds. */
const LATE = 10_000;

/** Gates that nobody has gone through for a minute are forgotten, once there are this many. */
const GATES = 200;

interface Limit {
  readonly most: number;
  readonly per: number;
}

/** Calls that share limits. Times are ascending. */
interface Gate {
  readonly limits: readonly Limit[];
  /** When the last calls went or will go. */
  readonly at: number[];
  /** Who was sent away is to come again at these times, one by one. */
  readonly turns: number[];
}

/** Keeps calls within Slack's limits: by method, for posts also one a second for each channel. */
export interface Pace {
  /** Resolves when the call may go out; throws `Later` with the call's turn when that is not soon. */
  take(method: PacedMethod, channel?: string): Promise<void>;
  /** Slack said so: only this method waits. Milliseconds. */
  hold(method: PacedMethod, wait: number): void;
}

/**
 * Within any minute no method is called more often than its tier allows; only short bursts go out at once. Whoever has to
 * wait longer is given a turn, and who comes new does not overtake: a thousand that wait do not all come back at once.
 */
export function createPace(
  now: () => number,
  sleep = (ms: number) => new Promise((done) => setTimeout(done, ms)),
): Pace {
  const gates = new Map<string, Gate>();
  const held = new Map<PacedMethod, number>();

  const gate = (name: string, limits: readonly Limit[]): Gate => {
    if (gates.size > GATES) for (const [idle, known] of gates) if (isIdle(known, now())) gates.delete(idle);
    const known = gates.get(name) ?? { limits, at: [], turns: [] };
    gates.set(name, known);
    const longest = Math.max(...limits.map(({ per }) => per));
    dropBefore(known.at, now() - longest);
    dropBefore(known.turns, now() - LATE);
    return known;
  };

  /** When the next call fits; `behind`: after everybody who waits. */
  const free = ({ limits, at, turns }: Gate, behind: boolean): number => {
    const count = at.length + (behind ? turns.length : 0);
    const nth = (n: number) => (n < at.length ? at[n] : turns[n - at.length]);
    return Math.max(now(), ...limits.map(({ most, per }) => (nth(count - most) ?? -per) + per));
  };

  return {
    async take(method, channel) {
      const wait = (held.get(method) ?? 0) - now();
      if (wait > 0) throw new Later(wait, `${method} is held back by Slack`);
      const passed = gatesOf(method, channel).map(([name, limits]) => gate(name, limits));
      const overtakes = passed.some(({ turns }) => (turns[0] ?? 0) > now());
      if (!overtakes) for (const { turns } of passed) turns.shift();
      const at = Math.max(...passed.map((one) => free(one, false)));
      if (overtakes || at - now() > PATIENCE) {
        const turn = Math.max(at, ...passed.map((one) => free(one, true)));
        for (const one of passed) if (free(one, true) >= turn) one.turns.push(turn);
        throw new Later(turn - now(), `${method} would go over its tier`);
      }
      for (const one of passed) {
        one.at.push(at);
        one.at.sort((a, b) => a - b);
      }
      if (at > now()) await sleep(at - now());
    },
    hold(method, wait) {
      held.set(method, Math.max(held.get(method) ?? 0, now() + wait));
    },
  };
}

/** The gates a call goes through, by name. */
function gatesOf(method: PacedMethod, channel: string | undefined): [string, Limit[]][] {
  const part = FOR_PEOPLE[method];
  const toPerson = part !== undefined && channel !== undefined && /^[UWD]/.test(channel);
  const most = Math.floor(TIERS[tiers[method]] * (part === undefined ? 1 : toPerson ? part : 1 - part));
  const limits = [
    { most, per: 60_000 },
    { most: Math.ceil(most * BURST.part), per: BURST.per },
  ];
  const ofMethod: [string, Limit[]] = [`${method}${toPerson ? ' to people' : ''}`, limits];
  return method === 'chat.postMessage' && channel ? [ofMethod, [`post ${channel}`, [POSTS]]] : [ofMethod];
}

function dropBefore(times: number[], at: number): void {
  const kept = times.findIndex((time) => time > at);
  if (kept !== 0) times.splice(0, kept < 0 ? times.length : kept);
}

const isIdle = ({ at, turns }: Gate, now: number): boolean =>
  (at.at(-1) ?? 0) < now - 60_000 && (turns.at(-1) ?? 0) < now - 60_000;
