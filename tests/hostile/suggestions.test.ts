import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type JsonObject, objectOf, objectsOf, textOf } from '../../sandbox/server/json.ts';
import { STATES } from '../../src/order/order.ts';
import { approve, confirm, open, sent, submitOrder } from '../support/acting.ts';
import { from, interact } from '../support/forged.ts';
import { addFromCatalogue, kindOf, onFileClient, onFileItem, onFileSite, setActive } from '../support/on-file.ts';
import { sketches } from '../support/sketches.ts';
import { idOf, type OnePerState, onePerState, somebody } from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

let stage: Stage;
let orders: OnePerState;
let client: string;
let item: string;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
  client = await onFileClient(stage, '', { name: 'Initech' });
  await onFileSite(stage, client, '', { name: 'Depot' });
  item = await onFileItem(stage, '', { description: 'Gasket', unitPrice: '7391.57' });
  orders = await onePerState(stage);
}, 60_000);
afterAll(async () => {
  expect(stage.sandbox.complaints).toEqual([]);
  await stage.stop();
});

interface Asked {
  readonly action: string;
  readonly form?: string;
  readonly order?: string;
  readonly typed?: string;
  readonly view?: JsonObject | null;
  /** The workspace that the payload says it is from. */
  readonly team?: JsonObject;
}

/** The options of a menu that somebody asks for without having any form open. */
async function offered(name: string, asked: Asked): Promise<string[]> {
  return objectsOf((await answered(name, asked)).options).map(({ text }) => textOf(text));
}

/** All that is answered. */
async function answered(
  name: string,
  { action, form = 'submit', order = '', typed = '', view = {}, ...changes }: Asked,
): Promise<JsonObject> {
  const inEditor = action.startsWith('field-item');
  const page = { k: 'k', o: order, p: inEditor ? 'items' : 'job', s: 1, m: '' };
  const metadata = inEditor ? { ...page, f: form, v: 'V1', i: 'i1' } : page;
  const callback_id = `form:${inEditor ? 'item' : form}`;
  const outcome = await interact(stage, {
    ...from(stage, idOf(stage, name)),
    type: 'block_suggestion',
    ...{ action_id: action, block_id: 'b', value: typed, ...changes },
    ...(view
      ? { view: { id: 'V1', type: 'modal', callback_id, private_metadata: JSON.stringify(metadata), ...view } }
      : {}),
  });
  if (outcome.status !== 'acked') throw new Error(outcome.reason);
  return objectOf(outcome.body);
}

/** Nothing at all is answered to any menu of a form. */
async function learnsNothing(name: string, asked: Omit<Asked, 'action'> = {}): Promise<void> {
  for (const { action } of menus())
    for (const typed of ['', 'i', 'depot', 'gasket'])
      expect(await answered(name, { ...asked, action, typed }), `${name}, ${action}`).toEqual({ options: [] });
}

const menus = () => [
  { action: 'field-client-0-0', finds: 'Initech' },
  { action: `field-site-0-${client}-0`, finds: 'Depot' },
  { action: 'field-item-0-0', finds: 'Gasket' },
];

