/**
 * The tables, as in db/sqlite/schema.ts: every row carries its workspace (`team`), JSON stays text (its bytes are digested),
 * `shape` numbers the JSON of its row. Nothing cascades; `entries`, `versions`, `printed_codes`, `issued_files`, `assets`,
 * `work_copy_codes`, `settings_changes`, `record_changes` and `kept_files` are append-only (triggers, migrations 0001, 0003, 0004 and 0009).
 * Instants of orders and records are seconds, those of the outbox, drafts and people milliseconds.
 */
import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, foreignKey, index, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import type { RecordKind, StoredKind } from '../../src/office/master-data.ts';
import type { ActionType } from '../../src/order/action.ts';
import type { Content } from '../../src/order/content.ts';
import type { DocumentCopy, EffectType } from '../../src/order/effect.ts';
import type { Outcome, State } from '../../src/order/order.ts';
import type { Role } from '../../src/order/people.ts';
import type { Stage } from '../../src/order/progress/progress.ts';
import type { Asset, ImportState, KeptFile, Lane, LineOutcome, LostChannel, PersonRecord, PostRef } from '../ports.ts';
import { bytea, integer, lost, text, tsvector, whole } from './columns.ts';

/** Rows from before shapes had numbers have the first. */
const shape = () => integer().notNull().default(1);

/**
 * An order as it stands. `title`, `client` and `priority` repeat the content's, `version` counts the versions: for lists.
 * `decimals`: of its currency, in which the amounts of all its rows are counted.
 * `clientOnFile` and `siteOnFile`: the ids of their records, for the earlier orders there. `progress`: what it is in the middle of, `stage`:
 * what an approved one is shown as.
 */
export const orders = pgTable(
  'orders',
  {
    team: text().notNull(),
    id: text().notNull(),
    number: integer().notNull(),
    revision: integer().notNull(),
    state: text().$type<State>().notNull(),
    stateSince: whole('state_since').notNull(),
    outcome: text().$type<Outcome>(),
    title: text().notNull(),
    client: text().notNull(),
    priority: text().$type<Content['priority']>().notNull(),
    version: integer().notNull(),
    submission: integer().notNull(),
    plannedStart: whole('planned_start'),
    requester: text().notNull(),
    supervisor: text().notNull(),
    coordinator: text(),
    crew: text().notNull(),
    content: text().notNull(),
    approval: text(),
    source: text(),
    shape: shape(),
    decimals: integer(),
    clientOnFile: text('client_on_file'),
    siteOnFile: text('site_on_file'),
    progress: text(),
    stage: text().$type<Stage>(),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.id] }),
    uniqueIndex('orders_number').on(t.team, t.number),
    index('orders_state').on(t.team, t.state, t.number),
    index('orders_stage').on(t.team, t.stage, t.number).where(sql`stage is not null`),
    index('orders_client').on(t.team, t.clientOnFile, t.number).where(sql`client_on_file is not null`),
    index('orders_site').on(t.team, t.siteOnFile, t.number).where(sql`site_on_file is not null`),
  ],
);

const ofOrder = (t: { team: AnyPgColumn; order: AnyPgColumn }) =>
  foreignKey({ columns: [t.team, t.order], foreignColumns: [orders.team, orders.id] });

/** Who has which role in which order now; state, number and what is on file are the order's, so that a list is one index range. */
export const orderPeople = pgTable(
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
 * What each order is found by (db/postgres/search.ts). The tokens stand apart from their row (migration 0001), which is as
 * small as can be: a search reads rows, never tokens. Without the list of pending entries an index usually has: every
 * search would read it.
 */
export const orderSearch = pgTable(
  'order_search',
  { team: text().notNull(), number: integer().notNull(), tokens: tsvector().notNull() },
  (t) => [
    primaryKey({ columns: [t.team, t.number] }),
    index('order_search_tokens').using('gin', t.tokens).with({ fastupdate: false }),
  ],
);

/**
 * Salts and digests chain a version to the entry that made it (decision 0024); rows from before have none. `endedAt`, `photos` and
 * `closingPhotos` repeat what its body reports, as JSON, so that an order is read without the bodies of all its versions.
 */
export const versions = pgTable(
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
    endedAt: whole('ended_at'),
    photos: text(),
    closingPhotos: text('closing_photos'),
  },
  (t) => [primaryKey({ columns: [t.team, t.order, t.n] }), ofOrder(t)],
);

