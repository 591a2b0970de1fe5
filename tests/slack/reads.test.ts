import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { wellFilled } from '../support/forms.ts';
import { newDatabase } from '../support/new-database.ts';
import { nextPage, storedOrder, tapsOf, WORKER } from '../support/taps.ts';
import { farid, sam } from '../support/workflow.ts';

/** What a tap may read once, and what it does not read at all. */
const ONCE = ['order', 'orderByNumber', 'settings'] as const;
const NEVER = ['history', 'entries', 'entry', 'version'] as const;

describe('E3 a tap reads its order and the settings once, and no history', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: Store;
  beforeEach(async () => {
    folder = temporaryFolder();
    await newDatabase(folder.file('orders.db'));
    store = await openStore(`file:${folder.file('orders.db')}`);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  /** How often each of these was asked for; and what came of it. */
  async function counted<T>(work: () => Promise<T>): Promise<{ reads: Record<string, number>; result: T }> {
    const spies = [...ONCE, ...NEVER].map((name) => [name, vi.spyOn(store, name)] as const);
    const result = await work();
    const reads = spies.flatMap(([name, { mock }]) => (mock.calls.length > 0 ? [[name, mock.calls.length]] : []));
    for (const [, spy] of spies) spy.mockRestore();
    return { reads: Object.fromEntries(reads), result };
  }

  test('the form to approve is opened, and sent', async () => {
    const order = await storedOrder(store, 'O1', { versions: 0 });
    const taps = tapsOf(store, sam.id);
    const opened = await counted(() => taps.open('approve', order));
    expect(opened.reads).toEqual({ order: 1, settings: 1 });
    const plannedStart = Math.floor(Date.now() / 1000) + 7200;
    const values = { ...wellFilled.approve, crew: [farid.id], coordinator: null, plannedStart };
    const sent = await counted(() => taps.submit(opened.result, values));
    expect([sent.reads, sent.result.ack]).toEqual([{ order: 1, settings: 1 }, {}]);
    expect(await store.order('T1', 'O1')).toMatchObject({ state: 'approved', latest: { n: 1 } });
  });

  test('a confirmation is opened, filled in page by page, and sent, on an order with a long history', async () => {
    const order = await storedOrder(store, 'O1', { versions: 12 });
    const taps = tapsOf(store, WORKER);
    const opened = await counted(() => taps.open('confirm', order));
    expect(opened.reads).toEqual({ order: 1, settings: 1 });
    const list = await counted(() => taps.submit(opened.result));
    expect(list.reads).toEqual({ order: 1, settings: 1 });
    const values = { ...wellFilled.confirm, reason: null, photos: [], final: [] };
    const report = await counted(() => taps.submit(nextPage(list.result), values));
    expect(report.reads).toEqual({ order: 1, settings: 1 });
    const sent = await counted(() => taps.submit(nextPage(report.result)));
    expect([sent.reads, sent.result.ack]).toEqual([{ order: 1, settings: 1 }, {}]);
    expect(await store.order('T1', 'O1')).toMatchObject({ latest: { n: 13 }, lastEntry: { seq: 14 } });
  });

  test('an item is removed from the list, which is drawn again', async () => {
    const order = await storedOrder(store, 'O1', { versions: 3 });
    const taps = tapsOf(store, WORKER);
    const view = await taps.open('confirm', order);
    const [first] = order.content.items;
    const { reads } = await counted(() => taps.press(view, 'item_remove', first?.id ?? ''));
    expect(reads).toEqual({ order: 1, settings: 1 });
    expect(taps.drawn.at(-1)).toMatch(/Removed · was/);
  });

  test('a command shows it', async () => {
    await storedOrder(store, 'O1', { versions: 3 });
    const { reads, result } = await counted(() => tapsOf(store, WORKER).command('show SO-1'));
    expect(reads).toEqual({ orderByNumber: 1, settings: 1 });
    expect(JSON.stringify(result)).toContain('version 3');
  });

  test('a draft on an older version reads that one version beside it', async () => {
    await storedOrder(store, 'O1', { versions: 3 });
    const order = await store.order('T1', 'O1');
    if (!order) throw expect.unreachable();
    const taps = tapsOf(store, WORKER);
    const view = await taps.open('confirm', order);
    const old = { ...view, private_metadata: JSON.stringify({ ...JSON.parse(view.private_metadata ?? ''), b: 2 }) };
    const { reads, result } = await counted(() => taps.submit(old));
    expect(reads).toEqual({ order: 1, settings: 1, version: 1 });
    expect(JSON.stringify(nextPage(result))).toContain('issued version 3 while this form was open');
  });
});
