import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { ExportedOrder } from '../../../src/office/orders/columns.ts';
import { createExportFile } from '../../../src/office/orders/export-file.ts';
import { statesExported } from '../../../src/office/orders/states.ts';
import type { Content, Item } from '../../../src/order/content.ts';
import type { OrderExport } from '../../../src/order/effect.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OrderType, OwnAnswer, OwnField } from '../../../src/order/own-fields.ts';
import { LANGUAGES } from '../../../src/words/languages.ts';
import { wordsFor } from '../../../src/words/words.ts';
import { content, items, newOrder, party, version } from '../../db/samples.ts';
import { ownField } from '../../support/order-types.ts';

const AT = Date.parse('2026-11-28T23:30:00Z') / 1000;
const HOUR = 3600;

const exported = (changes: Partial<Order> = {}, of: Partial<Content> = {}): ExportedOrder => ({
  order: newOrder('o1', { number: 12, ...changes, content: { ...content(), ...of } }),
  submittedAt: AT,
  workStarted: null,
});

const typeOf = (id: string, name: string, fields: OwnField[]): OrderType => ({
  ...{ id, name, fields },
  closing: { photos: false, checklist: false, acceptance: false },
});

const answer = ({ id, kind, label, unit }: OwnField, value: string): OwnAnswer => ({
  field: id,
  ...{ kind, label, unit, value },
});

interface Asked {
  readonly lines?: OrderExport['lines'];
  readonly locale?: string;
  readonly types?: readonly OrderType[];
}

const readerIn = (locale: string, types: readonly OrderType[] = []) => ({
  typeNameOf: (id: string) => types.find((one) => one.id === id)?.name,
  words: wordsFor(locale),
  zone: 'Europe/Madrid',
  codeOf: (id: string) => (id === 'record-1' ? 'P-100' : ''),
});

/** The file of these orders, as text. */
function textOf(orders: readonly ExportedOrder[], { lines = 'order', locale = 'en-GB', types = [] }: Asked = {}) {
  const file = createExportFile(lines, readerIn(locale, types));
  for (const one of orders) expect(file.add(one)).toBe(true);
  return [...file.pieces(types)].join('');
}

const table = (text: string, delimiter = ','): string[][] => parse(text, { bom: true, delimiter });

/** Its lines as objects by heading. */
function linesIn(orders: readonly ExportedOrder[], asked: Asked = {}, delimiter = ','): Record<string, string>[] {
  const [header = [], ...rest] = table(textOf(orders, asked), delimiter);
  return rest.map((cells) => Object.fromEntries(header.map((heading, n) => [heading, cells[n] ?? ''])));
}

