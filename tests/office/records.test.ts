import { describe, expect, test } from 'vitest';
import { type OfficeRecord, RECORD_KINDS, type RecordKind } from '../../src/office/master-data.ts';
import { decideAdd, isSameName, mayKeepRecords } from '../../src/office/records/add.ts';
import { pagesOf, type RecordFieldName, recordFields } from '../../src/office/records/fields.ts';
import { readRecord, recordErrorText } from '../../src/office/records/read.ts';
import { fieldLabel, saidField, typedOf } from '../../src/office/records/say.ts';
import { changedFields, recordWith, startValues, valuesOf } from '../../src/office/records/values.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');

const full: Readonly<Record<RecordKind, OfficeRecord>> = {
  client: {
    ...{ kind: 'client', id: 'c', externalId: 'K-1', active: true },
    data: {
      ...{ name: 'Hotel Miramar', taxId: 'ES A1', address: 'Paseo 12\nMálaga', contact: 'Marta' },
      ...{ language: 'es', paymentNotes: '30 days' },
    },
  },
  site: {
    ...{ kind: 'site', id: 's', client: 'c', externalId: '1', active: false },
    data: { name: 'Kitchen', address: 'Paseo 12', accessNotes: 'Key\nat the gate', contact: 'Rosa' },
  },
  item: {
    ...{ kind: 'item', id: 'i', externalId: 'P-22', active: true },
    data: { kind: 'labour', description: 'Fitter', unit: 'h', unitPrice: '1234.565', currency: 'EUR' },
  },
};

/** Reads one field of a record as it would be typed. */
function read(kind: RecordKind, typed: Partial<Record<RecordFieldName, string>>, words = english, currency = 'EUR') {
  const kept = { ...startValues(kind), name: 'Acme', description: 'Valve' };
  const { values, errors } = readRecord(kind, typed, { words, currency, kept });
  return { values, errors };
}

describe('what a record asks for', () => {
  test.each(RECORD_KINDS)(
    '%s: each field once, at most six on a page, and every one has a name in every language',
    (kind) => {
      const fields = recordFields[kind];
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
      for (let page = 0; page < pagesOf(kind); page++) {
        const inputs = fields.filter((one) => one.page === page).length;
        expect(inputs).toBeGreaterThan(0);
        expect(inputs).toBeLessThanOrEqual(6);
      }
      for (const language of LANGUAGES) {
        const names = fields.map(({ name }) => fieldLabel(kind, name, wordsFor(language)));
        expect(new Set(names).size).toBe(fields.length);
      }
    },
  );

  test.each(RECORD_KINDS)(
    '%s: what it says comes back as it is when it is saved untouched, in every language',
    (kind) => {
      const record = full[kind];
      const values = valuesOf(record);
      expect(Object.keys(values).toSorted()).toEqual(recordFields[kind].map(({ name }) => name).toSorted());
      for (const language of LANGUAGES) {
        const words = wordsFor(language);
        const typed = Object.fromEntries(
          recordFields[kind].map((field) => [field.name, typedOf(field, values[field.name] ?? '', words, 'EUR')]),
        );
        const again = readRecord(kind, typed, { words, currency: 'EUR', kept: startValues(kind) });
        expect(again, language).toEqual({ values, errors: {} });
        const { id } = record;
        const identity = kind === 'site' ? { kind, id, client: 'c' } : { kind, id };
        expect(recordWith(identity, again.values, 'USD')).toEqual(record);
      }
    },
  );
});

