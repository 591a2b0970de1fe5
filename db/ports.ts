/**
 * The store's ports: every method is one whole transaction; async, takes no callback, exposes no transaction.
 * Instants handed in and out of the outbox are milliseconds (`now` is never taken from the air).
 */
import type { Channels } from './ports/channels.ts';
import type { Database } from './ports/database.ts';
import type { Directory } from './ports/directory.ts';
import type { Documents } from './ports/documents.ts';
import type { Drafts } from './ports/drafts.ts';
import type { Orders } from './ports/orders.ts';
import type { Outbox } from './ports/outbox.ts';
import type { WorkspaceSettings } from './ports/settings.ts';
import type { Sweeping } from './ports/sweeping.ts';

export * from './ports/channels.ts';
export * from './ports/database.ts';
export * from './ports/directory.ts';
export * from './ports/documents.ts';
export * from './ports/drafts.ts';
export * from './ports/orders.ts';
export * from './ports/outbox.ts';
export * from './ports/settings.ts';
export * from './ports/sweeping.ts';

/**
 * All of them together. What the database cannot do (full, locked, damaged, out of reach) is thrown as a `DatabaseProblem`;
 * nothing was changed then.
 */
export type Store = Orders &
  Channels &
  Documents &
  Outbox &
  Drafts &
  Directory &
  WorkspaceSettings &
  Database &
  Sweeping;
