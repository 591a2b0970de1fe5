import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ActionType } from '../../../src/order/action.ts';
import type { State } from '../../../src/order/order.ts';
import type { Role } from '../../../src/order/people.ts';
import { ofOrder } from './of-order.ts';
import { shape } from './shape.ts';

/** Who has which role in which order now; state, number and what is on file are the order's, so that a list is one index range. */
export const orderPeople = sqliteTable(
  'order_people',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    person: text().notNull(),
    role: text().$type<Role>().notNull(),
    state: text().$type<State>().notNull(),
    number: integer().notNull(),
    clientOnFile: text('client_on_file'),
    siteOnFile: text('site_on_file'),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.order, t.person, t.role] }),
    ofOrder(t),
    index('order_people_list').on(t.team, t.person, t.role, t.state, t.number),
    index('order_people_client')
      .on(t.team, t.person, t.role, t.clientOnFile, t.number)
      .where(sql`client_on_file is not null`),
    index('order_people_site')
      .on(t.team, t.person, t.role, t.siteOnFile, t.number)
      .where(sql`site_on_file is not null`),
    // Who has a part in open orders.
    index('order_people_open').on(t.team, t.person).where(sql`state in ('submitted', 'changes_requested', 'approved')`),
  ],
);

/**
 * Which order a row of the full-text index `order_search` (rowid: `-seq`, since FTS5 finds its way forward only) is about.
 * `seq` grows with a workspace's numbers, so that the newest are found first. Both are written with every order.
 */
export const searched = sqliteTable(
  'searched',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    team: text().notNull(),
    number: integer().notNull(),
  },
  (t) => [uniqueIndex('searched_number').on(t.team, t.number)],
);

/** Out of a version's body; nothing out of one that is damaged, which is found when it is read. */
const inBody = <T>(path: string) =>
  sql<T | null>`${sql.raw(`case when json_valid("body") then "body" ->> '${path}' end`)}`;

/** What an order says of all its versions. An index has it, so that none of them is read for it. */
export const reported = {
  endedAt: inBody<number>('$.report.endedAt'),
  photos: inBody<string>('$.report.photos'),
  closingPhotos: inBody<string>('$.closure.photos'),
};

/** Salts and digests chain a version to the entry that made it (decision 0024); rows from before have none. */
export const versions = sqliteTable(
  'versions',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    n: integer().notNull(),
    /** JSON, as the code on the document proves it. */
    body: text().notNull(),
    shape: shape(),
    bodySalt: text('body_salt'),
    bodyDigest: text('body_digest'),
    digest: text(),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.order, t.n] }),
    ofOrder(t),
    index('versions_reported').on(t.team, t.order, t.n, reported.endedAt, reported.photos, reported.closingPhotos),
  ],
);

/**
 * The last digits of the code on each version's document, as printed. `key`: the name of what made them, '' before there
 * were keys.
 */
export const printedCodes = sqliteTable(
  'printed_codes',
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
 * The history. `key` is the idempotency key: unique, so that a form sent twice can never be accepted twice. `type`: the action's.
 * Salts and digests chain an entry to the one before (decision 0024); rows from before have none.
 */
export const entries = sqliteTable(
  'entries',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    /** JSON, as its digest proves it; so is `action`. */
    by: text().notNull(),
    action: text().notNull(),
    version: integer(),
    key: text().notNull(),
    shape: shape(),
    type: text().$type<ActionType>(),
    bySalt: text('by_salt'),
    byDigest: text('by_digest'),
    actionSalt: text('action_salt'),
    actionDigest: text('action_digest'),
    digest: text(),
  },
  (t) => [primaryKey({ columns: [t.team, t.order, t.seq] }), ofOrder(t), uniqueIndex('entries_key').on(t.team, t.key)],
);

/**
 * Where the chain through an order's history starts and ends. `start`: the last entry from before there were chains (0: all are
 * in it), `before`: the digest of everything up to there, with `salt`. `head`: the last digest, sealed with the key of this name.
 */
export const chains = sqliteTable(
  'chains',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    start: integer().notNull(),
    salt: text(),
    before: text(),
    head: text().notNull(),
    seal: text().notNull(),
    key: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.order] }), ofOrder(t)],
);
