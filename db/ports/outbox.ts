import type { Effect, EffectType } from '../../src/order/effect.ts';
import type { Checkpoint } from '../shapes/checkpoint.ts';

/**
 * What must be in order is in one lane: the channel's posts; people's messages; the outcomes in what they were sent before; the
 * channel's metadata (pin, topic, bookmark); who is in it, where that can wait, and exports; what the office gets elsewhere; what is
 * looked at when its time comes; and what people are then reminded of.
 */
export const LANES = ['channel', 'people', 'outcomes', 'metadata', 'members', 'office', 'clock', 'reminders'] as const;

export type Lane = (typeof LANES)[number];

/** How far a backlog is counted: more is as bad, and counting a million would keep everybody waiting. */
export const COUNTED = 10_000;

/** A claimed effect: it belongs to the claimer's term until that says done, retry or park. `order`: null when it is about none. */
export interface Claimed {
  readonly id: string;
  readonly team: string;
  readonly order: string | null;
  readonly lane: Lane;
  readonly effect: Effect;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** An earlier attempt began and its outcome was never recorded: look before sending again. */
  readonly inDoubt: boolean;
  /** When the first attempt began, milliseconds. */
  readonly firstAttemptAt: number;
  /** What Slack has given back so far. */
  readonly checkpoint: Checkpoint;
}

export interface ParkedEffect {
  readonly id: string;
  readonly team: string;
  readonly order: string | null;
  readonly orderNumber: number | null;
  readonly type: EffectType;
  readonly error: string;
  readonly remedy: string;
  readonly parkedAt: number;
}

/** Why something is parked. */
export interface Cause {
  readonly error: string;
  readonly remedy: string;
}

export interface ParkedCause extends Cause {
  readonly count: number;
}

/** How many effects of each lane may be claimed. */
export type Room = Readonly<Partial<Record<Lane, number>>>;

