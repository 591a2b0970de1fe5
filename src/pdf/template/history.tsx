import type { DocumentModel, DocumentWords } from '../document.ts';
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
export function Versions({
  history,
  words,
  sheet,
  below,
}: Props & { readonly history: History; readonly words: DocumentWords['history'] }) {
  const { rows } = history;
  const column = (title: string, key: keyof HistoryRow, limits: { min: number; max: number; align?: 'right' }) =>
    columnFor(rows, title, (row) => ({ text: row[key] }), limits);
  const before = [
    column(words.version, 'version', { min: 46, max: 60 }),
    column(words.issued, 'issued', { min: 80, max: 180 }),
  ];
  const after = [
    column(words.by, 'by', { min: 60, max: 120 }),
    ...(history.priced ? [column(history.total, 'total', { min: 60, max: 110, align: 'right' })] : []),
  ];
  const event = restFor(sheet, words.event, (row: HistoryRow) => ({ text: row.event }), [...before, ...after]);
  const columns = [...before, event, ...after];
  return <TableSection title={words.title} sheet={sheet} columns={columns} rows={rows} below={below} />;
}

/** What is not printed, by name. */
export function Files({
  files,
  words,
  sheet,
  below,
}: Props & Pick<DocumentModel, 'files'> & { readonly words: DocumentWords['files'] }) {
  const facts = [
    columnFor(files, words.origin, ({ origin }) => ({ text: origin, face: FACES.cellQuiet }), { min: 60, max: 210 }),
    columnFor(files, words.size, ({ size }) => ({ text: size, face: FACES.cellQuiet }), {
      min: 40,
      max: 70,
      align: 'right',
    }),
  ];
  const name = restFor(sheet, words.file, (file: DocumentModel['files'][number]) => ({ text: file.name }), facts);
  return <TableSection title={words.title} sheet={sheet} columns={[name, ...facts]} rows={files} below={below} />;
}
