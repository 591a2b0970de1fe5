import { boolean, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { integer, text, whole } from '../columns.ts';

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

/** The names of the keys that verification codes are made with, by which an instance notices that it has others. */
export const keyNames = pgTable('key_names', { name: text().primaryKey(), addedAt: whole('added_at').notNull() });
