import type { Entry } from '../../src/order/action.ts';
import type { Effect } from '../../src/order/effect.ts';
import type { History, Order, Outcome, State } from '../../src/order/order.ts';
import type { Role } from '../../src/order/people.ts';
import type { Stage } from '../../src/order/progress/progress.ts';
import type { Version } from '../../src/order/version.ts';
import type { DraftKey } from './people.ts';

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
  /** What an approved one is shown as; null in any other state, and where it was written before there were stages. */
  readonly stage: Stage | null;
  /** The open channel's id, null while there is none. */
  readonly channel: string | null;
}

/**
 * Newest first. `person`: only orders this person has a role in (`role`: this one). `before`: numbers below it.
 * `after`: of the numbers above it those next to it, so that one can go back page by page. `stages`: only approved orders that are
 * shown as one of these (scheduled are also those from before there were stages); `states` says nothing then.
 */
export interface ListFilter {
  readonly person?: string;
  readonly role?: Role;
  readonly states?: readonly State[];
  readonly stages?: readonly Stage[];
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

/** An approved order as a visit: when work is to begin, as planned or asked for, and to be done (seconds). */
export interface VisitSummary {
  readonly id: string;
  readonly number: number;
  readonly stage: Stage | null;
  readonly start: number;
  /** When it is to be over, as long after its start as was asked for. Null where the order cannot be read. */
  readonly end: number | null;
}

/**
 * Visits that begin before `until` (seconds), or whose work goes on (`AT_WORK`); of those on hold only such that begin from `from` on. At most
 * so many.
 */
export interface VisitPage {
  readonly from: number;
  readonly until: number;
  readonly limit: number;
}

/** Newest first. `person`: only orders this person has a role in (`crewOnly`: as a field worker). `before`: numbers below it. */
export interface SearchPage {
  readonly person?: string;
  readonly crewOnly?: boolean;
  readonly before?: number;
  readonly limit: number;
}

/**
 * Which orders are looked at: those behind a number (`after`), in the order of their numbers, `limit` of them. Of these such
 * that were submitted from `from` on and before `until` (seconds), and are in one of `states` where it is given.
 */
export interface SubmittedPage {
  readonly after: number;
  readonly limit: number;
  readonly from: number;
  readonly until: number;
  readonly states?: readonly State[];
}

/** An order with when it was submitted first, and when its work started as its first report says; null while there is none. Seconds. */
export interface SubmittedOrder {
  readonly order: Order;
  readonly submittedAt: number;
  readonly workStarted: number | null;
}

/** At a client or a site on file, by its id; where both are given, at the site. */
export type At = { readonly client: string } | { readonly site: string };

/** What was found. no words: there is nothing to look for (signs, spaces); too many: more than anybody types. */
export type Found =
  | { readonly kind: 'found'; readonly orders: readonly OrderSummary[] }
  | { readonly kind: 'no words' | 'too many words' };

/** Orders: each as it stands, its history by itself, in lists, and found by words. */
export interface Orders {
  order(team: string, id: string): Promise<Order | undefined>;
  orderByNumber(team: string, number: number): Promise<Order | undefined>;
  /** One version, one entry of an order's history; undefined when there is none of this number. */
  version(team: string, order: string, n: number): Promise<Version | undefined>;
  entry(team: string, order: string, seq: number): Promise<Entry | undefined>;
  /** Its entries, the oldest first; none for an order that is not there. */
  entries(team: string, order: string): Promise<Entry[]>;
  /** All of its history: large, for what shows all of it. Empty for an order that is not there. */
  history(team: string, order: string): Promise<History>;
  /** The entry that was made under this idempotency key, and the id of its order. */
  accepted(team: string, key: string): Promise<{ order: string; entry: Entry } | undefined>;
  commit(commit: Commit): Promise<Committed>;
  list(team: string, filter: ListFilter): Promise<OrderSummary[]>;
  /** The visits of a person in these roles, each once, what begins first at the top. */
  visits(team: string, person: string, roles: readonly Role[], page: VisitPage): Promise<VisitSummary[]>;
  /** The orders at a client or a site on file. */
  ordersAt(team: string, at: At, page: SearchPage): Promise<OrderSummary[]>;
  /**
   * Orders as they stand, a page of them: what is read at once is bounded, also where hardly any of them fits. `next`: after which
   * number the next page begins; null behind the last.
   */
  submittedOrders(
    team: string,
    page: SubmittedPage,
  ): Promise<{ readonly orders: readonly SubmittedOrder[]; readonly next: number | null }>;
  /** How many orders of this requester wait for a decision or for changes. */
  undecided(team: string, person: string): Promise<number>;
  /** The workspaces that have orders here and are none of these, and how many orders each has. */
  otherTeams(teams: readonly string[]): Promise<{ readonly team: string; readonly orders: number }[]>;
  /**
   * Orders that have all these words in their number, title, client, location, contact, client reference, description,
   * items or people's names; the last word may be the beginning of one. Case and accents do not count, signs only part words.
   */
  search(team: string, words: string, page: SearchPage): Promise<Found>;
}
