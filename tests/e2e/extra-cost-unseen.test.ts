import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Order } from '../../src/order/order.ts';
import { approve, next, open, sent, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
  await stage.set({ prices: { visibleTo: 'office' } });
});
afterAll(async () => {
  expect(stage.sandbox.complaints).toEqual([]);
  await stage.stop();
});

const HOUR = 3_600_000;
const newest = async (): Promise<Order> => {
  const [summary] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
  return (summary && (await stage.store.order(stage.sandbox.teamId, summary.id))) ?? expect.unreachable('no order');
};

// The tolerance is 20 %.
test.each([
  ['7', true],
  ['6', false],
] as const)(
  'who sees no prices confirms %s of 5 as the last: told that the order stays open: %s',
  async (done, told) => {
    const { ana, sam, farid } = stage.people;
    const items = [{ description: 'Pump', quantity: '5', unitPrice: '123.45' }];
    const name = await submitOrder(stage, ana, sam, { items });
    await approve(stage, sam, name, [farid]);
    await open(farid, 'confirm', name);
    await farid.fill({ [`quantity-${(await newest()).content.items[0]?.id}`]: done });
    await next(farid);
    await farid.fill({
      workDone: 'Replaced the pumps.',
      ...{ startedAt: new Date(Date.now() - 3 * HOUR), endedAt: new Date(Date.now() - HOUR), final: true },
    });
    await next(farid);
    await farid.fill({ acceptance: 'unavailable' });
    await next(farid);
    const review = farid.topModal()?.shown ?? '';
    const { extraFinalHidden, closes } = words.review;
    const [said, unsaid] = [
      extraFinalHidden({ name: sam.name }),
      closes({ outcome: words.order.outcome.with_changes }),
    ];
    expect(review).toContain(told ? said : unsaid);
    expect(review).not.toContain(told ? unsaid : said);
    expect(review).not.toMatch(/123|864|740|617|€/);
    await sent(farid);
    await stage.idle();
    expect(await newest()).toMatchObject({ state: told ? 'approved' : 'completed' });
  },
);
