import { expect, test } from 'vitest';
import { typedPrice } from '../../../src/office/imports/cells.ts';
import { mappingOf } from '../../../src/office/imports/columns.ts';
import { readCsv } from '../../../src/office/imports/csv.ts';
import { numbersIn } from '../../../src/office/imports/numbers.ts';
import { readLine } from '../../../src/office/imports/read-line.ts';
import { wordsFor } from '../../../src/words/words.ts';

/** What a file with these prices makes of each, in the words of its author; `?`: its author is asked. */
async function pricesIn(prices: readonly string[], { locale = 'en', delimiter = ',', currency = 'EUR' } = {}) {
  const words = wordsFor(locale);
  const quoted = prices.map((price, n) => `Part ${n}${delimiter}"${price}"`);
  const table = await readCsv(Buffer.from([`Name${delimiter}Preis`, ...quoted].join('\n')));
  if ('code' in table) throw new Error(table.code);
  const mapping = mappingOf('item', table.header);
  if ('code' in mapping) throw new Error(mapping.code);
  const numbers = await numbersIn(table, mapping, { locale: words.locale, currency });
  return table.lines.map(({ cells }) => {
    const { values, mistakes } = readLine('item', mapping, cells, {
      words,
      currency,
      kept: { active: 'yes' },
      numbers,
    });
    return mistakes.length > 0 ? '?' : (values.unitPrice ?? '').replace(` ${currency}`, '');
  });
}

test.each<[string, string[], string[], { locale?: string; delimiter?: string; currency?: string }?]>([
  ['a comma before two digits makes the dot a separator', ['1.234', '12,50'], ['1234', '12.5']],
  ['a dot before two digits makes the comma one', ['1,234', '12.50', '1.234'], ['1234', '12.5', '1.234']],
  ['also in German, and with semicolons', ['1.234', '12.50'], ['1.234', '12.5'], { locale: 'de', delimiter: ';' }],
  ['thousands of thousands tell', ['1.234.567', '1.234'], ['1234567', '1234']],
  ['a leading zero tells', ['0,125', '1.234'], ['0.125', '1234']],
  ['both signs in one number tell', ['€ 1.234,50', '2.345', '1 000'], ['1234.5', '2345', '1000']],
  ['where nothing tells, it is asked in English', ['1.234', '7'], ['?', '7']],
  ['and in German', ['1.234', '1,234', '7'], ['?', '?', '7'], { locale: 'de', delimiter: ';' }],
  ['where lines contradict one another', ['12,5', '12.5', '1.234'], ['12.5', '12.5', '?']],
  ['in a currency without decimals', ['1.234', '12,5'], ['1234', '12.5'], { currency: 'CLP' }],
  ['numbers without signs', ['12', '1234'], ['12', '1234']],
])('%s', async (_, prices, read, as) => expect(await pricesIn(prices, as)).toEqual(read));

test.each(['en', 'de', 'fr'])(
  'a price that was exported is read as it was, and never as a thousand: %s',
  async (locale) => {
    const price = typedPrice('1.234 EUR', { currency: 'EUR', locale });
    expect(await pricesIn([price], { locale })).toEqual(['1.234']);
  },
);
