import { describe, expect, test } from 'vitest';
import { channelName } from '../../src/outbox/effects/channel/channel-name.ts';
import { newOrder } from '../db/samples.ts';

const named = (client: string, title: string, n = 1, suffix = 0) => {
  const order = newOrder('o1');
  return channelName({ ...order, number: 123, content: { ...order.content, client, title } }, n, suffix);
};

// biome-ignore format: a table reads best as a table
const names: [string, string, string][] = [
  ['Acme',            'Replace pump',       'so-000123-acme-replace-pump'],
  ['Müller & Söhne',  'Rohr: 3/4" (außen)', 'so-000123-muller-sohne-rohr-3-4-außen'],
  ['日本電気',          '点検',               'so-000123-日本電気-点検'],
  ['<!channel>',      '...',                'so-000123-channel'],
  ['\u3164\u200bA\u202ec', '\u115f',            'so-000123-ac'],
  ['🔥🔥',             '',                   'so-000123'],
];
test.each(names)('%s, %s', (client, title, name) => expect(named(client, title)).toBe(name));

test('never longer than 80 characters, and tails survive', () => {
  expect([...named('x'.repeat(120), 'y'.repeat(80))]).toHaveLength(80);
  expect(named('x'.repeat(120), 'y', 2, 3)).toMatch(/^so-000123-x+-2-x3$/);
  expect([...named('x'.repeat(120), 'y', 2, 3)]).toHaveLength(80);
  for (const client of ['𐊀'.repeat(60), `a${'𐊀'.repeat(60)}`]) {
    expect(named(client, 'y').length).toBeLessThanOrEqual(80);
    expect(named(client, 'y').isWellFormed()).toBe(true);
  }
});

describe('D14 marks come off Latin and Greek letters only', () => {
  // biome-ignore format: a table reads best as a table
  const kept: [string, string][] = [
    ['ポンプ',            'ポンプ'],
    ['ﾎﾟﾝﾌﾟ',            'ポンプ'],
    ['ホ\u309aンフ\u309a', 'ポンプ'],
    ['ヒーター ガス',      'ヒーター-ガス'],
    ['Жилой',            'жилой'],
    ['Жило\u0438\u0306', 'жилой'],
    ['Їжак ёлка',        'їжак-ёлка'],
    ['น้ำประปา',          'น้ำประปา'],
    ['ເຄື່ອງ ນໍ້າ',          'ເຄື່ອງ-ນໍ້າ'],
    ['हिन्दी मरम्मत',       'हिन्दी-मरम्मत'],
    ['தமிழ் বাংলা',       'தமிழ்-বাংলা'],
    ['မြန်မာ ខ្មែរ',         'မြန်မာ-ខ្មែរ'],
    ['שָׁלוֹם',              'שָׁלוֹם'.normalize('NFC')],
    ['مُحَمَّد',             'مُحَمَّد'],
    ['서울시설공단',        '서울시설공단'],
    ['Café Ångström',    'cafe-angstrom'],
    ['Tiếng Việt',       'tieng-viet'],
    ['Αθήνα Ϊος',        'αθηνα-ιος'],
    ['İstanbul ẞ',       'istanbul-ß'],
    ['ＡＢＣ－１２３ ㎡ ①',  'abc-123-m2-1'],
    ['1\ufe0f\u20e3 a',  '1-a'],
    ['\u0301abc \u0e48', 'abc'],
  ];
  test.each(kept)('%s becomes %s', (client, name) => {
    expect(named(client, '')).toBe(`so-000123-${name}`);
    expect(name).toBe(name.normalize('NFC'));
  });

  // biome-ignore format: a table reads best as a table
  const letters: [string, string][] = [
    ['น้ำ', 'น้ำ'], ['हि', 'हि'], ['ஸ்ரீ', 'ஸ்ரீ'], ['が', 'が'], ['𐊀', '𐊀'],
    [`ж${'\u0301'.repeat(5)}`, `ж${'\u0301'.repeat(5)}`], ['e\u0328\u0301', 'e'],
  ];
  test.each(letters)('a long name of %s ends between two letters as people see them', (letter, kept) => {
    for (let before = 0; before < 12; before++) {
      const whole = `so-000123-${'x'.repeat(before)}${kept.repeat(120)}`;
      const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(whole);
      const ends = [...segments].map(({ index }) => index).filter((index) => index <= 80 - '-2-x3'.length);
      expect(named(`${'x'.repeat(before)}${letter.repeat(120)}`, 'y', 2, 3)).toBe(
        `${whole.slice(0, ends.at(-1))}-2-x3`,
      );
    }
  });

  test('a letter under more marks than a name has room for is left out', () => {
    expect(named(`ж${'\u0301'.repeat(100)}`, 'pump')).toBe('so-000123');
  });
});
