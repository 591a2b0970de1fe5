/**
 * The words of the product (glossary) and the shapes of what it remembers.
 *
 * - order: the document that says what service is to be done for a client; `SO-000123`, counted per workspace
 * - version: an immutable snapshot of an order's content. Version 1 is the approved original, each confirmation and
 *   the closing make the next one; every version is issued as one PDF
 * - confirmation: a report of the work as it really was, which makes a new version; partial, or final (also closes)
 * - item: one line of an order; `unplanned` when the approved version does not have it
 * - crew: the order's field workers
 * - entry: one line of an order's append-only history: the accepted action, by whom and when
 * - effect: something Slack is owed because of an entry; paid by the outbox
 * - revision: counts the changes of an order's row, for optimistic locking
 *
 * Instants are whole UNIX seconds. Amounts are whole minor units of the order's currency (cents), quantities are whole
 * thousandths (1.5 h is 1500): both are exact integers. Unit prices may be finer than the currency and are decimals as text.
 */

import type { OrderType, OwnAnswer } from './own-fields.ts';
import { plainTyping } from './plain-typing.ts';

export const STATES = [
  'submitted',
  'changes_requested',
  'approved',
  'rejected',
  'withdrawn',
  'completed',
  'not_performed',
] as const;
export type State = (typeof STATES)[number];

