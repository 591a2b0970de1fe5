import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { addItem, approve, beginOrder, close, confirm, next, open, sent, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
});
afterAll(() => stage.stop());

/** With one kind of space: they differ with the version of Intl's data. */
const tidy = (text: string | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

/** The newest order, as it is kept. */
async function newest() {
  const [summary] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
  const found = await stage.store.order(stage.sandbox.teamId, summary?.id ?? '');
  if (!found) throw expect.unreachable('there is no order');
  return found;
}

describe('B3 a draft keeps the currency its prices were typed in', () => {
  test('the setting changes before it is sent', async () => {
    const { ana, sam } = stage.people;
    await stage.set({ money: { currency: 'EUR', taxRate: 0 } });
    await beginOrder(ana, sam, { job: { title: 'Euro pump' } });
    await addItem(ana, { description: 'Fitter', quantity: '2', unitPrice: '95' });
    await stage.sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes('€95.00'));
    await stage.set({ money: { currency: 'CLP', taxRate: 0 } });
    await addItem(ana, { description: 'Travel', quantity: '1', unitPrice: '10.50' });
    await stage.sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes('€10.50'));
    expect(ana.topModal()?.shown).toContain(words.forms.page.keptCurrency({ kept: 'EUR', newer: 'CLP' }));
    await sent(ana);
    await stage.idle();
    expect((await newest()).content).toMatchObject({
      currency: 'EUR',
      decimals: 2,
      items: [{ unitPrice: '95' }, { unitPrice: '10.5' }],
    });
  });

  test('without prices it takes the new one', async () => {
    const { ana, sam } = stage.people;
    await stage.set({ money: { currency: 'EUR', taxRate: 0 } });
    await beginOrder(ana, sam, { job: { title: 'Peso pump' } });
    await addItem(ana, { description: 'Fitter', quantity: '2' });
    await stage.sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes('Fitter'));
    await stage.set({ money: { currency: 'CLP', taxRate: 0 } });
    await addItem(ana, { description: 'Travel', quantity: '1', unitPrice: '12.5' });
    await stage.sandbox.workspace.waitFor(() => tidy(ana.topModal()?.shown).includes('CLP 12.5'));
    expect(ana.topModal()?.shown).not.toContain(words.forms.page.keptCurrency({ kept: 'EUR', newer: 'CLP' }));
    await sent(ana);
    await stage.idle();
    expect((await newest()).content).toMatchObject({
      currency: 'CLP',
      decimals: 0,
      items: [{ unitPrice: null }, { unitPrice: '12.5' }],
    });
  });

  test('an item editor that asked for the old one is not believed about the new one', async () => {
    const { ana, sam } = stage.people;
    await stage.set({ money: { currency: 'EUR', taxRate: 0 } });
    await beginOrder(ana, sam, { job: { title: 'Late pump' } });
    await ana.press('item_add');
    await ana.modal('item');
    await stage.set({ money: { currency: 'CLP', taxRate: 0 } });
    await ana.fill({ description: 'Fitter', quantity: '2', unitPrice: '95' });
    await sent(ana);
    await ana.modal('submit');
    await stage.sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes('€95.00'));
    await sent(ana);
    await stage.idle();
    expect((await newest()).content).toMatchObject({ currency: 'EUR', decimals: 2, items: [{ unitPrice: '95' }] });
  });
});

describe('B2 B11 numbers are read and shown as the reader writes them', () => {
  test('German and pesos', async () => {
    const { ben: ana, sam } = stage.people;
    ana.setLanguage('de-DE');
    const { fields, items } = wordsFor('de-DE');
    await stage.set({ money: { currency: 'CLP', taxRate: 0 } });
    await beginOrder(ana, sam, { job: { title: 'Bomba' } });
    await ana.press('item_add');
    await ana.modal('item');
    await ana.fill({ description: 'Bomba', quantity: '1,5', unit: 'h', unitPrice: '45.000' });
    expect(await ana.submit()).toEqual({
      errors: { unitPrice: fields.error.number.ambiguous({ typed: '45.000', one: '45000', other: '45' }) },
    });
    await ana.fill({ unitPrice: '45000' });
    await sent(ana);
    await ana.modal('submit');
    await stage.sandbox.workspace.waitFor(() =>
      tidy(ana.topModal()?.shown).includes(`1,5 ${items.unit.h} × 45.000 CLP = 67.500 CLP`),
    );
    await ana.press('item_edit', { nth: 0 });
    await ana.modal('item');
    await sent(ana);
    await ana.modal('submit');
    await sent(ana);
    await stage.idle();
    expect((await newest()).content.items).toMatchObject([{ quantity: 1500, unit: 'h', unitPrice: '45000' }]);
    await stage.set({});
  });
});

