/**
 * The store port: every method is one whole transaction; async, takes no callback, exposes no transaction.
 * Instants handed in and out of the outbox are milliseconds (`now` is never taken from the air).
 */
import type { Effect, EffectType, Entry, Order, Outcome, Role, State, Version } from '../src/order/order.ts';
import type { Settings } from '../src/settings.ts';
import type { KeptDraft } from './shapes/draft.ts';

/** What one accepted action writes. `order.revision` is the one that was read; 0 for a new order. */
export interface Commit {
  readonly order: Order;
  readonly entry: Entry;
  readonly version: Version | null;
  readonly effects: readonly Effect[];
  /** The draft that this action used up: its key. */
  readonly spentDraft: DraftKey | null;
  /** Milliseconds; effects are due from now on (`archive_channel`: from its `notBefore`). */
  readonly now: number;
}

/** saved: written, with number and revision. stale: somebody was faster. repeated: this key was accepted before. */
export type Committed =
  | { readonly kind: 'saved'; readonly order: Order }
  | { readonly kind: 'stale' }
  | { readonly kind: 'repeated'; readonly order: Order };

/** One line of a list of orders. */
export interface OrderSummary {
  readonly id: string;
  readonly number: number;
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly stateSince: number;
  readonly title: string;
  readonly client: string;
  readonly priority: string;
  /** Their user id. */
  readonly supervisor: string;
  /** How many versions there are. */
  readonly version: number;
  /** The open channel's id, null while there is none. */
  readonly channel: string | null;
}

/**
 * Newest first. `person`: only orders this person has a role in (`role`: this one). `before`: numbers below it.
 * `after`: of the numbers above it those next to it, so that one can go back page by page.
 */
