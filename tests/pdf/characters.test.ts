import { Font } from '@react-pdf/renderer';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { documentModel } from '../../src/pdf/document.ts';
import { coverageOf } from '../../src/pdf/fonts/coverage.ts';
import { covers, FAMILIES, fontFile, isPrintable, runsOf } from '../../src/pdf/fonts/families.ts';
import { loadFonts } from '../../src/pdf/fonts/fonts.ts';
import { drawable, plainText, unprintedIn } from '../../src/pdf/fonts/plain-text.ts';
import { bound, isolated } from '../../src/pdf/numbers-in-text.ts';
import { printerOf } from '../../src/pdf/print.ts';
import type { Renderer } from '../../src/pdf/renderer.ts';
import { sharedRenderer } from '../support/shared.ts';
import { approvedOrder, at, issuer, item } from './orders.ts';
import { placesOf, withoutTools, wordsOf } from './tools.ts';

interface OpenFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
}
const isFont = (value: unknown): value is OpenFont =>
  typeof value === 'object' && value !== null && 'hasGlyphForCodePoint' in value;

const printed = (text: string) => drawable(plainText(text), isPrintable);
const familiesIn = (text: string) => [...new Set(runsOf(plainText(text)).map(({ family }) => family.name))];

/** What people may type of the Basic Multilingual Plane: no controls, spaces, marks of direction or selectors. */
const TYPED = Array.from({ length: 0xffff }, (_, n) => String.fromCharCode(n)).filter(
  (one) => !/[\p{Cc}\p{Cs}\s\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u.test(one),
);

describe('C1 every character that a font has is printed as typed', () => {
  const had = TYPED.filter(isPrintable);

  it('one by one, in a font that has it', () => {
    expect(had.length).toBeGreaterThan(45_000);
    const changed = had.filter((one) => printed(`${one}.`) !== `${one}.`);
    expect(changed).toEqual([]);
    const misplaced = had.filter((one) => !runsOf(one).every((run) => covers(run.family, one.charCodeAt(0))));
    expect(misplaced).toEqual([]);
  });

  it('every other one is its code point, and is named', () => {
    const missing = TYPED.filter((one) => !isPrintable(one) && one.normalize('NFC') === one && !'⌀☐'.includes(one));
    const codes = missing.map((one) => `U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
    expect(missing.map(printed)).toEqual(codes);
    expect(missing.map((one) => unprintedIn(one, isPrintable).join())).toEqual(codes);
  });

  it.each([
    ['㈱宮﨑設備', ['Noto Sans JP']],
    ['ＰＯ－２０２６', ['Noto Sans JP']],
    ['ﾎﾟﾝﾌﾟ', ['Noto Sans JP']],
    ['㎡①○△◎', ['Noto Sans JP']],
    ['更换循环泵①', ['Noto Sans SC']],
    ['神\uFA19', ['Noto Sans JP']],
    ['𠮷野家', ['Noto Sans JP']],
  ])('%s', (text, families) => {
    expect(printed(text)).toBe(text);
    expect(familiesIn(text)).toEqual(families);
  });

  test('the character tables are those that the fonts are drawn with', async () => {
    await loadFonts(['ا', 'ש', 'ก', 'かな', '한글', '更换循环泵', '👍']);
    for (const family of FAMILIES)
      for (const weight of [400, 600] as const) {
        const { data } = Font.getFont({ fontFamily: family.name, fontWeight: weight });
        if (!isFont(data)) throw expect.unreachable(`${family.name} is not open`);
        const table = coverageOf(fontFile(family, weight));
        const other = Array.from({ length: 0x30000 }, (_, n) => n).filter(
          (codePoint) => table.has(codePoint) !== data.hasGlyphForCodePoint(codePoint),
        );
        expect(other, family.name).toEqual([]);
      }
  });
});

describe('C2 joiners', () => {
  it.each([
    ['between letters of scripts that join', 'می\u200Cچرخد', 'می\u200Cچرخد'],
    ['after a vowel sign', 'خَ\u200Cم', 'خَ\u200Cم'],
    ['in Urdu', 'آب\u200Cوہوا', 'آب\u200Cوہوا'],
    ['in Kurdish', 'نا\u200Cب\u200Dە', 'نا\u200Cب\u200Dە'],
    ['in Devanagari', 'क्\u200Dष', 'क्\u200Dष'],
    ['in Devanagari, the other one', 'क्\u200Cष', 'क्\u200Cष'],
    ['not in Cyrillic or Han', 'на\u200Cсос 水\u200D泵', 'насос 水泵'],
    ['in emoji', '👩\u200D🔧', '👩\u200D🔧'],
    ['not in Latin', 'pu\u200Cmp\u200D', 'pump'],
    ['not at the end of an emoji', '🔧\u200D', '🔧'],
  ])('%s', (_, typed, kept) => expect(printed(typed)).toBe(kept));
});

describe('C3 signs, emoji and lists', () => {
  it.each(['↑ ↓ ▲ □ ★ √ ∞', '→ ≤ ≥ ≠ ≈ ∆ ● ■ ▪ ☑ ✓ ✔', '1\u20E3 #\u20E3', '🇩🇪', '👍🏽'])('%s', (text) =>
    expect(printed(text)).toBe(text),
  );

  it('keycaps and joined emoji are one picture each', () => {
    const runs = runsOf('1\uFE0F\u20E3 👩\u200D🔧').map(({ text, family }) => [text, family.name]);
    expect(runs).toEqual([
      ['1\uFE0F\u20E3', 'Noto Emoji'],
      [' ', 'Noto Sans'],
      ['👩\u200D🔧', 'Noto Emoji'],
    ]);
  });

  it('spaces at the head of a line stay, tabs count as four', () => {
    expect(plainText('Steps:\n  - one\n    - two\n\t- three\n   \n')).toBe('Steps:\n  - one\n    - two\n    - three');
  });
});

/** With the isolates visible. */
const shown = (text: string) => isolated(text).replace(/[\u2066\u2069]/g, (mark) => (mark === '\u2066' ? '<' : '>'));

describe('C6 numbers beside right-to-left letters', () => {
  it.each([
    ['أحمد +49 30 5550 142', 'أحمد <+49 30 5550 142>'],
    ['أحمد, +49 (0)30/5550-142', 'أحمد, <+49 (0)30/5550-142>'],
    ['أحمد (+49 30 5550 142)', 'أحمد <(+49 30 5550 142)>'],
    ['Mr. אבי, +972 3 555 0142', 'Mr. אבי, <+972 3 555 0142>'],
    ['מחיר -€5.50 ליום', 'מחיר <-€5.50> ליום'],
    ['הזמנה 2026-PO-44.', 'הזמנה <2026-PO-44>.'],
    ['ב-24 בנובמבר', 'ב-<24> בנובמבר'],
    ['12:30–14:00 היום', '<12:30–14:00> היום'],
    ['5, 6، 7 وحدات', '<5>, <6>، <7> وحدات'],
    ['٠٣٠ ٥٥٥٠ هاتف', '<٠٣٠ ٥٥٥٠> هاتف'],
    ['Mr. Jensen, +49 40 5550 19', 'Mr. Jensen, +49 40 5550 19'],
    ['Tax (19.5٪)', 'Tax (19.5٪)'],
  ])('%s', (text, wanted) => expect(shown(text)).toBe(wanted));
});

describe('D10 numbers never break', () => {
  it.each([
    ['call +49 40 5550 19 today', 'call +49~40~5550~19 today'],
    ['(- €12.50)', '(-~€12.50)'],
    ['12,50 € and 5 pcs', '12,50~€ and 5 pcs'],
    ['EUR -12.50 on 24 Nov 2026', 'EUR~-12.50 on 24~Nov~2026'],
    ['Nov 24, 2026', 'Nov~24,~2026'],
    ['24 de nov. de 2026, 8:30', '24~de~nov.~de~2026, 8:30'],
    ['12.50 EUR, -1 234,56 CHF', '12.50~EUR, -1~234,56~CHF'],
    ['هاتف ٠٣٠ ٥٥٥٠ ١٤٢', 'هاتف ٠٣٠~٥٥٥٠~١٤٢'],
    ['फ़ोन ०३० ५५५०', 'फ़ोन ०३०~५५५०'],
    ['電話 ０３ ５５５０ １４２', '電話 ０３~５５５０~１４２'],
    ['٢٤ نوفمبر ٢٠٢٦، ١٢٫٥ ٪', '٢٤~نوفمبر~٢٠٢٦، ١٢٫٥~٪'],
    ['२४ नवंबर २०२६', '२४~नवंबर~२०२६'],
    ['24 листопада 2026', '24~листопада~2026'],
    ['2 × 3 pcs, 5 VALVES', '2 × 3 pcs, 5 VALVES'],
    ['1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16'],
  ])('%s', (text, wanted) => expect(bound(text).replaceAll('\u00A0', '~')).toBe(wanted));
});

describe('C5 locales', () => {
  const printerIn = (locale: string) =>
    printerOf({ issuer: { ...issuer, locale }, timeZone: 'Europe/Berlin', content: approvedOrder().content });
  const LOCALES = 'ar-SA he-IL fa ur bn ta ka hy am my km lo te si ja ko zh th hi mr ne de fr sv el uk nqo ff-Adlm';

  it.each([...LOCALES.split(' '), 'bn-u-nu-beng', 'ar-EG-u-nu-arab-ca-islamic'])(
    '%s has signs that can be printed only',
    (locale) => {
      const print = printerIn(locale);
      const texts = [
        ...Array.from({ length: 12 }, (_, month) => print.dateTime(Date.UTC(2026, month, 3 + month, month * 2) / 1000)),
        ...[print.amount(-123_456_789), print.difference(500), print.quantity(1_234_500), print.percent(1950)],
      ];
      for (const text of texts) expect(unprintedIn(text, isPrintable), text).toEqual([]);
      expect(texts.join(' ')).not.toMatch(/[\u200E\u200F\u061C]/);
    },
  );

  it('dates that are read from the right are set apart as one thing', () => {
    expect(printerIn('he-IL').dateTime(at('2026-11-24T09:30:00Z'))).toBe(
      '\u206724 בנוב׳ 2026\u2069, 10:30 (UTC+01:00)',
    );
    expect(printerIn('bn').dateTime(at('2026-11-24T09:30:00Z'))).toBe('24 Nov 2026, 10:30 (UTC+01:00)');
  });
});

describe.skipIf(withoutTools)('on paper', () => {
  let renderer: Renderer;
  beforeAll(() => {
    renderer = sharedRenderer();
    return renderer.warm();
  });

  it('C1 C3 signs of trade are found again as typed', async () => {
    const text = '㈱宮﨑設備 ＰＯ－２０２６ ﾎﾟﾝﾌﾟ ㎡ ① ○ △ ◎ ↑ ↓ ▲ □ ★ √ ∞ 👩\u200D🔧 1\u20E3';
    const { bytes } = await renderer.render(
      approvedOrder({ title: text, items: [item('a', { description: text })] }),
      1,
    );
    expect(wordsOf(bytes).split(text)).toHaveLength(3);
  });

  it('C3 an indented list stays indented', async () => {
    const { bytes } = await renderer.render(approvedOrder({ description: 'Steps\n  first\n    second\nfourth' }), 1);
    const left = (word: string) => placesOf(bytes, word)[0]?.left ?? Number.NaN;
    expect(left('first')).toBeGreaterThan(left('Steps') + 3);
    expect(left('second')).toBeGreaterThan(left('first') + 3);
    expect(left('fourth')).toBeCloseTo(left('Steps'), 1);
  });

  it.each(['en-GB', 'ar-SA', 'he-IL', 'fa-IR'])(
    'C6 groups of a number stand from left to right, in %s',
    async (locale) => {
      const order = approvedOrder(
        {
          title: 'صيانة 111 222 333',
          client: 'شركة النور 444 555 666',
          contact: 'أحمد، +777 888 999',
          description: 'אבי 123 456 789',
          items: [item('a', { description: 'مضخة 321 654 987' })],
        },
        { issuer: { ...issuer, locale } },
      );
      const { bytes } = await renderer.render(order, 1);
      const left = (word: string) => placesOf(bytes, word)[0]?.left ?? Number.NaN;
      for (const [one, two, three] of [
        '111 222 333',
        '444 555 666',
        '\\+777 888 999',
        '123 456 789',
        '321 654 987',
      ].map((groups) => groups.split(' '))) {
        expect(left(one ?? ''), one).toBeLessThan(left(two ?? ''));
        expect(left(two ?? ''), two).toBeLessThan(left(three ?? ''));
      }
      expect(wordsOf(bytes)).not.toMatch(/U\+[0-9A-F]{4}/);
    },
  );

  it('C1 what no font has is named in the document', async () => {
    const order = approvedOrder({ title: 'ᚠ pump' });
    const { bytes } = await renderer.render(order, 1);
    expect(documentModel(order, 1).unprinted).toContain('U+16A0 (Title)');
    expect(wordsOf(bytes)).toContain(documentModel(order, 1).unprinted);
  });
});
