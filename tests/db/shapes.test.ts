import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { storedCheckpoint } from '../../db/shapes/checkpoint.ts';
import { type KeptDraft, storedDraft } from '../../db/shapes/draft.ts';
import { storedEffect } from '../../db/shapes/effect.ts';
import { storedEntry } from '../../db/shapes/entry.ts';
import { storedOrder, storedVersion } from '../../db/shapes/order.ts';
import { Content4, type Content7 } from '../../db/shapes/parts.ts';
import { storedClient, storedItem, storedSite } from '../../db/shapes/record.ts';
import { storedSettings } from '../../db/shapes/settings.ts';
import { type Same, type Stored, StoredProblem, stored } from '../../db/shapes/stored.ts';
import type { CatalogueItem, Client, Site } from '../../src/office/master-data.ts';
import type { Entry } from '../../src/order/action.ts';
import { totals } from '../../src/order/amounts/money.ts';
import type { Content, Item } from '../../src/order/content.ts';
import type { Effect } from '../../src/order/effect.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';
import type { OwnAnswer } from '../../src/order/own-fields.ts';
import type { Progress } from '../../src/order/progress/progress.ts';
import type { Closure, Version } from '../../src/order/version.ts';
import { writtenCode } from '../../src/verification.ts';
import { orderNumbered } from '../support/whole-order.ts';
import { CODES_OF_SHAPE_1, oldDatabase } from './old-database.ts';
import {
  claimAll,
  content,
  draftData,
  firstCommit,
  items,
  KEYS,
  NOW,
  newOrder,
  nextCommit,
  party,
  saved,
  submitEntry,
  TEAM,
  takeOver,
  version,
} from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const kinds: Record<string, Pick<Stored<unknown, never>, 'number' | 'steps'>> = {
  order: storedOrder,
  version: storedVersion,
  entry: storedEntry,
  draft: storedDraft,
  settings: storedSettings,
  effect: storedEffect,
  checkpoint: storedCheckpoint,
  client: storedClient,
  site: storedSite,
  item: storedItem,
};

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let store: Store | undefined;
beforeEach(() => {
  folder = temporaryFolder();
  file = folder.file('x.db');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store?.close();
  store = undefined;
  folder.remove();
});

const open = async (): Promise<Store> => {
  store = await openStore(`file:${file}`);
  return store;
};

/** Changes the database behind the program's back. */
function tamper(sql: string): void {
  const client = new Database(file);
  client.exec(sql);
  client.close();
}

const lift = (table: string) => `drop trigger ${table}_never_updated;`;
const restoreTriggers = (table: string) =>
  `create trigger \`${table}_never_updated\` BEFORE UPDATE ON \`${table}\` BEGIN SELECT RAISE(ABORT, '${table} are append-only'); END`;

/** The one workspace of the old database, and its orders by number. */
async function theOld(from: Store): Promise<{ team: string; orders: WholeOrder[] }> {
  const client = new Database(file, { readonly: true });
  const team = client.prepare<[], string>('select team from orders limit 1').pluck().get() ?? '';
  client.close();
  const list = await from.list(team, { limit: 50 });
  const orders = await Promise.all(list.map(({ number }) => orderNumbered(from, team, number)));
  return { team, orders: orders.toSorted((a, b) => a.number - b.number) };
}

