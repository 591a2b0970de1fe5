import type { Attachment, Content, Item, Plan } from './content.ts';
import type { Author, Party } from './people.ts';
import type { Signature } from './signing/signature.ts';

export const NOT_PERFORMED_REASONS = [
  'client_absent',
  'access_refused',
  'parts_missing',
  'unsafe',
  'weather',
  'duplicate',
  'client_cancelled',
  'other',
] as const;
export type NotPerformedReason = (typeof NOT_PERFORMED_REASONS)[number];

/** One difference between two item lists. `difference` is the change in net amount, minor units. */
export type Change =
  | { readonly type: 'added'; readonly after: Item; readonly difference: number }
  | { readonly type: 'removed'; readonly before: Item; readonly difference: number }
  | { readonly type: 'changed'; readonly before: Item; readonly after: Item; readonly difference: number };

/**
 * The client's word on the finished work: that they accept it, perhaps with reservations, or refuse it and why, each with who says so
 * (`position`: what they are at the client); or that nobody was there to give it. What is missing was not said.
 */
export type Acceptance =
  | {
      readonly kind: 'accepted';
      readonly name: string;
      readonly position?: string;
      readonly reservations?: string;
    }
  | { readonly kind: 'refused'; readonly name: string; readonly position?: string; readonly reason: string }
  | { readonly kind: 'unavailable' };

/** What a confirmation reports besides its item list. */
export interface WorkReport {
  readonly workDone: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Why the items differ from the version before; '' when they do not. */
  readonly reason: string;
  readonly photos: readonly Attachment[];
}

/** How the order was ended on site. */
export interface Closure {
  readonly outcome: 'as_ordered' | 'with_changes' | 'not_performed';
  readonly reasonCode: NotPerformedReason | null;
  readonly explanation: string;
  readonly endedAt: number | null;
  readonly note: string;
  readonly acceptance: Acceptance | null;
  readonly photos: readonly Attachment[];
}

/** The provider as printed on a document; a snapshot, so that the same version always prints the same. */
export interface Issuer {
  readonly name: string;
  readonly taxId: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly pageSize: 'A4' | 'LETTER';
  /** BCP 47, for numbers and dates. */
  readonly locale: string;
  /** ISO 639, of the document's own words: a version stays in the language that it was issued in. */
  readonly language: string;
  /** SHA-256 of the asset with the logo. Like the colour not known to the first versions; '' and missing say none. */
  readonly logo?: string;
  /** `#rrggbb` of headings and rules; '' and missing say the document's own. */
  readonly accentColor?: string;
  /** The provider's terms and conditions; missing: none. */
  readonly terms?: string;
  /** Where anybody can look the document's code up (`https://HOST`). Missing: only in Slack. */
  readonly verifyAt?: string;
}

/** An immutable snapshot: everything its PDF needs stands here, in the order's number or in earlier versions. */
export interface Version extends Plan {
  readonly n: number;
  readonly kind: 'original' | 'confirmation' | 'closing' | 'extra_cost' | 'signature';
  /** True when this version ended the order (final confirmation, closing). */
  readonly final: boolean;
  readonly content: Content;
  /** Against the version before; empty for version 1. */
  readonly changes: readonly Change[];
  readonly by: Author;
  readonly at: number;
  readonly timeZone: string;
  readonly requester: Party;
  readonly supervisor: Party;
  readonly approval: Approval;
  /** Extra cost that was approved up to this version, the oldest first; missing: none. */
  readonly accepted?: readonly Approval[];
  readonly report: WorkReport | null;
  readonly closure: Closure | null;
  /** What the client signed last, of this order or an older version of it; missing: nothing yet. */
  readonly signed?: Signature;
  readonly issuer: Issuer;
}

export interface Approval {
  readonly by: Party;
  /** The supervisor who was away, and whom they decided for. */
  readonly for?: Party;
  readonly at: number;
  /** The full name the supervisor signed with. */
  readonly signature: string;
  readonly comment: string;
  /** The net total that it approves, and up to which it covers the order, minor units. Missing: from before amounts were covered. */
  readonly amount?: number;
  readonly covers?: number;
}

/** The photos that a version brings. */
export const photosOf = ({ report, closure }: Pick<Version, 'report' | 'closure'>): Attachment[] => [
  ...(report?.photos ?? []),
  ...(closure?.photos ?? []),
];
