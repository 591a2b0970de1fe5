import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Content } from '../../../src/order/content.ts';
import type { Outcome, State } from '../../../src/order/order.ts';
import type { Stage } from '../../../src/order/progress/progress.ts';
import { shape } from './shape.ts';

/**
 * An order as it stands. `title`, `client` and `priority` repeat the content's, `version` counts the versions: for lists.
 * `decimals`: of its currency, in which the amounts of all its rows are counted.
 * `clientOnFile` and `siteOnFile`: the ids of their records, for the earlier orders there. `progress`: what it is in the middle of, `stage`:
 * what an approved one is shown as.
 */
export const orders = sqliteTable(
  'orders',
  {
    team: text().notNull(),
    id: text().notNull(),
    number: integer().notNull(),
    revision: integer().notNull(),
    state: text().$type<State>().notNull(),
    stateSince: integer('state_since').notNull(),
    outcome: text().$type<Outcome>(),
    title: text().notNull(),
    client: text().notNull(),
    priority: text().$type<Content['priority']>().notNull(),
    version: integer().notNull(),
    submission: integer().notNull(),
    plannedStart: integer('planned_start'),
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
    // Looked for at every start; none, as a rule.
    index('orders_undecided').on(t.team, t.number).where(sql`decimals is null`),
  ],
);
