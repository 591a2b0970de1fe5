import type { Store } from '../../db/ports.ts';
import type { Workspace } from '../workspaces.ts';

/** What listeners work with: the workspace that their payload is for, and what the process has. `now` is in milliseconds. */
export interface Deps extends Omit<Workspace, 'clients' | 'outbox' | 'catchUp' | 'retryFiles'> {
  readonly store: Store;
  readonly now: () => number;
}
