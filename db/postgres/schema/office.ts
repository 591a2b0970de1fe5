import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import type { RecordKind, StoredKind } from '../../../src/office/master-data.ts';
import type { ImportState, LineOutcome } from '../../ports.ts';
import { integer, text, whole } from '../columns.ts';
import { shape } from './shape.ts';

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
