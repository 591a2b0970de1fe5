import { describe } from 'vitest';
import { inMessages, long, many, plain, rich, type Sample } from './samples.ts';

const cell = (text = 'x'): Sample => ({ type: 'raw_text', text });
const richCell: Sample = { type: 'rich_text', elements: [] };
const table = (rows: unknown, more: Sample = {}): Sample => ({ type: 'table', rows, ...more });
const dataTable = (more: Sample = {}): Sample => ({
  type: 'data_table',
  caption: 'x',
  rows: [[cell()], [cell()]],
  ...more,
});

describe('tables', () => {
  inMessages([
    {
      rule: 'at most 100 rows',
      accepted: table(many(100, () => [cell()])),
      refused: table(many(101, () => [cell()])),
      message: 'no more than 100 items allowed',
      at: '/rows',
    },
    {
      rule: 'at least one row',
      accepted: table([[cell()]]),
      refused: table([]),
      message: 'must provide at least 1 items',
      at: '/rows',
    },
    {
      rule: 'at most 20 cells in a row',
      accepted: table([many(20, () => cell())]),
      refused: table([many(21, () => cell())]),
      message: 'no more than 20 items allowed',
      at: '/rows/0',
    },
    {
      rule: 'a row is a list of cells',
      accepted: table([[cell()]]),
      refused: table([cell()]),
      message: 'must provide an array',
      at: '/rows/0',
    },
    {
      rule: 'a cell is raw_text, raw_number or rich_text',
      accepted: table([[cell(), { type: 'raw_number', value: 1, text: '1' }, richCell]]),
      refused: table([[plain()]]),
      message: 'unsupported type: plain_text',
      at: '/rows/0/0/type',
    },
    {
      rule: 'a number has a value',
      accepted: table([[{ type: 'raw_number', value: 0.5, text: '½' }]]),
      refused: table([[{ type: 'raw_number', text: '1' }]]),
      message: 'missing required field: value',
      at: '/rows/0/0',
    },
    {
      rule: 'the value is a number',
      accepted: table([[{ type: 'raw_number', value: 1, text: '1' }]]),
      refused: table([[{ type: 'raw_number', value: '1', text: '1' }]]),
      message: 'must provide a number',
      at: '/rows/0/0/value',
    },
    {
      rule: 'a cell is not empty',
      accepted: table([[cell(' ')]]),
      refused: table([[cell('')]]),
      message: 'must be more than 0 characters',
      at: '/rows/0/0/text',
    },
    {
      rule: 'at most 10000 characters',
      accepted: table([[cell(long(9999)), rich({ type: 'text', text: 'x' })]]),
      refused: table([[cell(long(9999)), rich({ type: 'text', text: 'xx' })]]),
      message: 'must be less than 10001 characters',
      at: '/rows',
    },
    {
      rule: 'column settings may be null',
      accepted: table([[cell()]], { column_settings: [null, { align: 'right', is_wrapped: true }] }),
      refused: table([[cell()]], { column_settings: [{ align: 'top' }] }),
      message: 'must be one of: left, center, right',
      at: '/column_settings/0/align',
    },
    {
      rule: 'at most 20 column settings',
      accepted: table([[cell()]], { column_settings: many(20, () => null) }),
      refused: table([[cell()]], { column_settings: many(21, () => null) }),
      message: 'no more than 20 items allowed',
      at: '/column_settings',
    },
    {
      rule: 'a data table has a caption',
      accepted: dataTable(),
      refused: { type: 'data_table', rows: [[cell()], [cell()]] },
      message: 'missing required field: caption',
      at: '',
    },
    {
      rule: 'a data table has a header and a row',
      accepted: dataTable(),
      refused: dataTable({ rows: [[cell()]] }),
      message: 'must provide at least 2 items',
      at: '/rows',
    },
    {
      rule: 'a data table has at most 101 rows',
      accepted: dataTable({ rows: many(101, () => [cell()]) }),
      refused: dataTable({ rows: many(102, () => [cell()]) }),
      message: 'no more than 101 items allowed',
      at: '/rows',
    },
    {
      rule: 'a data table of at most 10000 characters',
      accepted: dataTable({ rows: [[cell(long(5000))], [cell(long(5000))]] }),
      refused: dataTable({ rows: [[cell(long(5000))], [cell(long(5001))]] }),
      message: 'must be less than 10001 characters',
      at: '/rows',
    },
    {
      rule: 'a header cell is not rich_text',
      accepted: dataTable({ rows: [[cell()], [richCell]] }),
      refused: dataTable({ rows: [[richCell], [cell()]] }),
      message: 'a header cell must not be rich_text',
      at: '/rows/0/0',
    },
    {
      rule: 'page_size from 1 to 100',
      accepted: dataTable({ page_size: 100 }),
      refused: dataTable({ page_size: 101 }),
      message: 'must be less than 101',
      at: '/page_size',
    },
    {
      rule: 'page_size is at least 1',
      accepted: dataTable({ page_size: 1 }),
      refused: dataTable({ page_size: 0 }),
      message: 'must be greater than 0',
      at: '/page_size',
    },
    {
      rule: 'the row header column exists',
      accepted: dataTable({ row_header_column_index: 0 }),
      refused: dataTable({ row_header_column_index: 1 }),
      message: 'must be less than 1',
      at: '/row_header_column_index',
    },
  ]);
});
