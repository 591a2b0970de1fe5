import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLUMNS, headingOf, mappingOf } from '../../../src/office/imports/columns.ts';
import { ADDRESS_PARTS, HEADINGS } from '../../../src/office/imports/headings.ts';
import { readLine } from '../../../src/office/imports/read-line.ts';
import type { RecordKind } from '../../../src/office/master-data.ts';
import { LANGUAGES } from '../../../src/words/languages.ts';
import { wordsFor } from '../../../src/words/words.ts';

const read = (kind: RecordKind, header: string[]) => {
  const mapping = mappingOf(kind, header);
  return 'code' in mapping ? mapping : { ...mapping, at: Object.fromEntries(mapping.at) };
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
    [
      'German, as programs write it',
      'item',
      ['Art.-Nr.', 'Bezeichnung', 'ME', 'VK-Preis', 'EK-Preis'],
      { at: { externalId: 0, description: 1, unit: 2, unitPrice: 3 }, unknown: ['EK-Preis'], missing: [] },
    ],
    ['a currency', 'item', ['Bezeichnung', 'Preis (EUR)'], { at: { unitPrice: 1 }, unknown: [] }],
    ['German units', 'item', ['Artikelnummer', 'Bezeichnung', 'Mengeneinheit', 'Verkaufspreis'], { unknown: [] }],
    ['German clients', 'client', ['Kd.-Nr.', 'Name', 'Straße', 'PLZ', 'Ort'], { at: { address: 2 }, unknown: [] }],
    [
      'Spanish clients',
      'client',
      ['Nº de cliente', 'Nombre', 'Dirección', 'Código postal', 'Ciudad'],
      { at: { externalId: 0, address: 2 }, unknown: [], missing: [] },
    ],
    ['a Spanish number', 'client', ['N.º', 'Nombre'], { at: { externalId: 0 }, missing: ['address'] }],
    [
      'French clients',
      'client',
      ['N° client', 'Nom', 'Adresse', 'Code postal', 'Ville'],
      { at: { externalId: 0, address: 2 }, unknown: [], missing: [] },
    ],
    ['a French reference', 'item', ['Réf.', 'Désignation', 'Unité', 'Prix unitaire HT'], { unknown: [], missing: [] }],
    ['a Portuguese client', 'client', ['Nº do cliente', 'Nome', 'CEP', 'Cidade'], { unknown: [], missing: [] }],
    ['Portuguese items', 'item', ['Código', 'Descrição', 'Unidade', 'Preço'], { unknown: [], missing: [] }],
    ['items without code and price', 'item', ['Name', 'EK'], { unknown: ['EK'], missing: ['externalId', 'unitPrice'] }],
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

  it.each([
    [['Name', 'Straße', 'PLZ', 'Ort'], ['A', 'Hauptstr. 1', '10115', 'Berlin'], 'Hauptstr. 1\n10115 Berlin'],
    [['Name', 'Ville', 'Code postal', 'Adresse'], ['A', 'Lyon', '69001', '3 rue X'], '3 rue X\n69001 Lyon'],
    [['Name', 'Street', 'City', 'Postcode'], ['A', '1 High St', 'Leeds', 'LS1 4AP'], '1 High St\nLeeds LS1 4AP'],
    [['Name', 'PLZ', 'Ort'], ['A', '', 'Berlin'], 'Berlin'],
    [['Name', 'Street', 'PLZ', 'Ort'], ['A', '', '', ''], ''],
  ])('an address in several columns is one: %j', (header, cells, address) => {
    const mapping = mappingOf('client', header);
    if ('code' in mapping) return expect.unreachable();
    const typing = { words: wordsFor('en'), currency: 'EUR', kept: {} };
    expect(readLine('client', mapping, cells, typing).values.address ?? '').toBe(address);
  });

  it('the guide lists all of these names', () => {
    const guide = readFileSync('docs/import-columns.md', 'utf8');
    for (const names of [
      ...Object.values(HEADINGS).flatMap((one) => Object.values(one)),
      ...Object.values(ADDRESS_PARTS),
    ])
      expect(guide).toContain(`| ${names.join(', ')} |`);
  });

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