/**
 * The last digits of the code on each version's document, as printed. `key`: the name of what made them, '' before there
 * were keys.
 */
export const printedCodes = pgTable(
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
export const entries = pgTable(
  'entries',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    seq: integer().notNull(),
    at: whole().notNull(),
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
export const chains = pgTable(
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

/**
 * Who delivers for a workspace: `fence` counts those who ever did. `owner` is null once it has handed over. `renewals` grows
 * as long as it lives. `pace`: what it had used of Slack's limits when it last said so.
 */
export const deliveries = pgTable('deliveries', {
  team: text().primaryKey(),
  fence: whole().notNull(),
  owner: text(),
  renewals: whole().notNull(),
  pace: text(),
});

/**
 * What Slack is owed; `order_id` and `entry` are null where it is about no order. Undone: `done_at` is null; parked:
 * `parked_at` is set; under way: `claimed_by` is set, to the fence of the term in which it was claimed. `not_before` is an
 * archive_channel's own time, which `due_at` (moved by retries) forgets. `cause`: what it is owed for, where that may be
 * heard twice.
 */
export const effects = pgTable(
  'effects',
  {
    seq: whole().primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    team: text().notNull(),
    order: text('order_id'),
    entry: integer(),
    lane: text().$type<Lane>().notNull(),
    type: text().$type<EffectType>().notNull(),
    body: text().notNull(),
    dueAt: whole('due_at').notNull(),
    notBefore: whole('not_before'),
    claimedBy: whole('claimed_by'),
    attempts: integer().notNull().default(0),
    firstAttemptAt: whole('first_attempt_at'),
    inDoubt: boolean('in_doubt').notNull().default(false),
    checkpoint: text().notNull().default('{}'),
    error: text(),
    remedy: text(),
    parkedAt: whole('parked_at'),
    doneAt: whole('done_at'),
    cause: text(),
    shape: shape(),
    checkpointShape: integer('checkpoint_shape').notNull().default(1),
  },
  (t) => [
    ofOrder(t),
    uniqueIndex('effects_id').on(t.id),
    uniqueIndex('effects_cause').on(t.team, t.cause).where(sql`cause is not null`),
    index('effects_due').on(t.team, t.dueAt, t.seq).where(sql`done_at is null and parked_at is null`),
    index('effects_turn').on(t.team, t.lane, t.dueAt, t.seq).where(sql`done_at is null and parked_at is null`),
    // Without the channels that wait for their time to be archived, of which there may be a million.
    index('effects_put_off')
      .on(t.team, t.dueAt)
      .where(sql`done_at is null and parked_at is null and (not_before is null or due_at > not_before)`),
    // Those about no order are in one line as well; NULL would be found by no index.
    index('effects_lane').on(t.team, sql`coalesce(order_id, '')`, t.lane, t.seq).where(sql`done_at is null`),
    index('effects_claimed').on(t.team).where(sql`claimed_by is not null`),
    index('effects_parked').on(t.team, t.parkedAt).where(sql`parked_at is not null`),
    index('effects_done').on(t.doneAt).where(sql`done_at is not null`),
  ],
);

/**
 * What people want of the app for themselves: `digest`: a message in the morning. Until `away_until` (seconds) what waits for them goes to
 * `substitute` (JSON) as well.
 */
export const preferences = pgTable(
  'preferences',
  {
    team: text().notNull(),
    person: text().notNull(),
    digest: boolean().notNull().default(true),
    awayUntil: whole('away_until'),
    substitute: text(),
    revision: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.person] })],
);

export const channels = pgTable(
  'channels',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    n: integer().notNull(),
    channel: text().notNull(),
    name: text().notNull(),
    cardTs: text('card_ts'),
    pinned: boolean().notNull(),
    cardStuck: text('card_stuck').$type<'replaced' | 'told'>(),
    topic: text().notNull(),
    bookmark: text(),
    archivedAt: whole('archived_at'),
    lost: lost().$type<LostChannel>(),
  },
  (t) => [primaryKey({ columns: [t.team, t.order, t.n] }), ofOrder(t), index('channels_channel').on(t.team, t.channel)],
);

