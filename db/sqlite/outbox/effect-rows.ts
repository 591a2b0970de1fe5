import { randomUUID } from 'node:crypto';
import type { Effect } from '../../../src/order/order.ts';
import type { Lane } from '../../ports.ts';
import { type Checkpoint, storedCheckpoint } from '../../shapes/checkpoint.ts';
import { storedEffect } from '../../shapes/effect.ts';
import { json } from '../../shapes/stored.ts';
import type { Db } from '../connection.ts';
import { placeholders, prepared } from '../prepared.ts';
import { effects } from '../schema.ts';

type EffectRow = typeof effects.$inferSelect;

/** Direct messages must not wait behind a parked upload. */
const LANES: Readonly<Partial<Record<Effect['type'], Lane>>> = {
  tell: 'people',
  settle_request: 'people',
  sync_channel_metadata: 'metadata',
  bring_in: 'members',
  remove_people: 'members',
};

/** What is owed of an order (id null: of none), as a row. `now`: milliseconds. */
export function effectRow(
  { team, id }: { readonly team: string; readonly id: string | null },
  entry: number | null,
  effect: Effect,
  now: number,
): typeof effects.$inferInsert {
  // Orders count in seconds, the outbox in milliseconds.
  const notBefore = effect.type === 'archive_channel' ? effect.notBefore * 1000 : null;
  return {
    id: randomUUID(),
    team,
    order: id,
    entry,
    lane: LANES[effect.type] ?? 'channel',
    type: effect.type,
    body: JSON.stringify(effect),
    dueAt: notBefore ?? now,
    notBefore,
    shape: storedEffect.number,
    checkpointShape: storedCheckpoint.number,
  };
}

/** A prepared insert of such a row. */
export const insertEffect = (db: Db) =>
  prepared(
    db,
    db.insert(effects).values({
      ...placeholders('id', 'team', 'order', 'entry', 'lane', 'type', 'body', 'dueAt', 'notBefore'),
      ...placeholders('shape', 'checkpointShape'),
    }),
  );

/** The effect in a row. Throws a `StoredProblem`. */
export const effectOf = (row: EffectRow): Effect =>
  storedEffect.read({ shape: row.shape, where: place('effect', row), value: () => json(row.body) }, undefined);

/** What Slack has given back for it so far. Throws a `StoredProblem`. */
export function checkpointOf(row: EffectRow): Checkpoint {
  const value = () => {
    const checkpoint = json(row.checkpoint);
    // Something else than an object stays what it is, and is no checkpoint of any shape.
    return typeof checkpoint === 'object' && !Array.isArray(checkpoint)
      ? { ...checkpoint, type: row.type }
      : checkpoint;
  };
  return storedCheckpoint.read(
    { shape: row.checkpointShape, where: place('checkpoint of effect', row), value },
    undefined,
  );
}

const place = (what: string, { id, team, order }: EffectRow) =>
  `${what} ${id} (table effects, workspace ${team}, order ${order ?? 'none'})`;
