import type { FileLine, History } from '../model/model.ts';
import { Section } from './parts/section.tsx';
import { FACES, type Sheet } from './parts/styles.ts';
import { aheadOf, type Below, type Column, Table, widthFor } from './parts/table.tsx';

interface Props {
  readonly sheet: Sheet;
  /** What goes with the end of the table, when it is the last part of the document. */
  readonly below?: Below | undefined;
}

/** Every version so far. */
export function Versions({ history, sheet, below }: Props & { readonly history: History }) {
  const table = {
    columns: historyColumns(history, sheet),
    rows: history.rows.map((row, index) => ({
      key: String(index),
      cells: [{ text: row.version }, { text: row.issued }, { text: row.event }, { text: row.by }, { text: row.total }],
    })),
    below,
  };
  return (
    <Section title="Version history" sheet={sheet} ahead={aheadOf(table)}>
      <Table {...table} />
    </Section>
  );
}

/** What is not printed, by name. */
export function Files({ files, sheet, below }: Props & { readonly files: readonly FileLine[] }) {
  const origin = widthFor(
    'Kind',
    files.map((file) => file.origin),
    { min: 60, max: 170 },
  );
  const size = widthFor(
    'Size',
    files.map((file) => file.size),
    { min: 40, max: 70 },
  );
  const table = {
    columns: [
      { title: 'File', align: 'left' as const, width: sheet.width - origin - size },
      { title: 'Kind', align: 'left' as const, width: origin },
      { title: 'Size', align: 'right' as const, width: size },
    ],
    rows: files.map((file, index) => ({ key: String(index), cells: cellsOf(file) })),
    below,
  };
  return (
    <Section title="Files" sheet={sheet} ahead={aheadOf(table)}>
      <Table {...table} />
    </Section>
  );
}

const cellsOf = (file: FileLine) => [
  { text: file.name },
  { text: file.origin, face: FACES.cellQuiet },
  { text: file.size, face: FACES.cellQuiet },
];

function historyColumns(history: History, sheet: Sheet): Column[] {
  const texts = (pick: (row: History['rows'][number]) => string) => history.rows.map(pick);
  const version = widthFor('Version', [], { min: 46, max: 60 });
  const issued = widthFor(
    'Issued',
    texts((row) => row.issued),
    { min: 80, max: 180 },
  );
  const by = widthFor(
    'By',
    texts((row) => row.by),
    { min: 60, max: 120 },
  );
  const total = history.priced
    ? widthFor(
        history.total,
        texts((row) => row.total),
        { min: 60, max: 110 },
      )
    : 0;
  return [
    { title: 'Version', align: 'left', width: version },
    { title: 'Issued', align: 'left', width: issued },
    { title: 'Event', align: 'left', width: sheet.width - version - issued - by - total },
    { title: 'By', align: 'left', width: by },
    ...(history.priced ? [{ title: history.total, align: 'right' as const, width: total }] : []),
  ];
}
