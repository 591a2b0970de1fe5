import { describe, expect, test } from 'vitest';
import type { SearchPage } from '../../db/ports.ts';
import type { Content } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import { HOSTILE } from '../support/markup.ts';
import { content, firstCommit, newOrder, nextCommit, party, saved, TEAM } from './samples.ts';
import type { Current } from './store-contract.ts';

export function searchContract(current: Current): void {
  const commit = async (id: string, words: Partial<Content>, changes: Partial<Order> = {}): Promise<Order> =>
    saved(await current().store.commit(firstCommit(newOrder(id, { content: { ...content(), ...words }, ...changes }))));

  const found = async (words: string, page: Partial<SearchPage> = {}, team = TEAM) => {
    const result = await current().store.search(team, words, { limit: 9, ...page });
    return result.kind === 'found' ? result.orders.map(({ number }) => number) : result.kind;
  };

  test('by every text of the order, all the words, newest first, page by page', async () => {
    await commit('o1', {
      title: 'Replace pump',
      client: 'Zeppelin',
      location: 'Quayside 7',
      description: 'It hums and leaks',
      contact: 'Mrs Quince',
      clientReference: 'PO-77/3',
    });
    await commit('o2', { title: 'Check valves', client: 'Zeppelin' }, { coordinator: party('UCOO') });
    await commit('o3', { title: 'Pump again', client: 'Other' });
    for (const words of ['zeppelin pump', 'QUAYSIDE', 'hums', 'quince', 'po-77/3', '77', '1', 'SO-1', 'so-000001'])
      expect(await found(words), words).toEqual([1]);
    expect(await found('pump')).toEqual([3, 1]);
    expect(await found('viton')).toEqual([3, 2, 1]);
    expect(await found('viton', { limit: 2 })).toEqual([3, 2]);
    expect(await found('viton', { limit: 2, before: 2 })).toEqual([1]);
    expect(await found('viton', { before: 1 })).toEqual([]);
    expect(await found('ucoo')).toEqual([2]);
    expect(await found('pump valves')).toEqual([]);
    expect(await current().store.search(TEAM, 'hums', { limit: 1 })).toMatchObject({
      orders: [{ number: 1, title: 'Replace pump', client: 'Zeppelin', supervisor: 'USUP' }],
    });
  });

  test('the code of a line of the catalogue finds the orders that have it', async () => {
    const taken = content()
      .items.slice(0, 1)
      .map((one) => ({ ...one, onFile: 'i1', code: 'WP-2040' }));
    await commit('o1', { items: taken });
    await commit('o2', {});
    for (const words of ['WP-2040', 'wp2040', 'wp']) expect(await found(words), words).toEqual([1]);
  });

  test('the last word may be the beginning of one, a number may not', async () => {
    await commit('o1', { title: 'Replacement of the heat exchanger', clientReference: '4711' });
    for (const words of ['rep', 'replac', 'replacement', 'heat exch', 'the replacem'])
      expect(await found(words)).toEqual([1]);
    for (const words of ['rep heat', 'replacx', 'eplacement', '471', '47110', 're'])
      expect(await found(words)).toEqual([]);
  });

  test('without accents, in any script; scripts without spaces by any part', async () => {
    await commit('o1', { title: 'Grüße aus Łódź', client: 'Ñandú', location: 'Αθήνα', description: 'İstanbul ıssız' });
    await commit('o2', {
      title: '循環ポンプ12号の交換',
      client: '서울시설공단',
      location: 'เชียงใหม่',
      description: 'שָׁלוֹם',
    });
    for (const words of ['grusse lodz', 'GRÜSSE', 'nandu', 'αθηνα', 'ΑΘΉΝΑ', 'istanbul', 'issiz'])
      expect(await found(words), words).toEqual([1]);
    for (const words of ['循環', 'ポンプ', '交換', '12', '環ポン', '号', '시설', 'ใหม่', 'שלום'])
      expect(await found(words), words).toEqual([2]);
    expect(await found('環循')).toEqual([]);
  });

  describe('D17 what is written with signs or without', () => {
    // biome-ignore format: a table reads best as a table
    const both: [string, string, string[]][] = [
      ['O\'Brien',             'apostrophe',        ['obrien', 'o\'brien', 'O’Brien', 'OʼBRIEN', 'o brien', 'obri', 'brien']],
      ['O’Brien-Smith',        'and hyphen',        ['obrien smith', 'obriensmith', 'obrien-smith', 'o\'briensmith', 'brien']],
      ['OBrien Smith',         'without',           ['o\'brien', 'o’brien-smith', 'obrien']],
      ['D\'Angelo & Fils',     'French',            ['dangelo', 'd angelo', 'd’angelo fils']],
      ['ABC-123',              'hyphen',            ['abc123', 'ABC123', 'abc-123', 'abc 123', 'abc/123', 'abc12', '123']],
      ['ABC123',               'part number',       ['abc-123', 'abc 123', 'abc.123', 'abc123']],
      ['XYZ 500 Plus',         'model',             ['xyz500', 'xyz-500', 'xyz 500']],
      ['PO-77/3/A',            'reference',         ['po773a', 'po-773a', 'po77', 'po-77/3/a', '773']],
      ['1234 5678',            'spaces',            ['12345678', '1234-5678', '1234 5678', '1234.5678', '5678']],
      ['12345678',             'digits',            ['1234 5678', '12 34 56 78', '1234-5678']],
      ['+49 (040) 5550-19',    'phone',             ['4904 0555019', '040555019', '04055 5019', '555019', '+49 040 5550 19']],
      ['＋４９　４０－１２',        'full width',        ['494012', '49-40-12']],
      ['AC\u00ad77\u2011b',    'invisible hyphens', ['ac77b', 'ac-77-b', 'ac77']],
      ['Ж-12 ст',              'Cyrillic',          ['ж12', 'ж-12', 'Ж 12']],
      ['צה"ל',                 'Hebrew',            ['צהל', 'צה״ל']],
      ['A/C unit',             'slash',             ['ac', 'a/c', 'a c unit']],
      ['1,500.25 kg',          'amount',            ['1500.25', '150025', '1 500.25 kg']],
    ];
    test.each(both)('%s (%s)', async (title, _, finding) => {
      await commit('o1', { title, description: 'x' });
      await commit('o2', { title: 'Something else 9', description: 'x' });
      for (const words of finding) expect(await found(words), words).toEqual([1]);
      for (const words of ['obrienx', 'abc124', '123456789', '0940555019'])
        expect(await found(words), words).toEqual([]);
    });

    test('numbers of orders too, and words that only stand near each other are not one', async () => {
      for (let n = 1; n <= 12; n++) await commit(`o${n}`, { title: 'Hall 3. Pumps 4\n5 valves' });
      for (const words of ['so12', 'SO-12', 'so000012', 'SO-000012', 'so 12'])
        expect(await found(words), words).toEqual([12]);
      for (const words of ['hallpumps', '45', 'hall3pumps4']) expect(await found(words), words).toEqual([]);
    });

    test('somebody with many orders finds the same', async () => {
      for (let n = 1; n <= 14; n++) await commit(`o${n}`, { title: n === 3 ? "O'Brien ABC-123" : 'Pump' });
      for (const person of [undefined, 'UREQ'])
        for (const words of ['obrien abc123', "o'brien abc-123", 'abc123 obri'])
          expect(await found(words, person ? { person } : {}), words).toEqual([3]);
    });
  });

  test('follows the order: new words are found, old ones no longer', async () => {
    const order = await commit('o1', { title: 'Replace pump' }, { crew: [party('UOLD')] });
    const next = { content: { ...order.content, title: 'Mend boiler' }, crew: [party('UNEW')] };
    const later = saved(await current().store.commit(nextCommit(order, 'k', next)));
    expect(await found('boiler')).toEqual([1]);
    expect(await found('pump')).toEqual([]);
    expect(await found('boiler', { person: 'UOLD' })).toEqual([]);
    expect(await found('boiler', { person: 'UNEW' })).toEqual([1]);
    saved(await current().store.commit(nextCommit(later, 'k2', { state: 'completed' })));
    expect(await found('boiler')).toEqual([1]);
    const stale = { ...nextCommit(order, 'k3'), order: { ...order, content: content('Never written') } };
    expect(await current().store.commit(stale)).toEqual({ kind: 'stale' });
    expect(await found('never')).toEqual([]);
  });

  test('only what the person has a part in, only in their workspace', async () => {
    await commit('o1', { title: 'Pump' }, { crew: [party('UCREW')] });
    await commit('o2', { title: 'Pump' }, { requester: party('UOTHER') });
    await commit('o3', { title: 'Pump' }, { team: 'T9' });
    expect(await found('pump')).toEqual([2, 1]);
    expect(await found('pump', { person: 'UREQ' })).toEqual([1]);
    expect(await found('pump', { person: 'USUP' })).toEqual([2, 1]);
    expect(await found('pump', { person: 'UCREW', crewOnly: true })).toEqual([1]);
    expect(await found('pump', { person: 'UREQ', crewOnly: true })).toEqual([]);
    expect(await found('pump', { person: 'ucrew' })).toEqual([]);
    expect(await found('pump', {}, 'T9')).toEqual([1]);
    expect(await found('pump', { person: 'UOTHER' }, 'T9')).toEqual([]);
  });

  test('what people type is never syntax: it neither fails nor finds more', async () => {
    await commit('o1', { title: 'Pump' }, { requester: party('UREQ') });
    await commit('o2', { title: 'Secret pump' }, { requester: party('UOTHER'), supervisor: party('UOTHER') });
    const mine = { person: 'UREQ' };
    const hex = Buffer.from('UOTHER').toString('hex');
    for (const words of [
      'secret',
      '"secret"',
      'pump" OR "secret',
      'x OR secret',
      'NOT pump',
      'pump NOT x',
      'NEAR(pump secret)',
      'tokens:secret',
      '{tokens} : secret',
      '^secret',
      'sec*',
      '-tokens: secret',
      `p_${Buffer.from(TEAM).toString('hex')}_${hex}`,
      `t_${Buffer.from(TEAM).toString('hex')}`,
      "secret'; drop table orders; --",
      'secret\u0000',
      HOSTILE,
    ])
      expect(await found(words, mine), words).toEqual([]);
    for (const words of ['pump*', '"pump"', '(pump', 'pump)', '^pump', '+pump', 'pump:', '\u0000pump'])
      expect(await found(words, mine), words).toEqual([1]);
    for (const words of ['', ' ', '"', '***', '<!>', '😀', '\ud800', '()', "' --"])
      expect(await found(words)).toBe('no words');
    expect(await found('a '.repeat(4000))).toEqual([]);
    expect(await found(Array.from({ length: 100 }, (_, i) => `w${i}`).join(' '))).toBe('too many words');
    expect(await found('x'.repeat(100_000))).toEqual([]);
  });

  test('an order as large as it can be is found by its first words', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `word${i}`);
    await commit('o1', { description: many.join(' '), title: 'Longest' });
    expect(await found('longest word1')).toEqual([1]);
    expect(await found('word2999')).toEqual([]);
  });
}
