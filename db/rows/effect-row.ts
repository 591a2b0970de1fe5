import { createHash, randomUUID } from 'node:crypto';
import type { Effect, EffectType } from '../../src/order/effect.ts';
import { keptRemedy } from '../../src/words/remedy.ts';
import type { Claimed, Lane } from '../ports.ts';
import { type Checkpoint, storedCheckpoint } from '../shapes/checkpoint.ts';
import { storedEffect } from '../shapes/effect.ts';
import { json, StoredProblem } from '../shapes/stored.ts';

/** What a row says of an effect. */
interface EffectRow {
  readonly id: string;
  readonly team: string;
  readonly order: string | null;
  readonly type: EffectType;
  readonly body: string;
  readonly shape: number;
  readonly checkpoint: string;
  readonly checkpointShape: number;
}

/** Direct messages must not wait behind a parked upload. */
const LANES: Readonly<Partial<Record<Effect['type'], Lane>>> = {
  tell: 'people',
  settle_request: 'outcomes',
  refresh_crew_messages: 'outcomes',
  sync_channel_metadata: 'metadata',
  remove_repeat: 'metadata',
  bring_in: 'members',
  remove_people: 'members',
  read_import: 'office',
  apply_import: 'office',
  // What somebody asked for waits for nothing of the channel, and nothing waits for it.
  send_document: 'office',
  check_order: 'clock',
  send_reminder: 'reminders',
  send_digest: 'reminders',
  stand_in: 'reminders',
  plan_digests: 'clock',
  // Takes minutes: nothing else that is about no order waits in this lane.
  export_orders: 'members',
};

/** A document for the office waits for nothing that goes elsewhere, and nothing waits for it. */
const laneOf = (effect: Effect): Lane =>
  effect.type === 'issue_document' && effect.to !== undefined ? 'office' : (LANES[effect.type] ?? 'channel');

/**
 * What is owed of an order (id null: of none), as a row. `now`: milliseconds. Owed for the same `cause` it has the same id, in whatever copy
 * of the database: what was delivered for it is known again by that.
 */
export function effectRow(
  { team, id }: { readonly team: string; readonly id: string | null },
  entry: number | null,
  effect: Effect,
  now: number,
  cause?: string,
) {
  // Orders count in seconds, the outbox in milliseconds.
  const notBefore = 'notBefore' in effect ? effect.notBefore * 1000 : null;
  return {
    id: cause === undefined ? randomUUID() : idOf(`${team} ${cause} ${effectText(effect)}`),
    team,
    order: 'order' in effect ? null : id,
    entry: 'order' in effect ? null : entry,
    lane: laneOf(effect),
    type: effect.type,
    body: JSON.stringify(effect),
    dueAt: notBefore ?? now,
    notBefore,
    shape: storedEffect.number,
    checkpointShape: storedCheckpoint.number,
  };
}

/** An id made of a text, as long as any other. */
const idOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

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

/** A claimed row, for the claimer. Throws a `StoredProblem`. */
export function claimedOf(
  row: EffectRow & {
    readonly lane: Lane;
    readonly attempts: number;
    readonly inDoubt: boolean;
    readonly firstAttemptAt: number | null;
  },
  now: number,
): Claimed {
  const { id, team, order, lane, attempts: attempt, inDoubt, firstAttemptAt } = row;
  const [effect, checkpoint] = [effectOf(row), checkpointOf(row)];
  return { id, team, order, lane, effect, attempt, inDoubt, firstAttemptAt: firstAttemptAt ?? now, checkpoint };
}

/** What an effect says, to be compared with another. */
export const effectText = (effect: Effect): string => JSON.stringify(Object.entries(effect).toSorted());

/** What a row's effect says; one that cannot be read is nobody's match. */
export function textOf(row: EffectRow): string | undefined {
  try {
    return effectText(effectOf(row));
  } catch (error) {
    if (error instanceof StoredProblem) return undefined;
    throw error;
  }
}

/** What becomes of an effect whose row cannot be read: the others go on. */
export const unreadable = (problem: StoredProblem, now: number) => ({
  parkedAt: now,
  error: 'unreadable_row',
  remedy: keptRemedy({ say: 'unreadable_row', problem: problem.message }),
});
