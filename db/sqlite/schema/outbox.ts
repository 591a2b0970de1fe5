import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { EffectType } from '../../../src/order/effect.ts';
import type { ChannelRef, Lane, PostRef } from '../../ports.ts';
import { ofOrder } from './of-order.ts';
import { shape } from './shape.ts';

/**
 * Who delivers for a workspace: `fence` counts those who ever did. `owner` is null once it has handed over. `renewals` grows
 * as long as it lives. `lock` names the file on which its process holds a lock, null where it could not get one.
 * `pace`: what it had used of Slack's limits when it last said so.
 */
export const deliveries = sqliteTable('deliveries', {
  team: text().primaryKey(),
  fence: integer().notNull(),
  owner: text(),
  renewals: integer().notNull(),
  lock: text(),
  pace: text(),
});

/**
 * What Slack is owed; `order_id` and `entry` are null where it is about no order. Undone: `done_at` is null; parked:
 * `parked_at` is set; under way: `claimed_by` is set, to the fence of the term in which it was claimed. `not_before` is an
 * archive_channel's own time, which `due_at` (moved by retries) forgets. `cause`: what it is owed for, where that may be
 * heard twice.
 */
export const effects = sqliteTable(
  'effects',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull(),
    team: text().notNull(),
    order: text('order_id'),
    entry: integer(),
    lane: text().$type<Lane>().notNull(),
    type: text().$type<EffectType>().notNull(),
    body: text().notNull(),
    dueAt: integer('due_at').notNull(),
    notBefore: integer('not_before'),
    claimedBy: integer('claimed_by'),
    attempts: integer().notNull().default(0),
    firstAttemptAt: integer('first_attempt_at'),
    inDoubt: integer('in_doubt', { mode: 'boolean' }).notNull().default(false),
    checkpoint: text().notNull().default(sql`'{}'`),
    error: text(),
    remedy: text(),
    parkedAt: integer('parked_at'),
    doneAt: integer('done_at'),
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
    index('effects_lane').on(t.team, t.order, t.lane, t.seq).where(sql`done_at is null`),
    index('effects_claimed').on(t.team).where(sql`claimed_by is not null`),
    index('effects_parked').on(t.team, t.parkedAt).where(sql`parked_at is not null`),
    index('effects_done').on(t.doneAt).where(sql`done_at is not null`),
  ],
);

export const channels = sqliteTable(
  'channels',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    n: integer().notNull(),
    channel: text().notNull(),
    name: text().notNull(),
    cardTs: text('card_ts'),
    pinned: integer({ mode: 'boolean' }).notNull(),
    cardStuck: text('card_stuck').$type<ChannelRef['cardStuck']>(),
    topic: text().notNull(),
    bookmark: text(),
    archivedAt: integer('archived_at'),
    lost: text({ mode: 'json' }).$type<ChannelRef['lost']>(),
  },
  (t) => [primaryKey({ columns: [t.team, t.order, t.n] }), ofOrder(t), index('channels_channel').on(t.team, t.channel)],
);

/** Direct messages we may have to redraw; one order may send the same person several. */
export const posts = sqliteTable(
  'posts',
  {
    team: text().notNull(),
    order: text('order_id').notNull(),
    purpose: text().$type<PostRef['purpose']>().notNull(),
    person: text().notNull(),
    channel: text().notNull(),
    ts: text().notNull(),
    entry: integer(),
    settled: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.team, t.channel, t.ts] }),
    ofOrder(t),
    index('posts_order').on(t.team, t.order, t.purpose),
  ],
);

/** Which page of Home somebody last had on a screen, by whatever process it was drawn; milliseconds. */
export const homes = sqliteTable(
  'homes',
  { team: text().notNull(), person: text().notNull(), page: text().notNull(), seenAt: integer('seen_at').notNull() },
  (t) => [primaryKey({ columns: [t.team, t.person] })],
);

/** What was done and is not done again until then (milliseconds), whichever process is asked to. */
export const doneOnce = sqliteTable(
  'done_once',
  { team: text().notNull(), key: text().notNull(), until: integer().notNull() },
  (t) => [primaryKey({ columns: [t.team, t.key] }), index('done_once_until').on(t.until)],
);
