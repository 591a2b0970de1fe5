import { describe, expect, it } from 'vitest';
import { typedIn } from '../../../src/office/imports/cells.ts';
import { mappingOf } from '../../../src/office/imports/columns.ts';
import { readLine } from '../../../src/office/imports/read-line.ts';
import { startValues } from '../../../src/office/records/values.ts';
import { words } from '../../support/words.ts';

describe('a cell says what an input of the editor would', () => {
  it.each([
    ['language', 'de', 'de'],
    ['language', 'es-419', 'es'],
    ['language', 'Spanish (Latin America)', 'es'],
    ['language', 'Español', 'es'],
    ['language', 'Estonian', 'Estonian'],
    ['language', 'Esperanto', 'Esperanto'],
    ['kind', 'Dienstleistung', 'service'],
    ['kind', 'Lohn', 'labour'],
    ['kind', 'MATERIAL', 'material'],
    ['kind', 'Quatsch', 'Quatsch'],
    ['active', 'Ja', 'yes'],
    ['active', '0', 'no'],
    ['active', 'maybe', 'maybe'],
    ['name', "'=1+1", '=1+1'],
  ] as const)('%s: %s', (column, cell, typed) => expect(typedIn(column, cell)).toBe(typed));
});

describe('a line of the catalogue', () => {
  const header = [words.records.label.externalId.item, 'Kind', 'Description', 'Unit price', 'Status'];
  const mapping = mappingOf('item', header);
  const read = (cells: string[], kept = {}) => {
    if ('code' in mapping) throw new Error(mapping.code);
    return readLine('item', mapping, cells, { words, currency: 'EUR', kept: { ...startValues('item'), ...kept } });
  };

  it('leaves what an empty cell is about as it is', () => {
    const kept = { kind: 'service', unitPrice: '5 EUR', active: 'no', description: 'Before' };
    expect(read(['H-1', '', 'After', '', ''], kept)).toMatchObject({
      values: { ...kept, description: 'After', externalId: 'H-1' },
      mistakes: [],
    });
    expect(read(['H-2', '', 'New', '', '']).values).toMatchObject({ kind: 'material', active: 'yes' });
  });

  it.each([
    ['65', '65 EUR'],
    ['€65', '65 EUR'],
    ['65.50 EUR', '65.50 EUR'],
  ])('takes the price %s', (price, unitPrice) => {
    const { values, mistakes } = read(['P', '', 'Pump', price, '']);
    expect(mistakes).toEqual([]);
    expect(Number(values.unitPrice?.split(' ')[0])).toBe(Number(unitPrice.split(' ')[0]));
    expect(values.unitPrice).toMatch(/ EUR$/);
  });

  it.each(['$65', '£9', 'USD 65', 'free'])('refuses the price %s', (price) => {
    expect(read(['P', '', 'Pump', price, '']).mistakes).toHaveLength(1);
  });
});