describe('what is typed', () => {
  // biome-ignore format: a table reads best as a table
  const kept: [RecordKind, RecordFieldName, typed: string, kept: string][] = [
    ['client', 'name',        '  Hotel   Miramar ',   'Hotel Miramar'],
    ['client', 'name',        'a\u202Eb\u0007c',      'abc'],
    ['client', 'name',        'مؤسسة النور',          'مؤسسة النور'],
    ['client', 'name',        '🏗️ 株式会社',          '🏗️ 株式会社'],
    ['client', 'name',        '*_<!channel>_*',       '*_<!channel>_*'],
    ['client', 'address',     'One\r\nTwo ',          'One\nTwo'],
    ['client', 'contact',     ' \u3000\u200b ',       ''],
    ['client', 'language',    'company',              ''],
    ['client', 'language',    'de',                   'de'],
    ['client', 'externalId',  ' K-1 ',                'K-1'],
    ['site',   'accessNotes', 'Key\nat the gate',     'Key\nat the gate'],
    ['item',   'unit',        'h',                    'h'],
    ['item',   'kind',        'expense',              'expense'],
    ['item',   'active',      'no',                   'no'],
    ['item',   'unitPrice',   '',                     ''],
    ['item',   'unitPrice',   ' 12.50 ',              '12.5 EUR'],
    ['item',   'unitPrice',   '1,234.5',              '1234.5 EUR'],
    ['item',   'unitPrice',   '٣٫٥',                  '3.5 EUR'],
    ['item',   'unitPrice',   '0.164823',             '0.164823 EUR'],
    ['item',   'unitPrice',   '-5',                   '-5 EUR'],
    ['item',   'unitPrice',   '10000000000',          '10000000000 EUR'],
  ];
  test.each(kept)('%s, %s: %j is kept as %j', (kind, name, typed, value) => {
    const { values, errors } = read(kind, { [name]: typed });
    expect(errors).toEqual({});
    expect(values[name]).toBe(value);
  });

  const { required, option, number } = english.fields.error;
  const tooLong = (max: number, length: number) => english.fields.error.tooLong({ max, length });
  // biome-ignore format: a table reads best as a table
  const refused: [RecordKind, RecordFieldName, typed: string, sentence: string][] = [
    ['client', 'name',        '',                 required],
    ['client', 'name',        ' \u00a0\u200b\n ', required],
    ['item',   'description', '\u202e',           required],
    ['client', 'name',        'x'.repeat(300),    tooLong(80, 300)],
    ['client', 'taxId',       'x'.repeat(61),     tooLong(60, 61)],
    ['client', 'paymentNotes', '😀'.repeat(251),  tooLong(500, 502)],
    ['site',   'address',     'x'.repeat(256),    tooLong(255, 256)],
    ['item',   'unit',        'x'.repeat(21),     tooLong(20, 21)],
    ['client', 'language',    'it',               option],
    ['item',   'kind',        'magic',            option],
    ['item',   'active',      'maybe',            option],
    ['item',   'unitPrice',   'cheap',            number.plain({ decimal: '1.5' })],
    ['item',   'unitPrice',   '5-',               number.minus],
    ['item',   'unitPrice',   '1,5',              number.sign({ typed: '1,5', meant: '1.5' })],
    ['item',   'unitPrice',   '0.1234567',        number.decimals({ max: 6 })],
    ['item',   'unitPrice',   '10000000000.01',   number.most({ limit: '€10,000,000,000.00' })],
    ['item',   'unitPrice',   '-10000000000.01',  number.least({ limit: '-€10,000,000,000.00' })],
  ];
  test.each(refused)('%s, %s: %j is refused', (kind, name, typed, sentence) => {
    const { errors } = read(kind, { [name]: typed });
    expect(Object.keys(errors)).toEqual([name]);
    const error = errors[name] ?? expect.unreachable();
    expect(recordErrorText(error, english).replaceAll('\u2060', '')).toBe(sentence);
  });

  test('a new record without a name is refused, also where nobody was asked for it', () => {
    const { errors } = readRecord('client', {}, { words: english, currency: 'EUR', kept: startValues('client') });
    expect(errors).toEqual({ name: { kind: 'required' } });
  });

  test('numbers and units are read as the reader writes them', () => {
    const { values } = read('item', { unitPrice: '1.234,5', unit: german.items.unit.pcs }, german);
    expect(values).toMatchObject({ unitPrice: '1234.5 EUR', unit: 'pcs' });
    const yen = read('item', { unitPrice: '1500' }, english, 'JPY');
    expect(yen.values.unitPrice).toBe('1500 JPY');
  });

  test('a price in another currency is not filled in, stays when nothing is typed, and gives way to what is', () => {
    const values = valuesOf(full.item);
    const field = { kind: 'price' } as const;
    expect(typedOf(field, values.unitPrice ?? '', english, 'USD')).toBe('');
    const again = (unitPrice: string) =>
      readRecord('item', { unitPrice }, { words: english, currency: 'USD', kept: values }).values.unitPrice;
    expect(again(' ')).toBe('1234.565 EUR');
    expect(again('9')).toBe('9 USD');
  });
});

describe('what has changed', () => {
  test('is told field by field, in the reader’s words', () => {
    const before = valuesOf(full.item);
    const after = { ...before, unitPrice: '', kind: 'service', active: 'no' };
    expect(changedFields('item', before, after).map(({ name }) => name)).toEqual(['kind', 'unitPrice', 'active']);
    expect(changedFields('item', before, before)).toEqual([]);
    const said = (name: RecordFieldName, value: string) => {
      const field = recordFields.item.find((one) => one.name === name) ?? expect.unreachable();
      return saidField(field, value, german);
    };
    expect(said('kind', 'service')).toBe(german.order.kind.service);
    expect(said('unitPrice', '1234.565 EUR')).toBe('1.234,565\u00a0€');
    expect(said('unitPrice', '')).toBe(german.items.change.noPrice);
    expect(said('active', 'no')).toBe(german.records.choice.inactive);
    expect(said('description', '<!here>\n*x*')).not.toContain('<!here>');
  });
});

describe('adding on the go', () => {
  const office = { id: 'U1', kind: 'member', admin: false, office: true } as const;
  const named = (name: string, active = true): OfficeRecord =>
    full.client.kind === 'client'
      ? { ...full.client, id: name, active, data: { ...full.client.data, name } }
      : full.client;

  // biome-ignore format: a table reads best as a table
  test.each([
    ['a member',       { id: 'U1', kind: 'member', admin: false },                        false],
    ['the office',     office,                                                            true],
    ['an admin',       { id: 'U1', kind: 'member', admin: true },                         true],
    ['a guest',        { id: 'U1', kind: 'guest', admin: true, office: true },            false],
    ['an outsider',    { id: 'U1', kind: 'external', admin: true, office: true },         false],
    ['a bot',          { id: 'U1', kind: 'bot', admin: true, office: true },              false],
    ['who has gone',   { id: 'U1', kind: 'deactivated', admin: true, office: true },      false],
  ] as const)('%s', (_, person, may) => {
    expect(mayKeepRecords(person)).toBe(may);
    expect(decideAdd(person, named('New'), []).kind).toBe(may ? 'add' : 'refused');
  });

  test('a name that is on file is found, however it is written; an active one first', () => {
    const [acme, old] = [named('Acme  GmbH'), named('ACME GmbH', false)];
    expect(decideAdd(office, named(' acme gmbh'), [named('Acme'), old, acme])).toEqual({ kind: 'found', record: acme });
    expect(decideAdd(office, named('Acme GmbH'), [old])).toEqual({ kind: 'inactive', record: old });
    expect(decideAdd(office, named('Acme'), [acme, old])).toEqual({ kind: 'add' });
    expect(isSameName('Ａｃｍｅ', 'acme')).toBe(true);
    expect(isSameName('Müller', 'Muller')).toBe(false);
  });
});
