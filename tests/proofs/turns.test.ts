import { randomUUID } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { createOrders } from '../../src/orders.ts';
import { createPace } from '../../src/outbox/calls/pace.ts';
import { asPeople } from '../support/cast.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { actions, policy } from '../support/workflow.ts';

let stage: Stage;
afterEach(() => stage.stop());

/** Puts an order of this person on the table, as their form does. */
async function submits(person: Person): Promise<string> {
  const orders = createOrders({ store: stage.store, nudge: () => {}, now: Date.now });
  const id = randomUUID();
  const acted = await orders.act({
    order: { state: 'new', team: stage.sandbox.teamId, id },
    action: asPeople(stage, actions().submit),
    policy,
    actor: () => ({ id: person.id, name: person.name, roles: ['requester'], timeZone: 'UTC' }),
    key: id,
    spentDraft: null,
  });
  if (acted.kind !== 'accepted') throw new Error(`not accepted: ${acted.kind}`);
  return id;
}

/** Milliseconds until Ben's channel is there, when Ana has submitted so many orders just before. */
async function waitBehind(crowd: number): Promise<number> {
  stage = await startStage('socket', { rateLimits: 'tiers' }, { makePace: () => createPace(() => performance.now()) });
  const { ana, ben } = stage.people;
  for (let n = 0; n < crowd; n++) await submits(ana);
  const begun = performance.now();
  const id = await submits(ben);
  await vi.waitFor(
    async () => {
      const ref = await stage.store.channel(stage.sandbox.teamId, id);
      if (!ref?.cardTs) throw new Error('not yet');
    },
    { timeout: 120_000, interval: 50 },
  );
  return performance.now() - begun;
}

test('F6 a colleague’s channel hardly waits longer behind eighty orders of one person than behind eight', async () => {
  const few = await waitBehind(8);
  await stage.stop();
  const many = await waitBehind(80);
  process.stdout.write(
    `behind 8: ${Math.round(few)} ms, behind 80: ${Math.round(many)} ms, ratio ${(many / few).toFixed(2)}\n`,
  );
  // One after the other, eighty channels take 231 seconds.
  expect(many).toBeLessThan(few * 2 + 30_000);
}, 300_000);
