import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { type Order, STATES } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { approve, asked, next, open, sent, submitOrder, typicalOrder } from '../support/acting.ts';
import { forgedPress, interact } from '../support/forged.ts';
import { sketches } from '../support/sketches.ts';
import { type OnePerState, onePerState } from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const { copy } = words.forms;
const HOUR = 3600;

describe('a new order is copied from another one', () => {
  let stage: Stage;
  let orders: OnePerState;
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
    orders = await onePerState(stage);
  }, 60_000);
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const newest = async (): Promise<Order> => {
    const [summary] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    const order = summary && (await stage.store.order(stage.sandbox.teamId, summary.id));
    if (!order) throw new Error('there is no order');
    return order;
  };
  const inField = (person: Person, field: string) =>
    person.topModal()?.fields.find(({ blockId }) => blockId === field)?.value.value;
  const copied = (order: Order) => copy.copied({ order: orderNumber(order.number) });

  test.each(STATES)('from one that is %s: by its number', async (state) => {
    const { ana } = stage.people;
    await ana.command(`/so ${words.command.name.copy} SO-${orders[state].number}`);
    const form = await ana.modal('submit');
    expect(form.shown).toContain(copied(orders[state]));
    await ana.press('form_back');
    await vi.waitFor(() => expect(inField(ana, 'title')).toBe(orders[state].content.title));
    await ana.closeModal();
  });

  test('a supervisor who is on the list no more is named above the copy', async () => {
    const { ana, ben } = stage.people;
    const { supervisor, number } = orders.completed;
    await stage.set({ roles: { supervisors: [{ id: ben.id, limit: null }] } });
    await ana.command(`/so ${words.command.name.copy} SO-${number}`);
    const form = await ana.modal('submit');
    expect(form.shown).toContain(copy.unlisted({ name: supervisor.name }));
    await ana.closeModal();
    await stage.set({});
  });

  test('all of it but dates and files, by its button; the entry says so', async () => {
    const { ana, sam } = stage.people;
    const from = orders.completed;
    await ana.command(`/so show ${from.number}`);
    await ana.press('order_copy');
    await ana.modal('submit');
    await next(ana);
    await sent(ana);
    await stage.idle();
    const order = await newest();
    // The tax rate is the workspace's, as it is now.
    const { requestedStart, requestedEnd, attachments, taxRate: _, proposedCrew, ...same } = order.content;
    expect(from.content).toMatchObject(same);
    expect(attachments).toEqual([]);
    const now = Date.now() / 1000;
    expect(requestedStart).toBeGreaterThan(now - 60);
    expect(requestedStart).toBeLessThanOrEqual(now + HOUR);
    expect(requestedEnd - requestedStart).toBe(from.content.requestedEnd - from.content.requestedStart);
    expect(order).toMatchObject({
      supervisor: { id: from.supervisor.id },
      coordinator: { id: from.coordinator?.id },
      lastEntry: { action: { type: 'submit', copyOf: from.number } },
    });
    const channel = stage.sandbox.workspace.channels().at(-1);
    // The crew of the other one is proposed: approving is two taps.
    const crew = from.crew.map(({ id }) => id);
    expect(proposedCrew?.map(({ id }) => id)).toEqual(crew);
    await open(sam, 'approve', channel?.name ?? '');
    await sent(sam);
    await stage.idle();
    expect((await newest()).crew.map(({ id }) => id)).toEqual(crew);
    expect(channel?.messages.map(({ text }) => text).join('\n')).toContain(
      words.entry.copied({ order: orderNumber(from.number) }),
    );
  });

  test('what is typed into a plain new order stays apart from it', async () => {
    const { ana } = stage.people;
    const { number } = orders.rejected;
    await ana.command('/so');
    await ana.modal('submit');
    await ana.fill({ title: 'My own draft' });
    await ana.closeModal();
    await ana.command(`/so copy ${number}`);
    await ana.modal('submit');
    await ana.fill({ contact: 'The other draft' });
    await ana.closeModal();
    const kept = words.forms.draft.keptFor({ form: copy.button, order: orderNumber(number) }).replaceAll('*', '');
    await vi.waitFor(() => expect(ana.ephemerals().at(-1)?.text).toBe(kept));
    await ana.command('/so');
    await ana.modal('submit');
    expect(inField(ana, 'title')).toBe('My own draft');
    await ana.closeModal();
    await ana.command(`/so copy ${number}`);
    await ana.modal('submit');
    expect(inField(ana, 'title')).toBe(orders.rejected.content.title);
    await next(ana);
    expect(inField(ana, 'contact')).toBe('The other draft');
    await ana.closeModal();
  });

  test('what somebody cannot see they cannot copy; guests submit nothing', async () => {
    const { ben, gus } = stage.people;
    const { id, number } = orders.approved;
    const { list } = words.command.name;
    expect(await asked(ben, `/so copy ${number}`)).toContain(
      words.command.noOrder({ command: '/so', order: orderNumber(number), list }),
    );
    await interact(stage, forgedPress(stage, ben.id, 'order_copy', id));
    expect((await ben.modal()).shown).toContain(words.forms.notice.noOrder);
    await ben.closeModal();
    await interact(stage, forgedPress(stage, gus.id, 'order_copy', id));
    expect((await gus.modal()).shown).toContain(words.refusal.members);
    await gus.closeModal();
  });

  test('prices come along only for those who see them', async () => {
    const { ana, sam, farid } = stage.people;
    await stage.set({ prices: { visibleTo: 'office' } });
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    const priced = await newest();
    for (const [person, price] of [
      [farid, null],
      [ana, '120'],
    ] as const) {
      await person.command(`/so copy ${priced.number}`);
      await person.modal('submit');
      await next(person);
      await sent(person);
      await stage.idle();
      expect((await newest()).content.items).toMatchObject([
        { ...typicalOrder.items[0], quantity: 1000, unitPrice: price },
      ]);
    }
    await stage.set({});
  });
});
