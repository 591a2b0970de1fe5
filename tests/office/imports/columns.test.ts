import { describe, expect, it } from 'vitest';
import { COLUMNS, HEADINGS, headingOf, mappingOf } from '../../../src/office/imports/columns.ts';
import type { RecordKind } from '../../../src/office/master-data.ts';
import { LANGUAGES } from '../../../src/words/languages.ts';
import { wordsFor } from '../../../src/words/words.ts';

const read = (kind: RecordKind, header: string[]) => {
  const mapping = mappingOf(kind, header);
  return 'code' in mapping ? mapping : { at: Object.fromEntries(mapping.at), unknown: mapping.unknown };
};

describe('the header of a file', () => {
  const cases: [string, RecordKind, string[], object][] = [
    ['ours', 'client', ['Number', 'Name', 'Tax ID'], { at: { externalId: 0, name: 1, taxId: 2 } }],
    [
      'German',
      'client',
      ['Kunden-Nr.', 'Firma', 'USt-IdNr.', 'Anschrift'],
      { at: { externalId: 0, name: 1, taxId: 2, address: 3 } },
    ],
    [
      'Spanish, in capitals',
      'item',
      ['CÓDIGO', 'DESCRIPCIÓN', 'PRECIO UNITARIO'],
      { at: { externalId: 0, description: 1, unitPrice: 2 } },
    ],
    [
      'French',
      'item',
      ['Référence', 'Désignation', 'Unité', 'Prix unitaire HT'],
      { at: { externalId: 0, description: 1, unit: 2, unitPrice: 3 } },
    ],
    ['Portuguese', 'site', ['Código do cliente', 'Local', 'Morada'], { at: { client: 0, name: 1, address: 2 } }],
    [
      'in another order, with what we do not know',
      'client',
      ['Notes', 'Name', ''],
      { at: { name: 1 }, unknown: ['Notes'] },
    ],
    [
      'a client’s own number and name',
      'site',
      ['Client', 'Number', 'Name'],
      { at: { client: 0, externalId: 1, name: 2 } },
    ],
    ['without what is needed', 'site', ['Name'], { code: 'column_missing', columns: ['client'] }],
    ['without anything known', 'item', ['Foo', 'Bar'], { code: 'column_missing', columns: ['description'] }],
    ['a column twice', 'client', ['Name', 'name '], { code: 'column_twice', heading: 'name ' }],
  ];
  it.each(cases)('%s', (_, kind, header, expected) => expect(read(kind, header)).toMatchObject(expected));

  const kinds = Object.keys(COLUMNS) as RecordKind[];

  it.each(kinds.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const)))(
    '%s: what the app exports in %s is read again, each column as itself',
    (kind, language) => {
      const header = COLUMNS[kind].map((column) => headingOf(kind, column, wordsFor(language)));
      const mapping = mappingOf(kind, header);
      expect('at' in mapping && [...mapping.at]).toEqual(COLUMNS[kind].map((column, at) => [column, at]));
    },
  );

  it.each(kinds)('%s: each column is known by what other systems call it', (kind) => {
    for (const column of COLUMNS[kind]) {
      const others = COLUMNS[kind].filter((one) => one !== column).map((one) => headingOf(kind, one, wordsFor('en')));
      for (const heading of HEADINGS[kind][column as never] as readonly string[]) {
        const mapping = mappingOf(kind, [...others, heading.toUpperCase()]);
        expect('at' in mapping && mapping.at.get(column as never), `${column}: ${heading}`).toBe(others.length);
      }
    }
  });
});
