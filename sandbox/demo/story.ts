import type { Sandbox } from '../server/server.ts';
import { addItems, fillIn, hours, issued, openForm, type Values } from './acting.ts';
import { orders, submitOrder } from './orders.ts';
import { pumpPhoto } from './photo.ts';
import { keepCatalogue, keepClients } from './records.ts';
import { keepTypes } from './types.ts';

/** What the story needs besides its people: who hears what goes on, and who hides the prices of new orders, or shows them again. */
interface Director {
  tell(words: string): void;
  hidePrices(hidden: boolean): Promise<void>;
}

/**
 * Fills the workspace with orders in every state, and with clients, a catalogue and order types on file, acted out by the people themselves.
 */
export async function playStory(sandbox: Sandbox, director: Director): Promise<void> {
  const { adam, olga } = sandbox.people;
  director.tell('Adam and Olga put clients and the catalogue on file');
  await Promise.all([keepClients(sandbox, adam), keepCatalogue(sandbox, olga)]);
  await playOrders(sandbox, director);
  await keepTypes(sandbox, adam);
}

async function playOrders(sandbox: Sandbox, { tell, hidePrices }: Director): Promise<void> {
  const { ana, ben, carla, olga } = sandbox.people;
  await olga.say(
    'general',
    'Welcome to Northwind Field Services. Orders live in channels of their own; ask Carla for crews.',
  );
  await carla.say('general', 'Gus is with us again from Monday, as a subcontractor.');
  tell('Ana and Ben submit orders');
  // Ana, as whom a newcomer begins, is done first.
  await Promise.all([
    inTurn([orders.detectors, orders.boiler, orders.gutter], (order) => submitOrder(sandbox, ana, order)),
    inTurn([orders.cold, orders.pump, orders.lift, orders.stairwell], (order) => submitOrder(sandbox, ben, order)),
  ]);
  tell('Sam and Sofia decide');
  await Promise.all([decideAsSam(sandbox), decideAsSofia(sandbox)]);
  tell('The crews report their work');
  await Promise.all([finishPump(sandbox), reportLift(sandbox), missBoiler(sandbox)]);
  tell('Gus, a subcontractor, gets an order without prices');
  await hidePrices(true);
  await submitOrder(sandbox, ana, orders.ducts).finally(() => hidePrices(false));
  await approve(sandbox, 'sam', orders.ducts.job.title, { crew: [sandbox.people.gus] });
  await issued(sandbox, orders.ducts.job.title, 1);
}

async function decideAsSam(sandbox: Sandbox): Promise<void> {
  const { farid, gus, fiona } = sandbox.people;
  await approve(sandbox, 'sam', 'Inspect boiler', { crew: [fiona] });
  await approve(sandbox, 'sam', 'Fit smoke detectors', { crew: [farid], plannedStart: hours(21) });
  await approve(sandbox, 'sam', 'Replace circulation pump', {
    crew: [farid, gus],
    comment: 'Call Marta before you set out.',
  });
}

async function decideAsSofia(sandbox: Sandbox): Promise<void> {
  const { sofia, felix, fiona } = sandbox.people;
  await approve(sandbox, 'sofia', 'Service lift motor', { crew: [felix, fiona] });
  await openForm(sandbox, sofia, 'Repaint stairwell', 'reject');
  await fillIn(sofia, { reason: 'Painting is not in our contract with this client.' });
  await openForm(sandbox, sofia, 'Replace roof gutter', 'request_changes');
  await fillIn(sofia, { reason: 'Please ask for a second offer for the zinc, and add a photo.' });
}

async function approve(sandbox: Sandbox, who: 'sam' | 'sofia', order: string, values: Values): Promise<void> {
  const supervisor = sandbox.people[who];
  await openForm(sandbox, supervisor, order, 'approve');
  await supervisor.fill(values);
  const sent = await supervisor.submit();
  // The work was to begin this morning, which is asked about.
  if (!('closed' in sent)) await fillIn(supervisor, {});
}

async function finishPump(sandbox: Sandbox): Promise<void> {
  const { farid, gus } = sandbox.people;
  const channel = await issued(sandbox, 'Replace circulation pump', 1);
  await gus.say(channel, 'I am at the gate. Marta is on her way.');
  await openForm(sandbox, farid, 'Replace circulation pump', 'confirm');
  await farid.press('item_edit', { modal: true, nth: 1 });
  await farid.modal('item');
  await fillIn(farid, { quantity: '7' });
  await farid.modal('confirm');
  await addItems(farid, 'confirm', [{ description: 'Isolation valve DN 40', quantity: '2', unitPrice: '38.50' }]);
  const report = {
    workDone: 'Pump replaced, circuit vented, test run of 30 minutes without leaks.',
    startedAt: hours(-4),
    endedAt: hours(-1),
    reason: 'Both shut-off valves were seized and had to be replaced.',
    photos: [{ name: 'new-pump.png', bytes: pumpPhoto(), mimetype: 'image/png' }],
  };
  // What the photo shows is asked before the review.
  await fillIn(farid, {}, report, {}, {});
  await issued(sandbox, 'Replace circulation pump', 2);
  await openForm(sandbox, farid, 'Replace circulation pump', 'close');
  const closing = {
    note: 'Old pump disposed of.',
    acceptance: 'accepted',
    acceptedBy: 'Marta Gil',
  };
  await fillIn(farid, {}, closing, { acceptedAs: 'Hotel manager' });
  await issued(sandbox, 'Replace circulation pump', 3);
}

async function reportLift(sandbox: Sandbox): Promise<void> {
  const { felix, carla } = sandbox.people;
  const channel = await issued(sandbox, 'Service lift motor', 1);
  await openForm(sandbox, felix, 'Service lift motor', 'confirm');
  await addItems(felix, 'confirm', [{ description: 'Brake pad', quantity: '2', unitPrice: '42' }]);
  const report = {
    workDone: 'Bearings greased, belts replaced. The brake needs new pads.',
    startedAt: hours(-4),
    endedAt: hours(-2),
    reason: 'The brake pads are worn below the limit.',
  };
  await fillIn(felix, {}, report, {});
  await issued(sandbox, 'Service lift motor', 2);
  await carla.say(channel, 'Thanks. The pads are ordered; Fiona brings them along tomorrow.');
}

async function missBoiler(sandbox: Sandbox): Promise<void> {
  const { fiona } = sandbox.people;
  await issued(sandbox, 'Inspect boiler', 1);
  await openForm(sandbox, fiona, 'Inspect boiler', 'close');
  const reason = { reasonCode: 'client_absent', explanation: 'Rang three times, waited 40 minutes, left a card.' };
  await fillIn(fiona, { outcome: 'not_performed' }, reason);
  await issued(sandbox, 'Inspect boiler', 2);
}

async function inTurn<T>(list: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (const one of list) await act(one);
}