export const OUTCOMES = ['as_ordered', 'with_changes', 'not_performed', 'rejected', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const ITEM_KINDS = ['material', 'service', 'labour', 'expense'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

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

/** What a person is to one order. `supervisor`: may decide (the one named on it, and workspace admins and owners). */
export type Role = 'requester' | 'supervisor' | 'coordinator' | 'crew';

/** A person as they were called at the time. */
export interface Party {
  readonly id: string;
  readonly name: string;
}

/**
 * Who acted: a person in Slack (also where `kind` is missing), the app by a rule of its own, or the client from outside Slack. The
 * `id` of the latter two is no user id.
 */
export interface Author extends Party {
  readonly kind?: 'person' | 'system' | 'client';
}

/** The app, where nobody's hand is in it. */
export const SYSTEM: Author = { kind: 'system', id: 'system', name: 'Service Orders' };

/** Who acts on an order, with what they are to it and their time zone (IANA). */
export interface Actor extends Author {
  readonly roles: readonly Role[];
  readonly timeZone: string;
  /** The net amount that they may approve, a decimal in the currency's major unit; missing: any. */
  readonly limit?: string;
  /** Whether they see the prices of this order, and may set them. Missing: they do. */
  readonly seesPrices?: boolean;
}

/** A file that stays with Slack; we keep its id. Size in bytes. */
export interface Attachment {
  /** Whose file it is (a user id), where it came with the message that an order was made from; else its author's own. */
  readonly from?: string | undefined;
  readonly fileId: string;
  readonly name: string;
  readonly mimetype: string;
  readonly size: number;
}

export interface Item {
  /** Stays the same from version to version, so that changes can be told from replacements. */
  readonly id: string;
  readonly kind: ItemKind;
  readonly description: string;
  /** Thousandths of the unit; negative for what is returned. */
  readonly quantity: number;
  readonly unit: string;
  /**
   * For one unit, in the currency's major unit, as a canonical decimal (`95`, `0.1648`, `-50`; at most six decimals), so
   * that no scale is needed to read it; negative for a discount; null where no price was agreed. A snapshot, never looked
   * up again.
   */
  readonly unitPrice: string | null;
  /** The line of the catalogue that it was taken from (its id); missing: it was typed. */
  readonly onFile?: string;
}

/** A client's record as it was when the order took it: what the document prints, and which one it was. Texts are '' when absent. */
export interface ClientOnFile {
  readonly id: string;
  readonly externalId: string;
  readonly taxId: string;
  readonly address: string;
  /** Of their documents (ISO 639); '' for the company's. */
  readonly language: string;
  readonly paymentNotes: string;
}

/** A site's record as it was when the order took it. */
export interface SiteOnFile {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly accessNotes: string;
}

/** Who does the work and when: what approving sets and assigning changes. */
export interface Plan {
  readonly crew: readonly Party[];
  readonly coordinator: Party | null;
  readonly plannedStart: number | null;
}

/** Who sees an order's prices: everybody on it, or only the office and those who answer for the order. */
export const PRICE_AUDIENCES = ['everybody', 'office'] as const;
export type PriceAudience = (typeof PRICE_AUDIENCES)[number];

/** What an order says: the part of it that a version freezes. Optional texts are '' when absent. */
export interface Content {
  readonly title: string;
  readonly client: string;
  readonly location: string;
  readonly description: string;
  readonly priority: Priority;
  readonly requestedStart: number;
  readonly requestedEnd: number;
  readonly contact: string;
  readonly clientReference: string;
  readonly items: readonly Item[];
  readonly attachments: readonly Attachment[];
  /** ISO 4217; fixed when the order is first submitted. */
  readonly currency: string;
  /** Decimals of the currency's minor unit, in which all amounts of the order are counted; fixed with the currency. */
  readonly decimals: number;
  /** Thousandths of a percent (21000 is 21 %); fixed when the order is first submitted. */
  readonly taxRate: number;
  /** Fixed when the order is first submitted. */
  readonly pricesFor: PriceAudience;
  /** Whom the requester proposes as field workers; missing: nobody. Who goes is decided with the approval. */
  readonly proposedCrew?: readonly Party[];
  /** The record of the client, whose name is `client`; missing: they are not on file. */
  readonly clientOnFile?: ClientOnFile;
  /** The record of the site, whose name and address are `location`; missing: it is not on file. */
  readonly siteOnFile?: SiteOnFile;
  /** The order's type as it was when the order was submitted; missing: it has none. */
  readonly type?: OrderType;
  /** What was answered to its own fields so far, in their order; missing: nothing. */
  readonly own?: readonly OwnAnswer[];
}

/** One difference between two item lists. `difference` is the change in net amount, minor units. */
export type Change =
  | { readonly type: 'added'; readonly after: Item; readonly difference: number }
  | { readonly type: 'removed'; readonly before: Item; readonly difference: number }
  | { readonly type: 'changed'; readonly before: Item; readonly after: Item; readonly difference: number };

/** The client's word on the finished work: their name, or that nobody was there to give it. */
export type Acceptance = { readonly kind: 'accepted'; readonly name: string } | { readonly kind: 'unavailable' };

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
}

/** An immutable snapshot: everything its PDF needs stands here, in the order's number or in earlier versions. */
export interface Version extends Plan {
  readonly n: number;
  readonly kind: 'original' | 'confirmation' | 'closing';
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
  readonly report: WorkReport | null;
  readonly closure: Closure | null;
  readonly issuer: Issuer;
}

export interface Approval {
  readonly by: Party;
  readonly at: number;
  /** The full name the supervisor signed with. */
  readonly signature: string;
  readonly comment: string;
}

/** The message an order was made from. */
export interface Source {
  readonly channel: string;
  readonly ts: string;
}

/** What the requester asks for, and of whom. */
export interface Submitted {
  readonly content: Content;
  readonly supervisor: Party;
  readonly coordinator: Party | null;
}

/** The same of a submission before, as it is told to somebody. */
export interface SubmittedBefore extends Submitted {
  /** Prices that they do not see were others. */
  readonly pricesDiffered?: true;
}

interface Submit extends Submitted {
  readonly type: 'submit';
  readonly source: Source | null;
  /** The number of the order that it was copied from. */
  readonly copyOf?: number;
}

interface Resubmit extends Submitted {
  readonly type: 'resubmit';
}

/** The requester changes what waits for a decision. */
interface Edit extends Submitted {
  readonly type: 'edit';
  readonly submission: number;
}

/** Somebody else is to decide from now on. */
interface HandOver {
  readonly type: 'hand_over';
  readonly submission: number;
  readonly to: Party;
  readonly note: string;
}

interface Approve extends Plan {
  readonly type: 'approve';
  readonly submission: number;
  readonly comment: string;
  readonly signature: string;
}

interface Assign extends Plan {
  readonly type: 'assign';
  /** The plan that the form showed, so that only what was changed in it counts. Not part of the history. */
  readonly seen?: Plan;
}

/**
 * Everything people can do to an order. The accepted action is its history entry. `submission`, `base`: the submission and the
 * version that its author had before them; an action on any other is stale.
 */
export type Action =
  | Submit
  | Resubmit
  | Edit
  | HandOver
  | Approve
  | Assign
  | { readonly type: 'request_changes' | 'reject'; readonly submission: number; readonly reason: string }
  | { readonly type: 'withdraw'; readonly submission: number; readonly reason: string }
  | {
      readonly type: 'confirm_partial' | 'confirm_final';
      readonly base: number;
      readonly items: readonly Item[];
      readonly report: WorkReport;
      /** How a final one ends the order; the first ones did not say. Its photos are the report's. */
      readonly closure?: Closure;
      /** Answers to own fields; missing: nothing was asked. */
      readonly own?: readonly OwnAnswer[];
    }
  | {
      readonly type: 'close' | 'close_not_performed';
      readonly base: number;
      readonly closure: Closure;
      readonly own?: readonly OwnAnswer[];
    }
  | { readonly type: 'reopen'; readonly reason: string };

export type ActionType = Action['type'];

/** One line of the append-only history. `version` is the one this entry made, if any. */
export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly by: Author;
  readonly action: Action;
  readonly version: number | null;
  /** The idempotency key: the same form sent twice carries the same key and is accepted once. */
  readonly key: string;
}

