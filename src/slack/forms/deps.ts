import type { Drafts } from '../drafts/drafts.ts';
import type { Openings } from '../drafts/openings.ts';
import type { Deps } from '../replies/deps.ts';

/** What forms work with. */
export interface FormDeps extends Deps {
  readonly drafts: Drafts;
  readonly openings: Openings;
  /** Shows people their Home as it is now, where they have it open. */
  readonly showHomeAgain: (person: string) => Promise<void>;
}
