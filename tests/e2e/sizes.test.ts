import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { approve, beginOrder, decide, next, open, sent } from '../support/acting.ts';
import { longItems, type Script, scripts, withItems } from '../support/long-orders.ts';
import { type Stage, startStage } from '../support/stage.ts';

// Two hundred items make long documents.
vi.setConfig({ testTimeout: 120_000 });

let stage: Stage;
afterEach(() => stage.stop());

const HOUR = 3_600_000;

/** Submits an order with these items. */
async function submitted(requester: Person, supervisor: Person, items: Parameters<typeof longItems>): Promise<string> {
  await beginOrder(requester, supervisor);
  await withItems(stage, requester, 'submit', '', () => longItems(...items));
  await sent(requester);
  await stage.idle(60_000);
  return stage.sandbox.workspace.channels().at(-1)?.name ?? '';
}

const firstOrder = async () => {
  const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
  if (!order) throw new Error('no order');
  return order;
};

describe.each(['socket', 'http'] as const)('A1 over %s', (mode) => {
  test.each([
    ['Japanese', 20, 40],
    ['Russian', 20, 62],
    ['Arabic', 20, 62],
    ['Latin', 20, 195],
    ['Japanese', 200, 200],
  ] as [Script, number, number][])(
    'A1 an order in %s with %i items of %i characters is edited and resubmitted',
    async (...[script, count, length]) => {
      stage = await startStage(mode);
      const { ana, sam } = stage.people;
      const channel = await submitted(ana, sam, [count, script, length]);
      await decide(stage, sam, 'Request changes', channel, 'Please check.');
      await open(ana, 'Edit and resubmit', channel);
      await next(ana);
      await next(ana);
      await sent(ana);
      await stage.idle(60_000);
      expect((await firstOrder()).content.items).toHaveLength(count);
      expect(stage.sandbox.complaints).toEqual([]);
    },
  );
});

describe('A2', () => {
  test.each([
    ['Latin', 127, 200, 200],
    ['Latin', 92, 200, 2800],
    ['Japanese', 199, 200, 3000],
  ] as [Script, number, number, number][])(
    'A2 a confirmation in %s with %i added items of %i characters and %i of work done',
    async (...[script, count, length, work]) => {
      stage = await startStage();
      const { ana, sam } = stage.people;
      const channel = await submitted(ana, sam, [1, script, length]);
      await approve(stage, sam, channel, [ana]);
      await open(ana, 'Create confirmation', channel);
      await withItems(stage, ana, 'confirm', (await firstOrder()).id, (items) => [
        ...items,
        ...longItems(count, script, length, 1),
      ]);
      await next(ana);
      await ana.fill({
        'Work done': scripts[script](work),
        'Work started': new Date(Date.now() - 3 * HOUR),
        'Work ended': new Date(Date.now() - HOUR),
        'Reason for the changes': scripts[script](1000),
      });
      await next(ana);
      await sent(ana);
      await stage.idle(60_000);
      expect(await stage.store.parked(stage.sandbox.teamId, 9)).toEqual([]);
      expect(stage.sandbox.complaints).toEqual([]);
      const posts = JSON.stringify(stage.people.sam.messages(channel));
      expect(posts).toMatch(/… and \d+ more; the PDF lists them all/);
      expect(posts).toContain('SO-000001 v2.pdf');
    },
  );
});
