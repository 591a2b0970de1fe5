import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Order } from '../../src/order/order.ts';
import { createOrders, policyOf } from '../../src/orders.ts';
import { encodeAsked, homeActions } from '../../src/slack/views/ids.ts';
import { asPeople } from '../support/cast.ts';
import { forgedPress, forgedSubmission, interact } from '../support/forged.ts';
import { seeded } from '../support/random.ts';
import { NO_REMINDERS, orderAsking } from '../support/seeded.ts';
import { sketches } from '../support/sketches.ts';
import { idOf } from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { doer, item, report } from '../support/workflow.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 100);
const SEED = Number(process.env.SEED ?? 20_261_129);

describe(`two people at once about extra cost (seed ${SEED})`, () => {
  let stage: Stage;
  const random = seeded(SEED);
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
    await stage.set(NO_REMINDERS);
  });
  afterAll(async () => {
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.stop();
  });

  const questionOf = ({ progress }: Order) => progress.question?.entry ?? 0;
  const accepts = (order: Order) =>
    interact(
      stage,
      forgedPress(stage, idOf(stage, 'sam'), homeActions.accept, encodeAsked({ o: order.id, q: questionOf(order) })),
    );
  const disputes = (order: Order) =>
    interact(
      stage,
      forgedSubmission(stage, idOf(stage, 'adam'), {
        ...{ form: 'dispute', order: order.id, metadata: { b: questionOf(order) } },
      }),
    );
  /** Another instance of the app takes a confirmation. */
  async function confirms(order: Order, price: string) {
    const { store, sandbox } = stage;
    const orders = createOrders({ store, nudge: () => {}, now: Date.now });
    await orders.act({
      order,
      action: {
        ...{ type: 'confirm_partial', base: 2, report },
        items: [item('a', { unitPrice: price }), item('b')],
      },
      policy: policyOf(await store.settings(sandbox.teamId)),
      actor: () => asPeople(stage, doer.confirm_partial),
      key: crypto.randomUUID(),
      spentDraft: null,
    });
  }

  /** Both in either order, a few turns apart. */
  async function atOnce(one: () => Promise<unknown>, other: () => Promise<unknown>) {
    const [first, second] = random() < 0.5 ? [one, other] : [other, one];
    const began = first();
    for (let turn = Math.floor(random() * 12); turn > 0; turn--) await new Promise((go) => setImmediate(go));
    await Promise.all([began, second()]);
    stage.sandbox.workspace.stacks.clear();
  }

  const now = async ({ id }: Order): Promise<Order> => {
    const order = await stage.store.order(stage.sandbox.teamId, id);
    if (!order) throw new Error(`order ${id} is gone`);
    return order;
  };
  /** The order once so many more entries were made. */
  const once = (order: Order, more: number) =>
    vi.waitFor(
      async () => {
        const after = await now(order);
        expect(after.entryCount).toBeGreaterThanOrEqual(order.entryCount + more);
        return after;
      },
      { timeout: 10_000, interval: 2 },
    );

  test(
    `accept against dispute × ${ROUNDS}: one of them`,
    async () => {
      const won = { accept_extra: 0, dispute_extra: 0 };
      for (let round = 0; round < ROUNDS; round++) {
        const order = await orderAsking(stage);
        await atOnce(
          () => accepts(order),
          () => disputes(order),
        );
        await once(order, 1);
        await stage.sandbox.idle();
        const after = await now(order);
        expect(after.entryCount).toBe(order.entryCount + 1);
        const { type } = after.lastEntry.action;
        if (type !== 'accept_extra' && type !== 'dispute_extra') throw expect.unreachable(type);
        won[type]++;
        expect(after.latest?.n).toBe(type === 'accept_extra' ? 3 : 2);
        expect(after.progress.question?.disputed ?? null).toEqual(type === 'accept_extra' ? null : expect.anything());
      }
      process.stdout.write(`accept against dispute: ${JSON.stringify(won)}\n`);
      expect(Math.min(...Object.values(won))).toBeGreaterThan(0);
    },
    ROUNDS * 3000,
  );

  test(
    `accept against another confirmation × ${ROUNDS}: what was accepted is what was shown`,
    async () => {
      const won = { accepted: 0, stale: 0 };
      for (let round = 0; round < ROUNDS; round++) {
        const order = await orderAsking(stage);
        await atOnce(
          () => accepts(order),
          () => confirms(order, '5000'),
        );
        await once(order, 1);
        await stage.sandbox.idle();
        const after = await now(order);
        const approved = after.latest?.accepted ?? [];
        // Accepted first, the confirmation is stale; confirmed first, the answer is.
        expect(after.entryCount).toBe(order.entryCount + 1);
        if (approved.length > 0) {
          won.accepted++;
          expect(approved).toMatchObject([{ amount: 101_000 }]);
          expect(after.latest).toMatchObject({ n: 3, kind: 'extra_cost' });
        } else {
          won.stale++;
          expect(after.latest).toMatchObject({ n: 3, kind: 'confirmation' });
          expect(after.progress.question?.entry).toBe(after.lastEntry.seq);
        }
      }
      process.stdout.write(`accept against another confirmation: ${JSON.stringify(won)}\n`);
      expect(Math.min(...Object.values(won))).toBeGreaterThan(0);
    },
    ROUNDS * 3000,
  );
});