describe('a line for an order', () => {
  test('has all that an office asks of it, times in the company’s zone', () => {
    const closed = { ...version(2), closure: { ...CLOSURE, endedAt: AT + 9 * HOUR } };
    const one = exported(
      {
        ...{ state: 'completed', outcome: 'with_changes', stateSince: AT + 10 * HOUR, plannedStart: AT + 2 * HOUR },
        ...{ coordinator: party('UCOO'), crew: [party('UA'), party('UB')], latest: closed },
        approval: { ...version(1).approval, at: AT + HOUR },
        lastReport: { version: 2, endedAt: AT + 8 * HOUR },
        approvedItems: items(1),
      },
      {
        ...{ clientReference: 'PO 7', taxRate: 21_000 },
        clientOnFile: { ...ON_FILE, externalId: 'C-104' },
        type: typeOf('t', 'Repair', []),
      },
    );
    expect(linesIn([{ ...one, workStarted: AT + 3 * HOUR }])).toEqual([
      {
        ...{ Order: 'SO-000012', Title: 'Replace pump', Client: 'Acme', 'Client number': 'C-104' },
        ...{ 'Service location': 'Hall 3', 'Order type': 'Repair', Status: 'Completed with changes', Priority: 'High' },
        ...{ 'Requested by': party('UREQ').name, Supervisor: party('USUP').name, Coordinator: party('UCOO').name },
        'Field workers': `${party('UA').name}, ${party('UB').name}`,
        ...{ Submitted: '2026-11-29 00:30', Approved: '2026-11-29 01:30', 'Planned start': '2026-11-29 02:30' },
        ...{ 'Work started': '2026-11-29 03:30', 'Work ended': '2026-11-29 09:30', Ended: '2026-11-29 10:30' },
        ...{ Version: '2', Currency: 'EUR', Net: '29.99', Tax: '6.3', 'Total incl. tax': '36.29' },
        ...{ 'Approved net': '29.99', 'Client reference': 'PO 7', 'Hours of work': '', 'Hours of travel': '' },
      },
    ]);
  });

  test('what is approved is what was approved last; work began when the order says', () => {
    const approval = { ...version(1).approval, amount: 2999, covers: 3500 };
    const accepted = [{ ...approval, amount: 270_000, covers: 300_000 }];
    const one = exported({ approval, approvedItems: items(1), latest: { ...version(2), approval } });
    const other = exported({ approval, approvedItems: items(1), latest: { ...version(3), approval, accepted } });
    const unpriced = exported({ approval, approvedItems: [] }, { items: [] });
    const progress = { ...one.order.progress, startedAt: AT + HOUR };
    const started = { ...one, order: { ...one.order, progress }, workStarted: AT + 3 * HOUR };
    expect(linesIn([one, other, unpriced, started])).toMatchObject([
      { 'Approved net': '29.99', 'Work started': '' },
      { 'Approved net': '2700' },
      { 'Approved net': '' },
      { 'Work started': '2026-11-29 01:30' },
    ]);
  });

  test('is empty where there is nothing yet', () => {
    const [line = {}] = linesIn([exported({}, { items: [] })]);
    const empty = Object.entries(line).flatMap(([heading, cell]) => (cell === '' ? [heading] : []));
    expect(empty).toEqual([
      ...['Client number', 'Order type', 'Coordinator', 'Field workers', 'Approved', 'Planned start', 'Work started'],
      ...['Work ended', 'Ended', 'Version', 'Net', 'Tax', 'Total incl. tax', 'Approved net', 'Client reference'],
      ...['Hours of work', 'Hours of travel'],
    ]);
    expect(line.Status).toBe('Awaiting approval');
  });

  test.each([
    ['EUR', 2, '1234.5', '1234.5'],
    ['CLF', 4, '0.1234', '0.1234'],
    ['JPY', 0, '1500', '1500'],
    ['EUR', 2, '-50', '-50'],
  ])('amounts in %s with %i decimals: %s is %s', (currency, decimals, unitPrice, net) => {
    const one = { ...(items(1)[0] as Item), quantity: 1000, unitPrice };
    expect(linesIn([exported({}, { currency, decimals, taxRate: 0, items: [one] })])).toMatchObject([
      { Currency: currency, Net: net, Tax: '0', 'Total incl. tax': net },
    ]);
  });

  test('no formula of a spreadsheet is left one, whoever typed it and wherever', () => {
    const evil = '=HYPERLINK("https://example.com";"x")';
    const field = ownField('f', { label: '@SUM(A1)' });
    const of = {
      ...{ title: evil, client: '+1', location: '\t=1', clientReference: '-5 %' },
      ...{ type: typeOf('t', '=cmd', [field]), own: [answer(field, '=1+1')] },
    };
    const cells = table(textOf([exported({ requester: { id: 'U', name: '@me' } }, of)])).flat();
    expect(cells.filter((cell) => /^\s*[=+@\t\r]|^-\D|^-5 %/.test(cell))).toEqual([]);
    for (const text of [evil, '+1', '-5 %', '=cmd', '=1+1', '@SUM(A1)', '@me']) expect(cells).toContain(`'${text}`);
  });

  test('where a comma is the decimal sign, semicolons separate, and the words are the reader’s', () => {
    const text = textOf([exported({}, { taxRate: 0 })], { locale: 'de-DE' });
    expect(text.startsWith('\uFEFFAuftrag;Titel;Kunde;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(table(text, ';')[1]).toContain('29,99');
    expect(table(text, ';')[1]).toContain('Hoch');
  });

  test.each(LANGUAGES)('%s: every column has a name of its own', (language) => {
    const headings = table(
      textOf([], { lines: 'item', locale: language }),
      textOf([], { locale: language }).includes(';') ? ';' : ',',
    )[0];
    expect(headings).toHaveLength(37);
    expect(new Set(headings).size).toBe(37);
    expect(headings).not.toContain('');
  });
});

describe('a line for an item', () => {
  test('repeats its order; an order without items has a line all the same', () => {
    const [first, second] = items(2) as [Item, Item];
    const taken = { ...first, onFile: 'record-1' };
    const lines = linesIn([exported({}, { items: [taken, second] }), exported({ number: 13 }, { items: [] })], {
      lines: 'item',
    });
    expect(lines).toMatchObject([
      {
        ...{ Order: 'SO-000012', Kind: 'Material', Code: 'P-100', Description: first.description, Quantity: '1.5' },
        ...{ Unit: 'pcs', 'Unit price': '19.99', 'Item net': '29.99', Net: '29.99' },
      },
      { Order: 'SO-000012', Code: '', Quantity: '1.501', 'Unit price': '', 'Item net': '' },
      { Order: 'SO-000013', Kind: '', Quantity: '', 'Item net': '', Net: '' },
    ]);
  });
});

test('hours say whose they are, when they were and of which line; of an order, what they come to', () => {
  const labour = { id: 'p', kind: 'labour', unit: 'h', unitPrice: null } as const;
  const work = { worker: party('UA'), day: '2026-11-28', activity: 'work', from: AT, to: AT + 2 * HOUR } as const;
  const items: Item[] = [
    { ...labour, description: 'Fitter', quantity: 1500, time: work },
    {
      ...labour,
      id: 'q',
      description: '',
      quantity: 500,
      time: { worker: party('UB'), day: '2026-11-29', activity: 'travel' },
    },
  ];
  expect(linesIn([exported({}, { items })], { lines: 'item' })).toMatchObject([
    {
      ...{
        Description: 'Fitter',
        'Field worker': party('UA').name,
        Day: '2026-11-28',
        Activity: 'Work',
        Quantity: '1.5',
      },
      ...{ From: '2026-11-29 00:30', To: '2026-11-29 02:30' },
    },
    { Description: 'Travel', 'Field worker': party('UB').name, Activity: 'Travel', From: '', To: '', Quantity: '0.5' },
  ]);
  expect(linesIn([exported({}, { items })])).toMatchObject([{ 'Hours of work': '1.5', 'Hours of travel': '0.5' }]);
});

describe('own fields', () => {
  const meter = ownField('meter', { label: 'Meter' });
  const pressure = ownField('pressure', { label: 'Pressure', kind: 'number', unit: 'bar' });
  const due = ownField('due', { label: 'Due', kind: 'date' });
  const brakes = ownField('brakes', { label: 'Brakes', kind: 'check' });
  const safe = ownField('safe', { label: 'Safe', kind: 'yes_no' });
  const inspection = typeOf('t1', 'Inspection', [meter, pressure, due, brakes, safe]);
  const repair = typeOf('t2', 'Repair', [ownField('other', { label: 'Meter' }), ownField('part', { label: 'Title' })]);

  test('have a column each, as plain as the columns that every export has; orders of other types, or before, leave it empty', () => {
    const own = [
      answer(meter, 'M-1'),
      answer(pressure, '1234.5'),
      answer(due, '2026-11-28'),
      answer(brakes, 'fail'),
      answer(safe, 'yes'),
    ];
    const lines = linesIn([
      exported({ number: 1 }),
      exported({ number: 2 }, { type: inspection, own }),
      exported({ number: 3 }, { type: repair, own: [answer(repair.fields[0] as OwnField, 'R-1')] }),
    ]);
    const answers = { 'Pressure (bar)': '1234.5', Due: '2026-11-28', Brakes: 'Fail', Safe: 'Yes' };
    expect(lines[0]).toMatchObject({ 'Meter (Inspection)': '', 'Meter (Repair)': '', Safe: '' });
    expect(lines[1]).toMatchObject({ 'Meter (Inspection)': 'M-1', 'Meter (Repair)': '', ...answers });
    expect(lines[2]).toMatchObject({ 'Meter (Inspection)': '', 'Meter (Repair)': 'R-1', Brakes: '' });
    // An own field may be called like a column that every export has.
    expect(lines[2]).toMatchObject({ Title: 'Replace pump', 'Title (Repair)': '' });
  });

  test('are called as their newest definition calls them: of the type on file, else of the newest order', () => {
    const renamed = typeOf('t1', 'Inspection', [{ ...meter, label: 'Meter number' }, pressure]);
    const orders = [exported({}, { type: inspection, own: [answer(meter, 'M-1')] }), exported({}, { type: renamed })];
    expect(linesIn(orders)[0]).toMatchObject({ 'Meter number': 'M-1', Brakes: '' });
    const now = typeOf('t1', 'Inspection', [{ ...meter, label: 'Serial number' }]);
    expect(linesIn(orders, { types: [now] })[0]).toMatchObject({ 'Serial number': 'M-1', 'Pressure (bar)': '' });
    expect(Object.keys(linesIn([exported()], { types: [now] })[0] ?? {})).not.toContain('Serial number');
  });

  test.each([
    ['en-GB', ',', '-12500.75', '-12500.75'],
    ['de-DE', ';', '-12500.75', '-12500,75'],
    ['en-GB', ',', '12345678901234567890', '12345678901234567890'],
  ])('numbers in %s can be reckoned with: no groups, no unit, no apostrophe', (locale, delimiter, value, cell) => {
    const type = typeOf('t1', 'Inspection', [ownField('h', { label: 'Running hours', kind: 'number', unit: 'h' })]);
    const one = exported({}, { type, own: [answer(type.fields[0] as OwnField, value)] });
    expect(linesIn([one], { locale }, delimiter)[0]).toMatchObject({ 'Running hours (h)': cell });
  });

  test('a field that has got another unit has a column for each, both called as it is called now', () => {
    const psi = { ...pressure, unit: 'psi', label: 'Pressure now' };
    const [before, now] = [typeOf('t1', 'Inspection', [pressure]), typeOf('t1', 'Inspection', [psi])];
    const lines = linesIn([
      exported({}, { type: before, own: [answer(pressure, '3')] }),
      exported({}, { type: now, own: [answer(psi, '44')] }),
    ]);
    expect(lines[0]).toMatchObject({ 'Pressure now (bar)': '3', 'Pressure now (psi)': '' });
    expect(lines[1]).toMatchObject({ 'Pressure now (bar)': '', 'Pressure now (psi)': '44' });
  });

  test('the type has its name of now in every line, beside fields as well; one that is not on file has the order’s', () => {
    const now = typeOf('t1', 'Yearly inspection', [...inspection.fields]);
    const orders = [exported({}, { type: inspection }), exported({}, { type: now }), exported({}, { type: repair })];
    const lines = linesIn(orders, { types: [now] });
    expect(lines.map((line) => line['Order type'])).toEqual(['Yearly inspection', 'Yearly inspection', 'Repair']);
    expect(Object.keys(lines[0] ?? {})).toContain('Meter (Yearly inspection)');
  });

  test('two of one type with the same label are told apart', () => {
    const type = typeOf('t1', 'Inspection', [ownField('a', { label: 'Seal' }), ownField('b', { label: 'Seal' })]);
    const own = [answer(type.fields[0] as OwnField, 'A'), answer(type.fields[1] as OwnField, 'B')];
    expect(linesIn([exported({}, { type, own })])[0]).toMatchObject({
      'Seal (Inspection)': 'A',
      'Seal (Inspection) 2': 'B',
    });
  });
});

describe('a file that is full', () => {
  test('takes no order in part; the next one has its columns, and more', () => {
    const type = typeOf('t1', 'Inspection', [ownField('a', { label: 'A' })]);
    const limits = { lines: 3, characters: 1_000_000 };
    const first = createExportFile('item', readerIn('en-GB'), [], limits);
    expect(first.add(exported({}, { items: items(2), type }))).toBe(true);
    const other = typeOf('t2', 'Repair', [ownField('b', { label: 'B' })]);
    expect(first.add(exported({}, { items: items(2), type: other }))).toBe(false);
    expect(first.columns().map(({ label }) => label)).toEqual(['A']);
    expect(first.counts()).toEqual({ orders: 1, items: 2 });
    expect(table([...first.pieces()].join(''))).toHaveLength(3);
    const second = createExportFile('item', readerIn('en-GB'), first.columns(), limits);
    // More than a file holds: it has one of its own.
    expect(second.add(exported({}, { items: items(7) }))).toBe(true);
    expect(second.add(exported({}, { items: [] }))).toBe(false);
    expect(table([...second.pieces()].join(''))[0]?.at(-1)).toBe('A');
  });

  test('is also one with too many letters', () => {
    const file = createExportFile('order', readerIn('en-GB'), [], { lines: 100, characters: 1000 });
    const long = exported({}, { title: 'x'.repeat(600) });
    expect([file.add(long), file.add(long)]).toEqual([true, false]);
  });
});

test('orders are open or have ended', () => {
  expect(statesExported('all')).toBeUndefined();
  expect(statesExported('open')).toEqual(['submitted', 'changes_requested', 'approved']);
  expect(statesExported('ended')).toEqual(['rejected', 'withdrawn', 'completed', 'not_performed']);
});

const CLOSURE = {
  ...({ outcome: 'with_changes', reasonCode: null, acceptance: null } as const),
  ...{ explanation: '', note: '', photos: [] },
};
const ON_FILE = { id: 'c1', externalId: '', taxId: '', address: '', language: '', paymentNotes: '' };
