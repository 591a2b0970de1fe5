import type { DocumentModel, FileLine, History } from '../model.ts';
import { Section } from './section.tsx';
import { FACES, type Sheet } from './styles.ts';
import { type Column, Table, widthFor } from './table.tsx';

interface Props {
  readonly model: DocumentModel;
  readonly sheet: Sheet;
}

/** Every version so far. */
export function Versions({ model: { history }, sheet }: Props) {
  if (!history) return null;
  return (
    <Section title="Version history" sheet={sheet} ahead={60}>
      <Table
        columns={historyColumns(history, sheet)}
        rows={history.rows.map((row) => ({
          key: row.version,
          cells: [
            { text: row.version },
            { text: row.issued },
            { text: row.event },
            { text: row.by },
            { text: row.total },
          ],
        }))}
      />
    </Section>
  );
}

/** What is not printed, by name. */
export function Files({ model: { files }, sheet }: Props) {
  if (files.length === 0) return null;
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
  return (
    <Section title="Files" sheet={sheet} ahead={60}>
      <Table
        columns={[
          { title: 'File', align: 'left', width: sheet.width - origin - size },
          { title: 'Kind', align: 'left', width: origin },
          { title: 'Size', align: 'right', width: size },
        ]}
        rows={files.map((file, index) => ({ key: String(index), cells: cellsOf(file) }))}
      />
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
  const event = widthFor(
    'Event',
    texts((row) => row.event),
    { min: 80, max: 130 },
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
    { title: 'Event', align: 'left', width: event },
    { title: 'By', align: 'left', width: sheet.width - version - issued - event - total },
    ...(history.priced ? [{ title: history.total, align: 'right' as const, width: total }] : []),
  ];
}