/** Direct messages we may have to redraw; one order may send the same person several. `seq`: by which they are gone through. */
export const posts = pgTable(
  'posts',
  {
    seq: whole().notNull().generatedAlwaysAsIdentity(),
    team: text().notNull(),
    order: text('order_id').notNull(),
    purpose: text().$type<PostRef['purpose']>().notNull(),
    person: text().notNull(),
    channel: text().notNull(),
    ts: text().notNull(),
    entry: integer(),
    settled: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.channel, t.ts] }),
    ofOrder(t),
    index('posts_order').on(t.team, t.order, t.purpose),
    uniqueIndex('posts_seq').on(t.seq),
  ],
);

export const documents = pgTable(
  'documents',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    version: integer().notNull(),
    sha256: text().notNull(),
    size: whole().notNull(),
    fileId: text('file_id').notNull(),
    permalink: text().notNull(),
    channel: text(),
    ts: text(),
    marked: boolean().notNull().default(false),
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
export const pricedDocuments = pgTable(
  'priced_documents',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    version: integer().notNull(),
    recipient: text().notNull(),
    sha256: text().notNull(),
    size: whole().notNull(),
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
export const workCopyCodes = pgTable(
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
export const issuedFiles = pgTable(
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
export const keptFiles = pgTable(
  'kept_files',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    sha256: text().notNull(),
    kind: text().$type<KeptFile['kind']>().notNull(),
    name: text().notNull(),
    size: whole().notNull(),
    fileId: text('file_id').notNull(),
    version: integer().notNull(),
    at: whole().notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.order, t.sha256, t.kind, t.fileId] }), ofOrder(t)],
);

/** Links at which a client can sign an order, by the SHA-256 of their token. Seconds. */
export const signingLinks = pgTable(
  'signing_links',
  {
    hash: text().primaryKey(),
    team: text().notNull(),
    order: text('order_id').notNull(),
    version: integer().notNull(),
    person: text().notNull(),
    at: whole().notNull(),
    expires: whole().notNull(),
  },
  (t) => [ofOrder(t)],
);

/** Unfinished forms. `order` is '' for a new order, hence no foreign key. `seq`: by which they are gone through. */
export const drafts = pgTable(
  'drafts',
  {
    seq: whole().notNull().generatedAlwaysAsIdentity(),
    team: text().notNull(),
    person: text().notNull(),
    form: text().notNull(),
    order: text('order_id').notNull(),
    data: text(),
    updatedAt: whole('updated_at').notNull(),
    shape: shape(),
  },
  (t) => [primaryKey({ columns: [t.team, t.person, t.form, t.order] }), uniqueIndex('drafts_seq').on(t.seq)],
);

export const people = pgTable(
  'people',
  {
    team: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    timeZone: text('time_zone').notNull(),
    kind: text().$type<PersonRecord['kind']>().notNull(),
    admin: boolean().notNull(),
    fetchedAt: whole('fetched_at').notNull(),
    updated: whole().notNull().default(0),
    locale: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.team, t.id] })],
);

export const settings = pgTable('settings', {
  team: text().primaryKey(),
  body: text().notNull(),
  shape: shape(),
  revision: integer().notNull().default(0),
});

/** Who changed which settings when (seconds), from what to what: JSON. `revision`: the settings' after it. Append-only. */
export const settingsChanges = pgTable(
  'settings_changes',
  {
    team: text().notNull(),
    revision: integer().notNull(),
    at: whole().notNull(),
    by: text().notNull(),
    changes: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.revision] })],
);

/** User groups that settings name, as Slack last said: who is in them is JSON. Milliseconds. */
export const userGroups = pgTable(
  'user_groups',
  {
    team: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    members: text().notNull(),
    fetchedAt: whole('fetched_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.id] })],
);

/**
 * What the office keeps on file. `client`: whose site it is, '' for none. `name`: folded, to sort by. `usedAt`: when an order last
 * took it (seconds). `shape`: of `data`, JSON.
 */
export const records = pgTable(
  'records',
  {
    team: text().notNull(),
    kind: text().$type<StoredKind>().notNull(),
    id: text().notNull(),
    client: text().notNull(),
    externalId: text('external_id').notNull(),
    name: text().notNull(),
    data: text().notNull(),
    shape: shape(),
    active: boolean().notNull(),
    usedAt: whole('used_at'),
    revision: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.kind, t.id] }),
    uniqueIndex('records_external').on(t.team, t.kind, t.client, t.externalId).where(sql`external_id <> ''`),
    // By which a number is found however it is written.
    index('records_number').on(t.team, t.kind, t.client, sql`lower(external_id)`).where(sql`external_id <> ''`),
    index('records_name').on(t.team, t.kind, t.client, t.name, t.id),
    index('records_used').on(t.team, t.kind, t.client, t.usedAt, t.id).where(sql`active and used_at is not null`),
  ],
);

