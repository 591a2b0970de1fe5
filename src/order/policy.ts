import type { Tolerance } from './amounts/covered.ts';
import type { Clocks } from './clocks/due.ts';
import type { Issuer } from './version.ts';

/** What the workspace's settings say about deciding. */
export interface Policy {
  readonly allowOwnApproval: boolean;
  /** Orders of one requester that may wait for a decision at once. */
  readonly undecidedPerPerson: number;
  /** Days until a completed or not performed order's channel is archived. */
  readonly archiveAfterDays: number;
  readonly issuer: Issuer;
  /** IANA zone printed on documents; '' means that of the person who approved. */
  readonly timeZone: string;
  /** Who may be asked to decide, and up to which net amount (a decimal, null: any); null: every full member, up to any. */
  readonly supervisors: readonly Supervisor[] | null;
  /** ISO 4217, in which those amounts count. */
  readonly limitCurrency: string;
  /** Ids of admins, as far as they are known: orders are handed over to them whatever the list says, and they approve any amount. */
  readonly admins?: readonly string[];
  /** The channel where the office gets documents with prices; '' where they go to those who answer for the order. */
  readonly pricedChannel: string;
  /** How far a total may pass what was approved. */
  readonly tolerance: Tolerance;
  /** Office hours, and when people are reminded. */
  readonly clocks: Clocks;
}

/** Who may be asked to decide. */
export interface Supervisor {
  readonly id: string;
  /** The net amount up to which they may approve, a decimal in the currency's major unit; null: any. */
  readonly limit: string | null;
}
