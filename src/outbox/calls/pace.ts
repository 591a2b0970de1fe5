import { Later } from '../../slack-api/classify-error.ts';
import { gatesOf, isPaced, type Limits, type PacedMethod } from './tiers.ts';

/** Waits up to this long are waited for on the spot; longer ones give the place to another order. Milliseconds. */
const WAIT_TIMEOUT_MS = 1500;

/** How much later than its turn a call may come before it has lost it, milliseconds. */
const LATE = 10_000;

/** A successor is held back by what its predecessor was told for so long at most: then Slack is asked again. Milliseconds. */
const HELD_ON = 60_000;

/** For so long an owner may have called without having said so: it says so whenever it renews its term. Milliseconds. */
const UNSAID = 2000;

/** Gates that nobody has gone through for a minute are forgotten, once there are this many. */
const GATES = 200;

/** Calls that share limits. Times are ascending. */
interface Gate {
  readonly limits: Limits;
  /** When the last calls went or will go. */
  readonly at: number[];
  /** Who was sent away is to come again at these times, one by one. */
  readonly turns: number[];
  /** Whose turns these are, in the same order; undefined for callers without a name. */
  readonly holders: (Caller | undefined)[];
}

/**
 * Who wants to call: `key` names what is to be done, by which it is known again when it comes back; `who` the person who
 * caused it. `patient`: nobody has asked for it just now, and it leaves room for what somebody has.
 */
export interface Caller {
  readonly key: string;
  readonly who: string;
  readonly patient?: boolean;
}

/** What was used of the limits: how long ago each gate was gone through, and how long methods are held still. Milliseconds. */
export interface Used {
  readonly calls: Readonly<Record<string, readonly number[]>>;
  readonly holds: Readonly<Record<string, number>>;
}

export type Pace = ReturnType<typeof createPace>;

/**
 * Keeps calls within Slack's limits: by method, for posts also one a second for each channel. Within any minute no method is
 * called more often than its tier allows; only short bursts go out at once. A call that has to wait longer is given a turn: a
 * thousand that wait do not all come back at once. People take turns: the first thing that somebody waits for comes before
 * the second of everybody else, however many those are; one person's come in their order.
 */
