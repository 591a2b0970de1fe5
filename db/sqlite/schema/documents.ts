import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DocumentCopy } from '../../../src/order/effect.ts';
import type { Asset, KeptFile } from '../../ports.ts';
import { ofOrder } from './of-order.ts';
import { versions } from './order-parts.ts';

export const documents = sqliteTable(
  'documents',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    version: integer().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    fileId: text('file_id').notNull(),
    permalink: text().notNull(),
    channel: text(),
    ts: text(),
    marked: integer({ mode: 'boolean' }).notNull().default(false),
    copy: text().$type<DocumentCopy>().notNull().default('priced'),
    language: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.order, t.version] }),
    ofOrder(t),
    index('documents_file').on(t.team, t.fileId),
  ],
);

/**
 * Documents with prices that went elsewhere, since the order's channel gets a work copy: to a channel of the office, or to a
 * person.
 */
export const pricedDocuments = sqliteTable(
  'priced_documents',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    version: integer().notNull(),
    recipient: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    fileId: text('file_id').notNull(),
    permalink: text().notNull(),
    channel: text(),
    ts: text(),
    language: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.order, t.version, t.recipient] }),
    ofOrder(t),
    index('priced_documents_file').on(t.team, t.fileId),
  ],
);

/** The last digits of the code on a work copy, as printed; those of other documents are in `printed_codes`. Append-only. */
export const workCopyCodes = sqliteTable(
  'work_copy_codes',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    version: integer().notNull(),
    digits: text().notNull(),
    key: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.order, t.version] }),
    foreignKey({
      columns: [t.team, t.order, t.version],
      foreignColumns: [versions.team, versions.order, versions.n],
    }),
  ],
);

/**
 * What every PDF that was ever issued consists of: a version that was brought into a next channel may have been made again,
 * of photos that are gone since, and both are genuine.
 */
export const issuedFiles = sqliteTable(
  'issued_files',
  {
    team: text().notNull(),
    sha256: text().notNull(),
    order: text('order_id').notNull(),
    version: integer().notNull(),
    copy: text().$type<DocumentCopy>().notNull().default('priced'),
  },
  (t) => [primaryKey({ columns: [t.team, t.sha256] }), ofOrder(t)],
);

/**
 * Files of orders that are kept outside the database, by their SHA-256: what FILES_URL must have. A photo may have come as several
 * files. Append-only.
 */
export const keptFiles = sqliteTable(
  'kept_files',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    sha256: text().notNull(),
    kind: text().$type<KeptFile['kind']>().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    fileId: text('file_id').notNull(),
    version: integer().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.order, t.sha256, t.kind, t.fileId] }), ofOrder(t)],
);

/** Bytes by their SHA-256; what versions refer to, so rows are never changed or removed. */
export const assets = sqliteTable(
  'assets',
  {
    team: text().notNull(),
    sha256: text().notNull(),
    type: text().$type<Asset['type']>().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).$type<Uint8Array>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.sha256] })],
);

/** Links at which a client can sign an order, by the SHA-256 of their token. Seconds. */
export const signingLinks = sqliteTable(
  'signing_links',
  {
    hash: text().primaryKey(),
    team: text().notNull(),
    order: text('order_id').notNull(),
    version: integer().notNull(),
    person: text().notNull(),
    at: integer().notNull(),
    expires: integer().notNull(),
    withdrawn: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [ofOrder(t), index('signing_links_order').on(t.team, t.order)],
);
