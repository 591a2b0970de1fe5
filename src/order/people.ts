/** What a person is to one order. `supervisor`: may decide (the one named on it, and workspace admins and owners). */
export type Role = 'requester' | 'supervisor' | 'coordinator' | 'crew';

/**
 * What a person may act as. `substitute`: they were asked in the place of a supervisor who is there again, and still decide on what they
 * were asked, and on nothing else.
 */
export type Part = Role | 'substitute';

/** On whose behalf something is done: a person's part in the order, a rule of the app's own, or the client's, outside Slack. */
export type Acting = Part | 'system' | 'client';

/** A person as they were called at the time. */
export interface Party {
  readonly id: string;
  readonly name: string;
}

/** Somebody who was asked to decide besides the supervisor. */
export interface Asked extends Party {
  /** For a supervisor who said in the app that they are away: they act as a supervisor as long as that is so. */
  readonly standIn?: true;
}

/**
 * Who acted: a person in Slack (also where `kind` is missing), the app by a rule of its own, or the client from outside Slack. The
 * `id` of the latter two is no user id.
 */
export interface Author extends Party {
  readonly kind?: 'person' | 'system' | 'client';
  /** The supervisor who was away, and whom they decided for. */
  readonly for?: Party;
}

/** The app, where nobody's hand is in it. */
export const SYSTEM: Author = { kind: 'system', id: 'system', name: 'Service Orders' };

/** Who acts on an order, with what they are to it and their time zone (IANA). */
export interface Actor extends Author {
  readonly roles: readonly Acting[];
  readonly timeZone: string;
  /** The net amount that they may approve, a decimal in the currency's major unit; missing: any. */
  readonly limit?: string;
  /** Whether they see the prices of this order, and may set them. Missing: they do. */
  readonly seesPrices?: boolean;
}
