import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import type { Order } from '../../src/order/order.ts';
import { createOrders, policyOf } from '../../src/orders.ts';
import { severalIds } from '../../src/slack/views/ids.ts';
import { forgedPress, interact, readIn } from '../support/forged.ts';
import { forgedSeveral } from '../support/personal-forged.ts';
import { waiting } from '../support/queued.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';
import { ANY, like, part, words } from '../support/words.ts';
import { actor, item } from '../support/workflow.ts';

const say = words.inbox.several;

/** Somebody else does this to an order, by the product's one door. */
async function meanwhile(
  stage: Stage,
  order: Order,
  action: Action,
  by: { id: string; name: string },
  role: 'requester' | 'supervisor',
) {
  const { store, sandbox } = stage;
  const orders = createOrders({ store, nudge: () => {}, now: Date.now });
  const policy = policyOf(await store.settings(sandbox.teamId));
  const acted = await orders.act({
    ...{ order, action, policy, key: crypto.randomUUID(), spentDraft: null },
    actor: () => ({ ...actor({ id: by.id, name: by.name }, role) }),
  });
  expect(acted.kind).toBe('accepted');
}

/** Each look at the clock finds it so many milliseconds later than it is. */
function hurryingClock(step: number) {
  const real = performance.now.bind(performance);
  let looks = 0;
  return vi.spyOn(performance, 'now').mockImplementation(() => {
    looks += 1;
    return real() + looks * step;
  });
}