/**
 * An order as it stands: all that deciding, a form and a card need, however long its history (`History`), which is read where
 * it is shown.
 */
export interface Order extends Plan {
  readonly team: string;
  readonly id: string;
  /** 0 until the store has given it one. */
  readonly number: number;
  readonly revision: number;
  readonly state: State;
  readonly stateSince: number;
  readonly outcome: Outcome | null;
  readonly requester: Party;
  readonly supervisor: Party;
  /** The content in force: as last submitted, then that of the latest version. */
  readonly content: Content;
  /** Counts submit, resubmit and edit. */
  readonly submission: number;
  readonly approval: Approval | null;
  readonly source: Source | null;
  /** The newest version, null before approval. */
  readonly latest: Version | null;
  /** What was approved: the items of version 1, null before approval. */
  readonly approvedItems: readonly Item[] | null;
  /** The version that reported work last, and until when. */
  readonly lastReport: { readonly version: number; readonly endedAt: number } | null;
  /** Those of its confirmations and closings, the oldest first. */
  readonly photos: readonly Attachment[];
  readonly lastEntry: Entry;
}

/** All that an order has been through, the oldest first. */
export interface History {
  readonly versions: readonly Version[];
  readonly entries: readonly Entry[];
}

/** An order with its history: what a document is made of. */
export type WholeOrder = Order & History;

/** Why a direct message is sent; decides its words. */
export type TellKind =
  | 'request'
  | 'changes_requested'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'crew_joined'
  | 'crew_left'
  | 'confirmed'
  | 'closed'
  | 'reopened'
  | 'request_instead'
  | 'supervisor_gone'
  | 'requester_gone'
  | 'coordinator_gone'
  | 'crew_gone'
  | 'channel_lost'
  | 'channel_shared'
  /** Somebody else decides now: to the one who does, and to the requester. */
  | 'took_over'
  | 'handed_over';

/**
 * The documents of a version whose order shows prices to the office only: `work` is without them, for the order's channel;
 * `priced` is for the office. Any other version has one document, the priced one.
 */
export const DOCUMENT_COPIES = ['priced', 'work'] as const;
export type DocumentCopy = (typeof DOCUMENT_COPIES)[number];

/** What Slack is owed about an order. `entry` is the seq of the entry that owes it. */
export type OrderEffect =
  | { readonly type: 'open_channel' }
  | { readonly type: 'invite'; readonly people: readonly string[] }
  /** Who could not be invited at first. */
  | { readonly type: 'bring_in'; readonly people: readonly string[] }
  /** Who has no part in the order any more. */
  | { readonly type: 'remove_people'; readonly people: readonly string[] }
  | { readonly type: 'refresh_card' }
  /** The channel's pin, topic and bookmark, which may lag behind it. */
  | { readonly type: 'sync_channel_metadata' }
  | { readonly type: 'post_entry'; readonly entry: number }
  | { readonly type: 'share_attachments'; readonly entry: number }
  | {
      readonly type: 'issue_document';
      readonly version: number;
      /** Missing: the only document of its version. */
      readonly copy?: DocumentCopy;
      /** A channel, or a person who gets it by direct message; missing: the order's channel. */
      readonly to?: string;
    }
  | { readonly type: 'archive_channel'; readonly entry: number; readonly notBefore: number }
  | {
      readonly type: 'tell';
      readonly person: string;
      readonly about: TellKind;
      readonly entry: number;
      /** Whom it is about, when that is not the one who acted: somebody who has gone. */
      readonly of?: Party;
    }
  | { readonly type: 'settle_request'; readonly entry: number }
  /** A post may have reached Slack after another process had made it; `mark`: by what it is known. */
  | { readonly type: 'remove_repeat'; readonly channel: string; readonly thread?: string; readonly mark: string };