export interface ListFilter {
  readonly person?: string;
  readonly role?: Role;
  readonly states?: readonly State[];
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

/** Newest first. `person`: only orders this person has a role in (`crewOnly`: as a field worker). `before`: numbers below it. */
export interface SearchPage {
  readonly person?: string;
  readonly crewOnly?: boolean;
  readonly before?: number;
  readonly limit: number;
}

/** What was found. no words: there is nothing to look for (signs, spaces); too many: more than anybody types. */
export type Found =
  | { readonly kind: 'found'; readonly orders: readonly OrderSummary[] }
  | { readonly kind: 'no words' | 'too many words' };

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

/** A direct message with buttons, which give way to the outcome later: a supervisor's request, or another task of somebody's. */
export interface PostRef {
  readonly team: string;
  readonly order: string;
  readonly purpose: 'request' | 'task';
  readonly person: string;
  /** The conversation Slack answered with (`D…`), not the user id. */
  readonly channel: string;
  readonly ts: string;
  readonly settled: boolean;
}

/** Bytes that versions refer to by their SHA-256 (hex): a logo. Never changed or removed. Sizes in pixels. */
export interface Asset {
  readonly team: string;
  readonly sha256: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** A version's PDF as issued. */
export interface DocumentRef {
  readonly team: string;
  readonly order: string;
  readonly version: number;
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

/** What must be in order is in one lane: the channel's posts; people's messages; what adorns the channel; and who is in it, where that can wait. */
export const LANES = ['channel', 'people', 'dressing', 'members'] as const;
export type Lane = (typeof LANES)[number];

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

/** Whether a failure is about a channel that we cannot reach. */
export const isLostChannel = (code: string): boolean => LOST_CHANNEL.some((one) => one === code);

/** How far a backlog is counted: more is as bad, and counting a million would keep everybody waiting. */
export const COUNTED = 10_000;

/** A claimed effect: leased to the claimer until it says done, retry or park. */
export interface Claimed {
  readonly id: string;
  readonly team: string;
  readonly order: string;
  readonly lane: Lane;
  readonly effect: Effect;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** An earlier attempt began and its outcome was never recorded: look before sending again. */
  readonly inDoubt: boolean;
  /** When the first attempt began, milliseconds. */
  readonly firstAttemptAt: number;
  /** What Slack has given back so far. */
  readonly trace: Record<string, unknown>;
}

export interface ParkedEffect {
  readonly id: string;
  readonly team: string;
  readonly order: string;
  readonly orderNumber: number;
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

/** Whose unfinished form: one per person, form and order ('' for a new order). */
export interface DraftKey {
  readonly team: string;
  readonly person: string;
  readonly form: string;
  readonly order: string;
}
export interface Draft extends DraftKey {
  /** What was typed so far, as the form keeps it. */
  readonly data: KeptDraft;
  readonly updatedAt: number;
}
/** A draft as it was read. `stored`: how it stands in its row, by which it is known again when it is saved. */
export type FoundDraft = DraftKey & { readonly stored: string | null; readonly updatedAt: number } & (
    | { readonly data: KeptDraft; readonly problem?: undefined }
    /** It cannot be read, for this reason. */
    | { readonly data: undefined; readonly problem: string }
  );

/** The last digits of the code on a version's document, as printed. */
export interface PrintedCode {
  readonly check: string;
  /** Whether the version is what the code was made of; undefined when the key to find out is missing. */
  readonly intact: boolean | undefined;
}

/** A Slack user as last read. */
export interface PersonRecord {
  readonly team: string;
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot' | 'deactivated';
  /** Workspace admin or owner. */
  readonly admin: boolean;
  /** Milliseconds. */
  readonly fetchedAt: number;
  /** When this was last changed in Slack, by its own clock: seconds. 0 or nothing where it was not said. */
  readonly updated?: number;
}

/** Stands as true in the trace of what was owed in a copy when it came into use, and of what is owed because of that. */
export const RESTORED = 'restored';
/** Beside it in the trace of what is owed only to draw once more what people may see in a later state. */
export const REDRAW = 'anew';

/** A time of which there are no records, milliseconds. */
export interface Gap {
  readonly from: number;
  readonly until: number;
}

/** A copy that came into use. `orders`: how many are drawn anew. */
export interface ActivatedRestore {
  readonly gap: Gap;
  readonly orders: number;
}

/** Hears once that the database is in trouble, with a sentence for the operator, and once that it is well again. */
export type OnTrouble = (problem: Error | undefined) => void;

/**
 * What the database cannot do (full, locked, damaged, out of reach) is thrown as a `DatabaseProblem`; nothing was changed
 * then. A lock is waited for as long as a person may be kept waiting.
 */
export interface Store {
  order(team: string, id: string): Promise<Order | undefined>;
  orderByNumber(team: string, number: number): Promise<Order | undefined>;
  /** The order that accepted this idempotency key, in whatever state it is by now. */
  orderByKey(team: string, key: string): Promise<Order | undefined>;
  commit(commit: Commit): Promise<Committed>;
  /**
   * Owes Slack something about an order without an action of people. What is owed just so already, and not under way,
   * is not owed twice. `doubtSince`: it may have been delivered already, at that time (milliseconds) or later. Returns
   * how many were added; 0 for an order that is not there.
   */
  owe(
    team: string,
    order: string,
    effects: readonly Effect[],
    now: number,
    options?: { doubtSince?: number },
  ): Promise<number>;
  list(team: string, filter: ListFilter): Promise<OrderSummary[]>;
  /**
   * Orders that have all these words in their number, title, client, location, contact, client reference, description,
   * items or people's names; the last word may be the beginning of one. Case and accents do not count, signs only part words.
   */
  search(team: string, words: string, page: SearchPage): Promise<Found>;

  channel(team: string, order: string): Promise<ChannelRef | undefined>;
  /** The order's channel (the latest or an earlier one) of this id. */
  channelById(team: string, channel: string): Promise<ChannelRef | undefined>;
  saveChannel(ref: ChannelRef): Promise<void>;
  /** Changes only these facts of a channel that is saved: its lanes write different ones at the same time. */
  updateChannel(key: Pick<ChannelRef, 'team' | 'order' | 'n'>, facts: Partial<ChannelFacts>): Promise<void>;
  /** Oldest first; a post is known by its channel and ts, so a person may have several. */
  posts(team: string, order: string, purpose: PostRef['purpose']): Promise<PostRef[]>;
  savePost(ref: PostRef): Promise<void>;
  documents(team: string, order: string): Promise<DocumentRef[]>;
  saveDocument(ref: DocumentRef): Promise<void>;
  documentByFile(team: string, fileId: string): Promise<DocumentRef | undefined>;
  /** What stands on the document of this version of an order; undefined when there is no such version. */
  printedCode(team: string, order: string, version: number): Promise<PrintedCode | undefined>;
  /** Of which order and version a file of just these bytes was ever issued, whatever document the version has by now. */
  issuedAs(team: string, sha256: string): Promise<Pick<DocumentRef, 'order' | 'version'> | undefined>;

