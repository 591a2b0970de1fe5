import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WholeOrder } from '../../src/order/order.ts';
import { type Renderer, startRenderer } from '../../src/pdf/renderer.ts';
import { wordsFor } from '../../src/words/words.ts';
import { accepted, repaired } from '../pdf/golden-documents.ts';
import { approvedOrder, closed, confirmed, issuer, item, manyItems } from '../pdf/orders.ts';
import { check, edgesOf, emptyOf, fontsOf, infoOf, objectsOf, pagesOf, withoutTools, wordsOf } from '../pdf/tools.ts';

let renderer: Renderer;
beforeAll(() => {
  renderer = startRenderer();
  return renderer.warm();
});
afterAll(() => renderer.stop());

const print = async (order: WholeOrder, version: number): Promise<Uint8Array> =>
  (await renderer.render(order, version)).bytes;

const { document: say, order } = wordsFor('en-GB');

const order25 = approvedOrder({ items: manyItems(25) });

describe.skipIf(withoutTools)('on paper', () => {
  test('a short order is one page with everything on it', async () => {
    const bytes = await print(approvedOrder(), 1);
    const pages = pagesOf(bytes);
    expect(pages).toHaveLength(1);
    for (const words of [
      say.title.order,
      `SO-000123 · ${say.version({ version: '1' })}`,
      say.issued({ when: '22 Nov 2026, 10:30 (UTC+01:00)' }),
      say.state.approved,
      'Northwind Building Services GmbH',
      say.taxId({ taxId: 'DE 811 907 980' }),
      'Acme Property Management Ltd',
      'PO-2026-4471',
      'EUR 410.55',
      'Samuel Okafor',
      say.page({ page: '1', pages: '1' }),
    ])
      expect(wordsOf(bytes)).toContain(words);
    expect(check(bytes)).toContain('No syntax or stream encoding errors');
  });

  test('properties name the document; fonts are embedded and nothing falls back', async () => {
    const bytes = await print(closed(approvedOrder({ description: 'one\ntwo\n\nthree' })), 2);
    const info = infoOf(bytes);
    const { report } = say.title;
    const property = (name: string, value: string) => expect(info).toMatch(new RegExp(`^${name}:\\s+${value}$`, 'm'));
    property('Title', say.fileTitle({ title: report, number: 'SO-000123', version: '2' }));
    property('Author', 'Northwind Building Services GmbH');
    property('Subject', 'Replace circulation pump – Acme Property Management Ltd');
    property('Keywords', `SO-000123, ${say.version({ version: '2' })}, ${report}, ${order.outcome.as_ordered}`);
    expect(info).toMatch(/Page size:.*A4/);
    expect(info).toMatch(/CreationDate:\s+Mon Nov 23 09:30:00 2026 UTC/);
    const objects = objectsOf(bytes);
    expect(objects).toMatch(/\/Lang \(en-GB\)/);
    expect(objects).toMatch(/\/DisplayDocTitle true/);
    const fonts = fontsOf(bytes);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/NotoSans-(Regular|SemiBold) .*yes yes yes/);
  });

  test('Letter, without a provider, without prices', async () => {
    const bare = {
      name: '',
      taxId: '',
      address: '',
      phone: '',
      email: '',
      pageSize: 'LETTER',
      locale: 'en-US',
      language: 'en',
    } as const;
    const bytes = await print(approvedOrder({ items: [item('a', { unitPrice: null })] }, { issuer: bare }), 1);
    expect(infoOf(bytes)).toMatch(/Page size:.*612 x 792/);
    for (const word of [say.items.unitPrice, say.items.amount, say.totals.total, say.totals.net])
      expect(wordsOf(bytes)).not.toContain(word);
    expect(wordsOf(bytes)).toContain('Nov 22, 2026');
  });

  test.each([1, 2, 7])(
    'wherever the page ends, the totals of %i items stand under rows of their table, and headings over what they head',
    async (count) => {
      const items = Array.from({ length: count }, (_, n) => item(`i${n}`, { description: `Item no. ${n + 1}` }));
      const changed = [...items.slice(1), item('new', { description: 'Something more' })];
      const parted = new Set<number>();
      const total = `${say.totals.withTax.replaceAll('.', '\\.')} +EUR`;
      const head = `^ *${say.kind.material} .*${say.items.amount}`;
      const underRows = new RegExp(`(Item no\\. \\d|Something more)[\\s\\S]*${total}`);
      for (let lines = 14; lines <= 46; lines += 2) {
        const description = Array.from({ length: lines }, (_, n) => `Line ${n + 1}.`).join('\n');
        const order = confirmed(approvedOrder({ description, items }), changed);
        for (const version of [1, 2]) {
          const pages = pagesOf(await print(order, version));
          const page = (words: RegExp) => pages.findIndex((text) => words.test(text));
          parted.add(pages.length);
          expect(pages[page(new RegExp(total))], `${lines} lines`).toMatch(underRows);
          const headed = pages.filter((one) => new RegExp(`${head}$`, 'm').test(one));
          expect(headed).not.toEqual([]);
          for (const text of headed)
            expect(text, `${lines} lines`).toMatch(new RegExp(`${head}\n+ *(Item no\\.|Something more)`, 'm'));
          const title = pages[page(new RegExp(`^ *${say.items.title}$`, 'm'))];
          expect(title?.split(say.items.title)[1], `${lines} lines`).toMatch(/Item no\.|Something more/);
        }
      }
      expect(parted.size).toBeGreaterThan(1);
    },
  );

  test.each([
    ['an order', order25, 1],
    ['a report of five items', repaired, 2],
    ['a closed order', accepted, 3],
    [
      'a report of three versions',
      confirmed(confirmed(approvedOrder({ items: manyItems(12) }), manyItems(14)), manyItems(13)),
      3,
    ],
  ] as const)(
    'C7 wherever its text ends, %s leaves less than a fifth of a page empty',
    async (_, order, version) => {
      const empty: number[] = [];
      for (let lines = 1; lines <= 46; lines += 5) {
        const description = Array.from({ length: lines }, (_, n) => `Line ${n + 1}.`).join('\n');
        const longer = {
          ...order,
          versions: order.versions.map((one) => ({ ...one, content: { ...one.content, description } })),
        };
        const pages = emptyOf(await print(longer, version));
        empty.push(...pages.slice(0, -1));
      }
      expect(empty.length).toBeGreaterThan(0);
      expect(Math.max(...empty)).toBeLessThan(0.2);
    },
    60_000,
  );

  test('200 items: heading row, number and page on every page, no row twice or lost', async () => {
    const items = manyItems(200);
    const changed = confirmed(
      approvedOrder({ items }),
      items.map((one) => ({ ...one, quantity: one.quantity + 500 })),
    );
    const bytes = await print(changed, 2);
    const pages = pagesOf(bytes);
    const tables = pages.filter((page) => /no\. \d+/.test(page));
    const { change, item: what, before, after, fromApproved } = say.changes;
    const heads = [
      [say.items.planned, say.items.actual, say.items.unit],
      [change, what, before, after],
    ].map((names) => names.join(' +'));
    for (const page of tables) expect(page).toMatch(new RegExp(heads.join('|')));
    const titles = [
      ...Object.values(say.kind),
      say.items.title,
      change,
      say.history.title,
      fromApproved.replace(/ \(.*/, ''),
    ];
    pages.forEach((page, index) => {
      expect(page).toContain(say.page({ page: `${index + 1}`, pages: `${pages.length}` }));
      expect(page).toContain(`SO-000123 · ${say.version({ version: '2' })}`);
      const last = page.trim().split('\n').filter(Boolean).at(-2) ?? '';
      expect(last.trim()).not.toMatch(new RegExp(`^(${titles.join('|')})\\b`));
    });
    const words = wordsOf(bytes);
    for (const { description } of items) expect(words.split(new RegExp(`${description}(?!\\d)`))).toHaveLength(3);
    expect(check(bytes)).toContain('No syntax or stream encoding errors');
  });

  test('long texts and words stay on the page, whole', async () => {
    const word = 'W'.repeat(3000);
    const prose = Array.from({ length: 430 }, (_, index) => `word${index}`).join(' ');
    const order = approvedOrder({
      title: 'T'.repeat(80),
      description: word,
      items: [item('a', { description: 'M'.repeat(3000) })],
    });
    const bytes = await print(confirmed(order, order.content.items, { workDone: prose }), 2);
    const text = pagesOf(bytes)
      .join('')
      .replace(/SO-000123-2(?:-\w{4}){3}/g, '');
    /** Of the long word, wherever it is parted: no other word has but this letter. */
    const count = (letter: string) => (text.match(new RegExp(`\\b${letter}+\\b`, 'g')) ?? []).join('').length;
    expect([count('W'), count('M')]).toEqual([3000, 3000]);
    expect(wordsOf(bytes).replace(/SO-000123 · .*?Building Services GmbH /g, '')).toContain('word428 word429');
    expect(text).not.toMatch(/[WM]-\s/);
    const { width, left, right } = edgesOf(bytes);
    expect(left).toBeGreaterThan(40);
    expect(right).toBeLessThan(width - 40);
  });

  test('B5 B8 the largest and finest numbers there can be stand on one line each', async () => {
    const items = [
      item('a', { quantity: -9_007_199_254_740_991, unit: 'kWh', unitPrice: '0.001648' }),
      item('b', { description: 'Plant', quantity: 999_999, unitPrice: '9999999999.123456' }),
    ];
    const first = approvedOrder({ items });
    const bytes = await print(
      confirmed(first, [...items, item('c', { description: 'Rebate', unitPrice: '-9999999999.999999' })]),
      2,
    );
    const words = wordsOf(bytes);
    for (const number of [
      '−9,007,199,254,740.991',
      '0.001648',
      '999.999',
      '9,999,999,999.123456',
      '−9,999,999,999.999999',
    ])
      expect(words).toContain(` ${number} `);
    expect(words).toMatch(new RegExp(`${say.totals.net} [\\d,]+\\.\\d\\d `));
    const { width, left, right } = edgesOf(bytes);
    expect(left).toBeGreaterThan(40);
    expect(right).toBeLessThan(width - 40);
  });

  test('Greek, Cyrillic and accents as typed; what no font draws as its code point', async () => {
    const description = 'Ἀντλία Ωμέγα – Насос їжак ђ – Příliš žluťoučký – ½″ \u16A0\u202Eabc\u0007';
    const bytes = await print(approvedOrder({ description }, { issuer: { ...issuer, locale: 'el-GR' } }), 1);
    const words = wordsOf(bytes);
    expect(words).toContain('Ἀντλία Ωμέγα – Насос їжак ђ – Příliš žluťoučký – ½″ U+16A0 abc');
    expect(words).not.toMatch(/-\s*UTC/);
    expect(fontsOf(bytes)).toHaveLength(2);
  });

  test('not performed, and yen without decimals', async () => {
    const inYen = approvedOrder({
      currency: 'JPY',
      decimals: 0,
      taxRate: 10_000,
      items: [item('a', { unitPrice: '34500' })],
    });
    const bytes = await print(
      closed(inYen, { outcome: 'not_performed', reasonCode: 'unsafe', explanation: 'Gas smell.' }),
      2,
    );
    const words = wordsOf(bytes);
    const reason = say.notPerformed.reason({ reason: order.reason.unsafe });
    for (const expected of [say.notPerformed.title, reason, 'Gas smell.', 'JPY 37,950'])
      expect(words).toContain(expected);
    expect(words).not.toMatch(/null|undefined|NaN/);
  });
});