describe.each(transports)('several approvals together, over %s', (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage(mode, {}, sketches);
    await stage.people.sam.openHome();
  }, 60_000);
  afterEach(async () => {
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.stop();
  });

  const now = async (order: Order) => {
    const found = await stage.store.order(stage.sandbox.teamId, order.id);
    if (!found) throw new Error('no such order');
    return found;
  };

  test('each has its own outcome, also those that others were faster with', async () => {
    const { sam, ana, adam } = stage.people;
    const orders: Order[] = [];
    for (let n = 0; n < 12; n++) orders.push(await waiting(stage, { title: `Job ${n}` }));
    const without = await waiting(stage, { title: 'Nobody proposed', proposedCrew: [] });
    await sam.openHome();
    await sam.press(severalIds.open, { home: true });
    const { blocks } = await sam.modal(severalIds.modal);
    const shown = JSON.stringify(blocks);
    expect(shown).toContain('Job 11');
    expect(shown).toContain('€20.00');
    expect(shown).toContain('Farid Haddad');
    expect(shown).not.toContain('Nobody proposed');
    const [first, edited, taken] = orders;
    if (!first || !edited || !taken) throw new Error('there are twelve');
    const content = { ...edited.content, title: 'Job 1, another one' };
    await meanwhile(
      stage,
      edited,
      { type: 'edit', submission: 1, content, supervisor: edited.supervisor, coordinator: null },
      ana,
      'requester',
    );
    await meanwhile(stage, taken, { type: 'reject', submission: 1, reason: 'Not needed' }, adam, 'supervisor');
    await sam.fill({ 'several-0': ['Job 0', 'Job 1', 'Job 2'], 'several-1': ['Job 11'] });
    const result = await sam.submit();
    if (!('view' in result)) throw new Error(`no outcomes: ${JSON.stringify(result)}`);
    expect(result.view.shown).toContain(say.partly({ approved: 2, refused: 2 }));
    expect(result.view.shown).toContain(part(words.refusal.edited({ name: ANY })));
    expect(result.view.shown).toContain('Adam');
    await stage.idle();
    expect((await now(first)).approval).toMatchObject({ signature: sam.name, by: { id: sam.id } });
    expect((await now(first)).crew.map(({ name }) => name)).toEqual(['Farid Haddad']);
    const states = await Promise.all(
      [edited, taken, orders[3], orders[11], without].map(async (one) => (await now(one as Order)).state),
    );
    expect(states).toEqual(['submitted', 'rejected', 'submitted', 'approved', 'submitted']);
  }, 60_000);

  test('nothing ticked, or no name under it, is said under the field; with nothing to approve there is a sentence', async () => {
    const { sam } = stage.people;
    await interact(stage, forgedPress(stage, sam.id, severalIds.open));
    expect((await sam.modal()).shown).toContain(say.none);
    await sam.closeModal();
    for (let n = 0; n < 11; n++) await waiting(stage);
    await interact(stage, forgedPress(stage, sam.id, severalIds.open));
    await sam.modal(severalIds.modal);
    await sam.submit();
    expect(sam.errors()).toEqual({ 'several-0': say.nothing });
  }, 60_000);

  test('sent twice, or by two windows at once, each order is approved once', async () => {
    const { sam } = stage.people;
    const orders = [await waiting(stage), await waiting(stage), await waiting(stage)];
    const known = crypto.randomUUID();
    const send = (k = known) => interact(stage, forgedSeveral(stage, sam.id, orders, k));
    const said = (await Promise.all([send(), send()])).map(readIn);
    for (const one of said) expect(one).toContain(say.done({ approved: 3 }));
    expect(readIn(await send())).toContain(say.done({ approved: 3 }));
    const other = await send(crypto.randomUUID());
    expect(readIn(other)).toContain(say.partly({ approved: 0, refused: 3 }));
    expect(readIn(other)).toContain(`: already approved by ${sam.name}.`);
    expect(readIn(other)).not.toMatch(/: not approved|has already approved/);
    await stage.idle();
    for (const order of orders) expect(await now(order)).toMatchObject({ state: 'approved', entryCount: 2 });
  }, 60_000);

  test('what is above a limit is not offered, and refused where it is sent all the same', async () => {
    const { sam } = stage.people;
    await stage.set({ roles: { supervisors: [{ id: sam.id, limit: '100' }] } });
    const [dear, cheap] = [
      await waiting(stage, { title: 'Dear', items: [item('a', { unitPrice: '500' })] }),
      await waiting(stage, { title: 'Cheap' }),
    ];
    await interact(stage, forgedPress(stage, sam.id, severalIds.open));
    const { shown } = await sam.modal(severalIds.modal);
    expect([shown.includes('Cheap'), shown.includes('Dear')]).toEqual([true, false]);
    const answer = await interact(stage, forgedSeveral(stage, sam.id, [dear, cheap]));
    expect(readIn(answer)).toContain(say.partly({ approved: 1, refused: 1 }));
    expect((await now(dear)).state).toBe('submitted');
  }, 60_000);

  test('what takes too long for an answer goes on behind it, and the modal says how far it is and what came of it', async () => {
    const { sam } = stage.people;
    const orders: Order[] = [];
    for (let n = 0; n < 8; n++) orders.push(await waiting(stage, { title: `Job ${n}` }));
    await stage.idle();
    await sam.openHome();
    await sam.press(severalIds.open, { home: true });
    await sam.modal(severalIds.modal);
    await sam.fill({ 'several-0': orders.map((_, n) => `Job ${n}`) });
    const clock = hurryingClock(500);
    const result = await sam.submit();
    if (!('view' in result)) throw new Error(`no answer: ${JSON.stringify(result)}`);
    expect(result.view.shown).toMatch(like(say.working({ done: 1, count: 8 })));
    await vi.waitFor(() => expect(sam.topModal()?.shown).toContain(say.done({ approved: 8 })), 10_000);
    clock.mockRestore();
    await stage.idle();
    for (const order of orders) expect(await now(order)).toMatchObject({ state: 'approved', entryCount: 2 });
  }, 60_000);

  test('what came of them is said by direct message where the modal was closed meanwhile', async () => {
    const { sam } = stage.people;
    const orders: Order[] = [];
    for (let n = 0; n < 4; n++) orders.push(await waiting(stage, { title: `Job ${n}` }));
    await sam.openHome();
    await sam.press(severalIds.open, { home: true });
    await sam.modal(severalIds.modal);
    await sam.fill({ 'several-0': orders.map((_, n) => `Job ${n}`) });
    const clock = hurryingClock(700);
    await sam.submit();
    await sam.closeModal(true);
    const told = () => sam.directMessages().some(({ shown }) => shown.includes(say.done({ approved: 4 })));
    await vi.waitFor(() => expect(told()).toBe(true), 10_000);
    clock.mockRestore();
    for (const order of orders) expect((await now(order)).state).toBe('approved');
  }, 60_000);

  test('who may not decide approves nothing with it', async () => {
    const order = await waiting(stage);
    for (const name of ['ana', 'farid', 'gus', 'ben', 'carla', 'dora', 'ext']) {
      const id = stage.people[name]?.id ?? '';
      const said = readIn(await interact(stage, forgedSeveral(stage, id, [order])));
      expect(said, name).not.toContain(say.done({ approved: 1 }));
      if (name === 'ben' || name === 'ext') expect(said, name).not.toContain('Replace pump');
    }
    expect(await now(order)).toMatchObject({ state: 'submitted', entryCount: 1 });
  }, 60_000);
});
