/** A time of which there are no records, milliseconds. */
export interface Gap {
  readonly from: number;
  readonly until: number;
}

/** A copy that came into use. `orders`: how many are drawn again. */
export interface ActivatedRestore {
  readonly gap: Gap;
  readonly orders: number;
}

/** Hears once that the database is in trouble, with a sentence for the operator, and once when it has recovered. */
export type OnTrouble = (problem: Error | undefined) => void;

/** The database itself: copies of it, and its health. */
export interface Database {
  /**
   * The database may be a copy that is used for the first time (a backup that was restored): what happened since it was
   * made it does not know. Every card of these workspaces is then owed again, since people may see a later one; of other
   * workspaces nothing is touched. What came of that; undefined when it is no such copy.
   */
  activateRestore(now: number, teams: readonly string[]): Promise<ActivatedRestore | undefined>;
  /** The times that it knows nothing of, because it was restored; the latest first, at most so many. */
  gaps(limit: number): Promise<Gap[]>;
  /** An online copy of the whole database into a new file. */
  backup(file: string): Promise<void>;
  /** Whether it takes what it is given, for readiness; writes one page when it has not been asked for ten seconds. */
  alive(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * What is removed once it is no longer needed: delivered effects; drafts that are too old or whose order has ended; settled
 * posts of ended orders; what was to be remembered until now; the lines of files of records that are done with.
 */
export const SWEPT = ['effects', 'drafts', 'posts', 'done_once', 'import_lines'] as const;

export type Swept = (typeof SWEPT)[number];

/**
 * What is from before these instants (milliseconds) is not needed: when it was delivered, was last touched, its order
 * ended, until when it counted, and the file was brought in.
 */
export interface SweepAges {
  readonly effects: number;
  readonly drafts: number;
  readonly ended: number;
  readonly once: number;
  readonly imports: number;
}

/** What one step has removed. `next`: where the following step begins; undefined when this was the last. */
export interface SweepStep {
  readonly removed: number;
  readonly next: number | undefined;
}

/** Removing what is no longer needed. */
export interface Sweeping {
  /**
   * Looks at up to `limit` rows, beginning `after` where the step before ended (0 for the first), and removes those that are
   * not needed. A draft goes with its order when it was last touched before the order ended, and the order was rejected or
   * withdrawn, or has no open channel any more. An import that nobody has decided on is cancelled when its lines go; one that is
   * being read or applied keeps them.
   */
  sweep(what: Swept, ages: SweepAges, after: number, limit: number): Promise<SweepStep>;
}
