import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { objectOf } from '../../sandbox/server/json.ts';
import { EARLIER_JOBS } from '../../src/forms/ids.ts';
import type { Order } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { wordsFor } from '../../src/words/words.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, asked, next, open, sent, typicalOrder } from '../support/acting.ts';
import { forgedPress, interact } from '../support/forged.ts';
import {
  addFromCatalogue,
  answerIn,
  chosenIn,
  inputOf,
  kindOf,
  onFileClient,
  onFileItem,
  onFileSite,
  setActive,
} from '../support/on-file.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';
import { words } from '../support/words.ts';

const { error, search } = words.fields;

describe.each(transports)('over %s, orders are for what is on file', (mode) => {
  let stage: Stage;
  const ids = { client: '', site: '', hall: '', pump: '', seal: '', travel: '', other: '' };
  beforeAll(async () => {
    stage = await startStage(mode);
    ids.client = await onFileClient(stage, 'C-104', {
      ...{ name: 'Acme GmbH', taxId: 'DE 123', address: '1 Mill Lane\nBerlin', language: 'de' },
      paymentNotes: '30 days',
    });
    ids.other = await onFileClient(stage, '', { name: '株式会社テスト' });
    ids.site = await onFileSite(stage, ids.client, 'S-1', {
      ...{ name: 'Plant 2', address: '5 Harbour Road\nBerlin', accessNotes: 'Ring twice', contact: 'Mr. Jensen' },
    });
    ids.hall = await onFileSite(stage, ids.other, '', { name: '本社', contact: '山田' });
    ids.pump = await onFileItem(stage, 'P-1', { description: 'Pump', unitPrice: '120.5' });
    ids.seal = await onFileItem(stage, 'P-2', { description: 'Seal', unitPrice: '4', currency: 'USD' });
    ids.travel = await onFileItem(stage, 'T-1', {
      description: 'Travel',
      kind: 'expense',
      unit: 'km',
      unitPrice: '0.42',
    });
  });
  afterEach(async () => {
    await stage.idle();
    for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => stage.stop());

  const newest = async (): Promise<Order> => {
    const [summary] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    const order = summary && (await stage.store.order(stage.sandbox.teamId, summary.id));
    if (!order) throw new Error('there is no order');
    return order;
  };
  const { client: _, location: __, ...own } = typicalOrder.job;

  /** Opens the form of a new order, empty. */
  async function anew(person: Person): Promise<void> {
    await person.command('/so new');
    const form = await person.modal('submit');
    if (!form.actions.includes('form_discard')) return;
    await person.press('form_discard');
    await vi.waitFor(() => expect(person.topModal()?.actions).not.toContain('form_discard'));
  }

  /** Opens a copy of that order, turned to its first page. */
  async function copied(person: Person, number: number): Promise<void> {
    await person.command(`/so ${words.command.name.copy} SO-${number}`);
    await person.modal('submit');
    await person.press('form_back');
    await vi.waitFor(() => expect(answerIn(person, 'title')).toBeDefined());
  }

  /** Begins an order for the client at the site, as far as its items. */
  async function begin(person: Person, where: { client: string; site: string }): Promise<void> {
    await anew(person);
    await person.fill({ client: { search: '', pick: where.client } });
    await vi.waitFor(() => expect(kindOf(person, 'location')).toBe('external_select'));
    await person.fill({ ...own, location: { search: '', pick: where.site } });
    await next(person);
    await person.fill({ ...typicalOrder.when(), supervisor: stage.people.sam });
  }

  test('a client, a site and three lines of the catalogue: the order has them as they were', async () => {
    const { ana } = stage.people;
    await begin(ana, { client: 'Acme GmbH · C-104', site: 'Plant 2, 5 Harbour Road, Berlin · S-1' });
    expect(answerIn(ana, 'contact')?.value).toBe('Mr. Jensen');
    await next(ana);
    await addFromCatalogue(ana, 'pu', 'Pump', '2');
    await addFromCatalogue(ana, '', 'Seal');
    await addFromCatalogue(ana, 'trav', 'Travel', '12.5');
    await sent(ana);
    const { content } = await newest();
    expect(content).toMatchObject({
      ...{ client: 'Acme GmbH', location: 'Plant 2, 5 Harbour Road, Berlin', contact: 'Mr. Jensen' },
      clientOnFile: { id: ids.client, externalId: 'C-104', taxId: 'DE 123', language: 'de', paymentNotes: '30 days' },
      siteOnFile: { id: ids.site, externalId: 'S-1', name: 'Plant 2', accessNotes: 'Ring twice' },
    });
    expect(content.items.map(({ id: _, ...item }) => item)).toEqual([
      {
        kind: 'material',
        description: 'Pump',
        quantity: 2000,
        unit: 'pcs',
        unitPrice: '120.5',
        onFile: ids.pump,
        code: 'P-1',
      },
      // Its price is in another currency.
      {
        kind: 'material',
        description: 'Seal',
        quantity: 1000,
        unit: 'pcs',
        unitPrice: null,
        onFile: ids.seal,
        code: 'P-2',
      },
      {
        kind: 'expense',
        description: 'Travel',
        quantity: 12_500,
        unit: 'km',
        unitPrice: '0.42',
        onFile: ids.travel,
        code: 'T-1',
      },
    ]);
    const found = await asked(ana, '/so find T-1');
    expect(found).toContain(words.search.found.all({ words: 'T-1' }));
    expect(found).toContain(orderNumber((await newest()).number));
  });

  test('in another script all the same', async () => {
    const { ana } = stage.people;
    await begin(ana, { client: '株式会社テスト', site: '本社' });
    await next(ana);
    await sent(ana);
    expect((await newest()).content).toMatchObject({
      ...{ client: '株式会社テスト', location: '本社', contact: '山田' },
      clientOnFile: { id: ids.other },
      siteOnFile: { id: ids.hall },
    });
  });

  test('another client has other sites', async () => {
    const { ana } = stage.people;
    await anew(ana);
    await ana.fill({ client: { search: 'acme', pick: 'Acme GmbH · C-104' } });
    await vi.waitFor(() => expect(kindOf(ana, 'location')).toBe('external_select'));
    await ana.fill({ location: { search: 'plant', pick: 'Plant 2, 5 Harbour Road, Berlin · S-1' } });
    await ana.fill({ client: { search: 'テスト', pick: '株式会社テスト' } });
    await vi.waitFor(() => expect(chosenIn(ana, 'location')).toBe(''));
    await expect(ana.fill({ location: { search: 'plant', pick: 'Plant 2' } })).rejects.toThrow();
    await ana.fill({ client: { search: 'acme', pick: 'Acme GmbH · C-104' } });
    await vi.waitFor(() => expect(String(inputOf(ana, 'location').action_id)).toContain(ids.client));
    expect(chosenIn(ana, 'client')).toBe('Acme GmbH · C-104');
    expect(chosenIn(ana, 'location')).toBe('');
  });

  test('what is not on file is used as it is typed', async () => {
    const { ana } = stage.people;
    await anew(ana);
    await ana.fill({ client: { search: 'Globex', pick: search.use({ typed: 'Globex' }) } });
    await vi.waitFor(() => expect(chosenIn(ana, 'client')).toBe('Globex'));
    await expect(ana.fill({ client: { search: 'Globex', pick: search.add({ typed: 'Globex' }) } })).rejects.toThrow();
    await ana.fill({ ...own, location: '7 Hill Street' });
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: stage.people.sam });
    await next(ana);
    await sent(ana);
    const { content } = await newest();
    expect(content).toMatchObject({ client: 'Globex', location: '7 Hill Street' });
    expect(content).not.toHaveProperty('clientOnFile');
    expect(content).not.toHaveProperty('siteOnFile');
  });

  test('the office adds a client and its site while it fills in the order', async () => {
    const { adam } = stage.people;
    await anew(adam);
    await adam.fill({ client: { search: 'Initech', pick: search.add({ typed: 'Initech' }) } });
    await vi.waitFor(() => expect(chosenIn(adam, 'client')).toBe('Initech'));
    await vi.waitFor(() => expect(kindOf(adam, 'location')).toBe('external_select'));
    await adam.fill({ location: { search: 'Depot', pick: search.add({ typed: 'Depot' }) } });
    await vi.waitFor(() =>
      expect(String(objectOf(answerIn(adam, 'location')?.selected_option).value)).toMatch(/^record:/),
    );
    await adam.fill(own);
    await next(adam);
    await adam.fill({ ...typicalOrder.when(), supervisor: stage.people.sam });
    await next(adam);
    await sent(adam);
    const { content } = await newest();
    expect(content).toMatchObject({ client: 'Initech', location: 'Depot' });
    const [client, ...others] = await stage.store.suggestions(stage.sandbox.teamId, { kind: 'client' }, 'initech', 9);
    expect(others).toEqual([]);
    expect(content.clientOnFile?.id).toBe(client?.id);
    const change = await stage.store.recordChanges(stage.sandbox.teamId, 'client', client?.id ?? '', 9);
    expect(change).toMatchObject([{ by: { id: adam.id }, before: null }]);
  });

  test('deactivated between choosing and sending: said under the field', async () => {
    const { ana } = stage.people;
    await begin(ana, { client: 'Acme GmbH · C-104', site: 'Plant 2, 5 Harbour Road, Berlin · S-1' });
    await next(ana);
    await next(ana);
    await setActive(stage, 'site', ids.site, false);
    await ana.submit();
    const said = error.inactiveSite({ name: 'Plant 2, 5 Harbour Road, Berlin' });
    expect(ana.topModal()?.shown).toContain(said);
    await ana.submit();
    expect(ana.errors()).toEqual({ location: said });
    await setActive(stage, 'site', ids.site, true);
    await next(ana);
    await next(ana);
    await next(ana);
    await setActive(stage, 'client', ids.client, false);
    await ana.submit();
    expect(ana.topModal()?.shown).toContain(error.inactiveClient({ name: 'Acme GmbH' }));
    await ana.submit();
    expect(ana.errors()).toEqual({ client: error.inactiveClient({ name: 'Acme GmbH' }) });
    await ana.fill({ client: { search: 'テスト', pick: '株式会社テスト' } });
    await vi.waitFor(() => expect(String(inputOf(ana, 'location').action_id)).toContain(ids.other));
    // The site of the first one is gone with it, and so is what was wrong.
    expect(chosenIn(ana, 'location')).toBe('');
    expect(ana.topModal()?.shown).not.toContain(error.inactiveClient({ name: 'Acme GmbH' }));
    await ana.fill({ location: { search: 'Yard', pick: search.use({ typed: 'Yard' }) } });
    await next(ana);
    expect(answerIn(ana, 'contact')?.value ?? '').toBe('');
    await ana.press('form_back');
    await vi.waitFor(() => expect(kindOf(ana, 'location')).toBe('external_select'));
    await ana.fill({ location: { search: '本', pick: '本社' } });
    await next(ana);
    expect(answerIn(ana, 'contact')?.value).toBe('山田');
    await next(ana);
    await next(ana);
    await sent(ana);
    expect((await newest()).content).toMatchObject({ client: '株式会社テスト', siteOnFile: { id: ids.hall } });
    await setActive(stage, 'client', ids.client, true);
  });

  test('a client who is active again is said to be inactive no longer, and their sites are listed', async () => {
    const { ana } = stage.people;
    await stage.set({ records: { freeClients: false, freeItems: true } });
    await begin(ana, { client: 'Acme GmbH · C-104', site: 'Plant 2, 5 Harbour Road, Berlin · S-1' });
    await next(ana);
    await next(ana);
    await setActive(stage, 'client', ids.client, false);
    await ana.submit();
    const said = error.inactiveClient({ name: 'Acme GmbH' });
    expect(ana.topModal()?.shown).toContain(said);
    await ana.fill({ title: ' ' });
    await setActive(stage, 'client', ids.client, true);
    await ana.submit();
    await vi.waitFor(() => expect(ana.topModal()?.shown).not.toContain(said));
    expect(ana.topModal()?.shown).toContain(error.required);
    await ana.fill({ title: own.title, location: { search: 'plant', pick: 'Plant 2, 5 Harbour Road, Berlin · S-1' } });
    await next(ana);
    expect(answerIn(ana, 'contact')?.value).toBe('Mr. Jensen');
    await next(ana);
    await next(ana);
    await sent(ana);
    expect((await newest()).content).toMatchObject({ clientOnFile: { id: ids.client }, siteOnFile: { id: ids.site } });
    await stage.set({});
  });

  test('where the first site of a client is put on file while the form is open, the list is there', async () => {
    const { ana } = stage.people;
    const client = await onFileClient(stage, '', { name: `Umbrella ${mode}` });
    await stage.set({ records: { freeClients: false, freeItems: true } });
    await anew(ana);
    await ana.fill({ client: { search: 'umbrella', pick: `Umbrella ${mode}` } });
    await vi.waitFor(() => expect(chosenIn(ana, 'client')).toBe(`Umbrella ${mode}`));
    await ana.fill({ ...own, location: '7 Hill Street' });
    await onFileSite(stage, client, '', { name: 'Lab' });
    await ana.submit();
    await vi.waitFor(() => expect(kindOf(ana, 'location')).toBe('external_select'));
    expect(ana.topModal()?.shown).toContain(error.siteNotOnFile);
    await ana.fill({ location: { search: '', pick: 'Lab' } });
    await next(ana);
    await ana.closeModal(true);
    await stage.set({});
    await setActive(stage, 'client', client, false);
  });

  test('an item that is no longer active is not taken', async () => {
    const { ana } = stage.people;
    await begin(ana, { client: '株式会社テスト', site: '本社' });
    await next(ana);
    await ana.press('item_add');
    await ana.modal('item');
    await ana.fill({ onFile: { search: 'pump', pick: 'Pump' } });
    await vi.waitFor(() => expect(answerIn(ana, 'description')?.value).toBe('Pump'));
    await setActive(stage, 'item', ids.pump, false);
    await ana.submit();
    expect(ana.errors()).toEqual({ onFile: error.inactiveItem({ name: 'Pump' }) });
    await setActive(stage, 'item', ids.pump, true);
  });

  test('an item whose line is deactivated after it was added is named when the order is sent, and nothing is lost', async () => {
    const { ana } = stage.people;
    await begin(ana, { client: '株式会社テスト', site: '本社' });
    await next(ana);
    await addFromCatalogue(ana, 'pump', 'Pump', '3');
    await addFromCatalogue(ana, 'trav', 'Travel', '12');
    await next(ana);
    await setActive(stage, 'item', ids.pump, false);
    const before = (await newest()).number;
    await ana.submit();
    const said = words.forms.notice.inactiveItems({ n: 1, items: 'Pump' });
    expect(ana.topModal()?.shown).toContain(said);
    expect((await newest()).number).toBe(before);
    // Who only opens the item and saves it again is told as well.
    await ana.press('item_edit', { nth: 0 });
    await ana.modal('item');
    await ana.submit();
    expect(ana.errors()).toEqual({ onFile: error.inactiveItem({ name: 'Pump' }) });
    await ana.fill({ onFile: { search: 'seal', pick: 'Seal' } });
    await vi.waitFor(() => expect(answerIn(ana, 'description')?.value).toBe('Seal'));
    expect(await ana.submit()).toHaveProperty('closed');
    await ana.modal('submit');
    await next(ana);
    await sent(ana);
    expect((await newest()).content.items).toMatchObject([
      { description: 'Seal', quantity: 3000, onFile: ids.seal },
      { description: 'Travel', quantity: 12_000, onFile: ids.travel },
    ]);
    await setActive(stage, 'item', ids.pump, true);
  });

  test('an order that has an item keeps it when its line is deactivated and the order is changed', async () => {
    const { ana } = stage.people;
    await begin(ana, { client: '株式会社テスト', site: '本社' });
    await next(ana);
    await addFromCatalogue(ana, 'pump', 'Pump');
    await sent(ana);
    await stage.idle();
    await setActive(stage, 'item', ids.pump, false);
    await open(ana, 'edit', stage.sandbox.workspace.channels().at(-1)?.name ?? '');
    await next(ana);
    await next(ana);
    await ana.press('item_edit', { nth: 0 });
    await ana.modal('item');
    await ana.fill({ quantity: '5' });
    expect(await ana.submit()).toHaveProperty('closed');
    await ana.modal('edit');
    await sent(ana);
    expect((await newest()).content.items).toMatchObject([{ quantity: 5000, onFile: ids.pump }]);
    await setActive(stage, 'item', ids.pump, true);
  });

  test('a line that is picked just while it is deactivated is taken or named, and never in between', async () => {
    const { ana } = stage.people;
    for (let round = 0; round < 4; round++) {
      await begin(ana, { client: '株式会社テスト', site: '本社' });
      await next(ana);
      await ana.press('item_add');
      await ana.modal('item');
      const deactivated = setActive(stage, 'item', ids.pump, false);
      await ana.fill({ onFile: { search: 'pump', pick: 'Pump' } }).catch(() => undefined);
      await ana.fill({ description: 'Pump', quantity: '1' });
      await deactivated;
      const came = await ana.submit();
      if ('closed' in came) {
        // It was not picked, or was a line of its own words: no order has a line that nobody may take.
        await ana.modal('submit');
        await sent(ana);
        expect((await newest()).content.items).toMatchObject([{ description: 'Pump' }]);
        expect((await newest()).content.items[0]?.onFile).toBeUndefined();
      } else {
        expect(ana.errors()).toEqual({ onFile: error.inactiveItem({ name: 'Pump' }) });
        await ana.closeModal(true);
      }
      await setActive(stage, 'item', ids.pump, true);
    }
  });

  test('an order that is sent just while a line is deactivated is sent with it, or names it and keeps everything', async () => {
    const { ana } = stage.people;
    for (let round = 0; round < 4; round++) {
      await begin(ana, { client: '株式会社テスト', site: '本社' });
      await next(ana);
      await addFromCatalogue(ana, 'pump', 'Pump', '7');
      await next(ana);
      const { number } = await newest();
      const [came] = await Promise.all([ana.submit(), setActive(stage, 'item', ids.pump, false)]);
      await setActive(stage, 'item', ids.pump, true);
      if (!('closed' in came)) {
        expect(ana.topModal()?.shown).toContain(words.forms.notice.inactiveItems({ n: 1, items: 'Pump' }));
        expect((await newest()).number).toBe(number);
        await sent(ana);
      }
      expect(await newest()).toMatchObject({
        number: number + 1,
        content: { items: [{ quantity: 7000, onFile: ids.pump }] },
      });
    }
  });

  test('the same job is known by its records: a site that was renamed is the same, one that is only called the same is not', async () => {
    const { ana } = stage.people;
    const similar = words.review.question
      .similar({ order: '*', name: 'Ana Ruiz', date: '*' })
      .split('*')
      .find((part) => part.length > 20);
    const job = { title: 'Known by its records' };
    const plant = 'Plant 2, 5 Harbour Road, Berlin';
    const atReview = async (site: string) => {
      await begin(ana, { client: 'Acme GmbH · C-104', site });
      await ana.press('form_back');
      await vi.waitFor(() => expect(answerIn(ana, 'title')).toBeDefined());
      await ana.fill(job);
      await next(ana);
      await next(ana);
      await next(ana);
      return ana.topModal()?.shown;
    };
    expect(await atReview(`${plant} · S-1`)).not.toContain(similar);
    await sent(ana);
    const twin = await onFileSite(stage, ids.client, 'S-9', { name: 'Plant 2', address: '5 Harbour Road\nBerlin' });
    expect(await atReview(`${plant} · S-9`)).not.toContain(similar);
    await ana.closeModal(true);
    await rename('Works 2');
    expect(await atReview('Works 2, 5 Harbour Road, Berlin · S-1')).toContain(similar);
    await ana.closeModal(true);
    await rename('Plant 2');
    await setActive(stage, 'site', twin, false);

    async function rename(name: string): Promise<void> {
      const site = await stage.store.record(stage.sandbox.teamId, 'site', ids.site);
      if (!site) return expect.unreachable();
      const { revision, ...record } = site;
      const by = { id: 'UOFFICE', name: 'Office' };
      const renamed = { ...record, data: { ...record.data, name } };
      await stage.store.saveRecord(stage.sandbox.teamId, renamed, revision, { at: 1, by });
    }
  });

  test('where the settings forbid it, what is not on file is refused', async () => {
    const { ana } = stage.people;
    await stage.set({ records: { freeClients: false, freeItems: false } });
    await anew(ana);
    await expect(ana.fill({ client: { search: 'Globex', pick: search.use({ typed: 'Globex' }) } })).rejects.toThrow();
    await ana.closeModal(true);
    await begin(ana, { client: '株式会社テスト', site: '本社' });
    await next(ana);
    await ana.press('item_add');
    await ana.modal('item');
    await ana.fill({ description: 'Anything', quantity: '1' });
    await ana.submit();
    expect(ana.errors()).toEqual({ description: error.itemNotOnFile });
    await ana.fill({ onFile: { search: 'pump', pick: 'Pump' } });
    await vi.waitFor(() => expect(answerIn(ana, 'description')?.value).toBe('Pump'));
    expect(await ana.submit()).toHaveProperty('closed');
    await stage.set({});
  });

  test('a change keeps the records, and so does a copy, as long as they are active', async () => {
    const { ana } = stage.people;
    await begin(ana, { client: 'Acme GmbH · C-104', site: 'Plant 2, 5 Harbour Road, Berlin · S-1' });
    await next(ana);
    await sent(ana);
    await stage.idle();
    const channel = stage.sandbox.workspace.channels().at(-1)?.name ?? '';
    await open(ana, 'edit', channel);
    expect(chosenIn(ana, 'client')).toBe('Acme GmbH · C-104');
    expect(chosenIn(ana, 'location')).toBe('Plant 2, 5 Harbour Road, Berlin · S-1');
    await ana.closeModal(true);
    const { number } = await newest();
    await copied(ana, number);
    expect(chosenIn(ana, 'client')).toBe('Acme GmbH · C-104');
    expect(chosenIn(ana, 'location')).toBe('Plant 2, 5 Harbour Road, Berlin · S-1');
    await ana.closeModal(true);
    await setActive(stage, 'client', ids.client, false);
    await open(ana, 'edit', channel);
    expect(chosenIn(ana, 'client')).toBe('Acme GmbH');
    expect(kindOf(ana, 'location')).toBe('plain_text_input');
    expect(answerIn(ana, 'location')?.value).toBe('Plant 2, 5 Harbour Road, Berlin');
    await ana.closeModal(true);
    await setActive(stage, 'client', ids.client, true);
  });

  test('a copy says what is no longer active, and is not sent with it', async () => {
    const { ana } = stage.people;
    await begin(ana, { client: 'Acme GmbH · C-104', site: 'Plant 2, 5 Harbour Road, Berlin · S-1' });
    await next(ana);
    await addFromCatalogue(ana, 'pump', 'Pump', '3');
    await sent(ana);
    await stage.idle();
    const { number } = await newest();
    const copy = async () => {
      await ana.command(`/so ${words.command.name.copy} SO-${number}`);
      await ana.modal('submit');
    };
    await setActive(stage, 'site', ids.site, false);
    await setActive(stage, 'item', ids.pump, false);
    await copy();
    expect(ana.topModal()?.shown).toContain(error.inactiveSite({ name: 'Plant 2, 5 Harbour Road, Berlin' }));
    expect(ana.topModal()?.shown).toContain(error.inactiveItem({ name: 'Pump' }));
    expect(chosenIn(ana, 'client')).toBe('Acme GmbH · C-104');
    await ana.closeModal(true);
    await setActive(stage, 'site', ids.site, true);
    await setActive(stage, 'client', ids.client, false);
    await copy();
    expect(ana.topModal()?.shown).toContain(error.inactiveClient({ name: 'Acme GmbH' }));
    expect(chosenIn(ana, 'client')).toBe('Acme GmbH · C-104');
    await ana.submit();
    expect(ana.errors()).toEqual({ client: error.inactiveClient({ name: 'Acme GmbH' }) });
    await ana.fill({ client: { search: 'テスト', pick: '株式会社テスト' } });
    await vi.waitFor(() => expect(String(inputOf(ana, 'location').action_id)).toContain(ids.other));
    await ana.fill({ location: { search: '本', pick: '本社' } });
    for (let page = 0; page < 3; page++) await next(ana);
    await ana.submit();
    expect(ana.topModal()?.shown).toContain(words.forms.notice.inactiveItems({ n: 1, items: 'Pump' }));
    await ana.closeModal(true);
    await setActive(stage, 'client', ids.client, true);
    await setActive(stage, 'item', ids.pump, true);
  });

  test('its documents are in the language of the client, with what is on file', async () => {
    const { ana, sam, farid } = stage.people;
    await begin(ana, { client: 'Acme GmbH · C-104', site: 'Plant 2, 5 Harbour Road, Berlin · S-1' });
    await next(ana);
    await sent(ana);
    await stage.idle();
    await approve(stage, sam, stage.sandbox.workspace.channels().at(-1)?.name ?? '', [farid]);
    const { latest, number } = await newest();
    expect(latest?.issuer).toMatchObject({ language: 'de', locale: 'de' });
    const title = `${orderNumber(number)} v1.pdf`;
    const file = [...stage.sandbox.workspace.files.values()].find((one) => one.title === title);
    const printed = wordsOf(file?.bytes ?? Buffer.alloc(0));
    const { field } = wordsFor('de').document;
    for (const text of [
      field.clientTaxId,
      'DE 123',
      field.billingAddress,
      '1 Mill Lane',
      field.paymentNotes,
      '30 days',
    ])
      expect(printed).toContain(text);
  });

  test('what was done at the same place before is one tap away, for who may see it', async () => {
    const { ana, ben, farid } = stage.people;
    const order = await newest();
    const say = words.lists.earlierJobs;
    const { title, shown } = await earlier(ana, order);
    expect(title).toBe(say.title);
    expect(shown).not.toContain(orderNumber(order.number));
    expect(shown).toContain(orderNumber(order.number - 1));
    await ana.closeModal(true);
    // On no other order there.
    expect((await earlier(farid, order)).shown).toContain(say.none);
    await farid.closeModal(true);
    await interact(stage, forgedPress(stage, ben.id, EARLIER_JOBS, order.id));
    expect((await ben.modal('notice')).shown).toContain(words.forms.notice.noOrder);
    await ben.closeModal(true);
    await anew(ana);
    await ana.fill({ client: { search: 'テスト', pick: '株式会社テスト' } });
    await vi.waitFor(() => expect(ana.topModal()?.actions).toContain(EARLIER_JOBS));
    await ana.press(EARLIER_JOBS);
    const list = await ana.modal('notice');
    expect(list.shown).toContain('株式会社テスト');
    expect(list.shown).not.toContain('Acme');
  });

  test('how to get in is read by the crew and whoever looks the order up, and stands in no channel', async () => {
    const { ana, sam, carla } = stage.people;
    await begin(ana, { client: 'Acme GmbH · C-104', site: 'Plant 2, 5 Harbour Road, Berlin · S-1' });
    await next(ana);
    await sent(ana);
    await stage.idle();
    const channel = stage.sandbox.workspace.channels().at(-1)?.name ?? '';
    await approve(stage, sam, channel, [carla]);
    expect(carla.directMessages().at(-1)?.shown).toContain('Ring twice');
    await carla.command(`/so show ${orderNumber((await newest()).number)}`);
    await vi.waitFor(() => expect(carla.ephemerals().at(-1)?.shown).toContain('Ring twice'));
    expect(
      carla
        .messages(channel)
        .map(({ shown }) => shown)
        .join(),
    ).not.toContain('Ring twice');
  });

  /** Presses the button of the order's card. */
  async function earlier(person: Person, { number }: Order) {
    await person.press(EARLIER_JOBS, {
      channel: stage.sandbox.workspace.channels().find(({ name }) => name.includes(String(number)))?.name ?? '',
    });
    return person.modal('notice');
  }

  test('two people who add the same client at once add one', async () => {
    const { adam, olga } = stage.people;
    const pick = search.add({ typed: 'Hooli' });
    await Promise.all([adam, olga].map(anew));
    await Promise.all([adam, olga].map((person) => person.fill({ client: { search: 'Hooli', pick } })));
    for (const person of [adam, olga])
      await vi.waitFor(() => expect(objectOf(answerIn(person, 'client')?.selected_option).value).toMatch(/^record:/));
    const found = await stage.store.suggestions(stage.sandbox.teamId, { kind: 'client' }, 'hooli', 9);
    expect(found).toHaveLength(1);
    expect(found[0]?.revision).toBe(1);
    // Chosen and sent again, it is the same one.
    await setActive(stage, 'client', found[0]?.id ?? '', false);
    await adam.fill({ client: { search: 'Hooli', pick } });
    await vi.waitFor(() => expect(chosenIn(adam, 'client')).toBe('Hooli'));
    await adam.fill({ ...own, location: '1 Way' });
    await adam.submit();
    expect(adam.errors()).toEqual({ client: error.inactiveClient({ name: 'Hooli' }) });
  });
});
