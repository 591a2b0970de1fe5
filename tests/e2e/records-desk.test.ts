import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { nameOfRecord, type RecordKind } from '../../src/office/master-data.ts';
import { approve, submitOrder } from '../support/acting.ts';
import { answerIn } from '../support/on-file.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';
import { words } from '../support/words.ts';

const say = words.records;
const { required, number } = words.fields.error;

describe.each(transports)('clients, sites and the catalogue, over %s', (mode) => {
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

  const all = (kind: RecordKind, client?: string) =>
    stage.store.recordsByName(stage.sandbox.teamId, { kind, ...(client ? { client } : {}) }, { limit: 100 });
  const named = async (kind: RecordKind, name: string, client?: string) =>
    (await all(kind, client)).find((one) => nameOfRecord(one) === name) ?? expect.unreachable(`${name} is not on file`);
  const shows = (person: Person, text: string) => vi.waitFor(() => expect(person.topModal()?.shown).toContain(text));

  /** Opens a list from Home. */
  async function open(person: Person, list: 'records_clients' | 'records_items'): Promise<void> {
    await person.openHome();
    await vi.waitFor(() => expect(person.home()?.actions).toContain(list));
    await person.press(list, { home: true });
    await person.modal('records_list');
  }

  /** Adds a record to the list that is open. */
  async function add(person: Person, values: Parameters<Person['fill']>[0]): Promise<void> {
    const before = person.topModal()?.shown;
    await person.press('records_add');
    await person.modal('records_editor');
    await person.fill(values);
    expect(await person.submit()).toHaveProperty('closed');
    await person.modal('records_list');
    await vi.waitFor(() => expect(person.topModal()?.shown).not.toBe(before));
  }

  /** Opens the editor of a record in the list that is open. */
  async function edit(person: Person, id: string): Promise<void> {
    await person.press(`records_edit:${id}`);
    await person.modal('records_editor');
  }

  /** Turns to the other page of the editor, which has this field. */
  async function turnTo(person: Person, field: string): Promise<void> {
    await person.press('records_turn');
    await vi.waitFor(() => expect(person.topModal()?.fields.map(({ blockId }) => blockId)).toContain(field));
  }

  test('an admin adds a client with two sites and items, edits them and deactivates one; its editor says who did what', async () => {
    const { adam } = stage.people;
    await open(adam, 'records_clients');
    await shows(adam, say.none.client({ button: say.add.client }));
    await add(adam, { name: ' Hotel  Miramar ', externalId: 'K-100', address: 'Paseo Marítimo 12\n29016 Málaga' });
    await shows(adam, say.saved({ name: 'Hotel Miramar' }));
    const client = await named('client', 'Hotel Miramar');
    expect(client).toMatchObject({
      ...{ externalId: 'K-100', active: true, revision: 1 },
      data: { name: 'Hotel Miramar', address: 'Paseo Marítimo 12\n29016 Málaga', language: '', taxId: '' },
    });

    await adam.press(`records_sites:${client.id}`);
    await vi.waitFor(() => expect(adam.topModal()?.title).toBe(say.title.site));
    await shows(adam, say.none.site({ button: say.add.site }));
    await add(adam, { name: 'Boiler room', accessNotes: 'Key at the reception' });
    await add(adam, { name: 'Kitchen', externalId: '1', contact: 'Marta' });
    await vi.waitFor(() => expect(adam.topModal()?.shown).toMatch(/Boiler room[\s\S]*Kitchen/));
    const kitchen = await named('site', 'Kitchen', client.id);
    expect(kitchen).toMatchObject({ client: client.id, data: { contact: 'Marta' } });
    await edit(adam, kitchen.id);
    await adam.fill({ active: 'no' });
    await adam.submit();
    await shows(adam, say.inactive({ name: '*Kitchen*' }));
    expect(
      await stage.store.suggestions(stage.sandbox.teamId, { kind: 'site', client: client.id }, '', 5),
    ).toHaveLength(1);
    await edit(adam, kitchen.id);
    expect(adam.topModal()?.shown).toContain(
      words.settings.history.change({
        label: say.label.active,
        ...{ before: say.choice.active, after: say.choice.inactive },
      }),
    );
    expect(adam.topModal()?.shown).toContain(adam.name);
    await adam.fill({ active: 'yes' });
    await adam.submit();
    await vi.waitFor(async () => expect((await named('site', 'Kitchen', client.id)).active).toBe(true));
    await adam.back();

    // What is typed on both pages of a client's editor is saved together.
    await edit(adam, client.id);
    await adam.fill({ contact: 'Rosa Vidal' });
    await turnTo(adam, 'taxId');
    await adam.fill({ taxId: 'ES A123', language: 'es', paymentNotes: '30 days' });
    await turnTo(adam, 'address');
    await adam.submit();
    await vi.waitFor(async () => expect((await named('client', 'Hotel Miramar')).revision).toBe(2));
    expect((await named('client', 'Hotel Miramar')).data).toMatchObject({
      ...{ contact: 'Rosa Vidal', taxId: 'ES A123', language: 'es', paymentNotes: '30 days' },
    });

    await adam.press('records_items');
    await vi.waitFor(() => expect(adam.topModal()?.title).toBe(say.title.item));
    await add(adam, { description: 'Copper pipe 22 mm', externalId: 'P-22', unit: 'm', unitPrice: '12.5' });
    await add(adam, { description: 'Fitter', kind: 'labour', unit: 'h', unitPrice: '48' });
    await add(adam, { description: 'Call-out', kind: 'service' });
    await vi.waitFor(() => expect(adam.topModal()?.shown).toMatch(/Call-out[\s\S]*€12\.50 \/ m[\s\S]*€48\.00 \/ h/));
    expect((await named('item', 'Copper pipe 22 mm')).data).toEqual({
      ...{ kind: 'material', description: 'Copper pipe 22 mm', unit: 'm', unitPrice: '12.5', currency: 'EUR' },
    });
    expect((await named('item', 'Call-out')).data).toMatchObject({ kind: 'service', unitPrice: null });
  });

  test('what cannot be kept is said under its field, and nothing is saved', async () => {
    const { adam } = stage.people;
    await open(adam, 'records_clients');
    await add(adam, { name: 'Torre Norte', externalId: 'K-200' });
    await adam.press('records_add');
    await adam.modal('records_editor');
    await adam.fill({ name: ' \u3000 ', externalId: 'K-200' });
    await adam.submit();
    expect(adam.errors()).toEqual({ name: required, externalId: say.taken({ name: 'Torre Norte' }) });
    await adam.closeModal();
    await adam.press('records_items');
    await vi.waitFor(() => expect(adam.topModal()?.title).toBe(say.title.item));
    await adam.press('records_add');
    await adam.modal('records_editor');
    const before = await all('item');
    const prices = {
      'ten euros': number.plain({ decimal: '1.5' }),
      '1,5': number.sign({ typed: '1,5', meant: '1.5' }),
      '0.1234567': number.decimals({ max: 6 }),
      '99999999999.01': number.most({ limit: '€10,000,000,000.00' }),
    };
    for (const [unitPrice, sentence] of Object.entries(prices)) {
      await adam.fill({ description: 'Valve', unitPrice });
      await adam.submit();
      expect(adam.errors(), unitPrice).toEqual({ unitPrice: sentence });
    }
    expect(await all('item')).toEqual(before);
  });

  test('two people at once lose nothing: the second is told what changed, keeps what they typed, and saves on top', async () => {
    const { adam, olga } = stage.people;
    await open(adam, 'records_clients');
    await add(adam, { name: 'Casa Lago', contact: 'Ana', address: 'Calle del Lago 8' });
    await open(olga, 'records_clients');
    const { id } = await named('client', 'Casa Lago');
    await edit(adam, id);
    await edit(olga, id);
    await adam.fill({ contact: 'Ben', address: 'Calle Nueva 1' });
    await adam.submit();
    await vi.waitFor(async () => expect((await named('client', 'Casa Lago')).revision).toBe(2));
    await olga.fill({ contact: 'Carla', externalId: 'K-300' });
    await olga.submit();
    const shown = olga.topModal()?.shown ?? '';
    expect(shown).toContain(words.records.meanwhile.client({ name: `@${adam.name}` }));
    expect(shown).toContain('Ana → Ben');
    expect(shown).toContain('Calle del Lago 8 → Calle Nueva 1');
    expect((await named('client', 'Casa Lago')).data).toMatchObject({ contact: 'Ben' });
    await olga.submit();
    await vi.waitFor(async () => expect((await named('client', 'Casa Lago')).revision).toBe(3));
    expect(await named('client', 'Casa Lago')).toMatchObject({
      ...{ externalId: 'K-300', data: { contact: 'Carla', address: 'Calle Nueva 1' } },
    });
  });

  test('what is wrong on the other page is shown there, and what was typed on both is kept', async () => {
    const { adam } = stage.people;
    await open(adam, 'records_clients');
    await add(adam, { name: 'First Ltd', externalId: 'K-400' });
    await adam.press('records_add');
    await adam.modal('records_editor');
    await adam.fill({ name: 'Second Ltd', externalId: 'K-400' });
    await turnTo(adam, 'taxId');
    await adam.fill({ taxId: 'X-1' });
    await adam.submit();
    const shown = adam.topModal()?.shown ?? '';
    expect(shown).toContain(say.otherPage);
    expect(shown).toContain(say.taken({ name: 'First Ltd' }));
    await adam.fill({ externalId: 'K-401' });
    expect(await adam.submit()).toHaveProperty('closed');
    expect(await named('client', 'Second Ltd')).toMatchObject({ externalId: 'K-401', data: { taxId: 'X-1' } });
  });

  test('of two people at once on different pages, nobody undoes what they never touched', async () => {
    const { adam, olga } = stage.people;
    await open(adam, 'records_clients');
    await add(adam, { name: 'Two Pages Ltd', contact: 'Ana' });
    const { id } = await named('client', 'Two Pages Ltd');
    await open(olga, 'records_clients');
    await edit(olga, id);
    await edit(adam, id);
    await adam.fill({ contact: 'Ben' });
    await turnTo(adam, 'taxId');
    await adam.fill({ taxId: 'T-1' });
    await adam.submit();
    await vi.waitFor(async () => expect((await named('client', 'Two Pages Ltd')).revision).toBe(2));
    await turnTo(olga, 'taxId');
    await adam.modal('records_list');
    await edit(adam, id);
    await turnTo(adam, 'taxId');
    await adam.fill({ taxId: 'T-2' });
    await adam.submit();
    await vi.waitFor(async () => expect((await named('client', 'Two Pages Ltd')).revision).toBe(3));
    await olga.fill({ paymentNotes: '14 days' });
    await olga.submit();
    expect(olga.topModal()?.shown).toContain('Ana → Ben');
    expect(olga.topModal()?.shown).toContain(`${words.settings.unset} → T-2`);
    await olga.submit();
    await vi.waitFor(async () => expect((await named('client', 'Two Pages Ltd')).revision).toBe(4));
    const { data } = await named('client', 'Two Pages Ltd');
    expect(data).toMatchObject({ contact: 'Ben', taxId: 'T-2', paymentNotes: '14 days' });
  });

  test('one press that arrives twice adds a client once', async () => {
    const { adam } = stage.people;
    await open(adam, 'records_clients');
    await adam.press('records_add');
    await adam.modal('records_editor');
    await adam.fill({ name: 'Mercado Central' });
    await adam.submitTwice();
    await shows(adam, say.saved({ name: 'Mercado Central' }));
    expect((await all('client')).filter((one) => nameOfRecord(one) === 'Mercado Central')).toHaveLength(1);
  });

  test('the office may, too; crew, guests and members may not, also with an editor that they had open', async () => {
    const { adam, ana, carla, farid, gus } = stage.people;
    for (const person of [ana, farid, gus, carla]) {
      await person.openHome();
      expect(person.home()?.actions).not.toContain('records_clients');
    }
    await stage.set({ roles: { office: [carla.id] } });
    await open(carla, 'records_clients');
    expect(carla.topModal()?.actions).not.toContain('settings_open');
    await add(carla, { name: 'Escuela San Juan' });
    const { id } = await named('client', 'Escuela San Juan');
    await edit(carla, id);
    await carla.fill({ contact: 'Pilar Soto' });
    await stage.set({ roles: { office: [adam.id] } });
    await carla.submit();
    const refused = await carla.modal('notice');
    expect(refused.shown).toContain(say.officeOnly);
    expect(refused.shown).toContain('Pilar Soto');
    expect((await named('client', 'Escuela San Juan')).revision).toBe(1);
    await carla.closeModal(true);
    await carla.press('records_items', { home: true });
    expect((await carla.modal('notice')).shown).toContain(say.officeOnly);
    await stage.set({});
  });

  test('from the settings, lists and settings take each other’s place, and there is room for a site’s editor', async () => {
    const { adam } = stage.people;
    await adam.command('/so settings');
    await adam.modal('settings_list');
    await adam.press('records_items');
    await adam.modal('records_list');
    await adam.press('settings_open');
    await adam.modal('settings_list');
    await adam.press('records_clients');
    await adam.modal('records_list');
    await add(adam, { name: 'Depth Ltd' });
    const { id } = await named('client', 'Depth Ltd');
    await adam.press(`records_sites:${id}`);
    await vi.waitFor(() => expect(adam.topModal()?.title).toBe(say.title.site));
    await add(adam, { name: 'Basement' });
    expect(await named('site', 'Basement', id)).toMatchObject({ client: id });
  });

  test('many are shown page by page, and found by parts of what they are called', async () => {
    const { adam } = stage.people;
    const by = { id: adam.id, name: adam.name };
    const data = { kind: 'material', unit: 'pcs', unitPrice: '1', currency: 'EUR' } as const;
    const { teamId } = stage.sandbox;
    for (let n = 10; n < 35; n++) {
      const item = { id: `page-${n}`, kind: 'item', externalId: `X-${n}`, active: true } as const;
      const record = { ...item, data: { ...data, description: `Paged elbow ${n}` } };
      expect(await stage.store.saveRecord(teamId, record, 0, { at: 1, by })).toMatchObject({ kind: 'saved' });
    }
    await open(adam, 'records_items');
    await adam.fill({ 'search-item': 'elb pag' });
    await adam.submit();
    await shows(adam, say.matches({ words: 'elb pag' }));
    const seen = () => [...(adam.topModal()?.shown ?? '').matchAll(/\*Paged elbow (\d+)\*/g)].map(([, n]) => Number(n));
    const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);
    const turn = async (button: string, numbers: number[]) => {
      await adam.press(button);
      await vi.waitFor(() => expect(seen()).toEqual(numbers));
    };
    expect(seen()).toEqual(from(10, 10));
    expect(adam.topModal()?.actions).not.toContain('records_earlier');
    await turn('records_later', from(20, 10));
    await turn('records_later', from(30, 5));
    expect(adam.topModal()?.actions).not.toContain('records_later');
    await turn('records_earlier', from(20, 10));
    // What is saved there shows the same page.
    await edit(adam, 'page-25');
    await adam.fill({ unitPrice: '2' });
    await adam.submit();
    await shows(adam, '€2.00');
    expect(seen()).toEqual(from(20, 10));
    await adam.fill({ 'search-item': 'x-31' });
    await adam.submit();
    await vi.waitFor(() => expect(seen()).toEqual([31]));
    await adam.fill({ 'search-item': 'nothing of the sort' });
    await adam.submit();
    await shows(adam, say.noMatch({ words: 'nothing of the sort' }));
  });

  test('a stale page says so, and a list that is older than what is on file goes on', async () => {
    const { adam, olga } = stage.people;
    await open(adam, 'records_clients');
    await add(adam, { name: 'Stale & Sons' });
    const { id } = await named('client', 'Stale & Sons');
    await open(olga, 'records_clients');
    await edit(adam, id);
    await adam.fill({ name: 'Fresh & Sons', active: 'no' });
    await adam.submit();
    await vi.waitFor(async () => expect((await named('client', 'Fresh & Sons')).active).toBe(false));
    // The list was drawn before; what is opened from it is as it is now.
    await edit(olga, id);
    expect(olga.topModal()?.shown).toContain(adam.name);
    await olga.submit();
    await shows(olga, say.unchanged({ name: 'Fresh & Sons' }));
    expect((await named('client', 'Fresh & Sons')).revision).toBe(2);
  });

  test('whatever people type is kept as it is, and shown as it was typed', async () => {
    const { adam, ana } = stage.people;
    const texts = [
      '<!channel> *bold* `code` :tada: <https://example.com|x>',
      'مؤسسة النور للصيانة',
      'בית חולים <@U1>',
      '🏗️ 株式会社サンプル',
      '&'.repeat(80),
      '"\\'.repeat(40),
    ];
    await open(adam, 'records_clients');
    for (const name of texts) {
      await add(adam, { name, address: name, contact: name });
      const record = await named('client', name);
      expect(record.data).toMatchObject({ name, address: name });
      await edit(adam, record.id);
      await turnTo(adam, 'taxId');
      await adam.fill({ paymentNotes: name });
      await adam.submit();
      await vi.waitFor(async () => expect((await named('client', name)).revision).toBe(2));
      await adam.modal('records_list');
    }
    expect(ana.notifications().join()).not.toContain('bold');
    await adam.press('records_add');
    await adam.modal('records_editor');
    await expect(adam.fill({ name: 'x'.repeat(300) })).rejects.toThrow();
  });

  test('an item keeps the currency of its price; an order keeps what it has', async () => {
    const { adam, ana, sam, farid } = stage.people;
    await stage.set({ money: { currency: 'EUR' } });
    await open(adam, 'records_items');
    await add(adam, { description: 'Pressure gauge', unitPrice: '18' });
    const { id } = await named('item', 'Pressure gauge');
    await approve(stage, sam, await submitOrder(stage, ana, sam), [farid]);
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    await stage.set({ money: { currency: 'USD' } });
    await edit(adam, id);
    const kept = say.hint.otherCurrency({ price: '€18.00', currency: 'USD' });
    expect(adam.topModal()?.shown).toContain(kept);
    await adam.fill({ unit: 'box' });
    await adam.submit();
    await vi.waitFor(async () =>
      expect((await named('item', 'Pressure gauge')).data).toMatchObject({
        unit: 'box',
        unitPrice: '18',
        currency: 'EUR',
      }),
    );
    await adam.modal('records_list');
    await edit(adam, id);
    await adam.fill({ unitPrice: '19.123456' });
    await adam.submit();
    await vi.waitFor(async () =>
      expect((await named('item', 'Pressure gauge')).data).toMatchObject({ unitPrice: '19.123456', currency: 'USD' }),
    );
    expect(await stage.store.orderByNumber(stage.sandbox.teamId, 1)).toEqual(order);
    await stage.set({});
  });

  test('a second record of a name is said to be one, and can be saved all the same', async () => {
    const { adam } = stage.people;
    await open(adam, 'records_clients');
    await add(adam, { name: 'Müller GmbH', externalId: 'M-1' });
    const count = async () => (await all('client')).filter((one) => nameOfRecord(one).startsWith('Müller')).length;
    await adam.press('records_add');
    await adam.modal('records_editor');
    await adam.fill({ name: 'müller  gmbh', contact: 'Eva' });
    await adam.submit();
    await shows(adam, say.sameName({ name: 'Müller GmbH · M-1' }));
    expect(await count()).toBe(1);
    // What was typed stays, on the other page too.
    await turnTo(adam, 'taxId');
    await turnTo(adam, 'address');
    expect(answerIn(adam, 'contact')?.value).toBe('Eva');
    expect(await adam.submit()).toHaveProperty('closed');
    await vi.waitFor(async () =>
      expect((await all('client')).filter((one) => /^müller/i.test(nameOfRecord(one)))).toHaveLength(2),
    );
    // Another field of one of them is changed without being asked.
    await edit(adam, (await named('client', 'Müller GmbH')).id);
    await adam.fill({ contact: 'Ana' });
    expect(await adam.submit()).toHaveProperty('closed');
  });
});
