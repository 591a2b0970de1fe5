import { expect, test } from 'vitest';
import { readDecimal } from '../../src/forms/fields/numbers.ts';
import { descriptionFrom } from '../../src/slack/forms/brought.ts';

// biome-ignore format: a table reads best as a table
const texts: readonly [string, string][] = [
  ['Tom &amp; Jerry &lt;3 &gt;', 'Tom & Jerry <3 >'],
  ['See <https://a.example/x|the plan>', 'See the plan (https://a.example/x)'],
  ['See <https://a.example/x>', 'See https://a.example/x'],
  ['Write to <mailto:a@b.example|a@b.example>', 'Write to a@b.example'],
  ['Ask <@U1|ana> in <#C1|general>, <!date^1^{date}|yesterday>', 'Ask ana in general, yesterday'],
  ['Ask <@U1> in <#C1>', 'Ask <@U1> in <#C1>'],
  ['&lt;!channel&gt; &amp;lt;', '<!channel> &lt;'],
  ['two\nlines \u202e\u0000end', 'two\nlines end'],
];
test.each(texts)('the message %j becomes %j', (text, description) => {
  expect(descriptionFrom(text)).toBe(description);
});

test('texts made to be slow to read are read at once', () => {
  const begun = performance.now();
  for (const part of ['<mailto:', '<http:a|', '<!|', '<@|x', '<', '>', '&lt;', '\n', ' \u200b', '|'])
    descriptionFrom(part.repeat(12_000));
  for (const text of [`0.${'0'.repeat(12_000)}1`, '9'.repeat(12_000), ' '.repeat(12_000), `1${',000'.repeat(4000)}`])
    readDecimal(text, 3, { locale: 'en-GB', decimals: 2 });
  expect(performance.now() - begun).toBeLessThan(1000);
});
