import type { Break } from '../clocks/calendar.ts';
import type { Attachment } from '../content.ts';
import type { Asked, Party } from '../people.ts';
import type { Closure } from '../version.ts';

export const HOLD_REASONS = ['parts', 'client', 'access', 'weather', 'other_trade', 'other'] as const;
/** What an order on hold waits for. */
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why an approved order stands still. */
export interface Hold {
  /** The number of the entry that put it on hold: what somebody else has changed is told apart by it. */
  readonly entry: number;
  readonly reasonCode: HoldReason;
  readonly note: string;
  /** When it goes on by itself; null: when somebody says so. */
  readonly until: number | null;
  readonly by: Party;
  readonly at: number;
}

/**
 * Extra cost that its supervisor is asked about: the latest version costs more than approvals cover. `entry`: of what the
 * supervisor was shown last, the confirmation or the dispute; an answer to another one is stale.
 */
export interface Question {
  readonly entry: number;
  readonly since: number;
  readonly disputed: { readonly by: Party; readonly at: number; readonly reason: string } | null;
  /** How a final confirmation would have ended the order; accepting ends it so. */
  readonly closing: Closure | null;
}

export const REMINDERS = ['decision', 'changes', 'extra_cost', 'start', 'end'] as const;
/** What people are reminded of: a decision, requested changes, extra cost, a start without work, an end without a closing. */
export type ReminderKind = (typeof REMINDERS)[number];

/** A reminder of what still waits, and who got it or was asked with it. */
export interface Reminded {
  readonly about: ReminderKind;
  /** 1: for the first time; 0: a substitute was asked before anybody had to be reminded. */
  readonly step: number;
  readonly at: number;
  readonly people: readonly string[];
}

/** What an open order is in the middle of, besides its state. */
export interface Progress {
  /**
   * When work began, as far as it is known: as the reports say, before the first of them when *Start work* was pressed; null: it has not,
   * or an order of before says it in its versions only.
   */
  readonly startedAt: number | null;
  readonly hold: Hold | null;
  /** When it was on hold before, the oldest first: no clock ran then. The last few. */
  readonly held: readonly (Break & { readonly until: number })[];
  readonly question: Question | null;
  /** Who was asked to decide besides the supervisor: in their place while they are away, or because they did not answer. */
  readonly asked: readonly Asked[];
  /** Of what waits now, the oldest first. */
  readonly reminded: readonly Reminded[];
  /** Since when it waits for what it waits for now. */
  readonly waitsSince: number;
  /** When its crew was assigned last, or it was reopened; missing: its time was planned since, or not since that is kept. */
  readonly assignedAt?: number;
  /** Photos that were added since the last version that has any; missing: none. */
  readonly photos?: readonly Attachment[];
}

/** Ended holds that an order keeps. */
export const HELD_MAX = 50;

/** An order that nothing has happened to yet. */
export const untouched = (at: number): Progress => ({
  ...{ startedAt: null, hold: null, held: [], question: null, asked: [], reminded: [], waitsSince: at },
});

export const STAGES = ['extra_disputed', 'extra_cost', 'on_hold', 'in_progress', 'scheduled'] as const;
/** What an approved order is shown as. */
export type Stage = (typeof STAGES)[number];

/** What orders are shown as whose work goes on: until it ends it is part of every day, whenever it was to begin. */
export const AT_WORK: readonly Stage[] = ['in_progress', 'extra_cost', 'extra_disputed'];