/** The words of records, each of which is found by its beginning. */
export const recordWords = pgTable(
  'record_words',
  {
    team: text().notNull(),
    kind: text().$type<StoredKind>().notNull(),
    client: text().notNull(),
    active: boolean().notNull(),
    word: text().notNull(),
    id: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.kind, t.client, t.active, t.word, t.id] }),
    index('record_words_record').on(t.team, t.kind, t.id),
  ],
);

/** Who changed which record when (seconds), from what to what: JSON. `revision`: the record's after it. Append-only. */
export const recordChanges = pgTable(
  'record_changes',
  {
    team: text().notNull(),
    kind: text().$type<StoredKind>().notNull(),
    id: text().notNull(),
    revision: integer().notNull(),
    at: whole().notNull(),
    by: text().notNull(),
    before: text(),
    after: text().notNull(),
    shape: shape(),
  },
  (t) => [primaryKey({ columns: [t.team, t.kind, t.id, t.revision] })],
);

/** Files of records that somebody brings in (seconds). `by`, `file`, `counts`: JSON; `about`: how it was read. */
export const imports = pgTable(
  'imports',
  {
    team: text().notNull(),
    id: text().notNull(),
    kind: text().$type<RecordKind>().notNull(),
    by: text().notNull(),
    at: whole().notNull(),
    file: text().notNull(),
    state: text().$type<ImportState>().notNull(),
    sha256: text().notNull(),
    about: text().notNull(),
    next: integer().notNull(),
    counts: text().notNull(),
    channel: text(),
    ts: text(),
  },
  (t) => [primaryKey({ columns: [t.team, t.id] }), index('imports_at').on(t.at)],
);

/** Their lines, and what each comes to. `record`, `problems`, `changes`: JSON. `name`: what the line calls its record. */
export const importLines = pgTable(
  'import_lines',
  {
    team: text().notNull(),
    import: text('import_id').notNull(),
    n: integer().notNull(),
    line: integer().notNull(),
    outcome: text().$type<LineOutcome>().notNull(),
    record: text(),
    shape: shape(),
    revision: integer().notNull(),
    problems: text().notNull(),
    name: text().notNull().default(''),
    changes: text().notNull().default('[]'),
  },
  (t) => [primaryKey({ columns: [t.team, t.import, t.n] })],
);

/** Bytes by their SHA-256; what versions refer to, so rows are never changed or removed. */
export const assets = pgTable(
  'assets',
  {
    team: text().notNull(),
    sha256: text().notNull(),
    type: text().$type<Asset['type']>().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.sha256] })],
);

/** The last number given, by workspace and kind of thing ('order'). */
export const counters = pgTable(
  'counters',
  { team: text().notNull(), name: text().notNull(), value: integer().notNull() },
  (t) => [primaryKey({ columns: [t.team, t.name] })],
);

/** When copies were made that became the database, and since when they are. Null: this one is a copy that nobody has used yet. */
export const restores = pgTable('restores', {
  copiedAt: whole('copied_at').primaryKey(),
  takenUpAt: whole('taken_up_at'),
});

/** Where the database was when it was last opened: one row, by which a copy knows that it is one (upkeep/restores.ts). */
export const place = pgTable('place', {
  only: boolean().primaryKey().default(true),
  here: text().notNull(),
});

/** Which page of Home somebody last had on a screen, by whatever instance it was drawn; milliseconds. */
export const homes = pgTable(
  'homes',
  { team: text().notNull(), person: text().notNull(), page: text().notNull(), seenAt: whole('seen_at').notNull() },
  (t) => [primaryKey({ columns: [t.team, t.person] })],
);

/** What was done and is not done again until then (milliseconds), whichever instance is asked to. */
export const doneOnce = pgTable(
  'done_once',
  { team: text().notNull(), key: text().notNull(), until: whole().notNull() },
  (t) => [primaryKey({ columns: [t.team, t.key] }), index('done_once_until').on(t.until)],
);

/** The names of the keys that verification codes are made with, by which an instance notices that it has others. */
export const keyNames = pgTable('key_names', { name: text().primaryKey(), addedAt: whole('added_at').notNull() });
