import { sql } from 'drizzle-orm';
import type { Effect } from '../../../src/order/order.ts';
import { storedEffect, storedTrace } from '../../shapes/effect.ts';
import { json } from '../../shapes/stored.ts';
import { effects } from '../schema.ts';

/** By which an effect is known. */
export const effectKey = { id: effects.id, team: effects.team, order: effects.order };

/** What is read with care, as it stands in the row. */
export const effectColumns = {
  body: { body: sql<string>`${effects.body}`, shape: effects.shape },
  trace: { trace: sql<string>`${effects.trace}`, traceShape: effects.traceShape },
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
export const traceOf = (row: EffectKey, trace: string, shape: number): Record<string, unknown> =>
  storedTrace.read({ shape, where: place('trace of effect', row), value: () => json(trace) }, undefined);

const place = (what: string, { id, team, order }: EffectKey) =>
  `${what} ${id} (table effects, workspace ${team}, order ${order ?? 'none'})`;
