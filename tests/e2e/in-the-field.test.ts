import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Order } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { wordsFor } from '../../src/words/words.ts';
import { approve, next, open, sent, submitOrder } from '../support/acting.ts';
import { type Office, openOffice } from '../support/moved-time.ts';
import { transports } from '../support/transports.ts';
import { ANY, anyOrder, part, until, words } from '../support/words.ts';

let office: Office;
let name: string;
const { tell, refusal, card, entry } = words;

const now = async (): Promise<Order> => {
  const order = await office.store.orderByNumber(office.sandbox.teamId, Number(name.slice(3, 9)));
  return order ?? expect.unreachable('the order is gone');
};
const entriesOf = async () =>
  (await office.store.entries(office.sandbox.teamId, (await now()).id)).map(({ action }) => action.type);
const texts = () => office.sandbox.workspace.channel(name).messages.map(({ text }) => text ?? '');
const told = (who: string, sentence: string) =>
  (office.people[who]?.directMessages() ?? []).filter(({ text }) => text?.includes(sentence)).length;
const quantityOf = async (description: string) => {
  const found = (await now()).content.items.find((one) => one.description === description);
  return `quantity-${found?.id}`;
};

/** Slack lets no direct message be changed any more. */
const messagesStayAsTheyAre = () =>
  office.sandbox.faults.on(
    'chat.update',
    { kind: 'error', error: 'edit_window_closed' },
    { when: ({ channel }) => String(channel).startsWith('D') },
  );