/** What is owed about no order: a file of records (`import`: its id) is to be read, or what was read is to be carried out. */
export type OfficeEffect = { readonly type: 'read_import' | 'apply_import'; readonly import: string };

/** What Slack is owed. */
export type Effect = OrderEffect | OfficeEffect;

export type EffectType = Effect['type'];

/** `SO-000123`: how people write an order's number. */
export const orderNumber = (number: number): string => `SO-${String(number).padStart(6, '0')}`;

/**
 * Reads what people type for an order: `SO-12`, `so 000012`, `#12`, `12`, with whatever dash, digits and quotes their
 * keyboard has, or the name of its channel (`#so-000012-acme-pump`). Undefined for anything else.
 */
export function parseOrderNumber(text: string): number | undefined {
  const typed = plainTyping(text);
  const digits =
    /^(?:so\s?-?\s?|#)?0*([1-9]\d{0,8})$/i.exec(typed)?.[1] ?? /^#?so-(?=\d{6})0*([1-9]\d{0,8})-\S*$/i.exec(typed)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What was asked for, and of whom, before the entry with this number; undefined before the first. */
export function askedBefore(entries: readonly Entry[], seq: number): Submitted | undefined {
  const earlier = entries.filter((entry) => entry.seq < seq).map(({ action }) => action);
  const submitted = earlier.findLastIndex((action) => 'content' in action);
  const action = earlier[submitted];
  if (!action || !('content' in action)) return undefined;
  const passed = earlier.slice(submitted).findLast((one) => one.type === 'hand_over');
  return passed ? { ...action, supervisor: passed.to } : action;
}

/** The files that came with an entry and with none before it. */
export const newAttachments = (entries: readonly Entry[], entry: Entry): Attachment[] =>
  filesBesides(
    entries.filter(({ seq }) => seq < entry.seq).flatMap((one) => attachmentsOf(one)),
    attachmentsOf(entry),
  );

/** The files that are not among these. */
export function filesBesides(known: readonly Attachment[], files: readonly Attachment[]): Attachment[] {
  const ids = new Set(known.map(({ fileId }) => fileId));
  return files.filter(({ fileId }) => !ids.has(fileId));
}

/** The files that an entry brings. */
export function attachmentsOf({ action }: Entry): readonly Attachment[] {
  if ('content' in action) return action.content.attachments;
  if ('report' in action) return action.report.photos;
  return 'closure' in action ? action.closure.photos : [];
}

/** The photos that a version brings. */
export const photosOf = ({ report, closure }: Pick<Version, 'report' | 'closure'>): Attachment[] => [
  ...(report?.photos ?? []),
  ...(closure?.photos ?? []),
];

/** The people of an order with what they are to it; a person may appear under several roles. */
export function peopleOf(order: Pick<Order, 'requester' | 'supervisor' | 'coordinator' | 'crew'>): [Role, Party][] {
  return [
    ['requester', order.requester],
    ['supervisor', order.supervisor],
    ...(order.coordinator ? [['coordinator', order.coordinator] as [Role, Party]] : []),
    ...order.crew.map((party): [Role, Party] => ['crew', party]),
  ];
}

/** Everybody whom an action puts on the order. */
export function partiesIn(action: Action): Party[] {
  return [
    ...('supervisor' in action ? [action.supervisor] : []),
    ...(action.type === 'hand_over' ? [action.to] : []),
    ...('coordinator' in action && action.coordinator ? [action.coordinator] : []),
    ...('crew' in action ? action.crew : []),
  ];
}