export function createPace(now: () => number, sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))) {
  const gates = new Map<string, Gate>();
  const held = new Map<PacedMethod, number>();
  /** When others called before, where that is known; up to `unknown`, they may have called more. */
  let before: { readonly at: ReadonlyMap<string, readonly number[]>; readonly unknown: number | undefined } = {
    at: new Map(),
    unknown: undefined,
  };

  /**
   * When a gate was gone through by the process that delivered before. What that one did last and could not say counts as
   * what the rate allows for that time.
   */
  const usedBefore = (name: string, [longest]: Limits): number[] => {
    const known = before.at.get(name) ?? [];
    const { unknown } = before;
    if (unknown === undefined || !longest) return [...known];
    const most = Math.ceil((longest.most * UNSAID) / longest.per);
    return [...known, ...Array.from({ length: most }, () => unknown)].sort((a, b) => a - b);
  };

  const gate = (name: string, limits: Limits): Gate => {
    if (gates.size > GATES) for (const [idle, known] of gates) if (isIdle(known, now())) gates.delete(idle);
    const known: Gate = gates.get(name) ?? { limits, at: usedBefore(name, limits), turns: [], holders: [] };
    gates.set(name, known);
    const longest = Math.max(...limits.map(({ per }) => per));
    dropBefore(known.at, now() - longest);
    known.holders.splice(0, dropBefore(known.turns, now() - LATE));
    return known;
  };

  /** When the next call fits; `behind`: after everybody who waits. */
  const free = ({ limits, at, turns }: Gate, behind: boolean): number => {
    const count = at.length + (behind ? turns.length : 0);
    const nth = (n: number) => (n < at.length ? at[n] : turns[n - at.length]);
    return Math.max(now(), ...limits.map(({ most, per }) => (nth(count - most) ?? -per) + per));
  };

  /** Which place a caller has in a gate (`known`) or would get, and when its call fits. */
  const placeIn = (gate: Gate, by: Caller | undefined) => {
    const { holders, turns } = gate;
    const own = by
      ? holders.findIndex((holder) => holder?.key === by.key)
      : holders[0] === undefined && (turns[0] ?? Number.POSITIVE_INFINITY) <= now()
        ? 0
        : -1;
    const place = own < 0 ? fairPlace(gate, by) : own;
    // A turn whose holder is expected just now is anybody's, if it does not come.
    const waits = own >= 0 || (turns[0] ?? 0) > now();
    return { gate, place, known: own >= 0, at: waits ? (turns[place] ?? free(gate, true)) : free(gate, false) };
  };

  /** Lets a caller in at this place: those behind move back by one turn. */
  const admit = (gate: Gate, place: number, by: Caller | undefined): void => {
    gate.turns.push(free(gate, true));
    gate.holders.splice(place, 0, by);
  };

  /** A caller goes at the turn of this place; `known`: its own, else those behind move back by one. */
  const leave = (gate: Gate, place: number, known: boolean): void => {
    if (known) gate.holders.splice(place, 1);
    else if (place < gate.turns.length) gate.turns.push(free(gate, true));
    else return;
    gate.turns.splice(place, 1);
  };

  return {
    /**
     * Resolves when the call may go out; throws `Later` with the call's turn when that is not soon. A caller with a name
     * keeps its turn, and may be asked to come once more when somebody who waits for less was let in before it.
     */
    async take(method: PacedMethod, channel?: string, by?: Caller): Promise<void> {
      const wait = (held.get(method) ?? 0) - now();
      if (wait > 0) throw new Later(wait, `${method} is held back by Slack`);
      const passed = gatesOf(method, channel, by?.patient).map(([name, limits]) => placeIn(gate(name, limits), by));
      const turn = Math.max(...passed.map(({ at }) => at));
      if (turn - now() > WAIT_TIMEOUT_MS) {
        for (const one of passed) if (!one.known && one.at >= turn) admit(one.gate, one.place, by);
        throw new Later(turn - now(), `${method} would go over its tier`);
      }
      for (const { gate, place, known } of passed) leave(gate, place, known);
      const at = Math.max(turn, ...passed.map(({ gate }) => free(gate, false)));
      if (at - now() > WAIT_TIMEOUT_MS) {
        // Others have used more meanwhile: the call that had this turn is the next.
        for (const { gate } of passed) if (free(gate, false) >= at) admit(gate, 0, by);
        throw new Later(at - now(), `${method} would go over its tier`);
      }
      for (const { gate } of passed) {
        gate.at.push(at);
        gate.at.sort((a, b) => a - b);
      }
      if (at > now()) await sleep(at - now());
    },
    /** Slack said so: only this method waits. Milliseconds. */
    hold(method: PacedMethod, wait: number): void {
      held.set(method, Math.max(held.get(method) ?? 0, now() + wait));
    },
    /** What a successor must know. */
    used(): Used {
      const at = now();
      const calls = new Map([...before.at, ...[...gates].map(([name, one]) => [name, one.at] as const)]);
      const recent = [...calls].map(
        ([name, times]) => [name, times.filter((time) => time > at - 60_000).map((time) => at - time)] as const,
      );
      const holds = [...held].flatMap(([method, until]) => (until > at ? [[method, until - at] as const] : []));
      return {
        calls: Object.fromEntries(recent.filter(([, ages]) => ages.length > 0)),
        holds: Object.fromEntries(holds),
      };
    },
    /**
     * Goes on from what another process has used. `unknown`: up to so long ago (milliseconds) that one may have called more
     * than it says; undefined when it said everything.
     */
    begin({ calls, holds }: Used, unknown: number | undefined): void {
      const begun = now();
      const times = (ages: readonly number[]) => ages.map((age) => begun - Math.max(0, age)).sort((a, b) => a - b);
      before = {
        at: new Map(Object.entries(calls).map(([name, ages]) => [name, times(ages)])),
        unknown: unknown === undefined ? undefined : begun - unknown,
      };
      for (const [name, one] of gates) one.at.splice(0, one.at.length, ...usedBefore(name, one.limits));
      for (const [method, wait] of Object.entries(holds))
        if (isPaced(method)) held.set(method, Math.max(held.get(method) ?? 0, begun + Math.min(wait, HELD_ON)));
    },
  };
}

/** Forgets times up to this one; how many. */
function dropBefore(times: number[], at: number): number {
  const kept = times.findIndex((time) => time > at);
  return kept === 0 ? 0 : times.splice(0, kept < 0 ? times.length : kept).length;
}

/** Where somebody new comes in: behind everybody who waits for no more than they do. */
function fairPlace({ holders }: Gate, by: Caller | undefined): number {
  if (!by) return holders.length;
  const waits = new Map<string, number>();
  const before = holders.filter((holder) => holder?.who === by.who).length;
  const place = holders.findIndex((holder) => {
    if (!holder) return false;
    const round = waits.get(holder.who) ?? 0;
    waits.set(holder.who, round + 1);
    return round > before;
  });
  return place < 0 ? holders.length : place;
}

const isIdle = ({ at, turns }: Gate, now: number): boolean =>
  (at.at(-1) ?? 0) < now - 60_000 && (turns.at(-1) ?? 0) < now - 60_000;
