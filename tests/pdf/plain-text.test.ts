import { describe, expect, test } from 'vitest';
import { drawable, plainLine, plainText } from '../../src/pdf/fonts/plain-text.ts';

describe('plainText', () => {
  test.each([
    ['trims and keeps one blank line', 'a \r\n\r\n\r\n\r\nb  c\t d ', 'a\n\nb c d'],
    ['removes control characters', 'a\u0007b\u0000c\u009Dd', 'abcd'],
    ['removes what turns the reading direction', 'invoice\u202Efdp.exe\u202C\u200F\u2066x\u2069', 'invoicefdp.exex'],
    ['removes zero-width signs and variation selectors', 'a\u200Bb\uFEFFc\u2764\uFE0F\u200D', 'abc\u2764'],
    ['keeps the joiners of Indic scripts', 'क्\u200Dष', 'क्\u200Dष'],
    ['composes accents', 'e\u0301', 'é'],
    ['shows half a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
    ['knows the Unicode line ends', 'a\u2028b\u2029c\vd', 'a\nb\nc\nd'],
    ['of nothing is nothing', ' \n\t\u200B ', ''],
  ])('%s', (_, typed, printed) => expect(plainText(typed)).toBe(printed));

  test('plainLine puts it on one line', () => expect(plainLine(' a \n\n b\nc ')).toBe('a b c'));
});

describe('drawable', () => {
  const ascii = (character: string) => character < '\u0080' || character === 'Ø';

  test.each([
    ['plain', 'plain'],
    ['你好', 'U+4F60 U+597D'],
    ['a你b 😀.', 'a U+4F60 b U+1F600.'],
    ['⌀ 3 ☐', 'Ø 3 [ ]'],
    ['\u{1D400}\u2126', 'A U+2126'],
    ['a\nb', 'a\nb'],
  ])('%s becomes %s', (text, printed) => expect(drawable(text, ascii)).toBe(printed));
});
