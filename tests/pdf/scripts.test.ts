import { beforeAll, describe, expect, test } from 'vitest';
import { fitted } from '../../src/pdf/fit.ts';
import { familiesOf } from '../../src/pdf/fonts/families.ts';
import { loadFonts, textWidth } from '../../src/pdf/fonts/fonts.ts';
import type { Renderer } from '../../src/pdf/renderer.ts';
import { freshRenderer, sharedRenderer } from '../support/shared.ts';
import { approvedOrder, item } from './orders.ts';
import { check, edgesOf, fontsOf, withoutTools, wordsOf } from './tools.ts';

/** The same job in every script people may type: its text, a word that must be found again, the fonts it takes. */
// biome-ignore format: a table reads best as a table
const jobs: [script: string, text: string, found: string, fonts: string[]][] = [
  ['Greek', 'Αντικατάσταση αντλίας κυκλοφορίας, έλεγχος του δοχείου διαστολής', 'Αντικατάσταση αντλίας', []],
  ['Cyrillic', 'Замена циркуляционного насоса, проверка расширительного бака', 'циркуляционного насоса', []],
  ['Devanagari', 'पंप बदलें', 'पंप बदलें', []],
  ['Arabic', 'استبدال مضخة التدوير Pump DN 40 في القبو', 'مضخة', ['NotoNaskhArabic']],
  ['Hebrew', 'החלפת משאבת סחרור Pump DN 40 בחדר הדוודים', 'משאבת', ['NotoSansHebrew']],
  ['Thai', 'เปลี่ยนปั๊ม', 'เปลี่ยนปั๊ม', ['NotoSansThai']],
  ['Chinese', '更换循环泵，检查膨胀罐', '更换循环泵，检查膨胀罐', ['NotoSansHans']],
  ['Japanese', '循環ポンプを交換し、エア抜きをする', '循環ポンプを交換し、エア抜きをする', ['NotoSansJP']],
  ['Korean', '순환 펌프를 교체하고 공기를 빼십시오', '순환 펌프를 교체하고', ['NotoSansKR']],
  ['emoji', 'Done 👍 🔧 ✅', 'Done 👍 🔧 ✅', ['NotoEmoji']],
];

describe.skipIf(withoutTools)('whatever script people type', () => {
  let renderer: Renderer;
  beforeAll(() => {
    renderer = sharedRenderer();
    return renderer.warm();
  });

  test.each(jobs)('%s is drawn, found again, and takes only the fonts it needs', async (_, text, found, fonts) => {
    const order = approvedOrder({
      title: text,
      client: text,
      description: `${text} `.repeat(12),
      items: [item('a', { description: text })],
    });
    const { bytes } = await renderer.render(order, 1);
    expect(wordsOf(bytes)).toContain(found);
    expect(wordsOf(bytes)).not.toMatch(/U\+[0-9A-F]{4}/);
    const names = fontsOf(bytes).map((line) => /^\w+\+([A-Za-z]+)/.exec(line)?.[1]);
    expect(new Set(names)).toEqual(new Set(['NotoSans', ...fonts]));
    for (const line of fontsOf(bytes)) expect(line).toMatch(/yes yes yes/);
    const { width, left, right } = edgesOf(bytes);
    expect(left).toBeGreaterThan(40);
    expect(right).toBeLessThan(width - 40);
    expect(check(bytes)).toContain('No syntax or stream encoding errors');
  });

  test.each(['😀🔧👩👧', 'Pump😀🔧: ok', '中😀中👍🔧中', '⚙😀⚙', '😀🔧 Replace 👩👧 pump 中文'])(
    'characters beyond the first 65,536 lose no neighbour: %s',
    async (text) => {
      const { bytes } = await renderer.render(approvedOrder({ title: text, description: text }), 1);
      const read = wordsOf(bytes).replaceAll(/[\u200B ]/g, '');
      expect(read.split(text.replaceAll(' ', ''))).toHaveLength(3);
    },
  );

  test('a text reads the same whatever was printed before it', async () => {
    const plain = approvedOrder({ description: 'In → out ✓ ● 5 ≤ 6' });
    const before = await renderer.render(plain, 1);
    await renderer.render(approvedOrder({ description: '更换循环泵 استبدال 👍 순환 循環ポンプ' }), 1);
    expect((await renderer.render(plain, 1)).sha256).toBe(before.sha256);
  });

  test('nor does it depend on another character with the same shape', async () => {
    const fresh = freshRenderer();
    const one = approvedOrder({ description: '一金' });
    try {
      await fresh.render(approvedOrder({ description: '\u2F00\u2FA6' }), 1);
      expect((await fresh.render(one, 1)).sha256).toBe((await renderer.render(one, 1)).sha256);
      expect(wordsOf((await fresh.render(one, 1)).bytes)).toContain('一金');
    } finally {
      await fresh.stop();
    }
  });
});

test('Han characters take the shapes of the language beside them', () => {
  const names = (text: string) => familiesOf(text).map(({ name }) => name);
  expect(names('交換')).toEqual(['Noto Sans', 'Noto Sans SC']);
  expect(names('交換する')).toEqual(['Noto Sans', 'Noto Sans JP']);
  expect(names('交換 교체')).toEqual(['Noto Sans', 'Noto Sans KR']);
  expect(names('宮﨑')).toEqual(['Noto Sans', 'Noto Sans JP']);
  expect(names('Größe 3 Ω – ½″')).toEqual(['Noto Sans']);
});

describe('lines without spaces', () => {
  const width = 100;
  const lines = (text: string) => fitted(text, width, 400, 10).split(' ');
  beforeAll(() => loadFonts(['泵', 'ปั๊ม', 'ポンプ']));

  test('break between Han characters, and fill their column', () => {
    const text = '更换循环泵检查膨胀罐并排空锅炉房的加热回路更换循环泵检查膨胀罐';
    const broken = lines(text);
    expect(broken.join('')).toBe(text);
    for (const line of broken) expect(textWidth(line, 400, 10)).toBeLessThanOrEqual(width);
    for (const line of broken.slice(0, -1)) expect(textWidth(line, 400, 10)).toBeGreaterThan(width * 0.8);
  });

  test('never begin with closing punctuation or a small kana, never end with an opening bracket', () => {
    for (let before = 0; before < 12; before++) {
      for (const line of lines(`${'泵'.repeat(before)}「膨胀罐」、ポンプをちょっと（交換）する。完了。`)) {
        expect(line).not.toMatch(/^[」、。）ょっー]/);
        expect(line).not.toMatch(/[「（]$/);
      }
    }
  });

  test('break Thai between words only', () => {
    const broken = lines('เปลี่ยนปั๊มหมุนเวียนในห้องหม้อไอน้ำแล้วระบายวงจรทำความร้อน');
    expect(broken.length).toBeGreaterThan(1);
    const words = new Set(
      [...new Intl.Segmenter('th', { granularity: 'word' }).segment(broken.join(''))].map(({ index }) => index),
    );
    let at = 0;
    for (const line of broken) {
      expect(words).toContain(at);
      at += line.length;
    }
  });

  test('leave everything alone that fits or can break by itself', () => {
    for (const text of ['泵', 'Ordinary words that can break at their spaces, PO-2026-4471 and all.', ''])
      expect(fitted(text, width, 400, 10)).toBe(text);
  });
});
