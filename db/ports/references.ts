import type { DocumentCopy } from '../../src/order/effect.ts';
import type { Logo } from '../../src/pictures/logo.ts';

/** An order's channel as we know it. An order that was reopened after archiving has more than one; `n` counts them. */
export interface ChannelRef {
  readonly team: string;
  readonly order: string;
  readonly n: number;
  readonly channel: string;
  readonly name: string;
  readonly cardTs: string | null;
  readonly pinned: boolean;
  /**
   * replaced: the card was posted in the place of one that Slack did not let us change. told: neither could that one be
   * changed, and a human was told. null: all is well, as far as we know.
   */
  readonly cardStuck: 'replaced' | 'told' | null;
  readonly topic: string;
  /** Which bookmark is ours and what it shows, as the outbox writes it. */
  readonly bookmark: string | null;
  /** Seconds; null while open. */
  readonly archivedAt: number | null;
  /** How people took the channel from us, as far as we know; null while it is ours, or when we archived it. */
  readonly lost: LostChannel | null;
}

/**
 * archived, deleted: closed by people. removed: it lives on, without the app. abandoned: an admin gave it up for a new
 * one. `by`: who did it (their user id), null when we do not know.
 */
export interface LostChannel {
  readonly how: 'archived' | 'deleted' | 'removed' | 'abandoned';
  readonly by: string | null;
  /** Seconds, when Slack said so; 0 when we found out by ourselves. Events come late and in any order. */
  readonly at: number;
}

/** What changes about a channel after it is opened; its id does when it is shared with another organisation. */
export type ChannelFacts = Omit<ChannelRef, 'team' | 'order' | 'n'>;

/**
 * A message that is found again later. request, task: by direct message, with buttons that give way to the outcome: a
 * supervisor's request, or another task of somebody's. crew: how somebody was put on the crew, drawn as the order is now; visit: another
 * message with what is done on site, whose buttons give way to what was done. priced: in a channel of the office, above the documents with prices.
 */
export interface PostRef {
  readonly team: string;
  readonly order: string;
  readonly purpose: 'request' | 'task' | 'crew' | 'visit' | 'priced';
  /** '' where it is nobody's. */
  readonly person: string;
  /** The conversation Slack answered with (`D…`), not the user id. */
  readonly channel: string;
  readonly ts: string;
  /** The entry that it tells of; null where that was not written down. */
  readonly entry: number | null;
  readonly settled: boolean;
}

/**
 * Slack's words for a channel that we cannot reach: archived, deleted, or the app was removed from it. What is parked for one
 * of these holds up its lane: once people have let the app in again, all of it comes in order.
 */
export const LOST_CHANNEL = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'invalid_channel',
  'posting_to_channel_denied',
] as const;

/** Our word for a channel of the office that is missing, or that the app is not in. */
export const NO_OFFICE_CHANNEL = 'office_channel_lost';

/** Whether a failure is about a channel of an order that we cannot reach. */
export const isLostChannel = (code: string): boolean => LOST_CHANNEL.some((one) => one === code);

/** The channels of orders, and the messages in them and to people that change later. */
export interface Channels {
  channel(team: string, order: string): Promise<ChannelRef | undefined>;
  /** The order's channel (the latest or an earlier one) of this id. */
  channelById(team: string, channel: string): Promise<ChannelRef | undefined>;
  saveChannel(ref: ChannelRef): Promise<void>;
  /** Changes only these facts of a channel that is saved: its lanes write different ones at the same time. */
  updateChannel(key: Pick<ChannelRef, 'team' | 'order' | 'n'>, facts: Partial<ChannelFacts>): Promise<void>;
  /** Oldest first; a post is known by its channel and ts, so a person may have several. */
  posts(team: string, order: string, purpose: PostRef['purpose']): Promise<PostRef[]>;
  savePost(ref: PostRef): Promise<void>;
}

/** A logo that versions refer to by the SHA-256 (hex) of its bytes. Never changed or removed. */
export interface Asset extends Logo {
  readonly team: string;
  readonly sha256: string;
}

/** A version's PDF as issued in the order's channel: without prices where only the office sees them (`copy` is `work`). */
export interface DocumentRef {
  readonly team: string;
  readonly order: string;
  readonly version: number;
  readonly copy: DocumentCopy;
  /** ISO 639; '' where it was not kept then. */
  readonly language: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly fileId: string;
  /** '' once somebody has deleted the file in Slack. */
  readonly permalink: string;
  /** The message with the file; null where Slack did not say, or the program of then did not ask. */
  readonly channel: string | null;
  readonly ts: string | null;
  /** The message says that there is a later version. */
  readonly marked: boolean;
}

/** A version's PDF with prices, issued elsewhere since the order's channel has none with them. */
export interface PricedDocumentRef extends Omit<DocumentRef, 'marked' | 'copy'> {
  readonly copy: 'priced';
  /** The channel of the office, or the person (by direct message), who got it. */
  readonly recipient: string;
}

/** The last digits of the code on a version's document, as printed. */
export interface PrintedCode {
  readonly check: string;
  /** Whether the version is what the code was made of; undefined when the key to find out is missing. */
  readonly intact: boolean | undefined;
}

/** Issued documents, and the pictures in them. */
export interface Documents {
  documents(team: string, order: string): Promise<DocumentRef[]>;
  /** Those with prices that went elsewhere. */
  pricedDocuments(team: string, order: string): Promise<PricedDocumentRef[]>;
  saveDocument(ref: DocumentRef | PricedDocumentRef): Promise<void>;
  documentByFile(team: string, fileId: string): Promise<DocumentRef | PricedDocumentRef | undefined>;
  /** What stands on this copy of a version's document; undefined when there is no such version, or it has no such copy. */
  printedCode(team: string, order: string, version: number, copy: DocumentCopy): Promise<PrintedCode | undefined>;
  /** Of which order, version and copy a file of just these bytes was ever issued, whatever document the version has now. */
  issuedAs(team: string, sha256: string): Promise<Pick<DocumentRef, 'order' | 'version' | 'copy'> | undefined>;
  asset(team: string, sha256: string): Promise<Asset | undefined>;
  /** Keeps it for ever; one that is kept already stays as it is. */
  saveAsset(asset: Asset): Promise<void>;
}
