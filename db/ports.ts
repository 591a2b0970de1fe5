/**
 * The store's ports: every method is one whole transaction; async, takes no callback, exposes no transaction.
 * Instants handed in and out of the outbox are milliseconds (`now` is always given by the caller).
 */

import type { KeptFiles } from './ports/files.ts';
import type { Imports } from './ports/imports.ts';
import type { Instances, Shared } from './ports/instances.ts';
import type { MasterData } from './ports/master-data.ts';
import type { Orders } from './ports/orders.ts';
import type { Deliveries, Outbox, Term } from './ports/outbox.ts';
import type { Directory, Drafts, WorkspaceSettings } from './ports/people.ts';
import type { Channels, Documents } from './ports/references.ts';
import type { ByItself, PersonalPreferences } from './ports/reminders.ts';
import type { SigningLinks } from './ports/signing.ts';
import type { Database, Sweeping } from './ports/upkeep.ts';

export * from './ports/files.ts';
export * from './ports/imports.ts';
export * from './ports/instances.ts';
export * from './ports/master-data.ts';
export * from './ports/orders.ts';
export * from './ports/outbox.ts';
export * from './ports/people.ts';
export * from './ports/references.ts';
export * from './ports/reminders.ts';
export * from './ports/signing.ts';
export * from './ports/upkeep.ts';

/**
 * All of them together. What the database cannot do (full, locked, damaged, out of reach) is thrown as a `DatabaseProblem`;
 * nothing was changed then.
 */
export interface Store
  extends Orders,
    Channels,
    Documents,
    KeptFiles,
    SigningLinks,
    Outbox,
    ByItself,
    Deliveries,
    Drafts,
    Directory,
    PersonalPreferences,
    WorkspaceSettings,
    Imports,
    MasterData,
    Instances,
    Shared,
    Database,
    Sweeping {
  /** The same store for what is written in a term: once it is over, what writes throws `Fenced` and changes nothing. */
  during(term: Term): Store;
}
