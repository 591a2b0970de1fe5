import { expect, test } from 'vitest';
import { masterDataOf, type RecordRows } from '../../db/rows/office/master-data.ts';
import { savedRows } from '../../db/rows/office/record-row.ts';
import type { OfficeRecord } from '../../src/office/master-data.ts';

const TEAM = 'T1';
const of = { kind: 'client' } as const;

/** Clients of these names in the order of their ids, none of them used; `asked`: how many rows were asked for, each time. */
function onFile(names: readonly string[]) {
  const asked: number[] = [];
  const all = names.map((name, n) => {
    const record: OfficeRecord = {
      ...{ kind: 'client', id: `c${String(n).padStart(5, '0')}`, externalId: '', active: true },
      data: { name, taxId: '', address: '', contact: '', language: '', paymentNotes: '' },
    };
    return savedRows(TEAM, record, { at: 1, by: { id: 'U1', name: 'Office' } }, undefined);
  });
  const withWord = ({ from, to }: { from: string; to: string }) =>
    all.filter(({ words }) => words?.some((word) => word >= from && word < to));
  const byName = all
    .map(({ record }) => record)
    .toSorted((a, b) => (`${a.name} ${a.id}` < `${b.name} ${b.id}` ? -1 : 1));
  const rows: RecordRows = {
    one: async () => undefined,
    byNumber: async () => [],
    used: async () => [],
    counts: async (_, { ranges, most }) => ranges.map((range) => Math.min(withWord(range).length, most)),
    async found(_, { ranges, most }, __, after, limit) {
      asked.push(limit);
      const ids = new Set(
        ranges.flatMap((range) =>
          withWord(range)
            .slice(0, most)
            .map(({ key }) => key.id),
        ),
      );
      const from = `${after.name} ${after.id}`;
      return byName.filter(({ id, name }) => ids.has(id) && `${name} ${id}` > from).slice(0, limit);
    },
    named: async (_, after, limit) => byName.filter(({ name }) => name > after.name).slice(0, limit),
  };
  const { suggestions } = masterDataOf(rows);
  return {
    asked,
    offered: async (typed: string) => (await suggestions(TEAM, of, typed, 40)).map(({ data }) => data.name),
  };
}

const many = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name} ${1000 + n}`);

test('of words that most have, a few rows are read where these are enough', async () => {
  const { asked, offered } = onFile(many('Hotel Harbour', 2000));
  expect(await offered('hotel harb')).toHaveLength(40);
  expect(asked).toEqual([120]);
});

test('where few have all that was typed, they are looked for further on', async () => {
  const names = [
    ...many('Hotel', 100),
    ...many('Harbour', 100),
    'Hotel Harbour',
    ...many('Hotel', 900),
    ...many('Harbour', 900),
  ];
  const { asked, offered } = onFile(names);
  expect(await offered('hotel harb')).toEqual(['Hotel Harbour']);
  expect(asked).toEqual([120, 500]);
});

test('of words that few have, all are offered by name, however many rows that takes', async () => {
  const { asked, offered } = onFile([...many('Zoo Harbour', 130), ...many('Acme Station Harbour', 30)]);
  const found = await offered('harbour station');
  expect(found).toEqual(many('Acme Station Harbour', 30));
  expect(asked).toEqual([120]);
  expect(await offered('harbour zoo')).toEqual(many('Zoo Harbour', 40));
});
