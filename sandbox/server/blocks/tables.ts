import {
  below,
  boolean,
  choice,
  integer,
  isJson,
  items,
  list,
  nullable,
  number,
  refuse,
  string,
} from './checks/checks.ts';
import { LIMITS } from './checks/limits.ts';
import { says } from './checks/messages.ts';
import { object, type Rule, type Specs, tagged, union } from './checks/shapes.ts';
import { richText } from './elements/rich-text.ts';

const cell = union(
  tagged({
    raw_text: { required: { text: string() } },
    raw_number: { required: { value: number, text: string() } },
    rich_text: { required: richText.required ?? {} },
  }),
);
const row = list(cell, 1, LIMITS.table.cells);

function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, member) => sum + characters(member), 0);
  if (!isJson(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return own + characters(Object.values(value).filter((member) => typeof member === 'object'));
}

const fewCharacters: Rule = (node, site) =>
  characters(node.rows) > LIMITS.table.characters
    ? refuse(says.shorterThan(LIMITS.table.characters), below(site, 'rows'))
    : [];

const plainHeader: Rule = (node, site) =>
  items(items(node.rows)[0]).flatMap((header, index) =>
    isJson(header) && header.type === 'rich_text'
      ? refuse(says.headerCell, { ...site, pointer: `${site.pointer}/rows/0/${index}` })
      : [],
  );

const headerColumnExists: Rule = ({ row_header_column_index: index, rows }, site) => {
  const columns = items(items(rows)[0]).length;
  return typeof index === 'number' && columns > 0 && index >= columns
    ? refuse(says.below(columns - 1), below(site, 'row_header_column_index'))
    : [];
};

/** The table family. Docs also allow Home; an observer saw it refused there, so messages only. */
export const tables: Specs = {
  table: {
    surfaces: ['message'],
    required: { rows: list(row, 1, LIMITS.table.rows) },
    optional: {
      column_settings: list(
        nullable(object({ optional: { align: choice('left', 'center', 'right'), is_wrapped: boolean } })),
        0,
        LIMITS.table.cells,
      ),
    },
    rules: [fewCharacters],
  },
  data_table: {
    surfaces: ['message'],
    required: { caption: string(), rows: list(row, LIMITS.dataTable.minRows, LIMITS.dataTable.rows) },
    optional: { page_size: integer(1, LIMITS.dataTable.page), row_header_column_index: integer(0) },
    rules: [fewCharacters, plainHeader, headerColumnExists],
  },
};
