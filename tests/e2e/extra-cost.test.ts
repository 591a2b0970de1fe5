import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { homeActions } from '../../src/slack/views/ids.ts';
import {
  addItem,
  approve,
  asked,
  close,
  confirm,
  decide,
  next,
  open,
  sent,
  submitOrder,
  typicalOrder,
} from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';
import { ANY, until, words } from '../support/words.ts';

const { accept } = homeActions;
const { lead, settled } = words.tell;
const { title } = typicalOrder.job;

/** The order costs €360.00; a motor brings it to €2,700.00, a seal to €400.00. */
const pump = { description: 'Pump', quantity: '1', unitPrice: '360' };
const motor = { description: 'Motor', quantity: '1', unitPrice: '2340' };
// Nothing breaks the line between a sign and its amount.
const difference = '+\u2060€2,340.00 (+650%)';

describe.each(transports)('extra cost, over %s', (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(mode, {}, sketches);
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const numberOf = (channel: string) => Number(channel.slice(3, 9));
  const orderOf = async (channel: string) => {
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, numberOf(channel));
    if (!order) throw new Error(`${channel} is no order's`);
    return order;
  };
  const about = (channel: string) => ({ order: `SO-${channel.slice(3, 9)}`, title });
  const newest = (person: Person) => person.directMessages().at(-1);
  const question = (person: Person) => person.directMessages().findLast(({ actions }) => actions.includes(accept));
  const buttonsOf = (person: Person) => newest(person)?.actions ?? [];
  const posted = (channel: string) => stage.sandbox.workspace.channel(channel).messages.map(({ text }) => text ?? '');
  const cardOf = (channel: string) =>
    stage.sandbox.workspace.channel(channel).messages.find(({ actions }) => actions.length > 0);

  /** An approved order with Farid on its crew. */
  async function approved(supervisor = stage.people.sam, crew = [stage.people.farid]): Promise<string> {
    const name = await submitOrder(stage, stage.people.ana, supervisor, { items: [pump] });
    await approve(stage, supervisor, name, crew);
    return name;
  }

  /** One that asks about the motor. */
  async function asking(): Promise<string> {
    const name = await approved();
    await confirm(stage, stage.people.farid, name, { items: [motor] });
    return name;
  }

  const acceptsIn = async (person: Person) => {
    await person.press(accept, { message: newest(person)?.ts ?? '' });
    await stage.idle();
  };

  test('a confirmation above the approved amount asks the supervisor with nothing but the difference; one press accepts it', async () => {
    const { sam, farid } = stage.people;
    const name = await asking();
    const message = newest(sam);
    expect(message?.text).toBe(lead.extra_cost_priced({ ...about(name), name: farid.name, difference }));
    expect(message?.shown).toContain('Added *Motor*');
    expect(message?.shown).toContain('€2,700.00');
    expect(message?.shown).toContain('€432.00');
    expect(buttonsOf(sam)).toEqual([accept, 'dispute', 'hand_over']);
    expect(cardOf(name)?.shown).toContain('Extra cost awaiting approval');
    expect(cardOf(name)?.shown).toContain(difference);
    expect(stage.sandbox.workspace.channel(name).topic).toContain(words.order.stage.extra_cost);
    expect(await asked(farid, '/so list')).toContain(words.order.stage.extra_cost);
    expect(await asked(farid, '/so find pump')).toContain(words.order.stage.extra_cost);

    await acceptsIn(sam);
    const order = await orderOf(name);
    expect(order.latest).toMatchObject({ n: 3, kind: 'extra_cost', accepted: [{ amount: 270_000, covers: 324_000 }] });
    expect(newest(sam)?.shown).toContain(until(settled.accept_extra({ name: sam.name, date: ANY })));
    expect(buttonsOf(sam)).toEqual([]);
    expect(newest(farid)?.text).toContain(lead.extra_accepted({ ...about(name), name: sam.name }));
    expect(posted(name).join('\n')).toContain('€2,700.00 net, covers up to €3,240.00');
    expect(stage.sandbox.workspace.channel(name).files).toContain(`${about(name).order} v3.pdf`);
    expect(cardOf(name)?.shown).not.toContain('Extra cost');
    const history = await asked(sam, `/so history ${about(name).order}`);
    expect(history).toContain('approved the order (€360.00 net, covers up to €432.00)');
    await close(stage, farid, name, 'with_changes', { acceptance: 'unavailable', note: 'A new motor' });
    expect((await orderOf(name)).state).toBe('completed');
  }, 60_000);

  test('the request lists what changed since it was approved or accepted last, whatever was confirmed in between', async () => {
    const { sam, farid } = stage.people;
    const name = await approved();
    await confirm(stage, farid, name, { items: [{ description: 'Seal', quantity: '1', unitPrice: '40' }] });
    await confirm(stage, farid, name, { items: [motor] });
    expect(question(sam)?.shown).toMatch(/Added \*Seal\*[\s\S]*Added \*Motor\*/);
    await acceptsIn(sam);
    await confirm(stage, farid, name, { items: [{ description: 'Gasket', quantity: '1', unitPrice: '50' }] });
    await confirm(stage, farid, name, { items: [{ description: 'Crane', quantity: '1', unitPrice: '900' }] });
    expect(question(sam)?.shown).toMatch(/Added \*Gasket\*[\s\S]*Added \*Crane\*/);
    expect(question(sam)?.shown).not.toMatch(/Seal|Motor/);
    await acceptsIn(sam);
  }, 60_000);

  test('until then it cannot be completed; not performed is possible', async () => {
    const { farid } = stage.people;
    const name = await asking();
    await open(farid, 'close', name);
    const shown = farid.topModal()?.shown ?? '';
    expect(shown).toContain('€2,340.00 more than was approved');
    expect(shown).toContain(words.order.outcome.not_performed);
    expect(shown).not.toContain(words.order.outcome.with_changes);
    await farid.closeModal();
    await close(stage, farid, name, 'not_performed', { reasonCode: 'parts_missing' });
    expect((await orderOf(name)).state).toBe('not_performed');
  }, 60_000);

  test('disputed: the crew is told why; accepting stays possible, a cheaper confirmation withdraws the question', async () => {
    const { sam, farid } = stage.people;
    const name = await asking();
    const ts = newest(sam)?.ts ?? '';
    await sam.press('dispute', { message: ts });
    expect((await sam.modal()).shown).toContain(difference);
    await sam.fill({ reason: 'Nobody asked for a motor' });
    await sent(sam);
    await stage.idle();
    expect(newest(sam)?.shown).toContain('*Extra cost disputed* by Sam Lee');
    expect(buttonsOf(sam)).toEqual([]);
    expect(newest(farid)?.text).toContain('Nobody asked for a motor');
    expect(newest(farid)?.actions).toEqual(['confirm']);
    expect(cardOf(name)?.shown).toContain('Nobody asked for a motor');
    expect(cardOf(name)?.actions).toContain(accept);
    expect(cardOf(name)?.actions).not.toContain('dispute');
    const { extra_disputed: status } = words.order.stage;
    expect(cardOf(name)?.shown).toContain(status);
    expect(stage.sandbox.workspace.channel(name).topic).toContain(status);
    expect(await asked(farid, `/so list ${status}`)).toContain(about(name).order);
    expect(await asked(farid, '/so inbox')).toContain(about(name).order);
    expect(await asked(sam, '/so inbox')).not.toContain(about(name).order);

    await open(farid, 'confirm', name);
    await farid.press('item_remove', { nth: 1 });
    await next(farid);
    await farid.fill({
      ...{ workDone: 'No motor after all', reason: 'It runs' },
      ...{ startedAt: new Date(Date.now() - 7_200_000), endedAt: new Date(Date.now() - 3_600_000) },
    });
    await next(farid);
    await sent(farid);
    await stage.idle();
    expect((await orderOf(name)).progress.question).toBeNull();
    expect(buttonsOf(farid)).toEqual([]);
    const settling = { ...about(name), name: farid.name };
    expect(newest(sam)?.text).toContain(lead.confirmed_settles(settling));
    expect(posted(name).join('\n')).toContain(words.entry.did.confirm_partial_settles({ ...settling, version: 3 }));
    expect(cardOf(name)?.shown).not.toContain('Extra cost');
    await close(stage, farid, name, 'as_ordered', { acceptance: 'unavailable' });
    expect((await orderOf(name)).state).toBe('completed');
  }, 60_000);

  test('disputed, then accepted from the card', async () => {
    const { sam } = stage.people;
    const name = await asking();
    await decide(stage, sam, 'dispute', name, 'Too much');
    await sam.press(accept, { channel: name });
    await stage.idle();
    expect((await orderOf(name)).latest?.kind).toBe('extra_cost');
  }, 60_000);

  test('a cheaper confirmation while it waits: the outcome stands where the buttons were', async () => {
    const { sam, farid } = stage.people;
    const name = await asking();
    const { ts } = newest(sam) ?? {};
    await open(farid, 'confirm', name);
    await farid.press('item_remove', { nth: 1 });
    await next(farid);
    await farid.fill({
      ...{ workDone: 'No motor after all', reason: 'It runs' },
      ...{ startedAt: new Date(Date.now() - 7_200_000), endedAt: new Date(Date.now() - 3_600_000) },
    });
    await next(farid);
    await sent(farid);
    await stage.idle();
    const message = sam.directMessages().find((one) => one.ts === ts);
    expect(message?.actions).toEqual([]);
    expect(message?.shown).toContain(words.entry.did.confirm_partial({ name: farid.name, version: 3 }));
    expect(newest(sam)?.text).toContain(lead.confirmed({ ...about(name), name: farid.name }));
  }, 60_000);

  test('a final confirmation says before it is sent who will be asked, keeps its closing, and accepting completes the order', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await approved();
    await open(farid, 'confirm', name);
    await addItem(farid, motor);
    await next(farid);
    await farid.fill({
      ...{ workDone: 'Replaced all of it', reason: 'The motor was burnt', final: true },
      ...{ startedAt: new Date(Date.now() - 7_200_000), endedAt: new Date(Date.now() - 3_600_000) },
    });
    await next(farid);
    await farid.fill({ note: 'All tidy', acceptance: 'accepted', acceptedBy: 'Mr Acme' });
    await next(farid);
    const outcome = words.order.outcome.with_changes;
    expect(farid.topModal()?.shown).toContain(
      words.review.extraFinal({ net: '€2,700.00', difference, name: sam.name, outcome }),
    );
    await sent(farid);
    await stage.idle();
    const kept = await orderOf(name);
    expect([kept.state, kept.progress.question?.closing?.note]).toEqual(['approved', 'All tidy']);
    // The supervisor knows what it does.
    expect(question(sam)?.shown).toContain(words.card.extra.closes);
    expect(cardOf(name)?.shown).toContain(words.card.extra.closes);

    await acceptsIn(sam);
    const order = await orderOf(name);
    expect([order.state, order.outcome]).toEqual(['completed', 'with_changes']);
    expect(order.latest).toMatchObject({
      ...{ n: 3, kind: 'extra_cost', final: true },
      closure: { note: 'All tidy', acceptance: { kind: 'accepted', name: 'Mr Acme' } },
    });
    for (const person of [ana, farid]) expect(newest(person)?.text).toContain(outcome);
  }, 60_000);

  test('“Approved up to”: its errors under the field; what it covers asks nobody', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam, { items: [pump] });
    await open(sam, 'approve', name);
    expect(sam.topModal()?.shown).toContain(words.fields.upTo.hint({ currency: 'EUR', covers: '€432.00' }));
    await sam.fill({ crew: [farid], upTo: '359.99' });
    const low = await sam.submit();
    expect('errors' in low ? low.errors : {}).toEqual({ upTo: words.refusal.upToTooLow({ net: '€360.00' }) });
    await sam.fill({ upTo: '2700' });
    await sent(sam);
    await stage.idle();
    const history = await asked(ana, `/so history ${name.slice(0, 9)}`);
    expect(history).toContain(
      words.entry.upTo({ what: words.entry.did.approve({ name: sam.name }), covers: '€2,700.00' }),
    );
    await confirm(stage, farid, name, { items: [motor] });
    expect((await orderOf(name)).progress.question).toBeNull();
    expect(newest(sam)?.text).toContain(lead.confirmed({ ...about(name), name: farid.name }));
  }, 60_000);

  test('a limit that is too low: whose suffices is said, the order is handed over, and the new supervisor is asked', async () => {
    const { ana, sam, ben, farid } = stage.people;
    await stage.set({
      roles: {
        supervisors: [
          { id: sam.id, limit: '500' },
          { id: ben.id, limit: null },
        ],
      },
    });
    const name = await submitOrder(stage, ana, sam, { items: [pump] });
    await open(sam, 'approve', name);
    await sam.fill({ crew: [farid], upTo: '501' });
    const above = await sam.submit();
    expect('errors' in above ? above.errors : {}).toEqual({ upTo: words.fields.error.upToLimit({ limit: '€500.00' }) });
    await sam.fill({ upTo: '' });
    await sent(sam);
    await stage.idle();
    await confirm(stage, farid, name, { items: [motor] });

    const told = newest(sam);
    expect(told?.shown).toContain(words.refusal.overLimit({ net: '€2,700.00', limit: '€500.00' }));
    expect(told?.shown).toContain(ben.name);
    expect(told?.actions).not.toContain(accept);
    await sam.press('hand_over', { message: told?.ts ?? '' });
    await sam.modal('hand_over');
    await sam.fill({ to: ben });
    await sent(sam);
    await stage.idle();
    expect(sam.directMessages().filter(({ actions }) => actions.includes('hand_over'))).toEqual([]);
    expect(newest(ben)?.text).toContain(lead.extra_cost_priced({ ...about(name), name: farid.name, difference }));
    await acceptsIn(ben);
    expect((await orderOf(name)).latest?.accepted).toMatchObject([{ by: { id: ben.id } }]);
    await stage.set({ roles: { supervisors: [] } });
  }, 60_000);

  test('the approver’s own confirmation asks nobody', async () => {
    const { sam } = stage.people;
    const name = await approved(sam, [sam]);
    await confirm(stage, sam, name, { items: [motor] });
    const order = await orderOf(name);
    expect(order.progress.question).toBeNull();
    expect(order.latest).toMatchObject({ n: 2, accepted: [{ by: { id: sam.id }, amount: 270_000 }] });
  }, 60_000);

  test('prices for the office only: the crew learns that it waits, and not one digit of what it costs', async () => {
    await stage.set({ prices: { visibleTo: 'office' } });
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam, { items: [pump] });
    await approve(stage, sam, name, [farid]);
    // The office's own people confirm with prices.
    await open(sam, 'assign', name);
    await sam.fill({ coordinator: ana });
    await sent(sam);
    await stage.idle();
    await confirm(stage, ana, name, { items: [motor] });
    expect(question(sam)?.text).toContain(difference);
    expect(cardOf(name)?.shown).toContain('Extra cost awaiting approval');
    await open(farid, 'close', name);
    expect(farid.topModal()?.shown).toContain(words.refusal.extraCostHidden({ name: sam.name }));
    const seen = [
      ...posted(name),
      ...stage.sandbox.workspace.channel(name).messages.map(({ shown }) => shown),
      farid.topModal()?.shown ?? '',
    ];
    await farid.closeModal();
    await sam.press(accept, { message: question(sam)?.ts ?? '' });
    await stage.idle();
    expect((await orderOf(name)).latest?.kind).toBe('extra_cost');
    seen.push(
      ...stage.sandbox.workspace.channel(name).messages.flatMap(({ text, shown }) => [text ?? '', shown]),
      ...farid.directMessages().flatMap(({ text, shown }) => [text ?? '', shown]),
      await asked(farid, `/so history ${about(name).order}`),
      await asked(farid, `/so show ${about(name).order}`),
    );
    const ofThis = seen.filter((text) => !/so-00000[1-9]/.test(text) || text.includes(about(name).order));
    expect(ofThis.join('\n')).not.toMatch(/2,?340|2,?700|€|650/);
    await stage.set({ prices: { visibleTo: 'everybody' } });
  }, 60_000);
});
