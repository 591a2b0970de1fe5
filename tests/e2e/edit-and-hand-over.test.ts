import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import {
  addItem,
  approve,
  beginOrder,
  close,
  decide,
  next,
  open,
  sent,
  submitOrder,
  typicalOrder,
} from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, until, words } from '../support/words.ts';

const numberOf = (channel: string): string => `SO-${channel.slice(3, 9)}`;

describe('an order that waits is edited and handed over', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const orderOf = (channel: string) => stage.store.orderByNumber(stage.sandbox.teamId, Number(channel.slice(3, 9)));
  const buttonsOf = (person: Person) => person.directMessages().flatMap(({ actions }) => actions);
  const { lead, settled } = words.tell;
  const { title } = typicalOrder.job;

  test('edit: the supervisor is asked again with what changed, and nothing is decided on the older text', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await open(sam, 'approve', name);
    await sam.fill({ crew: [farid] });
    await open(ana, 'edit', name);
    await ana.fill({ location: '2 Main Street' });
    await next(ana);
    await next(ana);
    await sent(ana);
    await stage.idle();

    const late = await sam.submit();
    expect('view' in late ? late.view.shown : '').toContain(words.refusal.edited({ name: ana.name }));
    await sam.closeModal(true);
    expect((await orderOf(name))?.state).toBe('submitted');

    const [first, second] = sam.directMessages().slice(-2);
    const amount = words.tell.amount.net({ net: '€120.00' });
    expect(first?.shown).toContain(until(settled.edit({ name: ana.name, date: ANY })));
    expect(second?.text).toContain(lead.edited_priced({ order: numberOf(name), name: ana.name, title, amount }));
    expect(second?.text).toContain('2 Main Street');
    expect(buttonsOf(sam)).toEqual(['approve', 'request_changes', 'reject', 'hand_over']);
    const posted = stage.sandbox.workspace.channel(name).messages.map(({ text }) => text ?? '');
    expect(posted.filter((text) => text.includes(words.entry.did.edit({ name: ana.name })))).toHaveLength(1);
    await approve(stage, sam, name, [farid]);
  }, 60_000);

  test('hand over, before and after the approval: history and document name who supervised then', async () => {
    const { ana, sam, ben, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    const channel = () => stage.sandbox.workspace.channel(name);
    const handOver = async (from: Person, to: Person) => {
      await open(from, 'hand_over', name);
      await from.fill({ to, note: 'On leave' });
      await sent(from);
      await stage.idle();
    };
    await handOver(sam, ben);
    const about = { order: numberOf(name), name: sam.name, title };
    const amount = words.tell.amount.net({ net: '€120.00' });
    expect(buttonsOf(sam)).toEqual([]);
    expect(sam.directMessages().at(-1)?.shown).toContain(
      until(settled.hand_over({ name: sam.name, to: ben.name, date: ANY })),
    );
    expect(ben.directMessages().at(-1)?.text).toContain(lead.passed_priced({ ...about, amount }));
    expect(ben.directMessages().at(-1)?.text).toContain('On leave');
    expect(ana.directMessages().at(-1)?.text).toContain(lead.handed_over({ ...about, to: ben.name }));
    expect(channel().members).toContain(ben.name);
    expect(channel().members).not.toContain(sam.name);

    await approve(stage, ben, name, [farid]);
    await handOver(ben, sam);
    expect(sam.directMessages().at(-1)?.text).toContain(
      lead.took_over({ order: numberOf(name), name: ben.name, title }),
    );
    expect(channel().members).toContain(sam.name);
    expect(channel().members).not.toContain(ben.name);
    await close(stage, farid, name, 'as_ordered', { acceptance: 'unavailable' });
    const order = await orderOf(name);
    const first = order && (await stage.store.version(order.team, order.id, 1));
    expect([first?.supervisor.name, first?.approval.by.name, order?.latest?.supervisor.name]).toEqual([
      ben.name,
      ben.name,
      sam.name,
    ]);
  }, 60_000);

  test('above a limit: said before anything is typed, with whose suffices and the way to hand over', async () => {
    const { ana, sam, ben, carla, farid, adam } = stage.people;
    const supervisors = [
      { id: sam.id, limit: '119.99' },
      { id: ben.id, limit: null },
    ];
    await stage.set({ roles: { supervisors } });
    await ana.command('/so');
    await ana.modal('submit');
    await ana.fill(typicalOrder.job);
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: carla });
    const refused = await ana.submit();
    expect('errors' in refused ? refused.errors : {}).toEqual({
      supervisor: words.fields.error.notListed({ name: carla.name, names: `${sam.name} or ${ben.name}` }),
    });
    await ana.fill({ supervisor: sam });
    await next(ana);
    for (const item of typicalOrder.items) await addItem(ana, item);
    await next(ana);
    const more = words.review.question.overLimit({ net: '€120.00', name: sam.name });
    expect(ana.topModal()?.shown).toContain(more);
    expect(ana.topModal()?.shown.split(more)[1]).toContain(ben.name);
    await sent(ana);
    await stage.idle();
    const name = stage.sandbox.workspace.channels().at(-1)?.name ?? '';

    await sam.press('approve', { channel: name });
    const told = await sam.modal();
    expect(told.shown).toContain(words.refusal.overLimit({ net: '€120.00', limit: '€119.99' }));
    await sam.closeModal();

    // Above everybody's limit an admin can approve, to whom it can be handed over.
    await stage.set({ roles: { supervisors: supervisors.map(({ id }) => ({ id, limit: '119.99' })) } });
    await sam.press('approve', { channel: name });
    const nobody = await sam.modal();
    expect(nobody.shown).toContain(words.refusal.nobodyEnough({ button: words.forms.button.hand_over }));
    await sam.press('hand_over');
    await sam.modal('hand_over');
    await sam.fill({ to: carla });
    const unlisted = await sam.submit();
    expect('errors' in unlisted ? Object.keys(unlisted.errors) : []).toEqual(['to']);
    // Whose limit is too low is asked about once; an admin has none, whatever the list says.
    await sam.fill({ to: ben });
    await sam.submit();
    const asked = words.review.question.overLimit({ net: '€120.00', name: ben.name });
    expect(sam.topModal()?.shown).toContain(`${asked} ${words.review.question.adminCan}`);
    await sam.fill({ to: adam });
    await sent(sam);
    await stage.idle();
    expect((await orderOf(name))?.supervisor.name).toBe(adam.name);
    await adam.press('hand_over', { channel: name });
    await adam.modal('hand_over');
    await adam.fill({ to: sam });
    await adam.submit();
    expect(adam.topModal()?.shown).toContain(words.review.question.overLimit({ net: '€120.00', name: sam.name }));
    await sent(adam);
    await stage.idle();
    expect((await orderOf(name))?.supervisor.name).toBe(sam.name);

    // Who is taken off the list meanwhile is told so, and no amount.
    await stage.set({ roles: { supervisors: supervisors.slice(1) } });
    await sam.press('approve', { channel: name });
    const off = await sam.modal();
    expect(off.shown).toContain(words.refusal.notListed);
    expect(off.shown).not.toContain('€0');
    await sam.closeModal();

    // The same where the limit is lowered, or the total grows, while the form is open.
    const limited = (limit: string) => ({ roles: { supervisors: [{ id: sam.id, limit }, ...supervisors.slice(1)] } });
    await stage.set(limited('120'));
    await open(sam, 'approve', name);
    await sam.fill({ crew: [farid], comment: 'Go ahead.' });
    await stage.set(limited('119.99'));
    await sam.submit();
    const late = sam.topModal();
    expect(late?.shown).toContain(words.refusal.overLimit({ net: '€120.00', limit: '€119.99' }));
    expect(late?.shown).toContain('Go ahead.');
    for (const one of [told, late]) expect(one?.shown).toContain(ben.name);
    await sam.press('hand_over');
    await sam.modal('hand_over');
    await sam.fill({ to: carla });
    const wrong = await sam.submit();
    expect('errors' in wrong ? wrong.errors : {}).toEqual({
      to: words.fields.error.notListed({ name: carla.name, names: ben.name }),
    });
    await sam.fill({ to: ben });
    await sent(sam);
    await stage.idle();
    await approve(stage, ben, name, [farid]);
    expect(await orderOf(name)).toMatchObject({ state: 'approved', supervisor: { id: ben.id } });
  }, 60_000);

  test('edit: of a price that only the office sees, the channel learns that it changed, and no amount', async () => {
    const { ana, sam } = stage.people;
    await stage.set({ roles: { supervisors: [] }, prices: { visibleTo: 'office' } });
    const name = await submitOrder(stage, ana, sam);
    await stage.set({ prices: { visibleTo: 'everybody' } });
    await open(ana, 'edit', name);
    await next(ana);
    await next(ana);
    await ana.press('item_edit', { nth: 0 });
    await ana.modal('item');
    await ana.fill({ unitPrice: '7000' });
    await ana.submit();
    await ana.modal('edit');
    await next(ana);
    await sent(ana);
    await stage.idle();
    const { prices, none } = words.entry.changed;
    const posted = stage.sandbox.workspace.channel(name).messages.map(({ text }) => text ?? '');
    const told = posted.find((text) => text.includes(words.entry.did.edit({ name: ana.name }))) ?? '';
    expect(told).toContain(prices);
    expect(told).not.toMatch(/7[,.]?000/);
    expect(told).not.toContain(none);
    const asked = sam.directMessages().at(-1)?.text ?? '';
    expect(asked).toMatch(/7,000/);
    expect(asked).not.toContain(prices);
  }, 60_000);

  test('nobody waits for an outcome: who is asked next is told while the message of before cannot be updated', async () => {
    const { ana, sam } = stage.people;
    const { faults } = stage.sandbox;
    const name = await submitOrder(stage, ana, sam);
    const toSam = sam.directMessages().length;
    faults.on(
      'chat.update',
      { kind: 'ratelimited', retryAfter: 1 },
      { when: ({ channel }) => String(channel).startsWith('D') },
    );
    await open(sam, 'request_changes', name);
    await sam.fill({ reason: 'Which pump?' });
    await sent(sam);
    const lead = words.tell.lead.changes_requested({ order: numberOf(name), name: sam.name, title });
    await vi.waitFor(() => expect(ana.directMessages().at(-1)?.text).toContain(lead), 5000);
    expect(sam.directMessages().at(-1)?.actions).toContain('approve');
    faults.clear();
    await stage.idle();
    expect(sam.directMessages()).toHaveLength(toSam);
    expect(sam.directMessages().at(-1)?.actions).toEqual([]);
    expect(ana.directMessages().at(-1)?.actions).toContain('resubmit');
  }, 60_000);

  test('a request whose sending was in doubt while the order was withdrawn gives way to that', async () => {
    const { ana, sam } = stage.people;
    const { faults, workspace } = stage.sandbox;
    const toSam = sam.directMessages().length;
    const known = workspace.channels().length;
    faults.on('chat.postMessage', { kind: 'lost' }, { times: 1, when: ({ channel }) => channel === sam.id });
    await beginOrder(ana, sam);
    await addItem(ana, { description: 'Pump', quantity: '1' });
    await sent(ana);
    await vi.waitFor(() => expect(sam.directMessages()).toHaveLength(toSam + 1), 10_000);
    expect(sam.directMessages().at(-1)?.actions).toContain('approve');
    const opened = () => workspace.channels().at(known);
    const offered = () => opened()?.messages.flatMap(({ actions }) => actions);
    await vi.waitFor(() => expect(offered()).toContain('withdraw'), 10_000);
    await decide(stage, ana, 'withdraw', opened()?.name ?? '', 'Not needed');
    expect(sam.directMessages()).toHaveLength(toSam + 1);
    expect(sam.directMessages().at(-1)?.shown).toContain(until(settled.withdraw({ name: ana.name, date: ANY })));
    expect(sam.directMessages().at(-1)?.actions).toEqual([]);
  }, 60_000);
});
