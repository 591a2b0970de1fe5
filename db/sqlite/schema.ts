/**
 * The tables. Every row carries its workspace (`team`). Current orders and versions are plain rows: columns where we
 * query, JSON as text for what is nested. `shape` numbers the JSON of its row (db/shapes): rows stay as they were written and are
 * read through upcasters. Nothing cascades; history is append-only (triggers of the migrations, which a start looks for).
 * Instants of orders and records are seconds, those of the outbox, drafts and people milliseconds.
 */

export * from './schema/documents.ts';
export * from './schema/office.ts';
export * from './schema/order.ts';
export * from './schema/order-parts.ts';
export * from './schema/outbox.ts';
export * from './schema/people.ts';
export * from './schema/place.ts';