describe.each(transports)('in the field, over %s', (mode) => {
  beforeEach(async () => {
    office = await openOffice(mode);
    const { ana, sam, carla, farid, gus } = office.people;
    const when = { coordinator: carla, requestedStart: new Date(office.at(10)), requestedEnd: new Date(office.at(12)) };
    const items = [
      { description: 'Pump', quantity: '1', unitPrice: '120' },
      { description: 'Seal', quantity: '4', unitPrice: '2.5' },
    ];
    name = await submitOrder(office, ana, sam, { when, items });
    await approve(office, sam, name, [farid, gus]);
  });
  afterEach(async () => {
    await office.stop();
    expect(office.sandbox.complaints).toEqual([]);
  });

  test('work is started with one tap: on the card, once, and who is late is told', async () => {
    const { farid, carla } = office.people;
    await farid.doublePress('start_work', { channel: name });
    await office.idle();
    expect(await entriesOf()).toEqual(['submit', 'approve', 'start_work']);
    expect(farid.topModal()?.shown ?? '').not.toContain(words.reply.fault.unsure({ reference: '' }).slice(0, 20));
    if (farid.topModal()) await farid.closeModal(true);
    expect(texts().at(-1)).toContain(entry.did.start_work({ name: farid.name }));
    const shown = office.sandbox.workspace
      .channel(name)
      .messages.map((one) => JSON.stringify(one.blocks))
      .join();
    expect(shown).toContain(until(card.standing.inProgress({ date: ANY })));
    expect(office.sandbox.workspace.channel(name).topic).toContain(words.order.stage.in_progress);
    // The button is gone from the card; the coordinator’s old copy says how things stand.
    await expect(farid.press('start_work', { channel: name })).rejects.toThrow();
    expect(carla.topModal()).toBeUndefined();
  });

  test('started from the message to the crew, they are told there; the stale button answers', async () => {
    const { farid, gus } = office.people;
    const message = () => gus.directMessages().findLast(({ actions }) => actions.includes('start_work'))?.ts ?? '';
    messagesStayAsTheyAre();
    await gus.press('start_work', { message: message() });
    await office.idle();
    expect(await entriesOf()).toEqual(['submit', 'approve', 'start_work']);
    expect((await now()).lastEntry.by.name).toBe(gus.name);
    const said = words.reply.nowIs({ order: orderNumber((await now()).number), state: words.order.stage.in_progress });
    expect([...gus.ephemerals(), ...gus.directMessages()].map(({ text }) => text)).toContain(said);
    expect(farid.ephemerals()).toEqual([]);
    const heard = gus.ephemerals().length;
    await gus.press('start_work', { message: message() });
    await office.sandbox.workspace.waitFor(() => gus.ephemerals().length > heard);
    expect(gus.topModal()).toBeUndefined();
    const answer = gus.ephemerals().at(-1);
    // It says who started it and when, how things stand, and what can be done now.
    expect(answer?.shown).toContain(until(refusal.startedBy({ name: gus.name, date: ANY })));
    expect(answer?.shown).toContain(said);
    expect(answer?.actions).toEqual(['confirm', 'as_planned', 'close']);
    expect(await entriesOf()).toHaveLength(3);
  });

  test('the messages to the crew show what can be done now and when, and nothing once it is over', async () => {
    const { carla, farid, gus } = office.people;
    const joined = part(tell.lead.crew_joined(anyOrder));
    const first = new Map(
      [gus, farid].map((who) => [who, who.directMessages().find(({ text }) => text?.includes(joined))?.ts]),
    );
    const mine = (who = gus) => who.directMessages().find(({ ts }) => ts === first.get(who));
    await farid.press('start_work', { channel: name });
    await office.idle();
    for (const who of [gus, farid]) expect(mine(who)?.actions, who.name).not.toContain('start_work');
    expect(mine()?.actions).toContain('confirm');
    const before = mine()?.text;
    await open(carla, 'reschedule', name);
    await carla.fill({ plannedStart: new Date(office.at(15)) });
    await sent(carla);
    await office.idle();
    expect(mine()?.text).not.toBe(before);
    await open(carla, 'assign', name);
    await carla.fill({ crew: [farid] });
    await sent(carla);
    await office.idle();
    expect(mine()?.text).toContain(part(tell.lead.crew_left({ ...anyOrder, name: carla.name })));
    expect(mine()?.actions).toEqual([]);
    await open(farid, 'close', name);
    await farid.fill({ outcome: 'not_performed' });
    await next(farid);
    await farid.fill({ reasonCode: 'weather' });
    await sent(farid);
    await office.idle();
    expect(mine(farid)?.shown).toContain(part(tell.settled.closed({ name: farid.name, date: ANY })));
    expect(farid.directMessages().flatMap(({ actions }) => actions)).toEqual([]);
  });

  test('on hold until a time, it goes on by itself: the office and the crew are told, and nobody twice', async () => {
    const { carla, farid } = office.people;
    await open(farid, 'hold', name);
    await farid.fill({ reasonCode: 'parts', note: 'The seal is on order', until: new Date(office.at(8)) });
    expect(await farid.submit()).toEqual({ errors: { until: words.fields.error.untilPast } });
    await farid.fill({ until: new Date(office.at(14)) });
    // Work is planned for ten o’clock: that is asked about, here and where it is planned for another time in the hold.
    const { holdPastStart, plannedOnHold } = words.review.question;
    expect(await farid.submit()).toHaveProperty('view');
    expect(farid.topModal()?.shown).toContain(part(holdPastStart({ start: ANY, date: ANY })));
    await sent(farid);
    await office.idle();
    await open(carla, 'reschedule', name);
    await carla.fill({ plannedStart: new Date(office.at(13)) });
    expect(await carla.submit()).toHaveProperty('view');
    expect(carla.topModal()?.shown).toContain(part(plannedOnHold({ date: ANY, until: ANY })));
    await carla.closeModal(true);
    const shown = JSON.stringify(office.sandbox.workspace.channel(name).messages);
    expect(shown).toContain(words.order.holdReason.parts);
    expect(shown).toContain(until(entry.until({ date: ANY })));
    expect(office.people.ana.directMessages().at(-1)?.shown).toContain(until(entry.until({ date: ANY })));
    expect(office.sandbox.workspace.channel(name).topic).toContain(words.order.stage.on_hold);
    for (const who of ['ana', 'sam', 'carla']) expect(told(who, part(tell.lead.held(anyOrder))), who).toBe(1);
    expect(told('farid', part(tell.lead.held(anyOrder)))).toBe(0);
    await office.until(13.9);
    expect((await now()).progress.hold).not.toBeNull();
    await office.until(14.1);
    expect((await now()).progress.hold).toBeNull();
    expect((await now()).lastEntry).toMatchObject({ by: { kind: 'system' }, action: { type: 'resume' } });
    for (const who of ['farid', 'gus', 'carla']) expect(told(who, part(tell.lead.resumed(anyOrder))), who).toBe(1);
    expect(office.sandbox.workspace.channel(name).topic).toContain(words.order.state.approved);
    await office.restart();
    await office.until(15);
    expect((await entriesOf()).filter((type) => type === 'resume')).toHaveLength(1);
  });

  test('two change the hold: the second is told, and loses no word; one tap resumes, a stale one does not', async () => {
    const { farid, carla, sam } = office.people;
    await open(farid, 'hold', name);
    await farid.fill({ reasonCode: 'weather' });
    await sent(farid);
    await office.idle();
    const { message } = await carla.command(`/so show ${orderNumber((await now()).number)}`);
    await open(farid, 'hold', name);
    await open(sam, 'hold', name);
    expect(sam.topModal()?.shown).toContain(words.order.holdReason.weather);
    await farid.fill({ reasonCode: 'access', note: 'The gate is locked' });
    await sent(farid);
    await sam.fill({ reasonCode: 'client', note: 'They are away until Monday' });
    await sam.submit();
    expect(sam.topModal()?.shown).toContain(refusal.onHold({ name: farid.name }));
    expect(sam.topModal()?.shown).toContain('They are away until Monday');
    await sam.closeModal(true);
    expect((await now()).progress.hold).toMatchObject({ reasonCode: 'access', note: 'The gate is locked' });
    await carla.press('resume', { message: message?.ts ?? '' });
    expect((await carla.modal()).shown).toContain(refusal.onHold({ name: farid.name }));
    await carla.closeModal(true);
    await office.idle();
    await carla.press('resume', { channel: name });
    await office.idle();
    expect((await now()).progress.hold).toBeNull();
    expect(told('farid', part(tell.lead.resumed(anyOrder)))).toBe(1);
    expect(told('carla', part(tell.lead.resumed(anyOrder)))).toBe(0);
  });

  test('a new time is told to everybody who stays', async () => {
    const { carla } = office.people;
    await open(carla, 'reschedule', name);
    await carla.fill({ plannedStart: new Date(office.at(9, 2)) });
    await sent(carla);
    await office.idle();
    expect((await now()).plannedStart).toBe(office.at(9, 2) / 1000);
    const sentence = part(tell.lead.rescheduled(anyOrder));
    for (const who of ['farid', 'gus', 'ana', 'sam']) expect(told(who, sentence), who).toBe(1);
    expect(told('carla', sentence)).toBe(0);
    expect(texts().at(-1)).toContain(entry.did.reschedule({ name: carla.name }));
    const posted = office.sandbox.workspace.channel(name).messages.at(-1)?.shown;
    expect(posted).toContain(part(entry.plannedStartMoved({ date: ANY, before: ANY })));
  });

  test('whose answer was lost sends it again: it is told that it was sent, and not that the time is the same', async () => {
    const { carla } = office.people;
    await open(carla, 'reschedule', name);
    await carla.fill({ plannedStart: new Date(office.at(9, 2)) });
    office.sandbox.faults.loseAcks(1);
    await carla.submit();
    expect(await carla.submit()).not.toHaveProperty('errors');
    expect(carla.topModal()?.title).toBe(words.forms.notice.title.sent);
    await office.idle();
    expect(await entriesOf()).toEqual(['submit', 'approve', 'reschedule']);
  });

  test('two reschedule from the same form: the second is told what is planned now', async () => {
    const { carla, sam } = office.people;
    await open(carla, 'reschedule', name);
    await open(sam, 'reschedule', name);
    await carla.fill({ plannedStart: new Date(office.at(9, 2)) });
    await sent(carla);
    await sam.fill({ plannedStart: new Date(office.at(9, 3)) });
    await sam.submit();
    expect(sam.topModal()?.shown).toContain(refusal.plan.changed({ name: carla.name }));
    expect((await now()).plannedStart).toBe(office.at(9, 2) / 1000);
  });

  test('one changed quantity is confirmed with nothing typed but the number', async () => {
    const { farid } = office.people;
    await office.until(10);
    await farid.press('start_work', { channel: name });
    await office.idle();
    await office.until(11);
    await open(farid, 'confirm', name);
    await farid.fill({ [await quantityOf('Seal')]: '6' });
    await next(farid);
    expect(farid.topModal()?.shown).toContain(words.fields.changeReason.label);
    await next(farid);
    expect(farid.topModal()?.shown).toContain('4 pcs → 6 pcs');
    await sent(farid);
    await office.idle();
    const { latest } = await now();
    expect(latest).toMatchObject({
      n: 2,
      changes: [{ type: 'changed', after: { quantity: 6000 } }],
      report: {
        workDone: 'Replace pump',
        startedAt: Math.floor(office.at(10) / 60_000) * 60,
        reason: words.fields.actualQuantities,
      },
    });
    expect((latest?.report?.endedAt ?? 0) * 1000).toBeCloseTo(office.at(11), -6);
  });

  test('0 is as removed, a mistake stands under its item, and what is typed is found again', async () => {
    const { farid } = office.people;
    await open(farid, 'confirm', name);
    const [pump, seal] = [await quantityOf('Pump'), await quantityOf('Seal')];
    await farid.fill({ [pump]: '0', [seal]: 'six' });
    expect(await farid.submit()).toEqual({
      errors: { [seal]: words.fields.error.number.plain({ decimal: '1.5' }) },
    });
    await farid.closeModal(true);
    await office.idle();
    await open(farid, 'confirm', name);
    const stands = (id: string) => farid.topModal()?.fields.find(({ blockId }) => blockId === id)?.value;
    expect([stands(pump), stands(seal)]).toMatchObject([{ value: '0' }, { value: 'six' }]);
    await farid.fill({ [seal]: '4' });
    await next(farid);
    await farid.press('form_back');
    await office.sandbox.workspace.waitFor(() => farid.topModal()?.shown.includes('~Pump~'));
    await farid.press('item_restore');
    await office.sandbox.workspace.waitFor(() => !farid.topModal()?.shown.includes('~Pump~'));
    expect([stands(pump), stands(seal)]).toMatchObject([{ value: '1' }, { value: '4' }]);
    // The editor takes over what was typed into the list, and the list what the editor says.
    await farid.fill({ [seal]: '7' });
    await farid.press('item_edit', { nth: 1 });
    expect((await farid.modal('item')).fields.find(({ blockId }) => blockId === 'quantity')?.value).toMatchObject({
      value: '7',
    });
    await farid.fill({ quantity: '8' });
    await farid.submit();
    await farid.modal('confirm');
    await office.sandbox.workspace.waitFor(() => JSON.stringify(stands(seal)).includes('8'));
  });

  test('two confirm at once: the second’s quantity stands on top of what the first has made of the order', async () => {
    const { farid, gus } = office.people;
    const seal = await quantityOf('Seal');
    const pump = await quantityOf('Pump');
    await open(farid, 'confirm', name);
    await open(gus, 'confirm', name);
    await gus.fill({ [pump]: '2' });
    await farid.fill({ [seal]: '6' });
    for (const _ of [1, 2]) await next(farid);
    await sent(farid);
    await office.idle();
    await next(gus);
    await next(gus);
    const result = await gus.submit();
    expect('view' in result && result.view.shown).toContain(
      words.forms.draft.issuedBy({ name: farid.name, version: 2 }),
    );
    await sent(gus);
    await office.idle();
    const { content, latest } = await now();
    expect(latest?.n).toBe(3);
    expect(content.items.map(({ description, quantity }) => [description, quantity])).toEqual([
      ['Pump', 2000],
      ['Seal', 6000],
    ]);
  });

  test('done as planned: one button, one confirm', async () => {
    const { farid } = office.people;
    await office.until(11);
    await farid.press('as_planned', { channel: name });
    const { shown } = await farid.modal('as_planned');
    expect(shown).toContain(words.review.closes({ outcome: words.order.outcome.as_ordered }));
    expect(await farid.submit()).toHaveProperty('closed');
    await office.idle();
    const order = await now();
    expect(order).toMatchObject({ state: 'completed', outcome: 'as_ordered' });
    expect(order.latest?.closure).toMatchObject({ outcome: 'as_ordered', acceptance: null });
    expect((order.latest?.closure?.endedAt ?? 0) * 1000).toBeCloseTo(office.at(11), -6);
  });

  test('done as planned is not what was confirmed with changes: who has the old button gets the form of closing', async () => {
    const { farid, gus } = office.people;
    const old = gus.directMessages().findLast(({ actions }) => actions.includes('as_planned'))?.ts ?? '';
    messagesStayAsTheyAre();
    await open(farid, 'confirm', name);
    await farid.fill({ [await quantityOf('Seal')]: '6' });
    await next(farid);
    await next(farid);
    await sent(farid);
    await office.idle();
    await gus.press('as_planned', { message: old });
    await gus.modal('close');
    await gus.closeModal(true);
    await expect(farid.press('as_planned', { channel: name })).rejects.toThrow();
  });

  test('from Home, work starts in the order that is shown, which is drawn again', async () => {
    const { carla } = office.people;
    await carla.openHome();
    await carla.press('order_show', { home: true, nth: 0 });
    expect((await carla.modal()).actions).toContain('start_work');
    await carla.press('start_work');
    await office.sandbox.workspace.waitFor(() => !carla.topModal()?.actions.includes('start_work'));
    expect(carla.topModal()?.shown).toContain(until(card.standing.inProgress({ date: ANY })));
    await carla.closeModal(true);
    expect(await entriesOf()).toEqual(['submit', 'approve', 'start_work']);
  });

  test('a press that is delivered twice acts once, and nobody is told that they were late', async () => {
    const { farid } = office.people;
    await farid.press('start_work', { channel: name });
    await farid.redeliverLast();
    await office.idle();
    expect(farid.topModal()).toBeUndefined();
    expect(await entriesOf()).toEqual(['submit', 'approve', 'start_work']);
  });

  test('everybody reads it in their own language', async () => {
    const { farid } = office.people;
    farid.setLanguage('de-DE');
    await office.idle();
    const german = wordsFor('de-DE');
    await open(farid, 'hold', name);
    await farid.fill({ reasonCode: 'other' });
    expect(await farid.submit()).toEqual({ errors: { note: german.fields.error.holdNote } });
  });
});
