import { describe, expect, it } from 'vitest';
import { CSV_LIMITS, readCsv } from '../../../src/office/imports/csv.ts';
import { BYTE_ORDER_MARK, csvOf, uncelled } from '../../../src/office/imports/export.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const header = ['Number', 'Name'];

describe('a CSV file is read as programs write it', () => {
  const cases: [string, Uint8Array, Partial<Awaited<ReturnType<typeof readCsv>>>][] = [
    ['comma, UTF-8', utf8('Number,Name\n1,Müller\n'), { encoding: 'utf-8', delimiter: ',' }],
    ['semicolon, with a mark', utf8('\uFEFFNumber;Name\r\n1;Müller\r\n'), { encoding: 'utf-8', delimiter: ';' }],
    ['tab', utf8('Number\tName\r1\tMüller'), { delimiter: '\t' }],
    ['UTF-16 of a spreadsheet', Buffer.from('\uFEFFNumber\tName\r\n1\tMüller', 'utf16le'), { encoding: 'utf-16' }],
    ['Windows-1252', Buffer.from('Number;Name\r\n1;M\xfcller', 'latin1'), { encoding: 'windows-1252' }],
    ['the separator said above', utf8('sep=;\r\nNumber;Name\r\n1;Müller'), { delimiter: ';' }],
    ['empty lines between', utf8('\n\nNumber,Name\n\n,\n1,Müller\n\n'), { delimiter: ',' }],
  ];
  it.each(cases)('%s', async (_, bytes, expected) => {
    const table = await readCsv(bytes);
    expect(table).toMatchObject({ header, lines: [{ cells: ['1', 'Müller'] }], ...expected });
  });

  it.each([
    ['within a text', 'Pipe 2" steel', 'Pipe 2" steel'],
    ['at its end', 'Pipe 2"', 'Pipe 2"'],
    ['several', '2" x 3"', '2" x 3"'],
    ['at its beginning, written twice', '"""Big"" pipe, 2"""', '"Big" pipe, 2"'],
    ['nothing but one, written twice', '""""', '"'],
  ])('a quotation mark %s is part of it', async (_, written, cell) => {
    const table = await readCsv(utf8(`Number,Name\n1,${written}\n2,b\n`));
    expect(table).toMatchObject({ lines: [{ cells: ['1', cell] }, { line: 3, cells: ['2', 'b'] }] });
  });

  it('lines are numbered as a spreadsheet numbers them, also behind texts of several lines', async () => {
    const table = await readCsv(utf8('Number,Name\n1,"a\nb\nc"\n\n2,d\n'));
    expect(table).toMatchObject({
      lines: [
        { line: 2, cells: ['1', 'a\nb\nc'] },
        { line: 6, cells: ['2', 'd'] },
      ],
    });
    expect(await readCsv(utf8('sep=,\nNumber,Name\n1,x\n'))).toMatchObject({ lines: [{ line: 3 }] });
  });
});

describe('a file that is no table is refused for what is wrong with it', () => {
  const cases: [string, Uint8Array, object][] = [
    ['nothing in it', utf8(''), { code: 'empty' }],
    ['only spaces', utf8('\uFEFF \r\n \r\n'), { code: 'empty' }],
    ['only separators', utf8(',,,\n,,,\n'), { code: 'empty' }],
    ['a spreadsheet in its own format', Buffer.from('504b030414000600080000002100', 'hex'), { code: 'not_text' }],
    ['control signs', Buffer.from('a,b\n\x01\xff,c', 'latin1'), { code: 'not_text' }],
    ['a quote that never closes', utf8('Number,Name\n1,"Müller\n2,Meier\n'), { code: 'quote_open' }],
    ['a quote in the middle', utf8('Number,Name\n1,"Mü"ller\n'), { code: 'quote_within', line: 2 }],
    ['a quote behind a space', utf8('Number,Name\n1, "Müller, Inc"\n'), { code: 'quote_within', line: 2 }],
    ['a quote that closes in another line', utf8('N,M\n1,"a\n2,b "c"\n3,d\n'), { code: 'quote_within', line: 2 }],
    [
      'the same behind Windows line ends and a text of two lines',
      utf8('Number,Name\r\n1,"a\r\nb"\r\n2,"Mü"ller\r\n3,c\r\n'),
      { code: 'quote_within', line: 4 },
    ],
    [
      'a quote that never closes, with Windows line ends',
      utf8('Number,Name\r\n1,a\r\n2,"b\r\n3,c\r\n'),
      { code: 'quote_open', line: 4 },
    ],
    ['too many columns', utf8(`${'a,'.repeat(CSV_LIMITS.columns)}b\n1,2\n`), { code: 'too_many_columns' }],
    ['ten million columns', utf8(','.repeat(9_999_999)), { code: 'too_many_columns' }],
    ['a line without end', utf8(`Number,Name\n1,${'x'.repeat(CSV_LIMITS.record + 10)}\n`), { code: 'line_too_long' }],
    ['too many lines', utf8(`Number,Name\n${'1,x\n'.repeat(CSV_LIMITS.lines + 1)}`), { code: 'too_many_lines' }],
    ['too many bytes', new Uint8Array(CSV_LIMITS.bytes + 1), { code: 'too_large' }],
  ];
  it.each(cases)('%s', async (_, bytes, problem) => {
    expect(await readCsv(bytes)).toMatchObject(problem);
  });

  it('just as many lines as there may be are read', async () => {
    const table = await readCsv(utf8(`Number,Name\n${'1,x\n'.repeat(CSV_LIMITS.lines)}`));
    expect('lines' in table && table.lines.length).toBe(CSV_LIMITS.lines);
  });
});

describe('an exported file', () => {
  const formulas = ["'=kept", "''-1", '=1+1', '+49 40 123', '-x', '@SUM(A1)', '\t=1', ' =1', '\r=1'];

  it('holds no formula, and is read again as it was', async () => {
    const table = await readCsv(
      utf8(BYTE_ORDER_MARK + csvOf([header, ...formulas.map((text) => [text, '-12.50'])], ';')),
    );
    if (!('lines' in table)) throw new Error('not read');
    for (const { cells } of table.lines) expect(cells[0]).toMatch(/^'/);
    expect(table.lines.map(({ cells }) => cells.map(uncelled))).toEqual(
      formulas.map((text) => [text.replace('\r', '\n'), '-12.50']),
    );
  });
});
