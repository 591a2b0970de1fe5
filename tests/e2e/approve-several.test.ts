import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import type { Order } from '../../src/order/order.ts';
import { createOrders, policyOf } from '../../src/orders.ts';
import { encodeChosen, severalIds } from '../../src/slack/views/ids.ts';
import { forgedPress, forgedSubmission, interact, readIn, stateWith } from '../support/forged.ts';
import { waiting } from '../support/queued.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';
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

describe.each(['socket', 'http'] as const)('several approvals together, over %s', (mode) => {
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
    const ticked = orders.map(({ id }) => encodeChosen({ o: id, s: 1 }));
    const view = {
      callback_id: severalIds.modal,
      private_metadata: JSON.stringify({ k: crypto.randomUUID() }),
      state: stateWith({ 'several-0': ticked, 'several-signature': 'Sam Lee' }),
    };
    const send = (own: object = {}) =>
      interact(stage, forgedSubmission(stage, sam.id, { form: 'approve', order: '', view: { ...view, ...own } }));
    const said = (await Promise.all([send(), send()])).map(readIn);
    for (const one of said) expect(one).toContain(say.done({ approved: 3 }));
    expect(readIn(await send())).toContain(say.done({ approved: 3 }));
    const other = await send({ private_metadata: JSON.stringify({ k: crypto.randomUUID() }) });
    expect(readIn(other)).toContain(say.partly({ approved: 0, refused: 3 }));
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
    const ticked = [dear, cheap].map(({ id }) => encodeChosen({ o: id, s: 1 }));
    const view = {
      callback_id: severalIds.modal,
      private_metadata: JSON.stringify({ k: crypto.randomUUID() }),
      state: stateWith({ 'several-0': ticked, 'several-signature': 'Sam Lee' }),
    };
    const answer = await interact(stage, forgedSubmission(stage, sam.id, { form: 'approve', order: '', view }));
    expect(readIn(answer)).toContain(say.partly({ approved: 1, refused: 1 }));
    expect((await now(dear)).state).toBe('submitted');
  }, 60_000);

  test('who may not decide approves nothing with it', async () => {
    const order = await waiting(stage);
    const view = {
      callback_id: severalIds.modal,
      private_metadata: JSON.stringify({ k: crypto.randomUUID() }),
      state: stateWith({ 'several-0': [encodeChosen({ o: order.id, s: 1 })], 'several-signature': 'Sam Lee' }),
    };
    for (const name of ['ana', 'farid', 'gus', 'ben', 'carla', 'dora', 'ext']) {
      const id = stage.people[name]?.id ?? '';
      const said = readIn(await interact(stage, forgedSubmission(stage, id, { form: 'approve', order: '', view })));
      expect(said, name).not.toContain(say.done({ approved: 1 }));
      if (name === 'ben' || name === 'ext') expect(said, name).not.toContain('Replace pump');
    }
    expect(await now(order)).toMatchObject({ state: 'submitted', entryCount: 1 });
  }, 60_000);
});