  /**
   * Leases up to `limit` due effects until `until`, the oldest of each (order, lane): an effect waits for every
   * unfinished one before it in its lane, except that an `archive_channel` whose time has not come is passed over, and that
   * what is parked lets the later ones pass. Nobody passes an `open_channel`, or what is parked for a `LOST_CHANNEL`; and an
   * `archive_channel` passes nobody. `lane`: only of this one.
   */
  claim(owner: string, now: number, until: number, limit: number, lane?: Lane): Promise<Claimed[]>;
  /** Keeps these leases, as far as they are still the owner's. */
  renew(owner: string, ids: readonly string[], until: number): Promise<void>;
  /** Gives back leases whose owner is dead; what they were doing is in doubt. Returns how many. */
  reclaim(isDead: (owner: string) => boolean): Promise<number>;
  /**
   * The clock was wrong: what is due later than `dueAfter` is due now (an `archive_channel` never before its own time),
   * and leases that end after `leasedAfter` end at `until`.
   */
  adjustForClockShift(now: number, wrong: { dueAfter: number; leasedAfter: number; until: number }): Promise<void>;
  /** Stores what Slack gave back so far; merges into the trace. */
  progress(id: string, trace: Record<string, unknown>): Promise<void>;
  done(id: string, now: number): Promise<void>;
  /**
   * `inDoubt`: the outcome of the attempt is unknown; once in doubt, an effect stays so until it is done.
   * `counted` false: it does not count as an attempt. Without a lease, `retry` and `park` do nothing.
   */
  retry(id: string, dueAt: number, error: string, options: { inDoubt: boolean; counted: boolean }): Promise<void>;
  park(id: string, now: number, error: string, remedy: string): Promise<void>;
  /**
   * Makes due now what failed before and waits until `until` at the latest to be tried again; how many. What Slack is
   * owed later (an `archive_channel`) stays so.
   */
  expediteRetries(now: number, until: number): Promise<number>;
  /** Makes a parked effect due now, its attempts counted from 1 again. False when there is no such parked effect in this workspace. */
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
   * When the next effect falls due, in milliseconds, of those that wait for nothing but their time (not leased, not
   * parked, not behind one that holds them up); undefined when there is none. Knows nothing of leases that run out.
   * `lanes`: only of these.
   */
  nextDue(lanes?: readonly Lane[]): Promise<number | undefined>;
  /** Whether anything in this lane of the order is neither done nor parked. */
  owes(team: string, order: string, lane: Lane): Promise<boolean>;
  /**
   * Every undone effect is one of these; `oldestDue`: of the pending ones, also those behind another. `now`: without those whose
   * time is still to come, such as the archiving of channels, of which there may be a million. Nothing is counted further
   * than `COUNTED`.
   */
  backlog(now?: number): Promise<{ pending: number; running: number; parked: number; oldestDue: number | null }>;

  draft(key: DraftKey): Promise<FoundDraft | undefined>;
  /**
   * Saves it if nobody changed it since it was read: `before` is how it was stored then, undefined when there was no draft.
   * False: it has changed or gone meanwhile, and nothing was saved.
   */
  saveDraft(draft: Draft, before: string | null | undefined): Promise<boolean>;
  removeDraft(key: DraftKey): Promise<void>;
  /** Removes up to `limit` drafts that nobody has touched since `before` (milliseconds), the oldest first; how many. */
  sweepDrafts(before: number, limit: number): Promise<number>;

  person(team: string, id: string): Promise<PersonRecord | undefined>;
  /** Keeps what Slack says of people; what is older than what is kept (`updated`) changes nothing. */
  savePeople(people: readonly PersonRecord[]): Promise<void>;
  /** Members who are admins or owners, by name. */
  admins(team: string, limit: number): Promise<PersonRecord[]>;

  settings(team: string): Promise<Settings>;
  saveSettings(team: string, settings: Settings): Promise<void>;
  asset(team: string, sha256: string): Promise<Asset | undefined>;
  /** Keeps it for ever; one that is kept already stays as it is. */
  saveAsset(asset: Asset): Promise<void>;

  /**
   * The database may be a copy that is used for the first time (a backup that was restored): what happened since it was
   * made it does not know. Every card is then owed anew, since people may see a later one. What came of that; undefined
   * when it is no such copy.
   */
  activateRestore(now: number): Promise<ActivatedRestore | undefined>;
  /** The times that it knows nothing of, because it was restored; the latest first, at most so many. */
  gaps(limit: number): Promise<Gap[]>;
  /** An online copy of the whole database into a new file. */
  backup(file: string): Promise<void>;
  /** Whether it takes what it is given, for readiness; writes one page when it has not been asked for ten seconds. */
  alive(): Promise<boolean>;
  close(): Promise<void>;
}
