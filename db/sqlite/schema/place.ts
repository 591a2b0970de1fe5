import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The last number given, by workspace and kind of thing ('order'). */
export const counters = sqliteTable(
  'counters',
  { team: text().notNull(), name: text().notNull(), value: integer().notNull() },
  (t) => [primaryKey({ columns: [t.team, t.name] })],
);

/** When copies were made that became the database, and since when they are. Null: this one is a copy that nobody has used yet. */
export const restores = sqliteTable('restores', {
  copiedAt: integer('copied_at').primaryKey(),
  takenUpAt: integer('taken_up_at'),
});

/** The names of the keys that verification codes are made with, by which a process notices that it has others. */
export const keyNames = sqliteTable('key_names', { name: text().primaryKey(), addedAt: integer('added_at').notNull() });
