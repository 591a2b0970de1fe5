import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { objectOf } from '../../sandbox/server/json.ts';
import { formActions } from '../../src/forms/ids.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { addItem, next, typicalOrder } from '../support/acting.ts';
import { type Arena, startArena } from '../support/multi-process.ts';
import { atOnce, clear, decidedOnce, openOn } from '../support/race.ts';
import { pressIn, submitIn, windowOf } from '../support/second-window.ts';
import { words } from '../support/words.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 100);
const SEED = Number(process.env.SEED ?? 99);

describe(`one person's form in two windows, two app processes on one database (seed ${SEED})`, () => {
  let arena: Arena;
  beforeAll(async () => {
    arena = await startArena(SEED);
  });
  afterEach(async () => {
    arena.sandbox.faults.route();
    arena.scatter();
    for (const person of Object.values(arena.people)) await clear(arena, person);
    expect(arena.sandbox.complaints).toEqual([]);
  });
  afterAll(async () => {
    process.stdout.write(`rounds of each: ${ROUNDS}; envelopes by connection: ${arena.used.join(', ')}\n`);
    await arena.stop();
  });

  const confirming = async (who: Person): Promise<WholeOrder> => {
    const order = await arena.orders.inField(who);
    await openOn(arena, { who, button: 'confirm' }, order);
    return order;
  };
  /** What is kept on the server of the person's form. */
  const kept = async (who: Person, form: string, order = '') => {
    const data = objectOf((await arena.store.draft({ team: arena.sandbox.teamId, person: who.id, form, order }))?.data);
    const items = Array.isArray(data.items) ? data.items.map((item) => String(objectOf(item).description)) : [];
    return { items, values: objectOf(data.values) };
  };
  const text = (value: string) => ({ type: 'plain_text_input', value });
  /** Two payloads at once to one process, or to two. */
  const anyTwo = () => arena.route(...(arena.random() < 0.7 ? [0, 2] : [2, 3]));

  test('two items saved at the same time are both in the list', async () => {
    const { farid } = arena.people;
    for (let n = 0; n < ROUNDS; n++) {
      const order = await confirming(farid);
      await farid.press('item_add');
      await farid.modal('item');
      await farid.fill({ description: 'Seal', quantity: '2' });
      const editor = windowOf(farid);
      const metadata = objectOf(JSON.parse(String(editor.view.private_metadata)));
      const other = {
        ...editor,
        view: { ...editor.view, private_metadata: JSON.stringify({ ...metadata, i: 'other' }) },
      };
      anyTwo();
      const [mine, theirs] = await atOnce<unknown>(
        arena,
        () => farid.submit(),
        () => submitIn(arena.sandbox, farid, other, { description: text('Valve') }),
      );
      expect({ mine, theirs }).toEqual({ mine: { closed: true }, theirs: {} });
      expect((await kept(farid, 'confirm', order.id)).items.toSorted()).toEqual(['Hose', 'Pump', 'Seal', 'Valve']);
      await vi.waitFor(() => expect(farid.topModal()?.shown).toMatch(/Seal.*Valve|Valve.*Seal/s), { interval: 5 });
    }
  });

  test('an item saved while Next is pressed in another window is in what is sent', async () => {
    const { farid } = arena.people;
    for (let n = 0; n < ROUNDS; n++) {
      const order = await confirming(farid);
      const other = windowOf(farid);
      await farid.press('item_add');
      await farid.modal('item');
      await farid.fill({ description: 'Seal', quantity: '2' });
      anyTwo();
      const [saved, moved] = await atOnce<unknown>(
        arena,
        () => farid.submit(),
        () => submitIn(arena.sandbox, farid, other),
      );
      expect(saved).toEqual({ closed: true });
      expect(JSON.stringify(moved)).toContain(words.forms.page.place({ page: 2, pages: 3 }));
      arena.scatter();
      await vi.waitFor(() => expect(farid.topModal()?.shown).toContain('Seal'), { interval: 5 });
      // The first window is where it was, on its first page.
      await next(farid);
      await farid.fill({ workDone: 'All', reason: 'Worn' });
      await next(farid);
      expect(await farid.submit()).toEqual({ closed: true });
      const after = await arena.now(order);
      decidedOnce(arena, order, after);
      expect(after.content.items.map(({ description }) => description)).toEqual(['Pump', 'Hose', 'Seal']);
    }
  });

  test('what is typed into two windows at the same time is all kept', async () => {
    const { ana } = arena.people;
    for (let n = 0; n < ROUNDS; n++) {
      await clear(arena, ana);
      await ana.command('/so new');
      await ana.modal('submit');
      if (ana.topModal()?.actions.includes('form_discard')) {
        await ana.press('form_discard');
        await arena.sandbox.workspace.waitFor(() => !ana.topModal()?.actions.includes('form_discard'));
      }
      const phone = windowOf(ana);
      anyTwo();
      await atOnce<unknown>(
        arena,
        () => ana.fill({ title: `Pump ${n}`, description: `It leaks ${n}` }),
        () =>
          pressIn(
            arena.sandbox,
            ana,
            phone,
            { action_id: 'field-0', block_id: 'client' },
            { typed: { client: text(`Acme ${n}`) } },
          ),
      );
      await vi.waitFor(
        async () =>
          expect((await kept(ana, 'submit')).values).toMatchObject({
            title: `Pump ${n}`,
            description: `It leaks ${n}`,
            client: `Acme ${n}`,
          }),
        { interval: 5 },
      );
    }
  });

  test('what was typed last stays, in whatever order it arrives', async () => {
    const { ana } = arena.people;
    await ana.command('/so new');
    await ana.modal('submit');
    const window = windowOf(ana, 'V0ORDER');
    const action = { action_id: 'field-0', block_id: 'title' };
    for (let n = 0; n < ROUNDS; n++) {
      const start = Date.now() / 1000;
      const letters = [0, 1, 2, 3].map((at) => ({ at, order: arena.random() })).sort((a, b) => a.order - b.order);
      await Promise.all(
        letters.map(({ at }) =>
          pressIn(arena.sandbox, ana, window, action, {
            typed: { title: text(`Round ${n} ${'abcd'.slice(0, at + 1)}`) },
            at: start + at / 1000,
          }),
        ),
      );
      await vi.waitFor(
        async () => expect((await kept(ana, 'submit')).values).toMatchObject({ title: `Round ${n} abcd` }),
        { interval: 5 },
      );
      await arena.idle();
      expect((await kept(ana, 'submit')).values).toMatchObject({ title: `Round ${n} abcd` });
    }
  });

  test('Remove twice, Remove with Back, and Remove after what was typed later: it is removed, and the page is the right one', async () => {
    const { ana, sam } = arena.people;
    await clear(arena, ana);
    await ana.command('/so new');
    await ana.modal('submit');
    await ana.fill(typicalOrder.job);
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: sam });
    await next(ana);
    for (let n = 0; n < ROUNDS; n++) {
      arena.route(0, 1);
      for (const item of ['Seal', 'Valve']) await addItem(ana, { description: item, quantity: '1' });
      await arena.sandbox.workspace.waitFor(() => ana.topModal()?.shown.match(/Seal.*Valve/s));
      const slow = arena.sandbox.faults.on(
        'views.update',
        { kind: 'latency', ms: 5 + Math.floor(arena.random() * 20) },
        { times: 1 },
      );
      const removals = [
        ana.press('item_remove', { nth: 0 }),
        ana.press('item_remove', { nth: 0 }),
        ana.press('item_remove', { nth: 1 }),
      ];
      const back = ana.press('form_back');
      await Promise.all([...removals, back]);
      await vi.waitFor(async () => expect((await kept(ana, 'submit')).items).toEqual([]), { interval: 5 });
      await arena.sandbox.workspace.waitFor(() =>
        ana.topModal()?.shown.includes(words.forms.page.place({ page: 2, pages: 4 })),
      );
      slow();
      await next(ana);
      await vi.waitFor(
        () => {
          const [, below] = ana.topModal()?.shown.split(words.forms.page.place({ page: 3, pages: 4 })) ?? [];
          expect(below).toContain(words.items.heading.none);
        },
        { interval: 5 },
      );
      // The other way round: something typed later comes first.
      await addItem(ana, { description: 'Gasket', quantity: '1' });
      const gasket = await vi.waitFor(() => buttonValue(ana, formActions.removeItem), { interval: 5 });
      const window = windowOf(ana, ana.topModal()?.id);
      const at = Date.now() / 1000;
      await pressIn(arena.sandbox, ana, window, { action_id: 'field-0', block_id: 'attachments' }, { at: at + 1 });
      await pressIn(
        arena.sandbox,
        ana,
        window,
        { action_id: formActions.removeItem, block_id: `item-actions-${gasket}`, value: gasket },
        { at },
      );
      await vi.waitFor(async () => expect((await kept(ana, 'submit')).items).toEqual([]), { interval: 5 });
    }
  });

  test('two windows of one form: what was sent in one is told in the other, with what was typed there', async () => {
    const { farid } = arena.people;
    for (let n = 0; n < ROUNDS; n++) {
      const order = await confirming(farid);
      await next(farid);
      const phone = windowOf(farid);
      await farid.fill({ workDone: `Sent ${n}` });
      await next(farid);
      expect(await farid.submit()).toEqual({ closed: true });
      const answer = await submitIn(arena.sandbox, farid, phone, { workDone: text(`Only on the phone ${n}`) });
      const after = await arena.now(order);
      const told = { order: orderNumber(order.number), state: words.order.stage.in_progress };
      expect(JSON.stringify(answer)).toContain(words.forms.notice.sent(told));
      expect(JSON.stringify(answer)).toContain(`Only on the phone ${n}`);
      decidedOnce(arena, order, after);
    }
  });

  const buttonValue = (who: Person, action: string): string => {
    const blocks = who.topModal()?.blocks ?? [];
    const elements = blocks.flatMap((block) => (Array.isArray(block.elements) ? block.elements.map(objectOf) : []));
    const value = elements.find(({ action_id }) => action_id === action)?.value;
    if (typeof value !== 'string') throw new Error(`there is no ${action}`);
    return value;
  };
});
