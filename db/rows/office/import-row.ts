import { z } from 'zod';
import type { OfficeRecord, RecordKind } from '../../../src/office/master-data.ts';
import { RECORD_FIELD_NAMES } from '../../../src/office/records/fields.ts';
import {
  IMPORT_STATES,
  type Import,
  type ImportLine,
  LINE_OUTCOMES,
  type LineCounts,
  type LineOutcome,
} from '../../ports.ts';
import { Author } from '../../shapes/parts.ts';
import { storedRecord } from '../../shapes/record.ts';
import { json } from '../../shapes/stored.ts';
import { anyRecordOf } from './record-row.ts';

/** An import as its row has it. `by`, `file`, `counts`: JSON. */
export interface ImportRow {
  readonly team: string;
  readonly id: string;
  readonly kind: RecordKind;
  readonly by: string;
  readonly at: number;
  readonly file: string;
  readonly state: Import['state'];
  readonly sha256: string;
  readonly about: string;
  readonly next: number;
  readonly counts: string;
  readonly channel: string | null;
  readonly ts: string | null;
}

/** A line of one. `record`, `problems`, `changes`: JSON. */
export interface ImportLineRow {
  readonly team: string;
  readonly import: string;
  readonly n: number;
  readonly line: number;
  readonly outcome: LineOutcome;
  readonly record: string | null;
  readonly shape: number;
  readonly revision: number;
  readonly problems: string;
  readonly name: string;
  readonly changes: string;
}

const File = z.object({ id: z.string(), name: z.string(), size: z.number() });
const Changes = z.array(z.object({ name: z.enum(RECORD_FIELD_NAMES), before: z.string(), after: z.string() }));
const Counts: z.ZodType<LineCounts> = z.record(z.enum(LINE_OUTCOMES), z.int());
const Facts = z.object({
  id: z.string(),
  externalId: z.string(),
  active: z.boolean(),
  client: z.string().default(''),
  data: z.unknown(),
});

/** An import out of its row. */
export const importOf = ({ by, file, counts, state, ...rest }: ImportRow): Import => ({
  ...rest,
  by: Author.parse(json(by)),
  file: File.parse(json(file)),
  counts: Counts.parse(json(counts)),
  state: z.enum(IMPORT_STATES).parse(state),
});

/** What a row says of it. */
export const importRow = ({ by, file, counts, ...rest }: Import): ImportRow => ({
  ...rest,
  by: JSON.stringify(by),
  file: JSON.stringify(file),
  counts: JSON.stringify(counts),
});

/** A line out of its row. */
export function importLineOf(kind: RecordKind, row: ImportLineRow): ImportLine {
  const { n, line, outcome, revision, shape, name } = row;
  const where = `line ${line} of import ${row.import} (table import_lines, workspace ${row.team})`;
  const problems = z.array(z.string()).parse(json(row.problems));
  const changes = Changes.parse(json(row.changes));
  return {
    n,
    line,
    outcome,
    revision,
    problems,
    name,
    changes,
    record: row.record === null ? null : recordIn(row.record),
  };

  function recordIn(text: string): OfficeRecord {
    const { data, ...facts } = Facts.parse(json(text));
    return anyRecordOf(kind, facts, shape, where, () => data);
  }
}

/** What a row says of a line. */
export function importLineRow(team: string, id: string, kind: RecordKind, line: ImportLine): ImportLineRow {
  const { record, problems, changes, ...rest } = line;
  const { number: shape, check } = storedRecord[kind];
  if (record) check(record.data, `line ${line.line} of import ${id}`);
  return {
    ...{ team, import: id, ...rest, shape },
    record: record && JSON.stringify(record),
    problems: JSON.stringify(problems),
    changes: JSON.stringify(changes),
  };
}

/** What some lines have come to, and the import after them; `more`: whether there are lines behind them. */
export function afterLines(
  before: Import,
  lines: readonly { readonly n: number; readonly was: LineOutcome; readonly is: LineOutcome }[],
  more: boolean,
): Import {
  const counts = { ...before.counts };
  for (const { was, is } of lines) {
    counts[was]--;
    counts[is]++;
  }
  const next = (lines.at(-1)?.n ?? before.next - 1) + 1;
  return { ...before, counts, next, state: more ? before.state : 'applied' };
}
