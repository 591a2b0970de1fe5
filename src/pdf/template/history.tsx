import type { DocumentModel } from '../document.ts';
import { FACES, type Sheet } from './parts/styles.ts';
import { type Below, columnFor, restFor, TableSection } from './parts/table.tsx';

interface Props {
  readonly sheet: Sheet;
  /** What goes with the end of the table, when it is the last part of the document. */
  readonly below?: Below | undefined;
}

type History = NonNullable<DocumentModel['history']>;
type HistoryRow = History['rows'][number];

/** Every version so far. */
export function Versions({ history, sheet, below }: Props & { readonly history: History }) {
  const { rows } = history;
  const column = (title: string, key: keyof HistoryRow, limits: { min: number; max: number; align?: 'right' }) =>
    columnFor(rows, title, (row) => ({ text: row[key] }), limits);
  const before = [
    column('Version', 'version', { min: 46, max: 60 }),
    column('Issued', 'issued', { min: 80, max: 180 }),
  ];
  const after = [
    column('By', 'by', { min: 60, max: 120 }),
    ...(history.priced ? [column(history.total, 'total', { min: 60, max: 110, align: 'right' })] : []),
  ];
  const event = restFor(sheet, 'Event', (row: HistoryRow) => ({ text: row.event }), [...before, ...after]);
  const columns = [...before, event, ...after];
  return <TableSection title="Version history" sheet={sheet} columns={columns} rows={rows} below={below} />;
}

/** What is not printed, by name. */
export function Files({ files, sheet, below }: Props & Pick<DocumentModel, 'files'>) {
  const facts = [
    columnFor(files, 'Kind', ({ origin }) => ({ text: origin, face: FACES.cellQuiet }), { min: 60, max: 170 }),
    columnFor(files, 'Size', ({ size }) => ({ text: size, face: FACES.cellQuiet }), {
      min: 40,
      max: 70,
      align: 'right',
    }),
  ];
  const name = restFor(sheet, 'File', (file: DocumentModel['files'][number]) => ({ text: file.name }), facts);
  return <TableSection title="Files" sheet={sheet} columns={[name, ...facts]} rows={files} below={below} />;
}
