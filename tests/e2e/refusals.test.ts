import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { eitherOf } from '../../src/words/list.ts';
import { wordsFor } from '../../src/words/words.ts';
import {
  addItem,
  approve,
  close,
  confirm,
  decide,
  next,
  open,
  sent,
  submitOrder,
  typicalOrder,
} from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { orderNumbered } from '../support/whole-order.ts';
import { words } from '../support/words.ts';

const said = wordsFor();
const { refusal } = said;
/** The number of an order, from its channel's name. */
const numberOf = (channel: string): string => `SO-${channel.slice(3, 9)}`;

describe.each(['socket', 'http'] as const)('what is refused changes nothing and is explained, over %s', (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(mode);
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const revision = async (channel: string) =>
    (await stage.store.orderByNumber(stage.sandbox.teamId, Number(channel.slice(3, 9))))?.revision;
  const told = async (person: Person, part: string) => {
    const { shown } = await person.modal();
    expect(shown).toContain(part);
    await person.closeModal(true);
  };

  test('the wrong person is told privately who may do it', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    const before = await revision(name);
    await ana.press('approve', { channel: name });
    await told(ana, refusal.only.approve({ people: eitherOf([sam.name, refusal.admin], said) }));
    await sam.press('resubmit', { channel: name }).catch(() => {});
    await approve(stage, sam, name, [farid]);
    await ana.press('close', { channel: name });
    await told(ana, refusal.only.close({ people: farid.name }));
    expect(await revision(name)).toBe((before ?? 0) + 1);
  });

  test('an admin may decide, the requester may not approve their own order', async () => {
    const { adam, sam, farid } = stage.people;
    const name = await submitOrder(stage, adam, sam);
    await adam.press('approve', { channel: name });
    await told(adam, refusal.ownOrder);
    await approve(stage, sam, name, [farid]);
    const { ana, olga } = stage.people;
    const other = await submitOrder(stage, ana, sam);
    await olga.command(`/so show SO-${other.slice(3, 9)}`);
    await olga.press('approve');
    await olga.modal('approve');
    await olga.fill({ crew: [farid] });
    await sent(olga);
    await stage.idle();
    expect(stage.sandbox.workspace.channel(other).topic).toContain(words.order.state.approved);
  });

  test('the second of two supervisors hears what the first decided, and loses no typing', async () => {
    const { ana, sam, adam } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await adam.command(`/so show SO-${name.slice(3, 9)}`);
    await adam.press('reject');
    await adam.modal('reject');
    await adam.fill({ reason: 'Budget' });
    await decide(stage, sam, 'reject', name, 'No budget');
    const result = await adam.submit();
    const shown = 'view' in result ? result.view.shown : '';
    expect(shown).toContain(refusal.stands.reject({ order: numberOf(name), name: sam.name }));
    expect(shown).toMatch(/Reason\nBudget/);
    await adam.closeModal(true);
    await stage.idle();
    const texts = stage.sandbox.workspace.channel(name).messages.map(({ text }) => text ?? '');
    expect(texts.filter((text) => text.includes('rejected the order'))).toHaveLength(1);
  });

  test('a worker who is taken off while reporting is told by whom, and is shown what they had', async () => {
    const { ana, sam, farid, fiona } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    await open(farid, 'confirm', name);
    await addItem(farid, { description: 'Seal', quantity: '2' });
    await next(farid);
    await farid.fill({
      workDone: 'Half',
      startedAt: new Date(Date.now() - 7_200_000),
      endedAt: new Date(Date.now() - 3_600_000),
      reason: 'Worn',
    });
    await open(sam, 'assign', name);
    await sam.fill({ crew: [fiona] });
    await sent(sam);
    const late = await farid.submit();
    const shown = 'view' in late ? late.view.shown : '';
    expect(shown).toContain(`${refusal.left({ name: sam.name })} ${refusal.only.confirm({ people: fiona.name })}`);
    expect(shown).toMatch(/Half.*Worn.*Added \*Seal\*/s);
    await farid.closeModal(true);
    await stage.idle();
  });

  test('a worker who is taken off while closing is shown what they typed, and no change that they never made', async () => {
    const { ana, sam, farid, fiona } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    await open(farid, 'close', name);
    await next(farid);
    await farid.fill({ note: 'All dry', acceptance: 'unavailable' });
    await open(sam, 'assign', name);
    await sam.fill({ crew: [fiona] });
    await sent(sam);
    const late = await farid.submit();
    const shown = 'view' in late ? late.view.shown : '';
    expect(shown).toContain(refusal.left({ name: sam.name }));
    expect(shown).toContain('All dry');
    expect(shown).not.toMatch(/Removed|Items/);
    await farid.closeModal(true);
    await stage.idle();
  });

  test('an order that was resubmitted meanwhile is not withdrawn unseen', async () => {
    const { ana, sam } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await decide(stage, sam, 'request_changes', name, 'Which pump?');
    await open(sam, 'withdraw', name);
    await sam.fill({ reason: 'No answer' });
    await open(ana, 'resubmit', name);
    await next(ana);
    await next(ana);
    await sent(ana);
    const late = await sam.submit();
    const shown = 'view' in late ? late.view.shown : '';
    expect(shown).toContain(refusal.resubmitted({ name: ana.name }));
    expect(shown).toContain('No answer');
    await sam.closeModal(true);
    await stage.idle();
    expect(stage.sandbox.workspace.channel(name).topic).toContain(words.order.state.submitted);
  });

  test('a form that is sent again after trouble with the connection says that it was sent already', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await open(sam, 'approve', name);
    await sam.fill({ crew: [farid] });
    stage.sandbox.faults.loseAcks(1);
    expect(await sam.submit()).toHaveProperty('trouble');
    const again = await sam.submit();
    expect('view' in again && again.view.shown).toMatch(
      new RegExp(
        `You have sent this already: Sam Lee approved the order.*${words.order.state.approved}.*nothing was done twice`,
      ),
    );
    await sam.closeModal(true);
    await stage.idle();
    expect(stage.sandbox.workspace.channel(name).files).toHaveLength(1);
  });

  test('a stale button on an old message answers with how things stand', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await sam.command(`/so show SO-${name.slice(3, 9)}`);
    await approve(stage, sam, name, [farid]);
    const old = sam.ephemerals().at(-1);
    await sam.press('approve', { message: old?.ts ?? '' });
    await told(sam, refusal.stands.approve({ order: numberOf(name), name: sam.name }));
  });

  test('the same press twice opens one form, the same form sent twice acts once', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await sam.doublePress('approve', { channel: name });
    await sam.modal('approve');
    await sam.fill({ crew: [farid] });
    await sent(sam);
    await sam.redeliverLast();
    await stage.idle();
    const { files, messages } = stage.sandbox.workspace.channel(name);
    expect(files).toHaveLength(1);
    expect(messages.filter(({ text }) => text?.includes('approved the order'))).toHaveLength(1);
    await sam.closeModal(true).catch(() => {});
  });

  test('a submission sent again after its order exists makes no second order', async () => {
    const { ana, sam } = stage.people;
    await submitOrder(stage, ana, sam);
    const orders = stage.sandbox.workspace.channels().length;
    await ana.redeliverLast();
    await stage.idle();
    expect(stage.sandbox.workspace.channels()).toHaveLength(orders);
  });

  test('a confirmation from an older version is put on top of the newer one, shown, and sent again', async () => {
    const { ana, sam, farid, fiona } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid, fiona]);
    await open(farid, 'confirm', name);
    await addItem(farid, { description: 'Seal', quantity: '2', unitPrice: '5' });
    await next(farid);
    await farid.fill({
      workDone: 'Half of it',
      startedAt: new Date(Date.now() - 7_200_000),
      endedAt: new Date(Date.now() - 3_600_000),
      reason: 'Worn',
    });
    await next(farid);
    await confirm(stage, fiona, name, { items: [{ description: 'Hose', quantity: '1', unitPrice: '9' }] });
    const late = await farid.submit();
    expect('view' in late && late.view.shown).toMatch(
      /Fiona Walsh issued version 2[\s\S]*Added \*Hose\*[\s\S]*Added \*Seal\*/,
    );
    await sent(farid);
    await stage.idle();
    const order = await orderNumbered(stage.store, stage.sandbox.teamId, Number(name.slice(3, 9)));
    expect(order.versions.map(({ content }) => content.items.map(({ description }) => description))).toEqual([
      ['Pump'],
      ['Pump', 'Hose'],
      ['Pump', 'Hose', 'Seal'],
    ]);
    expect(stage.sandbox.workspace.channel(name).files).toHaveLength(3);
  });

  test('closing over somebody else’s confirmation shows it first', async () => {
    const { ana, sam, farid, fiona } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid, fiona]);
    await open(farid, 'close', name);
    await farid.fill({ outcome: 'with_changes' });
    await next(farid);
    await farid.fill({ acceptance: 'unavailable', note: 'All good' });
    await confirm(stage, fiona, name, { items: [{ description: 'Hose', quantity: '1' }] });
    const late = await farid.submit();
    expect('view' in late && late.view.shown).toContain('Fiona Walsh issued version 2');
    await sent(farid);
    await stage.idle();
    expect(stage.sandbox.workspace.channel(name).topic).toContain(`${words.order.outcome.with_changes} · v3`);
  });

  test('guests work but do not submit, decide or supervise; strangers do nothing', async () => {
    const { ana, sam, gus, ext } = stage.people;
    await gus.command('/service-order new');
    await told(gus, refusal.members);
    await ana.command('/service-order');
    await ana.modal('submit');
    await ana.fill(typicalOrder.job);
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: gus });
    expect(await ana.submit()).toEqual({
      errors: { supervisor: expect.stringContaining('is a guest; choose a full member') },
    });
    await ana.fill({ supervisor: ana });
    expect(await ana.submit()).toEqual({
      errors: { supervisor: expect.stringContaining('Nobody approves their own order') },
    });
    await ana.closeModal(true);
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [gus]);
    await confirm(stage, gus, name);
    await close(stage, gus, name, 'as_ordered', { acceptance: 'unavailable' });
    expect(stage.sandbox.workspace.channel(name).topic).toContain(words.order.outcome.as_ordered);
    await ext.command('/so list').catch(() => {});
    for (const message of ext.ephemerals()) expect(message.text).not.toContain('SO-');
  });

  test('assigning somebody to an order that was closed meanwhile is refused', async () => {
    const { ana, sam, farid, fiona } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    await open(sam, 'assign', name);
    await sam.fill({ crew: [fiona] });
    await close(stage, farid, name, 'as_ordered', { acceptance: 'unavailable' });
    const late = await sam.submit();
    expect('view' in late && late.view.shown).toContain(
      refusal.stands.close({ order: numberOf(name), name: farid.name }),
    );
    await sam.closeModal(true);
    expect(stage.sandbox.workspace.channel(name).members).not.toContain('Fiona Walsh');
  });
});