describe('the options of a menu are for who may send its form', () => {
  const may = ['ana', 'sam', 'carla', 'farid', 'adam', 'olga', 'ben'];
  test.each(somebody)('a new order, by %s, %s', async (name) => {
    for (const { action, finds } of menus()) {
      const found = await offered(name, { action });
      if (may.includes(name)) expect(found.join('\n'), action).toContain(finds);
      else expect(found, action).toEqual([]);
    }
  });

  test.each(somebody)('orders that exist, by %s, %s', async (name, _, roles) => {
    for (const state of STATES)
      for (const form of ['edit', 'resubmit', 'confirm'])
        for (const { action } of menus()) {
          const [opens, who, items] = {
            edit: [state === 'submitted', 'requester', true] as const,
            resubmit: [state === 'changes_requested', 'requester', true] as const,
            confirm: [state === 'approved', 'crew', action.startsWith('field-item')] as const,
          }[form as 'edit'];
          const allowed =
            opens && items && roles.some((role) => role === who || (form === 'confirm' && role === 'coordinator'));
          const found = await offered(name, { action, form, order: orders[state].id });
          expect(found.length > 0, `${form} of an order that is ${state}: ${action}`).toBe(allowed);
        }
  });

  test.each([
    ['of another form', { action: 'field-client-0-0', form: 'reject' }],
    ['of no form', { action: 'field-client-0-0', form: 'nothing' }],
    ['of an order that does not exist', { action: 'field-client-0-0', form: 'edit', order: 'none' }],
    ['of an input that is none', { action: 'field-0' }],
    ['of a menu that is none', { action: 'field-crew-0-0' }],
    ['of an object of the language', { action: 'field-constructor-0-0' }],
    ['without a view', { action: 'field-client-0-0', view: null }],
    ['with metadata that are none', { action: 'field-client-0-0', view: { private_metadata: '{' } }],
    ['of a client that is none', { action: 'field-site-0-none-0' }],
  ] satisfies [string, Asked][])('nothing for a menu %s', async (_, asked) => {
    expect(await offered('ana', asked)).toEqual([]);
  });

  test('however much there is and however long it is, the answer is one that Slack takes', async () => {
    for (let n = 0; n < 60; n++)
      await onFileItem(stage, `${'𝔘'.repeat(29)}${n}`, { description: `Wrench ${'長'.repeat(190)}`, unitPrice: '1' });
    const found = await offered('ana', { action: 'field-item-0-0', typed: 'wrench' });
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThanOrEqual(100);
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(75);
    const typed = await offered('adam', { action: 'field-client-0-0', typed: '長'.repeat(3000) });
    expect(Math.max(0, ...typed.map(({ length }) => length))).toBeLessThanOrEqual(75);
  });

  test('with a thousand clients on file, the options are there within 300 ms', async () => {
    const names = Array.from({ length: 1000 }, (_, n) => `Northern Client ${n}`);
    for (const name of names) await onFileClient(stage, '', { name });
    const waits: number[] = [];
    for (const typed of ['', 'n', 'no', 'nor', 'north', 'northern c', 'client 99', 'nothing like it']) {
      const begun = performance.now();
      await offered('ana', { action: 'field-client-0-0', typed });
      waits.push(performance.now() - begun);
    }
    expect(Math.max(...waits)).toBeLessThan(300);
  }, 60_000);

  test('who may not add clients adds none by sending that they do', async () => {
    const { ana } = stage.people;
    const found = await offered('ana', { action: 'field-client-0-0', typed: 'Hooli' });
    expect(found).toEqual([words.fields.search.use({ typed: 'Hooli' })]);
    expect(await offered('adam', { action: 'field-client-0-0', typed: 'Hooli' })).toEqual([
      words.fields.search.use({ typed: 'Hooli' }),
      words.fields.search.add({ typed: 'Hooli' }),
    ]);
    await ana.command('/so new');
    const form = await ana.modal('submit');
    await interact(stage, {
      ...from(stage, ana.id),
      type: 'block_actions',
      container: { type: 'view', view_id: form.id },
      view: {
        ...{ id: form.id, type: 'modal', callback_id: form.callbackId, private_metadata: form.privateMetadata },
        ...{ hash: form.hash, blocks: [] },
        state: { values: { client: { 'field-client-0-0': { selected_option: { value: 'add:Hooli' } } } } },
      },
      actions: [
        { action_id: 'field-client-0-0', block_id: 'client', action_ts: `${Math.floor(Date.now() / 1000)}.000100` },
      ],
    });
    await stage.idle();
    expect(await stage.store.suggestions(stage.sandbox.teamId, { kind: 'client' }, 'hooli', 9)).toEqual([]);
    await ana.closeModal(true);
  });
});

describe('what the office has set counts in the menus too', () => {
  test('where clients have to be on file, nobody’s words are offered, though none of them is active', async () => {
    const { store, sandbox } = stage;
    await stage.set({ records: { freeClients: false, freeItems: true } });
    const active = await store.suggestions(sandbox.teamId, { kind: 'client' }, 'initech', 9);
    const all = await store.recordsByName(sandbox.teamId, { kind: 'client' }, { limit: 2000 });
    for (const { id } of all) await setActive(stage, 'client', id, false);
    expect(active).not.toEqual([]);
    expect(await offered('ana', { action: 'field-client-0-0', typed: 'Hooli' })).toEqual([]);
    const { ana } = stage.people;
    await ana.command('/so new');
    await ana.modal('submit');
    expect(kindOf(ana, 'client')).toBe('external_select');
    await ana.closeModal(true);
    for (const { id } of all) await setActive(stage, 'client', id, true);
    await stage.set({});
  });

  test('where prices are for the office, nobody else reads the list of them', async () => {
    await stage.set({ prices: { visibleTo: 'office', channel: '' } });
    const prices = async (name: string) =>
      (await offered(name, { action: 'field-item-0-0', typed: 'gasket' })).filter((one) => one.includes('7,391.57'));
    for (const name of ['ana', 'sam', 'farid']) expect(await prices(name), name).toEqual([]);
    expect(await prices('adam')).toHaveLength(1);
    await stage.set({});
    expect(await prices('ana')).toHaveLength(1);
  });

  test.each(somebody)('items of an order type, by %s, %s', async (name) => {
    const found = await offered(name, { action: 'types_item_catalogue:0', typed: 'gasket' });
    expect(found.length > 0).toBe(name === 'adam' || name === 'olga');
  });
});