/** What Slack is owed, by workspace. What a term writes throws `Fenced` once the effect is not (or no longer) claimed in it. */
export interface Outbox {
  /**
   * Owes Slack something about an order (null: about none) without an action of people. What is owed just so already, and
   * not under way, is not owed twice. `doubtSince`: it may have been delivered already, at that time (milliseconds) or
   * later. `cause`: for what it is owed, where that may be heard more than once: nothing more is owed for the same cause in
   * this workspace. Returns how many were added; 0 for an order that is not there.
   */
  owe(
    team: string,
    order: string | null,
    effects: readonly Effect[],
    now: number,
    options?: { doubtSince?: number; cause?: string | undefined },
  ): Promise<number>;
  /**
   * Claims due effects for a term, of each lane as many as there is room for, the oldest of each order: an effect waits for
   * every unfinished one before it in its lane (those about one import wait for each other, as do one person's reminders and digests, and
   * everything else that is about no order), except that one
   * whose own time has not come (`archive_channel`, `check_order`) is passed over, and that what is parked lets the later ones pass. Nobody passes an
   * `open_channel`, or what is parked for a `LOST_CHANNEL`; and an `archive_channel` passes nobody. After an `OutcomeUnknown`
   * effects may be claimed that nobody knows of: only the next term takes them up.
   */
  claim(term: Term, now: number, room: Room): Promise<Claimed[]>;
  /**
   * Stores what Slack gave back; what was stored before under other keys stays. Throws a `StoredProblem` for what is no
   * checkpoint of the effect.
   */
  saveCheckpoint(term: Term, id: string, given: object): Promise<void>;
  done(term: Term, id: string, now: number): Promise<void>;
  /**
   * `inDoubt`: the outcome of the attempt is unknown; once in doubt, an effect stays so until it is done.
   * `counted` false: it does not count as an attempt. `dueAt` may be between two milliseconds: it is due at the later one.
   */
  retry(
    term: Term,
    id: string,
    dueAt: number,
    error: string,
    options: { inDoubt: boolean; counted: boolean },
  ): Promise<void>;
  park(term: Term, id: string, now: number, error: string, remedy: string): Promise<void>;
  /** The clock was wrong: what is due later than `dueAfter` is due now (an `archive_channel` never before its own time). */
  adjustForClockShift(team: string, now: number, dueAfter: number): Promise<void>;
  /**
   * Makes due now what failed before in this workspace and waits until `until` at the latest to be tried again; how many.
   * What Slack is owed later (an `archive_channel`) stays so.
   */
  expediteRetries(team: string, now: number, until: number): Promise<number>;
  /**
   * Makes a parked effect due now, its attempts counted from 1 again. False when there is no such parked effect in this
   * workspace.
   */
  unpark(team: string, id: string, now: number): Promise<boolean>;
  /** The same for everything of one order that is parked. Returns how many. */
  unparkOrder(team: string, order: string, now: number): Promise<number>;
  /** Makes every effect due that is parked for this cause, or for whatever cause; how many. */
  unparkAll(team: string, now: number, cause?: Cause): Promise<number>;
  /** Newest first; only those of one cause when it is given. */
  parked(team: string, limit: number, cause?: Cause): Promise<ParkedEffect[]>;
  /** What effects are parked for, and how many for each; the one with the newest first. */
  parkedCauses(team: string, limit: number): Promise<ParkedCause[]>;
  /**
   * When the next effect falls due, in milliseconds, of those that wait for nothing but their time (not claimed, not
   * parked, not behind one that holds them up); undefined when there is none. `lanes`: only of these.
   */
  nextDue(team: string, lanes?: readonly Lane[]): Promise<number | undefined>;
  /** What Slack gave back for an effect, and whether it is done or parked; undefined when there is no such effect (any more). */
  outcome(team: string, id: string): Promise<{ readonly settled: boolean; readonly checkpoint: object } | undefined>;
  /** Whether anything in this lane of the order is neither done nor parked; `before`: of entries before this one. */
  owes(team: string, order: string, lane: Lane, before?: number): Promise<boolean>;
  /**
   * Every undone effect is one of these; `oldestDue`: of the pending ones, also those behind another. `now`: without those whose
   * time is still to come, such as the archiving of channels, of which there may be a million. Nothing is counted further
   * than `COUNTED`.
   */
  backlog(
    team: string,
    now?: number,
  ): Promise<{ pending: number; running: number; parked: number; oldestDue: number | null }>;
}

/**
 * A spell in which one process delivers what a workspace's Slack is owed. `fence` is higher than that of every spell before:
 * what is still written for an older one changes nothing.
 */
export interface Term {
  readonly team: string;
  readonly fence: number;
}

/** Who delivers for a workspace, as its row says. */
export interface Deliverer {
  readonly fence: number;
  /** Which process that is, for a human; null once it has handed over. */
  readonly owner: string | null;
  /** How often it has said since that it is alive. */
  readonly renewals: number;
  /** It is certain that its process has ended. */
  readonly ended: boolean;
}

/** Another process delivers now: nothing was written. */
export class Fenced extends Error {
  override name = 'Fenced';
}

/** Who delivers for each workspace: one process at a time. The row compares no clocks; a process that watches it uses its own. */
export interface Deliveries {
  /** Undefined while nobody ever has. */
  deliverer(team: string): Promise<Deliverer | undefined>;
  /**
   * Begins a new term, when the row still says what `seen` said; undefined when somebody was faster. What was under way in
   * the terms before is in doubt then: how much. `pace`: what the owner before said of its pace, null for nothing.
   */
  takeDeliveries(
    team: string,
    owner: string,
    seen: Deliverer | undefined,
  ): Promise<{ readonly term: Term; readonly inDoubt: number; readonly pace: string | null } | undefined>;
  /**
   * Says that the owner is alive, and what its successor must know of its pace, if that has changed. False when its term is
   * over.
   */
  renewDeliveries(term: Term, pace?: string): Promise<boolean>;
  /** Ends a term: another process need not wait to deliver. What is under way is in doubt. */
  releaseDeliveries(term: Term, pace?: string): Promise<void>;
}
