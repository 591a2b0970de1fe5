import type { Party } from './people.ts';

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
  | 'handed_over'
  /** To the supervisor: what was confirmed costs more than was approved. */
  | 'extra_cost'
  /** To the crew: it was not approved, or it was. */
  | 'extra_disputed'
  | 'extra_accepted'
  | 'held'
  | 'resumed'
  | 'rescheduled'
  /** The client has signed. */
  | 'signed';

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
  /** Somebody asked for a version's document again, or for what it says as plain text; they get it by direct message. */
  | { readonly type: 'send_document'; readonly version: number; readonly person: string; readonly as?: 'text' }
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
  /** What the crew was told is drawn as the order is now. */
  | { readonly type: 'refresh_crew_messages' }
  /** The order is to be looked at again: something may be due then. Seconds. */
  | { readonly type: 'check_order'; readonly notBefore: number }
  /** A post may have reached Slack after another process had made it; `mark`: by what it is known. */
  | { readonly type: 'remove_repeat'; readonly channel: string; readonly thread?: string; readonly mark: string };

/** Which orders of a period are exported, and what a line of the file is. */
export const EXPORTED = ['all', 'open', 'ended'] as const;
export const EXPORT_LINES = ['order', 'item'] as const;

/** Which orders somebody wants as files, and how. */
export interface OrderExport {
  /** The first and the last day on which they were submitted (`2026-11-28`), in the time zone of the file's times (IANA). */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly which: (typeof EXPORTED)[number];
  /** The id of their type; '' for any. */
  readonly orderType: string;
  readonly lines: (typeof EXPORT_LINES)[number];
}

/**
 * What is owed about no order, or not in its turn. `read_import`, `apply_import`: a file of records (`import`: its id) is to be read,
 * or what was read is to be carried out. `export_orders`: orders are to be sent to somebody as files. `send_reminder`: one entry's reminder to one person; what is due to somebody at once is told
 * together. `stand_in`: somebody decides for a supervisor (`of`) who is away until then, as they said at `since`; null: not any more. `plan_digests`: everybody's digests are to be planned, on this day (`2026-11-29`). `notBefore`: seconds.
 */
export type OfficeEffect =
  | { readonly type: 'read_import' | 'apply_import'; readonly import: string }
  | (OrderExport & { readonly type: 'export_orders'; readonly person: string })
  | {
      readonly type: 'send_reminder';
      readonly person: string;
      readonly order: string;
      readonly entry: number;
      readonly notBefore: number;
    }
  | {
      readonly type: 'stand_in';
      readonly person: string;
      readonly of: Party;
      readonly since: number;
      readonly until: number | null;
    }
  | { readonly type: 'send_digest'; readonly person: string; readonly day: string; readonly notBefore: number }
  | { readonly type: 'plan_digests'; readonly day: string; readonly notBefore: number };

/** What Slack is owed. */
export type Effect = OrderEffect | OfficeEffect;

export type EffectType = Effect['type'];
