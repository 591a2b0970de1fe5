import type { Store } from '../../../db/ports.ts';
import type { Log } from '../../log.ts';
import type { Orders } from '../../orders.ts';
import type { Identity } from '../../slack-api/connect.ts';
import type { Installation } from '../../slack-api/installation.ts';
import type { ReadFile, WhoseFile } from '../../slack-api/peoples-files.ts';
import type { People } from '../people/people.ts';
import type { BestEffortUpdates } from './best-effort-updates.ts';
import type { Views } from './open-views.ts';

/** What every listener works with: what is bound to the workspace that its payload is for, and what the process has. `now` is in milliseconds. */
export interface Deps {
  readonly team: string;
  readonly identity: Identity;
  readonly people: People;
  readonly views: Views;
  readonly installation: Installation;
  readonly updates: BestEffortUpdates;
  readonly readFile: ReadFile;
  readonly whoseFile: WhoseFile;
  readonly orders: Orders;
  /** Wakes the outbox. */
  readonly nudge: () => void;
  readonly store: Store;
  readonly log: Log;
  readonly now: () => number;
}

/** Who did something, and how they can be shown something. */
export interface Caller {
  readonly person: string;
  readonly trigger: string;
  /** Inside a modal: new views go on top of it. */
  readonly inModal: boolean;
  readonly responseUrl: string | undefined;
}
