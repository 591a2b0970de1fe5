/**
 * What is removed once it is no longer needed: delivered effects; drafts that are too old or whose order has ended; settled
 * posts of ended orders.
 */
export const SWEPT = ['effects', 'drafts', 'posts'] as const;

export type Swept = (typeof SWEPT)[number];

/** What is from before these instants (milliseconds) is not needed: when it was delivered, was last touched, and its order ended. */
export interface SweepAges {
  readonly effects: number;
  readonly drafts: number;
  readonly ended: number;
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
   * withdrawn, or has no open channel any more.
   */
  sweep(what: Swept, ages: SweepAges, after: number, limit: number): Promise<SweepStep>;
}
