import type { Store } from '../db/ports.ts';
import { connect } from '../db/sqlite/connection.ts';
import type { OfficeRecord } from '../src/office/master-data.ts';
import { type Figure, figure, median } from './figures.ts';

const TARGET = { of: 'ratio', aim: 1.2, must: 1.5 } as const;

const THINGS = 'pump valve boiler heating cooling filter compressor pipe sensor motor'.split(' ');
const PLACES = 'Harbour Station Mill Park Castle Bridge'.split(' ');

const of = (words: readonly string[], n: number): string => words[n % words.length] ?? '';

const clientOf = (n: number): OfficeRecord => ({
  ...{ kind: 'client', id: `c${n}`, externalId: `K-${n}`, active: true },
  data: {
    ...{ name: `Hotel ${of(PLACES, n)} ${n}`, taxId: '', address: `${n} Main Street` },
    ...{ contact: '', language: '', paymentNotes: '' },
  },
});
const itemOf = (n: number): OfficeRecord => ({
  ...{ kind: 'item', id: `i${n}`, externalId: `P-${n}`, active: true },
  data: {
    kind: 'material',
    description: `Part ${n} for ${of(THINGS, n)}`,
    unit: 'pcs',
    unitPrice: '12.5',
    currency: 'EUR',
  },
});

/** Puts so many clients and lines of the catalogue on file; the rest are copies of these. */
export async function seedRecords(store: Store, team: string, count: number): Promise<void> {
  const change = { at: 1_700_000_000, by: { id: 'UOFFICE', name: 'Office' } };
  for (let n = 0; n < count; n++)
    for (const record of [clientOf(n), itemOf(n)]) await store.saveRecord(team, record, 0, change);
}

/**
 * Copies the records of a file, which nobody else has open, until there are so many of each kind. A copy's id and number are
 * its own, its words the sample's; every fifth was used, at a time of its own.
 */
export function multiplyRecords(file: string, count: number): void {
  const client = connect(file);
  // If this is cut short the file is thrown away.
  client.pragma('journal_mode = OFF');
  client.pragma('synchronous = OFF');
  client.pragma('cache_size = -400000');
  const sample = client.prepare<[], number>("select count(*) from records where kind = 'client'").pluck().get() ?? 0;
  const copies = Math.ceil(count / sample);
  client.exec(`create temp table copies as with recursive c(n) as (select 1 where ${copies} > 1 union all select n + 1 from c where n < ${copies - 1})
    select n, printf('%06d-', n) as prefix from c`);
  const columns = (table: string) =>
    client.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);
  const changes: Readonly<Record<string, string>> = {
    id: 'c.prefix || t.id',
    external_id: 'c.prefix || t.external_id',
  };
  for (const [table, order] of [
    ['records', 'kind, id'],
    ['record_words', 'kind, word, id'],
  ] as const) {
    const names = columns(table);
    client.exec(`create temp table copied as select * from ${table};
      insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
      select ${names.map((name) => `${changes[name] ?? `t."${name}"`} as "${name}"`).join(', ')}
      from copied as t cross join copies as c order by ${order};
      drop table copied`);
  }
  client.exec('update records set used_at = 1700000000 + rowid where rowid % 5 = 0');
  client.exec('analyze');
  client.close();
}

/** What is typed into the menus of a form: each finds more than can be offered, however many records there are. */
const TYPED: readonly [what: string, client: string, item: string][] = [
  ['nothing typed', '', ''],
  ['one letter', 'h', 'p'],
  ['three letters', 'hot', 'par'],
  ['two words', 'hotel harb', 'part pum'],
];

/** How long suggestions take with few records and with many, in this process, by turns. */
export async function measureSuggestions(stores: Pair<Store>, team: string, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, client, item] of TYPED)
    for (const [kind, name, typed] of [
      ['client', 'clients', client],
      ['item', 'catalogue', item],
    ] as const) {
      const times = await byTurns(stores, rounds, (store) => store.suggestions(team, { kind }, typed, 40));
      const against = '1,000 records';
      const ratio = times.many / times.few;
      const facts = { ratio, against, target: TARGET };
      figures.push(figure(`suggestions (${name}), ${what}, in process`, times.many, 'ms', facts));
    }
  return figures;
}

/** Of a small database and of a large one. */
export interface Pair<T> {
  readonly few: T;
  readonly many: T;
}

/** Asks both again and again, by turns: how long each takes, milliseconds; the first rounds do not count. */
export async function byTurns(
  { few, many }: Pair<Store>,
  rounds: number,
  ask: (store: Store) => Promise<unknown>,
): Promise<Pair<number>> {
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round < rounds + 5; round++)
    for (const [size, store] of [
      ['few', few],
      ['many', many],
    ] as const) {
      const begun = performance.now();
      await ask(store);
      if (round >= 5) times[size].push(performance.now() - begun);
    }
  return { few: median(times.few), many: median(times.many) };
}
