import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { TYPE_LIMITS } from '../../src/office/master-data.ts';
import { next, sent, typicalOrder } from '../support/acting.ts';
import { answerIn, onFileItem } from '../support/on-file.ts';
import { orderType, ownField } from '../support/order-types.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const say = words.types;

describe.each(['socket', 'http'] as const)('over %s, admins define order types', (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(mode, {}, sketches);
  });
  afterEach(async () => {
    await stage.idle();
    for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => stage.stop());

  const all = () => stage.store.recordsByName(stage.sandbox.teamId, { kind: 'type' }, { limit: 100 });
  const named = async (name: string) =>
    (await all()).find(({ data }) => data.name === name) ?? expect.unreachable(`${name} is not on file`);
  const labels = async (name: string) => (await named(name)).data.fields.map(({ label }) => label);
  const shows = (person: Person, text: string) =>
    vi.waitFor(() => expect(person.topModal()?.shown.replaceAll('*', '')).toContain(text), { timeout: 5000 });

  /** Opens the list of types from the settings. */
  async function open(person: Person): Promise<void> {
    await person.command('/so settings');
    await person.modal('settings_list');
    await person.press('types_open');
    await vi.waitFor(() => expect(person.topModal()?.title).toBe(say.title));
  }

  async function openType(person: Person, name: string): Promise<void> {
    await open(person);
    await person.press(`types_page:${(await named(name)).id}`);
    await person.modal('types_page');
  }

  /** Fills in the editor of a field that is open, and saves it. */
  async function field(person: Person, values: Parameters<Person['fill']>[0]): Promise<void> {
    await person.press('types_field_add');
    await person.modal('types_field');
    await person.fill(values);
    expect(await person.submit()).toHaveProperty('closed');
    await shows(person, words.records.saved({ name: String(values.label) }));
  }

  test('a type is added with fields and items, changed, put in order, and offered in the next order', async () => {
    const { adam, ana } = stage.people;
    await open(adam);
    await shows(adam, say.none({ button: say.add }));
    await adam.press('types_add');
    await adam.modal('types_editor');
    await adam.fill({ name: ' Inspection ', title: 'Yearly inspection', priority: 'low', closing: ['checklist'] });
    await adam.submit();
    await adam.modal('types_page');
    await shows(adam, words.records.saved({ name: 'Inspection' }));
    await field(adam, { label: 'Meter', kind: 'choice', asked: 'submit', required: ['yes'], choices: 'A\n B \n\nC' });
    await field(adam, { label: 'Pressure', kind: 'number', unit: 'bar', choices: 'not kept' });
    await field(adam, { label: 'Brakes', kind: 'check' });
    await adam.press('types_item_add');
    await adam.modal('types_item');
    await adam.fill({ kind: 'labour', description: 'Visit', quantity: '1.5', unit: 'h', unitPrice: '95.50' });
    expect(await adam.submit()).toHaveProperty('closed');
    await shows(adam, 'Visit');
    const { data, active, id } = await named('Inspection');
    expect({ ...data, active }).toMatchObject({
      ...{ name: 'Inspection', title: 'Yearly inspection', priority: 'low', active: true, currency: 'EUR' },
      closing: { photos: false, checklist: true, acceptance: false },
      fields: [
        { label: 'Meter', kind: 'choice', asked: 'submit', required: true, unit: '', choices: ['A', 'B', 'C'] },
        { label: 'Pressure', kind: 'number', asked: 'confirm', required: false, unit: 'bar', choices: [] },
        { label: 'Brakes', kind: 'check', choices: [] },
      ],
      items: [{ kind: 'labour', description: 'Visit', quantity: 1500, unit: 'h', unitPrice: '95.5' }],
    });

    const [meter, pressure, brakes] = data.fields;
    await adam.press(`move:${brakes?.id}:1`);
    await vi.waitFor(async () => expect(await labels('Inspection')).toEqual(['Meter', 'Brakes', 'Pressure']));
    await vi.waitFor(() => expect(adam.topModal()?.actions).not.toContain(`move:${pressure?.id}:2`));
    await adam.press(`remove:${pressure?.id}`);
    expect((await adam.modal('types_field_remove')).shown).toContain('Pressure');
    expect(await labels('Inspection')).toHaveLength(3);
    expect(await adam.submit()).toHaveProperty('closed');
    await shows(adam, say.removed({ name: 'Pressure' }));
    expect(await labels('Inspection')).toEqual(['Meter', 'Brakes']);
    await adam.press(`edit:${meter?.id}`);
    await adam.modal('types_field');
    expect(answerIn(adam, 'choices')?.value).toBe('A\nB\nC');
    await adam.fill({ label: 'Meter type' });
    await adam.submit();
    await shows(adam, 'Meter type');
    // Who did what.
    await shows(adam, words.settings.history.change({ label: say.label.fields, before: '', after: '' }).slice(0, 6));
    const changes = await stage.store.recordChanges(stage.sandbox.teamId, 'type', id, 20);
    expect(changes.every(({ by }) => by.id === adam.id)).toBe(true);
    expect(changes).toHaveLength(8);

    await ana.command('/so new');
    await ana.modal('submit');
    await ana.fill({ orderType: 'Inspection' });
    await vi.waitFor(() => expect(answerIn(ana, 'title')?.value).toBe('Yearly inspection'));
    await ana.closeModal(true);

    await adam.press('types_edit');
    await adam.modal('types_editor');
    await adam.fill({ active: 'no' });
    await adam.submit();
    await shows(adam, words.records.inactive({ name: 'Inspection' }));
    const { sam } = stage.people;
    await sam.command('/so new');
    await sam.modal('submit');
    expect(sam.topModal()?.fields.map(({ blockId }) => blockId)).not.toContain('orderType');
  });

  test('what is not right is said under its field', async () => {
    const { adam } = stage.people;
    await orderType(stage, { ...(await named('Inspection')).data, name: 'Errors', fields: [], items: [] });
    await openType(adam, 'Errors');
    await adam.press('types_field_add');
    await adam.modal('types_field');
    await adam.fill({ label: 'Meter', kind: 'choice', choices: 'only one' });
    await adam.submit();
    expect(adam.errors()).toEqual({ choices: say.error.choices });
    await adam.fill({ choices: 'A\nB\nA' });
    await adam.submit();
    expect(adam.errors()).toEqual({ choices: say.error.sameChoice({ choice: 'A' }) });
    await adam.fill({ choices: Array.from({ length: TYPE_LIMITS.choices + 1 }, (_, n) => `c${n}`).join('\n') });
    await adam.submit();
    expect(adam.errors()).toEqual({ choices: say.error.tooManyChoices({ max: TYPE_LIMITS.choices }) });
    await adam.closeModal();
    await adam.press('types_item_add');
    await adam.modal('types_item');
    await adam.fill({ description: 'Visit', quantity: 'many', unitPrice: 'x' });
    await adam.submit();
    expect(Object.keys(adam.errors())).toEqual(['unitPrice', 'quantity']);
    expect((await named('Errors')).data).toMatchObject({ fields: [], items: [] });
  });

  test('one form asks no two fields of the same label, also when two admins add them at once', async () => {
    const { adam, olga } = stage.people;
    const fields = [ownField('serial', { label: 'Serial number', asked: 'submit' })];
    await orderType(stage, { ...(await named('Inspection')).data, name: 'Twice', fields });
    for (const admin of [adam, olga]) await openType(admin, 'Twice');
    await adam.press('types_field_add');
    await adam.modal('types_field');
    for (const label of ['Serial number', 'serial  NUMBER']) {
      await adam.fill({ label, asked: 'submit' });
      await adam.submit();
      expect(adam.errors()).toEqual({ label: say.error.sameField });
    }
    await adam.fill({ asked: 'close' });
    expect(await adam.submit()).toHaveProperty('closed');
    await shows(adam, words.records.saved({ name: 'serial NUMBER' }));
    for (const admin of [adam, olga]) {
      await admin.press('types_field_add');
      await admin.modal('types_field');
      await admin.fill({ label: 'Hours', asked: 'confirm' });
    }
    await Promise.all([adam.submit(), olga.submit()]);
    await stage.idle();
    expect(await labels('Twice')).toEqual(['Serial number', 'serial NUMBER', 'Hours']);
    // A field is no other one than itself.
    await adam.closeModal(true);
    await openType(adam, 'Twice');
    await adam.press('edit:serial');
    await adam.modal('types_field');
    await adam.fill({ label: 'SERIAL NUMBER' });
    expect(await adam.submit()).toHaveProperty('closed');
  });

  test('an item without a unit has the usual one of its kind, also one that is on file without any', async () => {
    const { adam, ana } = stage.people;
    const { data } = await named('Inspection');
    const old = { id: 'old', kind: 'labour' as const, description: 'Drive', quantity: 500, unit: '', unitPrice: null };
    await orderType(stage, { ...data, name: 'Units', title: 'Units', fields: [], items: [old] });
    await openType(adam, 'Units');
    await shows(adam, '0.5 h');
    for (const [kind, description] of [
      ['labour', 'Visit'],
      ['material', 'Filter'],
    ] as const) {
      await adam.press('types_item_add');
      await adam.modal('types_item');
      await adam.fill({ kind, description, quantity: '2' });
      expect(await adam.submit()).toHaveProperty('closed');
      await shows(adam, description);
    }
    expect((await named('Units')).data.items.map(({ unit }) => unit)).toEqual(['', 'h', 'pcs']);
    await ana.command('/so new');
    await ana.modal('submit');
    await ana.fill({ orderType: 'Units' });
    await vi.waitFor(() => expect(answerIn(ana, 'title')?.value).toBe('Units'));
    await ana.fill({ client: 'Acme', location: '1 Way', description: 'Look.' });
    for (const page of ['when', 'items']) {
      await ana.submit();
      await vi.waitFor(() => expect(ana.topModal()?.fields.map(({ blockId }) => blockId)).not.toContain('title'));
      if (page === 'when') await ana.fill({ supervisor: stage.people.sam });
    }
    await shows(ana, '0.5 h');
    await orderType(stage, (await named('Units')).data, { id: (await named('Units')).id, active: false });
  });

  test('an item of a type is taken from the catalogue, and orders of the type have it from there', async () => {
    const { adam, ana } = stage.people;
    const pump = await onFileItem(stage, 'WP-7', { description: 'Circulator', unit: 'pcs', unitPrice: '129.9' });
    const { data } = await named('Inspection');
    const id = await orderType(stage, { ...data, name: 'From stock', title: 'Stock', fields: [], items: [] });
    await openType(adam, 'From stock');
    await adam.press('types_item_add');
    await adam.modal('types_item');
    await adam.fill({ onFile: { search: 'circ', pick: 'Circulator · WP-7 · €129.90' } });
    await vi.waitFor(() => expect(answerIn(adam, 'description')?.value).toBe('Circulator'));
    expect(answerIn(adam, 'unitPrice')?.value).toBe('129.9');
    await adam.fill({ quantity: '2' });
    expect(await adam.submit()).toHaveProperty('closed');
    const onFile = { onFile: pump, code: 'WP-7' };
    expect((await named('From stock')).data.items).toMatchObject([
      { ...onFile, description: 'Circulator', quantity: 2000, unit: 'pcs', unitPrice: '129.9' },
    ]);
    // Changed, it is another thing.
    await adam.press('types_item_add');
    await adam.modal('types_item');
    await adam.fill({ onFile: { search: 'circ', pick: 'Circulator · WP-7 · €129.90' } });
    await vi.waitFor(() => expect(answerIn(adam, 'quantity')?.value).toBe('1'));
    await adam.fill({ description: 'Circulator, used' });
    expect(await adam.submit()).toHaveProperty('closed');
    expect((await named('From stock')).data.items[1]).not.toHaveProperty('onFile');
    await ana.command('/so new');
    await ana.modal('submit');
    await ana.fill({ orderType: 'From stock' });
    await vi.waitFor(() => expect(answerIn(ana, 'title')?.value).toBe('Stock'));
    await ana.fill({ client: 'Acme', location: '1 Way', description: 'Look.' });
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: stage.people.sam });
    await next(ana);
    await sent(ana);
    const found = await stage.store.search(stage.sandbox.teamId, 'WP-7', { limit: 1 });
    expect(found).toMatchObject({ orders: [{ title: 'Stock' }] });
    await orderType(stage, (await named('From stock')).data, { id, active: false });
  });

  test('a type has so many fields, and its page still fits', async () => {
    const { adam } = stage.people;
    const choices = Array.from({ length: TYPE_LIMITS.choices }, (_, n) => `${n}`.padEnd(TYPE_LIMITS.choice, 'x'));
    const label = 'L'.repeat(TYPE_LIMITS.label);
    const fields = Array.from({ length: TYPE_LIMITS.fields }, (_, n) =>
      ownField(`f${n}`, { label, kind: 'choice', choices }),
    );
    const description = 'D'.repeat(200);
    const items = Array.from({ length: TYPE_LIMITS.items }, (_, n) => ({
      ...{ id: `i${n}`, kind: 'labour' as const, description, quantity: 1000, unit: 'h', unitPrice: '1' },
    }));
    await orderType(stage, { ...(await named('Inspection')).data, name: 'Largest', fields, items });
    await openType(adam, 'Largest');
    await shows(adam, say.fieldsFull({ max: TYPE_LIMITS.fields }));
    await shows(adam, say.itemsFull({ max: TYPE_LIMITS.items }));
  });

  test('two admins at once: other parts are both kept, the same part is told', async () => {
    const { adam, olga } = stage.people;
    await orderType(stage, {
      ...(await named('Inspection')).data,
      name: 'Both',
      fields: [ownField('a'), ownField('b')],
    });
    for (const admin of [adam, olga]) await openType(admin, 'Both');
    await adam.press('edit:a');
    await adam.modal('types_field');
    await olga.press('edit:b');
    await olga.modal('types_field');
    await olga.fill({ label: 'B by Olga' });
    await olga.submit();
    await shows(olga, 'B by Olga');
    await adam.fill({ label: 'A by Adam' });
    await adam.submit();
    await shows(adam, 'A by Adam');
    expect(await labels('Both')).toEqual(['A by Adam', 'B by Olga']);

    await olga.press('edit:a');
    await olga.modal('types_field');
    await adam.press('edit:a');
    await adam.modal('types_field');
    await adam.fill({ label: 'A once more' });
    await adam.submit();
    await shows(adam, 'A once more');
    await olga.fill({ label: 'A by Olga' });
    await olga.submit();
    await shows(olga, 'A once more');
    expect(answerIn(olga, 'label')?.value).toBe('A by Olga');
    expect(await labels('Both')).toEqual(['A once more', 'B by Olga']);
    await olga.submit();
    await vi.waitFor(async () => expect(await labels('Both')).toEqual(['A by Olga', 'B by Olga']));

    // One removes what the other has just changed: it stays, and is shown.
    await adam.press('remove:a');
    await adam.modal('types_field_remove');
    await olga.press('edit:a');
    await olga.modal('types_field');
    await olga.fill({ label: 'A after all' });
    await olga.submit();
    await shows(olga, 'A after all');
    expect(await adam.submit()).toHaveProperty('closed');
    await shows(adam, 'A after all');
    expect(await labels('Both')).toEqual(['A after all', 'B by Olga']);
  });

  test('the fields of a confirmation and of the closing stand in one form: no two of the same label', async () => {
    const { adam } = stage.people;
    const fields = [
      ownField('at-work', { label: 'Hours', asked: 'confirm' }),
      ownField('new', { label: 'Due', asked: 'submit' }),
    ];
    await orderType(stage, { ...(await named('Inspection')).data, name: 'One form', fields });
    await openType(adam, 'One form');
    await adam.press('types_field_add');
    await adam.modal('types_field');
    await adam.fill({ label: 'hours', asked: 'close' });
    await adam.submit();
    expect(adam.errors()).toEqual({ label: say.error.sameField });
    await adam.fill({ label: 'due' });
    expect(await adam.submit()).toHaveProperty('closed');
    expect(await labels('One form')).toEqual(['Hours', 'Due', 'due']);
  });
});
