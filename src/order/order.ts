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

import type { Entry, Source } from './action.ts';
import type { Attachment, Content, Item, Plan } from './content.ts';
import type { Party, Role } from './people.ts';
import type { Progress } from './progress/progress.ts';
import type { Approval, Version } from './version.ts';

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
  readonly progress: Progress;
  readonly source: Source | null;
  /** The newest version, null before approval. */
  readonly latest: Version | null;
  /** What was approved: the items of version 1, null before approval. */
  readonly approvedItems: readonly Item[] | null;
  /** The version that reported work last, and until when. */
  readonly lastReport: { readonly version: number; readonly endedAt: number } | null;
  /** Those of its confirmations and closings, the oldest first. */
  readonly photos: readonly Attachment[];
  /** The last that was done to it, the app's own notes aside. */
  readonly lastEntry: Entry;
  /** How many entries it has. */
  readonly entryCount: number;
}

/** All that an order has been through, the oldest first. */
export interface History {
  readonly versions: readonly Version[];
  readonly entries: readonly Entry[];
}

/** An order with its history: what a document is made of. */
export type WholeOrder = Order & History;

/** The people of an order with what they are to it; a person may appear under several roles. */
export function peopleOf(
  order: Pick<Order, 'requester' | 'supervisor' | 'coordinator' | 'crew'> & Partial<Pick<Order, 'progress'>>,
): [Role, Party][] {
  return [
    ['requester', order.requester],
    ['supervisor', order.supervisor],
    ...(order.progress?.asked ?? []).map((party): [Role, Party] => ['supervisor', party]),
    ...(order.coordinator ? [['coordinator', order.coordinator] as [Role, Party]] : []),
    ...order.crew.map((party): [Role, Party] => ['crew', party]),
  ];
}

/** How many photos an order has: of its versions, and those that were added for the next one. */
export const photoCount = ({ photos, progress }: Pick<Order, 'photos' | 'progress'>): number =>
  photos.length + (progress.photos?.length ?? 0);
