import { sql } from 'drizzle-orm';
import type { Effect, EffectType } from '../../../src/order/order.ts';
import { type Checkpoint, storedCheckpoint } from '../../shapes/checkpoint.ts';
import { storedEffect } from '../../shapes/effect.ts';
import { json } from '../../shapes/stored.ts';
import { effects } from '../schema.ts';

/** By which an effect is known. */
export const effectKey = { id: effects.id, team: effects.team, order: effects.order };

/** What is read with care, as it stands in the row. */
export const effectColumns = {
  body: { body: sql<string>`${effects.body}`, shape: effects.shape },
  checkpoint: {
    type: effects.type,
    checkpoint: sql<string>`${effects.checkpoint}`,
    checkpointShape: effects.checkpointShape,
  },
};

interface EffectKey {
  readonly id: string;
  readonly team: string;
  readonly order: string | null;
}

/** The effect in a row. Throws a `StoredProblem`. */
export const effectOf = (row: EffectKey, body: string, shape: number): Effect =>
  storedEffect.read({ shape, where: place('effect', row), value: () => json(body) }, undefined);

/** What Slack has given back for it so far. Throws a `StoredProblem`. */
export const checkpointOf = (row: EffectKey, type: EffectType, checkpoint: string, shape: number): Checkpoint =>
  storedCheckpoint.read(
    { shape, where: place('checkpoint of effect', row), value: () => typed(json(checkpoint), type) },
    undefined,
  );

/** Something else than an object stays what it is, and is no checkpoint of any shape. */
const typed = (value: unknown, type: EffectType): unknown =>
  typeof value === 'object' && !Array.isArray(value) ? { ...value, type } : value;

const place = (what: string, { id, team, order }: EffectKey) =>
  `${what} ${id} (table effects, workspace ${team}, order ${order ?? 'none'})`;
