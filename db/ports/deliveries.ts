/**
 * A spell in which one process delivers what a workspace's Slack is owed. `fence` is higher than that of every spell before:
 * what is still written for an older one changes nothing.
 */
export interface Term {
  readonly team: string;
  readonly fence: number;
}

/** Who delivers for a workspace, as its row says. */
export interface Deliverer {
  readonly fence: number;
  /** Which process that is, for a human; null once it has handed over. */
  readonly owner: string | null;
  /** How often it has said since that it is alive. */
  readonly renewals: number;
  /** It is certain that its process has ended. */
  readonly ended: boolean;
}

/** Another process delivers now: nothing was written. */
export class Fenced extends Error {
  override name = 'Fenced';
}

/** Who delivers for each workspace: one process at a time. The row compares no clocks; whoever watches it uses their own. */
export interface Deliveries {
  /** Undefined while nobody ever has. */
  deliverer(team: string): Promise<Deliverer | undefined>;
  /**
   * Begins a new term, when the row still says what `seen` said; undefined when somebody was faster. What was under way in
   * the terms before is in doubt then: how much.
   */
  takeDeliveries(
    team: string,
    owner: string,
    seen: Deliverer | undefined,
  ): Promise<{ readonly term: Term; readonly inDoubt: number } | undefined>;
  /** Says that the owner is alive. False when its term is over. */
  renewDeliveries(term: Term): Promise<boolean>;
  /** Ends a term: whoever wants to deliver need not wait. What is under way is in doubt. */
  releaseDeliveries(term: Term): Promise<void>;
}
