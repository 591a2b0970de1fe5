import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { items } from '../db/samples.ts';
import {
  asks,
  exportedTo,
  filesOf,
  linesIn,
  NOON,
  ordered,
  period,
  speaks,
  table,
  today,
  YEAR,
} from '../support/order-export.ts';
import { ownField } from '../support/order-types.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

// A file of 50,000 lines takes long.
vi.mock('../../src/office/orders/export-file.ts', async (original) => ({
  ...(await original<object>()),
  EXPORT_FILE: { lines: 3, characters: 20_000_000 },
}));

const CLOSING = { photos: false, checklist: false, acceptance: false };

describe('orders that do not fit into one file', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
    await speaks(stage, stage.people.adam, 'en-GB');
    await stage.set({ document: { timeZone: 'Europe/Madrid' } });
    const type = { id: 't', name: 'Repair', fields: [ownField('a', { label: 'Meter' })], closing: CLOSING };
    for (const [n, count] of [2, 4, 1, 0, 1].entries())
      await ordered(stage, `Order ${n}`, NOON + n, { items: items(count), ...(n === 1 ? { type } : {}) });
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const say = words.orderExport;

  test.each(['no answer', 'files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'])(
    'come in several, each order whole, none twice, when %s is lost in the second',
    async (method) => {
      const { adam } = stage.people;
      let seen = 0;
      stage.sandbox.faults.pick(async (call) =>
        call.method === method && ++seen === 2 ? { kind: 'lost' } : undefined,
      );
      const files = await exportedTo(stage, adam, () => asks(adam, { 'export-lines': 'item' }), 3);
      stage.sandbox.faults.clear();
      expect(seen > 2).toBe(method !== 'no answer');
      expect(filesOf(stage, adam).slice(-3)).toEqual(files);
      const [from, to] = [`${YEAR}-01-01`, today()];
      const name = (part: number) =>
        `${part === 1 ? say.fileName({ from, to }) : say.partName({ from, to, part })}.csv`;
      expect(files.map((file) => file.name)).toEqual([1, 2, 3].map(name));
      const all = period(from, to);
      expect(files.map(({ comment }) => comment)).toEqual([
        say.part({ ...all, part: 1, orders: 1, items: 2 }),
        say.part({ ...all, part: 2, orders: 1, items: 4 }),
        say.lastPart({ ...all, part: 3, orders: 3, items: 2, allOrders: 5, zone: 'Europe/Madrid' }),
      ]);
      expect(
        files.map(({ text }) =>
          linesIn(text)
            .map(({ Title }) => Title?.slice(-1))
            .join(''),
        ),
      ).toEqual(['00', '1111', '234']);
      expect(files.map(({ text }) => table(text)[0]?.includes('Meter'))).toEqual([false, true, true]);
    },
  );
});
