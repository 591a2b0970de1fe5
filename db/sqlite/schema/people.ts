import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonRecord } from '../../ports.ts';
import { shape } from './shape.ts';

export const people = sqliteTable(
  'people',
  {
    team: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    timeZone: text('time_zone').notNull(),
    kind: text().$type<PersonRecord['kind']>().notNull(),
    admin: integer({ mode: 'boolean' }).notNull(),
    fetchedAt: integer('fetched_at').notNull(),
    updated: integer().notNull().default(0),
    locale: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.team, t.id] })],
);

/**
 * What people want of the app for themselves: `digest`: a message in the morning. Until `away_until` (seconds) what waits for them goes to
 * `substitute` (JSON) as well.
 */
export const preferences = sqliteTable(
  'preferences',
  {
    team: text().notNull(),
    person: text().notNull(),
    digest: integer({ mode: 'boolean' }).notNull().default(true),
    awayUntil: integer('away_until'),
    substitute: text(),
    revision: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.team, t.person] })],
);

/** Unfinished forms. `order` is '' for a new order, hence no foreign key. */
export const drafts = sqliteTable(
  'drafts',
  {
    team: text().notNull(),
    person: text().notNull(),
    form: text().notNull(),
    order: text('order_id').notNull(),
    data: text(),
    updatedAt: integer('updated_at').notNull(),
    shape: shape(),
  },
  (t) => [primaryKey({ columns: [t.team, t.person, t.form, t.order] })],
);