describe('B9 credit lines', () => {
  test('a discount and a returned part, from the form to the documents', async () => {
    const { ana, sam, farid } = stage.people;
    await stage.set({ money: { currency: 'EUR', taxRate: 21_000 } });
    const name = await submitOrder(stage, ana, sam, {
      job: { title: 'Credit pump' },
      items: [
        { description: 'Pump', quantity: '2', unitPrice: '120' },
        { kind: 'service', description: 'Discount', quantity: '1', unitPrice: '−50' },
      ],
    });
    const { workspace } = stage.sandbox;
    const posts = () => workspace.channel(name).messages.map((message) => tidy(JSON.stringify(message)));
    const card = posts().find((text) => text.includes('Discount')) ?? '';
    expect(card).toContain('Discount: 1 pcs × -\u2060€50.00 = -\u2060€50.00');
    expect(card).toContain('€190.00 net, €229.90 incl. tax');
    await approve(stage, sam, name, [farid]);
    await confirm(stage, farid, name, {
      items: [{ description: 'Pump, returned', quantity: '-1', unitPrice: '120' }],
    });
    const entry = posts().find((text) => text.includes('Added *Pump, returned*'));
    expect(entry).toContain('-1 pcs × €120.00 = -\u2060€120.00 (-\u2060€120.00)');
    expect(entry).toContain('€70.00 net, €84.70 incl. tax');
    await close(stage, farid, name, 'with_changes', {
      acceptance: 'accepted',
      acceptedBy: 'Mr Client',
    });
    expect(workspace.channel(name).files.filter((file) => file.endsWith('.pdf'))).toHaveLength(3);
  });

  test('not both negative', async () => {
    const { ana, sam } = stage.people;
    await beginOrder(ana, sam, { job: { title: 'Twice below zero' } });
    await ana.press('item_add');
    await ana.modal('item');
    await ana.fill({ description: 'Pump', quantity: '-1', unitPrice: '-50' });
    expect(await ana.submit()).toEqual({
      errors: { unitPrice: words.fields.error.number.bothNegative },
    });
    await ana.closeModal(true);
  });
});

describe('B5 what would pass 10^15 minor units', () => {
  test('two confirmations that come to it together: the second is told, and keeps what it has', async () => {
    const { ana, sam, farid, gus } = stage.people;
    await stage.set({ money: { currency: 'EUR', taxRate: 0 } });
    const plant = { description: 'Plant', quantity: '500', unitPrice: '10000000000' };
    const name = await submitOrder(stage, ana, sam, { job: { title: 'Two plants' }, items: [plant] });
    await approve(stage, sam, name, [farid, gus]);
    await open(gus, 'confirm', name);
    await addItem(gus, { ...plant, description: 'Plant of Gus', quantity: '400' });
    await confirm(stage, farid, name, { items: [{ ...plant, description: 'Plant of Farid', quantity: '400' }] });
    await next(gus);
    await gus.fill({
      workDone: 'Built',
      startedAt: new Date(Date.now() - 7_200_000),
      endedAt: new Date(Date.now() - 3_600_000),
      reason: 'One more',
    });
    await next(gus);
    await next(gus);
    await next(gus);
    expect(tidy(gus.topModal()?.shown)).toContain(words.forms.notice.tooMuch({ limit: '€10,000,000,000,000.00' }));
    expect(gus.topModal()?.shown).toContain('Plant of Gus');
    expect((await newest()).latest?.n).toBe(2);
    await gus.closeModal(true);
  });

  test('an item that would take the order above it is refused under its price; the rest is exact', async () => {
    const { ana, sam } = stage.people;
    await stage.set({ money: { currency: 'ARS', taxRate: 0 } });
    await beginOrder(ana, sam, { job: { title: 'Large pump' } });
    await addItem(ana, { description: 'Plant', quantity: '999.999', unitPrice: '10000000000' });
    await ana.press('item_add');
    await ana.modal('item');
    await ana.fill({ description: 'Pump', quantity: '1', unitPrice: '10000000.01' });
    const refused = await ana.submit();
    expect(tidy(JSON.stringify(refused))).toContain(
      `"unitPrice":"${words.fields.error.number.total({ limit: 'ARS 10,000,000,000,000.00' })}"`,
    );
    await ana.fill({ unitPrice: '9999999.99' });
    await sent(ana);
    await ana.modal('submit');
    await stage.sandbox.workspace.waitFor(() =>
      tidy(ana.topModal()?.shown).includes(words.items.heading.priced({ count: 2, net: 'ARS 9,999,999,999,999.99' })),
    );
    await sent(ana);
    await stage.idle();
    expect(tidy(JSON.stringify(stage.sandbox.workspace.channels().at(-1)?.messages))).toContain(
      'ARS 9,999,999,999,999.99 net',
    );
  });
});
