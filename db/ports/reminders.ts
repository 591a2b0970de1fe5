import type { Effect } from '../../src/order/effect.ts';
import type { Party } from '../../src/order/people.ts';

/** What somebody wants of the app for themselves. */
export interface Preferences {
  /** A message in the morning with what waits for them. */
  readonly digest: boolean;
  /** Until when they said that they are away (seconds); null: they are not. */
  readonly awayUntil: number | null;
  /** Who decides meanwhile as well. */
  readonly substitute: Party | null;
}

/** What people want for themselves. */
export interface PersonalPreferences {
  /** With how often they were changed; of somebody who has said nothing, what holds for everybody, at revision 0. */
  preferences(team: string, person: string): Promise<Preferences & { readonly revision: number }>;
  /**
   * Saves preferences that were read at this revision; false when they have changed since: nothing is saved then. `owed`: what is owed
   * because of that, since `now` (milliseconds).
   */
  savePreferences(
    team: string,
    person: string,
    revision: number,
    preferences: Preferences,
    owed?: { readonly effects: readonly Effect[]; readonly now: number },
  ): Promise<boolean>;
}

/** A reminder that is owed. */
export interface OwedReminder {
  readonly id: string;
  readonly effect: Extract<Effect, { type: 'send_reminder' }>;
}

/** What comes by itself: what is owed of it, and to whom. Instants are milliseconds. */
export interface ByItself {
  /**
   * This person's reminders whose time comes by `until`: those that nobody carries out, nobody has parked and that
   * were surely not sent yet, in their order.
   */
  remindersOf(team: string, person: string, until: number): Promise<OwedReminder[]>;
  /** Finishes of these reminders those that nobody carries out: they were told together with another. */
  toldTogether(team: string, ids: readonly string[], now: number): Promise<void>;
  /** Whether an order is due to be looked at, or is being looked at. */
  isCheckDue(team: string, now: number): Promise<boolean>;
  /** Every order that is to be looked at later is looked at now; how many. */
  checkNow(team: string, now: number): Promise<number>;
  /** Ids of people who have a part in open orders, those behind `after` in their order, so many at most. */
  peopleOfOpenOrders(team: string, after: string, limit: number): Promise<string[]>;
}
