import { describe, expect, test } from 'vitest';
import { type DocumentModel, documentModel } from '../../src/pdf/document.ts';
import { documentAsText } from '../../src/pdf/document-as-text.ts';
import { everyKind } from './every-kind.ts';

const LOCALES = { en: 'en-GB', es: 'es-419', pt: 'pt-BR', de: 'de-DE', fr: 'fr-FR' } as const;
const languages = Object.keys(LOCALES) as (keyof typeof LOCALES)[];

/** What a model holds that no page prints as it is: the catalogue, what steers the looks, the PDF's own properties, pictures. */
const UNSEEN = new Set([
  ...['words', 'metadata', 'pageSize', 'accent', 'tone', 'named', 'scanned', 'photo', 'drawing', 'shows', 'mark'],
  // The text has the characters themselves.
  'unprinted',
]);

/** Every line of text that a model prints. */
function linesIn(part: unknown): string[] {
  if (typeof part === 'string') return part.split('\n').filter((line) => line !== '');
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (UNSEEN.has(key) ? [] : linesIn(value)));
}

const missingIn = ({ history, ...rest }: DocumentModel): string[] => {
  // The column of totals has its name only where there are prices.
  const seen = history && { ...history, total: history.priced ? history.total : '' };
  const text = documentAsText({ ...rest, history });
  return linesIn({ ...rest, history: seen }).filter((line) => !text.includes(line));
};

describe('a document as plain text', () => {
  test.each(languages)('has everything that the document of every kind says, in %s', (language) => {
    for (const { name, order, version, options } of everyKind(LOCALES[language], language)) {
      const model = documentModel(order, version, options);
      expect(missingIn(model), name).toEqual([]);
      expect(documentAsText(model), name).not.toMatch(/undefined|null|NaN|\{|\}|\n\n\n/);
    }
  });

  test('misses what is not in it', () => {
    const [first] = everyKind('en-GB', 'en');
    if (!first) throw expect.unreachable();
    const model = documentModel(first.order, first.version, first.options);
    const text = documentAsText(model);
    expect(linesIn({ ...model, terms: 'Nowhere' }).filter((line) => !text.includes(line))).toEqual(['Nowhere']);
  });

  test('has a line for each line of a table, with the names of the columns', () => {
    const kinds = everyKind('fr-FR', 'fr');
    const closing = kinds.find(({ name }) => name === 'closing');
    if (!closing) throw expect.unreachable();
    const model = documentModel(closing.order, closing.version, closing.options);
    const { items, words } = model;
    const [row] = items?.groups[0]?.rows ?? [];
    if (!row) throw expect.unreachable();
    const { planned, actual, unit, unitPrice, amount } = words.items;
    const pairs = [
      ...[`${planned}\u00a0: ${row.planned}`, `${actual}\u00a0: ${row.quantity}`, `${unit}\u00a0: ${row.unit}`],
      ...[`${unitPrice}\u00a0: ${row.unitPrice}`, `${amount}\u00a0: ${row.amount}`],
    ];
    expect(documentAsText(model).split('\n')).toContain([row.description, ...pairs].join('; '));
  });
});