describe('shapes: rows of the first shape', () => {
  beforeEach(() => oldDatabase(file));

  test('shapes: every order is read whole, with what it said', async () => {
    const { orders } = await theOld(await open());
    expect(orders).toHaveLength(8);
    const [euro, yen, dinar] = orders;
    if (!euro || !yen || !dinar) throw expect.unreachable();
    expect(euro.content).toMatchObject({ currency: 'EUR', decimals: 2, taxRate: 21_000 });
    expect(euro.content.items.map(({ unitPrice }) => unitPrice)).toEqual(['120.55', '47', '0.05', '3.5']);
    expect(euro.versions[0]?.content.items.map(({ unitPrice }) => unitPrice)).toEqual(['120.55', '47', null, '0.05']);
    // 120.55 + 2.125 × 47 = 99.88 + 2 × 0.05, and 21 %
    expect(totals(euro.versions[0]?.content ?? euro.content)).toMatchObject({ net: 22_053, tax: 4631 });
    expect(yen.content).toMatchObject({ currency: 'JPY', decimals: 0, taxRate: 10_000 });
    expect(yen.content.items).toMatchObject([{ quantity: 1500, unitPrice: '15000' }]);
    expect(dinar.content).toMatchObject({ currency: 'TND', decimals: 3, taxRate: 8250 });
    expect(dinar.content.items).toMatchObject([{ quantity: 100_000, unitPrice: '1.005' }]);
    expect(totals(dinar.content).net).toBe(100_500);
    const made = euro.entries.flatMap(({ action }) => (action.type === 'confirm_final' ? [action.items] : []));
    expect(made[0]?.map(({ unitPrice }) => unitPrice)).toEqual(['120.55', '47', '0.05', '3.5']);
    const changes = euro.versions[2]?.changes ?? [];
    expect(changes).toMatchObject([
      { type: 'changed', difference: 4112, before: { unitPrice: '47' } },
      { type: 'removed', difference: 0 },
    ]);
  });

  test('shapes: every kind of action and effect is among them', async () => {
    const now = await open();
    const { orders } = await theOld(now);
    const actions = new Set(orders.flatMap(({ entries }) => entries.map(({ action }) => action.type)));
    expect(actions.size).toBe(12);
    const client = new Database(file, { readonly: true });
    const owed = client
      .prepare<[], { type: string; body: string; shape: number; checkpoint: string; checkpoint_shape: number }>(
        'select * from effects',
      )
      .all();
    client.close();
    const row = (text: string, shape: number) => ({ shape, where: 'row', value: () => JSON.parse(text) });
    const effects = owed.map(({ body, shape }) => storedEffect.read(row(body, shape), undefined));
    // Open orders are looked at once by themselves.
    expect(new Set(effects.map(({ type }) => type)).size).toBe(11);
    const checkpoints = owed.map(({ type, checkpoint, checkpoint_shape }) =>
      storedCheckpoint.read(
        { shape: checkpoint_shape, where: 'row', value: () => ({ type, ...JSON.parse(checkpoint) }) },
        undefined,
      ),
    );
    expect(new Set(checkpoints.flatMap((one) => Object.keys(one))).size).toBeGreaterThan(8);
    expect(await claimAll(now, await takeOver(now, orders[0]?.team), 9e12)).not.toEqual([]);
    expect(await now.parked(orders[0]?.team ?? '', 9)).toMatchObject([{ type: 'open_channel' }]);
  });

  test('shapes: drafts and settings', async () => {
    const now = await open();
    const { team, orders } = await theOld(now);
    expect((await now.settings(team)).money).toEqual({ currency: 'EUR', taxRate: 21_000 });
    const client = new Database(file, { readonly: true });
    const keys = client
      .prepare<[], { person: string; form: string; order: string }>(
        'select person, form, order_id as "order" from drafts order by form, person',
      )
      .all();
    client.close();
    const drafts = await Promise.all(keys.map((key) => now.draft({ team, ...key })));
    const prices = drafts.map((draft) => [draft?.form, draft?.data?.items.map(({ unitPrice }) => unitPrice)]);
    expect(prices.toSorted()).toEqual([
      ['close', []],
      ['confirm', ['95', '12.34']],
      ['resubmit', ['120', '7']],
      ['submit', []],
      ['submit', ['2.5']],
    ]);
    expect(drafts.map((draft) => draft?.data?.money).filter(Boolean)).toEqual([{ currency: 'EUR', decimals: 2 }]);
    expect(drafts.some((draft) => draft?.data?.pricesLost)).toBe(false);
    // What was read can be saved, once.
    const [one] = drafts;
    if (!one?.data) throw expect.unreachable();
    expect(await now.saveDraft({ ...one, data: one.data }, one.stored)).toBe(true);
    expect(await now.saveDraft({ ...one, data: one.data }, one.stored)).toBe(false);
    expect(orders).toHaveLength(8);
  });

  test('shapes: versions and entries stay as they were written, and an order goes on in the new shape', async () => {
    const rows = () => {
      const client = new Database(file, { readonly: true });
      const all = [
        ...client.prepare('select team, order_id, n, body from versions where shape = 1').all(),
        ...client.prepare('select team, order_id, seq, "by", action from entries where shape = 1').all(),
      ];
      client.close();
      return all;
    };
    const now = await open();
    const before = rows();
    const { orders } = await theOld(now);
    const { versions, entries: _, ...last } = orders.find(({ state }) => state === 'approved') ?? expect.unreachable();
    const next = (last.latest?.n ?? 0) + 1;
    const made = saved(
      await now.commit(nextCommit(last, 'next', { version: { ...version(next), content: last.content } })),
    );
    expect(await now.order(made.team, made.id)).toEqual(made);
    expect(rows()).toEqual(before);
    const client = new Database(file, { readonly: true });
    const shapes = client.prepare<[string], number>('select shape from versions where order_id = ? order by n').pluck();
    expect(shapes.all(made.id)).toEqual([...versions.map(() => 1), storedVersion.number]);
    client.close();
  });

  test('shapes: the codes that were printed are kept and stay what they were', async () => {
    const now = await open();
    const { orders } = await theOld(now);
    const codes: Record<string, string> = {};
    for (const order of orders)
      for (const { n } of order.versions) {
        const printed = await now.printedCode(order.team, order.id, n, 'priced');
        expect(printed?.intact).toBe(true);
        codes[`${order.number}-${n}`] = writtenCode({ number: order.number, version: n, check: printed?.check ?? '' });
      }
    expect(codes).toEqual(CODES_OF_SHAPE_1);
    expect(Object.keys(codes)).toHaveLength(9);
  });

  test('shapes: lists and search find them', async () => {
    const now = await open();
    const { team } = await theOld(now);
    const found = await now.search(team, 'yen', { limit: 9 });
    expect(found).toMatchObject({ kind: 'found', orders: [{ number: 2, title: 'Yen' }] });
    expect(await now.list(team, { states: ['rejected', 'withdrawn'], limit: 9 })).toHaveLength(2);
  });

  test('shapes: these rows run every upcaster that there is', async () => {
    const steps = Object.entries(kinds).flatMap(([kind, { steps }]) =>
      steps.map((step) => ({ name: `${kind} ${step.from}`, up: vi.spyOn(step, 'up') })),
    );
    expect(steps.length).toBeGreaterThan(4);
    const now = await open();
    const { team, orders } = await theOld(now);
    await now.settings(team);
    const client = new Database(file, { readonly: true });
    const keys = client.prepare<[], { person: string; form: string; order: string }>(
      'select person, form, order_id as "order" from drafts',
    );
    for (const key of keys.all()) await now.draft({ team, ...key });
    client.close();
    await claimAll(now, await takeOver(now, team), 9e12);
    expect(orders.length).toBeGreaterThan(0);
    expect(steps.filter(({ up }) => up.mock.calls.length === 0).map(({ name }) => name)).toEqual([]);
  });
});

