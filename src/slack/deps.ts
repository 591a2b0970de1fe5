import type { Store } from '../../db/store.ts';
import type { Log } from '../log.ts';
import type { Orders } from '../orders.ts';
import type { Courtesies } from './courtesies.ts';
import type { Drafts } from './drafts.ts';
import type { ReadFile } from './files.ts';
import type { Installation } from './installation.ts';
import type { Views } from './open-views.ts';
import type { Openings } from './openings.ts';
import type { People } from './people.ts';
import type { SeenHomes } from './seen-homes.ts';
import type { WhoseFile } from './whose-file.ts';

/** What every listener works with. `now` is in milliseconds. */
export interface Deps {
  readonly store: Store;
  readonly orders: Orders;
  readonly people: People;
  readonly drafts: Drafts;
  readonly views: Views;
  readonly installation: Installation;
  readonly courtesies: Courtesies;
  readonly homes: SeenHomes;
  readonly openings: Openings;
  readonly readFile: ReadFile;
  readonly whoseFile: WhoseFile;
  readonly log: Log;
  readonly now: () => number;
  /** Wakes the outbox. */
  readonly nudge: () => void;
}

/** Who did something, in which workspace, and how they can be shown something. */
export interface Caller {
  readonly team: string;
  readonly person: string;
  readonly trigger: string;
  /** Inside a modal: new views go on top of it. */
  readonly inModal: boolean;
  readonly responseUrl: string | undefined;
}
