/**
 * The tables, as in db/sqlite/schema.ts: every row carries its workspace (`team`), JSON stays text (its bytes are digested),
 * `shape` numbers the JSON of its row. Nothing cascades; `entries`, `versions`, `printed_codes`, `issued_files`, `assets`,
 * `work_copy_codes`, `settings_changes`, `record_changes` and `kept_files` are append-only (triggers, migrations 0001, 0003, 0004 and 0009).
 * Instants of orders and records are seconds, those of the outbox, drafts and people milliseconds.
 */

export * from './schema/documents.ts';
export * from './schema/office.ts';
export * from './schema/order.ts';
export * from './schema/order-parts.ts';
export * from './schema/outbox.ts';
export * from './schema/people.ts';
export * from './schema/place.ts';