describe('shapes: checkpoints of the first shape, in which every effect kept what it liked', () => {
  const from = { channel: 'C1', name: 'so-1', lost: null };
  const upload = { fileId: 'F9', sha256: 'ab', size: 5, uploaded: true };
  test.each<[type: string, old: object, now: object]>([
    ['open_channel', { name: 'so-1', suffix: 1, told: true }, { name: 'so-1', suffix: 1, told: true }],
    ['settle_request', { restored: true, anew: true }, { restored: true, redraw: true }],
    [
      'sync_channel_metadata',
      { 'superseded v1': { ts: '1.1' }, 'superseded v12': { ts: '1.2' }, anew: true },
      { superseded: { 1: { ts: '1.1' }, 12: { ts: '1.2' } }, redraw: true },
    ],
    [
      'issue_document',
      {
        ...{ move: { to: 3, from, done: false }, 'open 2': { name: 'old' }, 'open 3': { name: 'so-1-3' } },
        ...{ 'people 3': { done: ['U1'], kept: [] }, 'card 3': { posted: '1.1' }, 'word 3': { ts: '1.2' } },
        ...{ 'channel 3': { ...upload, anew: true, renders: 1 }, anew: false, photoTries: { F1: 1 } },
      },
      {
        move: {
          ...{ to: 3, from, done: false, open: { name: 'so-1-3' }, people: { done: ['U1'], kept: [] } },
          ...{ card: { posted: '1.1' }, word: { ts: '1.2' }, here: { ...upload, reuploaded: true, renders: 1 } },
        },
        reuploaded: false,
        photoTries: { F1: 1 },
      },
    ],
    [
      'share_attachments',
      {
        ...{ F1: { done: true }, F2: { ...upload, anew: true, word: { ts: '1.1' } }, told: true },
        ...{ move: { to: 2, from, done: true }, 'channel 2': { F2: upload }, 'document 2': upload },
      },
      {
        files: { F1: { done: true }, F2: { ...upload, reuploaded: true, word: { ts: '1.1' } } },
        move: { to: 2, from, done: true, document: upload, here: { files: { F2: upload } } },
        told: true,
      },
    ],
  ])('shapes: %s', (type, old, now) => {
    const read = storedCheckpoint.read({ shape: 1, where: 'row', value: () => ({ ...old, type }) }, undefined);
    expect(JSON.parse(JSON.stringify(read))).toEqual({ type, ...now });
  });
});

