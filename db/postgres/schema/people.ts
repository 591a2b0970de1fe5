import { boolean, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PersonRecord } from '../../ports.ts';
import { integer, text, whole } from '../columns.ts';
import { shape } from './shape.ts';

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
