import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/forms/fields/fields.ts';
import { clip, date, escaped, mention, quoted } from '../../src/forms/mrkdwn.ts';

describe('text as it is kept', () => {
  test.each([
    ['space around it', '  Pump  ', 'Pump'],
    ['control characters', 'Pu\u0000m\u0007p\u001b[31m\u007f\u0085', 'Pump[31m'],
    [
      'marks that turn the direction of what follows',
      'invoice\u202efdp.exe\u202c \u2066x\u2069 \u200fy',
      'invoicefdp.exe x y',
    ],
    ['a byte order mark', '\ufeffPump', 'Pump'],
    ['signs that hide what stands between them', '\ufff9Pump\ufffaPump\ufffb', 'PumpPump'],
    ['half of a pair', 'Pump \ud83d', 'Pump \ufffd'],
    ['letters and marks are composed', 'Cafe\u0301', 'Café'],
    ['nothing that can be seen', '\u200b\u00ad\u3164 \u2060', ''],
    ['emoji with joiners stay whole', '👩‍🔧 ❤️', '👩‍🔧 ❤️'],
    ['Arabic, Hebrew, Japanese', 'مضخة משאבה ポンプ', 'مضخة משאבה ポンプ'],
    ['what looks like markup is kept: it is escaped where it is shown', '<!channel> & *x*', '<!channel> & *x*'],
  ])('%s', (_, typed, kept) => {
    expect(cleanText(typed, true)).toBe(kept);
    expect(cleanText(typed, false)).toBe(kept);
  });

  test('a line stays one line; a paragraph keeps its lines', () => {
    const typed = 'one\r\ntwo\rthree\u2028four\u2029five\tsix';
    expect(cleanText(typed, false)).toBe('one two three four five six');
    expect(cleanText(typed, true)).toBe('one\ntwo\nthree\nfour\nfive\tsix');
  });

  test('cleaning twice changes nothing more', () => {
    for (const typed of ['\u200f a\u0000 b ', 'x\r\n\r\ny', '\u202e'])
      expect(cleanText(cleanText(typed, true), true)).toBe(cleanText(typed, true));
  });
});

describe('text as it is shown', () => {
  test('escaped, it is what was typed and nothing else', () => {
    expect(escaped('<!channel> & <@U1> &amp;')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;amp;');
  });

  test.each([
    ['U0123ABC', '<@U0123ABC>'],
    ['W0123ABC', '<@W0123ABC>'],
    ['!channel', '!channel'],
    ['U1> <!here', 'U1&gt; &lt;!here'],
    ['', ''],
  ])('“%s” is mentioned as %s', (id, wanted) => {
    expect(mention(id)).toBe(wanted);
  });

  test('every line of a quotation is quoted', () => {
    expect(quoted('one\n\n<two>')).toBe('> one\n> \n> &lt;two&gt;');
    expect(quoted('&'.repeat(3000)).length).toBeLessThanOrEqual(2800);
  });

  test('a date stands in the reader’s zone, with a fallback', () => {
    expect(date(1_795_000_000, { locale: 'en-GB' })).toBe(
      '<!date^1795000000^{date_short_pretty} {time}|18 Nov 2026, 11:06 UTC>',
    );
  });

  test.each([
    [-2_208_988_800, '1 Jan 1900, 00:00 UTC'],
    [253_402_300_799, '31 Dec 9999, 23:59 UTC'],
    [1e300, '–'],
    [Number.NaN, '–'],
    [0, '<!date^0^{date_short_pretty} {time}|1 Jan 1970, 00:00 UTC>'],
  ])('the instant %d is shown as %s', (seconds, shown) => {
    expect(date(seconds, { locale: 'en-GB' })).toBe(shown);
  });

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['abc&amp;efg', 6, 'abc…'],
    ['ab&lt;cd', 6, 'ab…'],
    ['ab😀cd', 4, 'ab…'],
    ['ab <@U123> cd', 8, 'ab …'],
  ])('%s, cut to %i, is %s', (text, limit, wanted) => {
    expect(clip(text, limit)).toBe(wanted);
    expect(clip(text, limit).length).toBeLessThanOrEqual(limit);
  });

  test('cut anywhere, nothing is halved', () => {
    const text = escaped('a<&😀>b').repeat(3);
    for (let limit = 1; limit <= text.length; limit++) {
      const cut = clip(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
    }
  });
});