describe('shapes: what cannot be read', () => {
  let bad: Order;
  let good: Order;
  beforeEach(async () => {
    const fresh = await open();
    bad = saved(await fresh.commit(firstCommit(newOrder('bad'), [{ type: 'open_channel' }])));
    bad = saved(await fresh.commit(nextCommit(bad, 'v', { version: version(1) })));
    good = saved(await fresh.commit(firstCommit(newOrder('good'), [{ type: 'open_channel' }])));
    await fresh.close();
    store = undefined;
  });

  const body = (path: string, value: string) =>
    `${lift('versions')} update versions set body = json_set(body, '${path}', ${value}); ${restoreTriggers('versions')}`;
  const action = (path: string, value: string) =>
    `${lift('entries')} update entries set action = json_set(action, '${path}', ${value}) where order_id = 'bad' and seq = 1; ${restoreTriggers('entries')}`;

  test.each([
    [
      'a version',
      body('$.content.items[0].unitPrice', '5'),
      /version 1 of SO-000001 \(table versions, workspace T1, order bad\).*content\.items\.0\.unitPrice/,
    ],
    [
      'a version that is no JSON',
      `${lift('versions')} update versions set body = '{'; ${restoreTriggers('versions')}`,
      /version 1 of SO-000001 .*is not JSON/,
    ],
    ['a version without its approval', body('$.approval', 'null'), /version 1 of SO-000001.*approval/],
    ['an entry', action('$.type', "'explode'"), /entry 1 of SO-000001 \(table entries, .*action\.type/],
    ['an order', "update orders set crew = '{}' where id = 'bad'", /order SO-000001 \(table orders, .*crew/],
    [
      'an order that is no JSON',
      "update orders set content = 'x' where id = 'bad'",
      /order SO-000001 \(table orders.*is not JSON/,
    ],
    ['an unknown state', "update orders set state = 'lost' where id = 'bad'", /order SO-000001 .*state/],
    [
      'a supervisor that is no JSON',
      "update orders set supervisor = '' where id = 'bad'",
      /order SO-000001 .*is not JSON/,
    ],
    [
      'a newer shape',
      "update orders set shape = 99 where id = 'bad'",
      /order SO-000001 .*newer version of this program \(shape 99/,
    ],
    ['shape 0', "update orders set shape = 0 where id = 'bad'", /order SO-000001 .*shape 0, which there never was/],
    [
      'amounts of unknown decimals',
      "update orders set shape = 1, decimals = null, content = json_set(content, '$.currency', null) where id = 'bad'",
      /SO-000001 .*decimals.*npm run migrate/,
    ],
  ])(
    'shapes: %s is named with table, order and what is wrong, and leaves other orders alone',
    async (_, sql, sentence) => {
      tamper(sql);
      const now = await open();
      const read = async () => [await now.order(TEAM, 'bad'), await now.history(TEAM, 'bad')];
      const problem = await read().catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(StoredProblem);
      expect(String(problem)).toMatch(sentence);
      expect(await now.order(TEAM, 'good')).toEqual(good);
      expect((await now.list(TEAM, { limit: 9 })).map(({ id }) => id)).toEqual(['good', 'bad']);
      expect((await now.list(TEAM, { person: 'USUP', limit: 9 })).length).toBeGreaterThan(0);
      expect(await now.search(TEAM, 'pump', { person: 'UREQ', limit: 9 })).toMatchObject({ kind: 'found' });
      expect(await now.commit(nextCommit(good, 'goes on'))).toMatchObject({ kind: 'saved' });
    },
  );

  test.each([
    [
      'an effect of no kind',
      'body',
      '{"type":"explode"}',
      /effect .* \(table effects, workspace T1, order bad\).*type/,
    ],
    ['an effect that is no JSON', 'body', '{', /is not JSON/],
    ['a checkpoint that is a list', 'checkpoint', '[1]', /checkpoint of effect .*table effects/],
    ['a checkpoint that is no JSON', 'checkpoint', '', /is not JSON/],
  ])('shapes: %s is parked with the reason, and the others are delivered', async (_, column, value, sentence) => {
    tamper(`update effects set ${column} = '${value}' where order_id = 'bad'`);
    const now = await open();
    const said: string[] = [];
    await now.close();
    store = await openStore(`file:${file}`, undefined, (sentence) => said.push(sentence));
    const claimed = await claimAll(store, await takeOver(store));
    expect(claimed.map(({ order }) => order)).toEqual(['good']);
    const parked = await store.parked(TEAM, 9);
    expect(parked).toMatchObject([{ order: 'bad', orderNumber: 1, error: 'unreadable_row' }]);
    expect(said).toEqual([expect.stringMatching(sentence)]);
    expect(JSON.parse(parked[0]?.remedy ?? '')).toEqual({ say: 'unreadable_row', problem: said[0] });
    expect(await store.activateRestore(NOW, [TEAM])).toBeUndefined();
    expect(await store.owe(TEAM, 'bad', [{ type: 'refresh_card' }], NOW)).toBe(1);
  });

  test('shapes: a draft is named, and its form can be begun again', async () => {
    tamper(`insert into drafts values ('${TEAM}', 'U1', 'submit', '', '{"items":7}', 1, 2)`);
    const now = await open();
    const key = { team: TEAM, person: 'U1', form: 'submit', order: '' };
    const found = await now.draft(key);
    expect(found).toMatchObject({
      data: undefined,
      problem: expect.stringMatching(/draft of U1 \(table drafts, .*form submit, order new/),
    });
  });

  test('shapes: what could not be read again is not stored', async () => {
    const now = await open();
    const broken = nextCommit(good, 'x', { version: { ...version(1), timeZone: 5 as unknown as string } });
    await expect(now.commit(broken)).rejects.toThrow(/version 1 of order SO-000002 cannot be stored: timeZone/);
    expect(await now.order(TEAM, 'good')).toEqual(good);
  });

  test('shapes: an upcaster whose result is wrong is told like any wrong row', () => {
    const kind = stored(Content4).next(Content4, (old) => ({ ...old, decimals: 9 }));
    const value = () => good.content;
    expect(() => kind.read({ shape: 1, where: 'thing', value }, undefined)).toThrow(
      /thing cannot be read \(shape 1\): decimals/,
    );
    expect(kind.read({ shape: 2, where: 'thing', value }, undefined)).toEqual(good.content);
  });
});

describe('shapes: rows from before there was anything on file', () => {
  test.each([
    ['an order', storedOrder, 3, 8, newOrder('o1', { crew: [party('U1')] })],
    ['a version', storedVersion, 4, 9, version(2)],
    ['an entry', storedEntry, 3, 8, submitEntry('k')],
    ['a draft', storedDraft, 3, 7, draftData],
  ] as const)('shapes: %s says what it said', (_, kind, shape, newest, value) => {
    expect(kind.number).toBe(newest);
    const { progress, ...said } = { progress: null, ...value };
    const row = { shape, where: 'row', value: () => JSON.parse(JSON.stringify(said)) };
    const { progress: none, ...read } = { progress: null, ...kind.read(row, OF_ORDER) };
    expect(none).toBeNull();
    expect(said).toMatchObject(read);
    const now = kind.read({ ...row, shape: newest, value: () => JSON.parse(JSON.stringify(value)) }, OF_ORDER);
    expect(now).toMatchObject(read);
  });
});

test('shapes: a signature of before it was known who had asked for it', () => {
  const by = { id: 'client', name: 'Peter Jensen', kind: 'client' } as const;
  const said = { by, action: { type: 'sign', base: 2, name: 'Peter Jensen' } } as const;
  const read = (shape: number, value: object) =>
    storedEntry.read({ shape, where: 'row', value: () => value }, OF_ORDER);
  expect(read(6, said)).toEqual(said);
  const asked = { by, action: { ...said.action, askedBy: 'U1' } };
  expect(read(7, asked)).toEqual(asked);
});

test('shapes: when an order was planned last is kept, and is in no row before', () => {
  const { progress: untold, ...order } = { ...newOrder('o1') };
  const progress = { ...untold, assignedAt: NOW };
  const read = (shape: number) =>
    storedOrder.read({ shape, where: 'row', value: () => ({ ...order, progress }) }, OF_ORDER);
  expect(read(8).progress).toEqual(progress);
  expect(read(7).progress).toEqual(untold);
});

describe('shapes: rows from before a client said more than their name', () => {
  const closed = (acceptance: Closure['acceptance']): Closure => ({
    ...{ outcome: 'as_ordered', reasonCode: null, explanation: '', endedAt: null, note: '' },
    ...{ acceptance, photos: [] },
  });
  const action = (acceptance: Closure['acceptance']) =>
    ({ type: 'close', base: 1, closure: closed(acceptance) }) as const;
  const entry = (shape: number, acceptance: Closure['acceptance']) => ({
    ...{ shape, where: 'row' },
    value: () => ({ by: party('U1'), action: action(acceptance) }),
  });

  test('shapes: they say what they said', () => {
    for (const acceptance of [{ kind: 'accepted', name: 'M. Jensen' }, { kind: 'unavailable' }, null] as const)
      for (const shape of [5, 6])
        expect(storedEntry.read(entry(shape, acceptance), OF_ORDER).action).toEqual(action(acceptance));
  });

  test('shapes: a refusal, a function and reservations are kept, and were in no row before', () => {
    for (const acceptance of [
      { kind: 'refused', name: 'M. Jensen', position: 'Facility manager', reason: 'It leaks' },
      { kind: 'accepted', name: 'M. Jensen', position: 'Facility manager', reservations: 'It squeaks' },
    ] as const)
      expect(storedEntry.read(entry(6, acceptance), OF_ORDER).action).toEqual(action(acceptance));
    expect(() =>
      storedEntry.read(entry(5, { kind: 'refused', name: 'M. Jensen', reason: 'It leaks' }), OF_ORDER),
    ).toThrow(StoredProblem);
  });
});

describe('shapes: rows from before it was said for whom somebody decided', () => {
  const by = { ...party('U1'), for: party('U2') };
  const row = (shape: number, value: unknown) => ({
    shape,
    where: 'row',
    value: () => JSON.parse(JSON.stringify(value)),
  });
  const approval = { by: party('U1'), for: party('U2'), at: NOW, signature: 'One', comment: '' };
  const order = { ...newOrder('o1'), approval };
  const made = { ...version(2), approval, accepted: [approval] };

  test('shapes: it is kept of an entry and of approvals, and is in no row before', () => {
    const entry = { by, action: { type: 'reject', submission: 1, reason: 'No' } };
    expect(storedEntry.read(row(7, entry), OF_ORDER).by).toEqual(by);
    expect(storedEntry.read(row(6, entry), OF_ORDER).by).toEqual(party('U1'));
    const { for: whom, ...before } = approval;
    expect(storedOrder.read(row(7, order), OF_ORDER).approval).toEqual(approval);
    expect(storedOrder.read(row(6, order), OF_ORDER).approval).toEqual(before);
    expect(storedVersion.read(row(8, made), OF_ORDER)).toMatchObject({ approval, accepted: [approval] });
    expect(storedVersion.read(row(7, made), OF_ORDER).accepted).toEqual([before]);
    expect(whom).toEqual(party('U2'));
  });
});

const OF_ORDER = { decimals: 2, currency: undefined, price: () => undefined };

describe('shapes: rows from before approvals covered an amount', () => {
  const approval = { by: party('USUP'), at: NOW / 1000, signature: 'Sam', comment: '' };
  const { progress: _, ...order } = newOrder('o1', { crew: [party('U1')], approval });

  test.each([
    ['an order', storedOrder, 4, order],
    ['a version', storedVersion, 5, { ...version(2), approval }],
    ['an entry', storedEntry, 4, submitEntry('k')],
    ['an effect', storedEffect, 6, { type: 'tell', person: 'U1', about: 'confirmed', entry: 2 }],
  ] as const)('shapes: %s says what it said, and that nothing is covered', (_, kind, shape, value) => {
    expect(kind.number).toBeGreaterThan(shape);
    const row = { shape, where: 'row', value: () => JSON.parse(JSON.stringify(value)) };
    const read = kind.read(row, OF_ORDER);
    const { progress, ...said } = { progress: null, ...read };
    expect(progress).toBeNull();
    expect(value).toMatchObject(said);
    if ('approval' in read) expect(read.approval).toEqual(approval);
  });

  test('shapes: what an approval covers, and what was accepted, is kept', () => {
    const covering = { ...approval, amount: 36_000, covers: 43_200 };
    const made: Version = { ...version(3), kind: 'extra_cost', approval: covering, accepted: [covering] };
    const row = { shape: 6, where: 'row', value: () => JSON.parse(JSON.stringify(made)) };
    expect(storedVersion.read(row, OF_ORDER)).toEqual(made);
    for (const action of [
      { type: 'accept_extra', question: 3 },
      { type: 'accept_final', question: 3 },
      { type: 'dispute_extra', question: 3, reason: 'Too dear' },
    ] as const)
      expect(
        storedEntry.read({ shape: 5, where: 'row', value: () => ({ by: party('USUP'), action }) }, OF_ORDER),
      ).toEqual({ by: party('USUP'), action });
  });
});

describe('shapes: rows from before hours and photos said what they are', () => {
  test.each([
    ['an order', storedOrder, 5, newOrder('o1')],
    ['a version', storedVersion, 6, version(2)],
    ['an entry', storedEntry, 5, submitEntry('k')],
    ['a draft', storedDraft, 4, draftData],
  ] as const)('shapes: %s says what it said', (_, kind, shape, value) => {
    const row = {
      shape,
      where: 'row',
      value: () => JSON.parse(JSON.stringify({ ...value, ...('state' in value ? { progress: null } : {}) })),
    };
    const { progress, ...read } = { progress: null, ...kind.read(row, OF_ORDER) };
    expect(progress).toBeNull();
    expect(value).toMatchObject(read);
  });

  test('shapes: whose hours they are, and what a photo shows, is kept', () => {
    const said = { from: 1, to: 2, zone: 'America/New_York', of: 'p' };
    const time = { worker: party('U1'), day: '2026-11-28', activity: 'travel' as const, ...said };
    const photo = { fileId: 'F1', name: 'a.jpg', mimetype: 'image/jpeg', size: 1 };
    const shown = { ...photo, from: 'U2', caption: 'The seal', shows: 'before', posted: true } as const;
    const content = { ...version(2).content, items: items(1).map((one) => ({ ...one, time })) };
    const report = { workDone: 'x', startedAt: 1, endedAt: 2, reason: '', photos: [shown] };
    const made: Version = { ...version(2), content, report };
    const row = (shape: number, value: unknown) => ({
      shape,
      where: 'row',
      value: () => JSON.parse(JSON.stringify(value)),
    });
    expect(storedVersion.read(row(storedVersion.number, made), OF_ORDER)).toEqual(made);
    const action = { type: 'confirm_partial', base: 1, items: content.items, report } as const;
    const entry = { by: party('U1'), action };
    expect(storedEntry.read(row(storedEntry.number, entry), OF_ORDER)).toEqual(entry);
    const draft = { ...draftData, items: content.items, values: { photos: [shown] } };
    expect(storedDraft.read(row(storedDraft.number, draft), OF_ORDER)).toEqual(draft);
  });
});

test('shapes: what an order took of the office’s records and of its type is kept', async () => {
  const onFile = {
    id: 'c1',
    externalId: 'K',
    taxId: 'DE1',
    address: 'Street',
    language: 'de',
    paymentNotes: '30 days',
  };
  const field = {
    id: 'f1',
    kind: 'choice',
    label: 'Meter',
    asked: 'submit',
    required: true,
    unit: '',
    choices: ['A', 'B'],
  } as const;
  const own: OwnAnswer[] = [{ field: 'f1', kind: 'choice', label: 'Meter', unit: '', value: 'B' }];
  const taken = items(2).map((one) => ({ ...one, onFile: 'i1', code: 'P-1' }));
  const what: Content = {
    ...{ ...content(), items: taken, clientOnFile: onFile, own },
    siteOnFile: { id: 's1', externalId: '', name: 'Hall', accessNotes: 'Ring twice' },
    type: { id: 't1', name: 'Repair', fields: [field], closing: { photos: true, checklist: false, acceptance: true } },
  };
  const now = await open();
  const first = saved(
    await now.commit(firstCommit(newOrder('o1', { content: what, lastEntry: submitEntry('submit', what) }))),
  );
  const made: Version = {
    ...{ ...version(1), content: what },
    changes: taken.map((after) => ({ type: 'added', after, difference: 1 })),
  };
  const second = saved(await now.commit(nextCommit(first, 'v', { version: made })));
  const report = { workDone: 'Done', startedAt: 1, endedAt: 2, reason: '', photos: [] };
  const commit = nextCommit(second, 'confirm');
  const action = { type: 'confirm_partial', base: 1, items: taken, report, own } as const;
  const entry = { ...commit.entry, action };
  const third = saved(await now.commit({ ...commit, entry, order: { ...commit.order, lastEntry: entry } }));
  const closure: Closure = {
    ...{ outcome: 'as_ordered', reasonCode: null, explanation: '', endedAt: null, note: '', acceptance: null },
    photos: [],
  };
  const last = nextCommit(third, 'close');
  const closing = { ...last.entry, action: { type: 'close', base: 1, closure, own } as const };
  await now.commit({ ...last, entry: closing, order: { ...last.order, lastEntry: closing } });
  expect(await now.order(TEAM, 'o1')).toMatchObject({ content: what, latest: made });
  const entries = await now.entries(TEAM, 'o1');
  expect(entries.map(({ action }) => action)).toEqual([
    submitEntry('submit', what).action,
    expect.objectContaining({ type: 'reopen' }),
    action,
    closing.action,
  ]);
  const key = { team: TEAM, person: 'U1', form: 'confirm', order: 'o1' };
  await now.saveDraft({ ...key, data: { ...draftData, items: taken }, updatedAt: NOW }, undefined);
  expect((await now.draft(key))?.data?.items).toEqual(taken);
});

test('shapes: the newest schemas say just what the program means, also of what may be missing', () => {
  const same: [
    Same<z.infer<typeof Content7>, Content>,
    Same<ReturnType<typeof storedVersion.read>, Version>,
    Same<ReturnType<typeof storedEntry.read>, Pick<Entry, 'by' | 'action'>>,
    Same<ReturnType<typeof storedEffect.read>, Effect>,
    Same<
      ReturnType<typeof storedOrder.read>,
      Pick<
        Order,
        'state' | 'outcome' | 'requester' | 'supervisor' | 'coordinator' | 'crew' | 'content' | 'approval' | 'source'
      > & { progress: Progress | null }
    >,
    Same<ReturnType<typeof storedClient.read>, Client>,
    Same<ReturnType<typeof storedSite.read>, Site>,
    Same<ReturnType<typeof storedItem.read>, CatalogueItem>,
    Same<KeptDraft['items'][number], Item>,
  ] = [true, true, true, true, true, true, true, true, true];
  expect(same.every(Boolean)).toBe(true);
  expect(KEYS).toHaveLength(1);
});