describe('nobody learns what is on file any more', () => {
  const change = async (name: string, changes: { deleted?: boolean; isRestricted?: boolean; isAdmin?: boolean }) => {
    stage.sandbox.workspace.admin.changePerson(name, changes);
    await stage.sandbox.idle();
  };
  const memberKind = async (name: string) => (await stage.store.person(stage.sandbox.teamId, idOf(stage, name)))?.kind;

  test.each([
    ['is deactivated', { deleted: true }, { deleted: false }, 'deactivated'],
    ['becomes a guest', { isRestricted: true }, { isRestricted: false }, 'guest'],
  ] as const)('who %s', async (_, changes, back, kind) => {
    expect(await offered('ben', { action: 'field-client-0-0' })).toContain('Initech');
    await change('ben', changes);
    await vi.waitFor(async () => expect(await memberKind('ben')).toBe(kind));
    await learnsNothing('ben');
    await change('ben', back);
    await vi.waitFor(async () => expect(await memberKind('ben')).toBe('member'));
  });

  test('who was on the crew of an order and is no more', async () => {
    const { ana, sam, farid, fiona } = stage.people;
    const channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    const [summary] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    const about = { form: 'confirm', order: summary?.id ?? '' };
    expect(await offered('farid', { ...about, action: 'field-item-0-0', typed: 'gasket' })).not.toEqual([]);
    await open(sam, 'assign', channel);
    await sam.fill({ crew: [fiona] });
    await sent(sam);
    await stage.idle();
    await learnsNothing('farid', about);
  });

  test('who was an admin a moment ago adds no client: Slack has not told us of it', async () => {
    const typed = 'Hooli';
    const add = words.fields.search.add({ typed });
    const options = () => offered('adam', { action: 'field-client-0-0', typed });
    expect(await options()).toContain(add);
    stage.sandbox.workspace.silently(() => stage.sandbox.workspace.admin.changePerson('adam', { isAdmin: false }));
    await vi.waitFor(async () => expect(await options()).not.toContain(add), { timeout: 5000, interval: 100 });
    await change('adam', { isAdmin: true });
  });

  test('who was in the office a moment ago adds no client, and reads no price of the catalogue', async () => {
    const { ana, sam, farid } = stage.people;
    const prices = { visibleTo: 'office' };
    const add = words.fields.search.add({ typed: 'Hooli' });
    await stage.set({ prices });
    const channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    const [summary] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    const client = () => offered('farid', { action: 'field-client-0-0', typed: 'Hooli' });
    const about = { form: 'confirm', order: summary?.id ?? '', typed: 'gasket' };
    const item = async () => (await offered('farid', { ...about, action: 'field-item-0-0' })).join();
    await stage.set({ roles: { office: [farid.id] }, prices });
    expect(await client()).toContain(add);
    expect(await item()).toContain('7,391.57');
    await stage.set({ prices });
    expect(await client()).not.toContain(add);
    expect(await item()).toContain('Gasket');
    expect(await item()).not.toMatch(/\d/);
    await stage.set({});
  });

  test.each([
    ['of another workspace', { team: { id: 'TFOREIGN', domain: 'elsewhere' } }],
    ['of no workspace', { team: {} }],
  ])('whose payload is %s and names what is ours', async (_, where) => {
    for (const name of ['ana', 'adam', 'ext', 'nobody'])
      for (const form of ['submit', 'confirm'])
        await learnsNothing(name, { ...where, form, order: form === 'submit' ? '' : orders.approved.id });
  });
});

describe('where only the office sees prices', () => {
  test('a field worker takes lines of the catalogue without any price, and the order has it all the same', async () => {
    await stage.set({ prices: { visibleTo: 'office' } });
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    const [summary] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    const about = { action: 'field-item-0-0', form: 'confirm', order: summary?.id ?? '', typed: 'gasket' };
    expect((await offered('farid', about)).join('')).not.toMatch(/\d/);
    expect((await offered('farid', about)).join('')).toContain('Gasket');
    // Who sees the prices of their own orders reads no list of all of them.
    expect((await offered('ana', { action: 'field-item-0-0', typed: 'gasket' })).join('')).not.toMatch(/\d/);
    expect((await offered('adam', { action: 'field-item-0-0', typed: 'gasket' })).join('')).toContain('7,391.57');

    await open(farid, 'confirm', channel);
    await addFromCatalogue(farid, 'gask', 'Gasket', '2');
    await vi.waitFor(() => expect(farid.topModal()?.shown).toContain('Gasket'));
    expect(farid.topModal()?.shown.replaceAll(/\D/g, '')).not.toContain('739157');
    await farid.closeModal(true);
    await confirm(stage, farid, channel, { changed: true });
    const order = await stage.store.order(stage.sandbox.teamId, summary?.id ?? '');
    expect(order?.content.items.find(({ onFile }) => onFile === item)).toMatchObject({
      unitPrice: '7391.57',
      quantity: 2000,
    });
    expect(JSON.stringify(farid.messages(channel)).replaceAll(/\D/g, '')).not.toContain('739157');
    await stage.set({});
  });
});
