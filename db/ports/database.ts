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

/** The database itself: copies of it, and its health. */
export interface Database {
  /**
   * The database may be a copy that is used for the first time (a backup that was restored): what happened since it was
   * made it does not know. Every card of these workspaces is then owed anew, since people may see a later one; of other
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
