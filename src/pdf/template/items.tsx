import { View } from '@react-pdf/renderer';
import type { DocumentModel, DocumentWords } from '../document.ts';
import { Section } from './parts/section.tsx';
import { accented, FACES, type Sheet } from './parts/styles.ts';
import { aheadOf, type Below, type Cell, type Column, columnFor, restFor, Table } from './parts/table.tsx';

type ItemTables = NonNullable<DocumentModel['items']>;
type ItemRow = ItemTables['groups'][number]['rows'][number];

interface Props {
  readonly model: DocumentModel;
  readonly sheet: Sheet;
  /** What stands under the last of them and belongs to it. */
  readonly below?: Below | undefined;
}

/** The widest column of numbers, points: the largest quantity and unit price there can be fit. */
const NUMBERS = 120;

/** The item tables, one per kind, all on the same columns. */
export function Items({ model: { items, words }, sheet, below }: Props) {
  if (!items) return below?.node ?? null;
  const others = columnsOf(items, words.items);
  const description = (title: string) =>
    restFor(sheet, title, (row: ItemRow) => descriptionOf(row, words.items, sheet), others);
  const tables = items.groups.map(({ title, rows }, index) => ({
    columns: [description(title), ...others],
    rows,
    below: index === items.groups.length - 1 ? below : undefined,
  }));
  const [first] = tables;
  return (
    <Section title={items.title} sheet={sheet} ahead={first ? aheadOf(first) : 0}>
      {tables.map((table, index) => (
        <View key={table.columns[0]?.title} style={{ marginTop: index === 0 ? 0 : 8 }}>
          <Table named {...table} />
        </View>
      ))}
    </Section>
  );
}

/** All columns but the first. */
function columnsOf({ groups, compared, priced }: ItemTables, words: DocumentWords['items']): Column<ItemRow>[] {
  const rows = groups.flatMap((group) => group.rows);
  const column = (title: string, cell: Column<ItemRow>['cell'], limits: { max?: number; align?: 'left' } = {}) =>
    columnFor(rows, title, cell, { min: 34, max: NUMBERS, align: 'right', ...limits });
  const plain = (key: 'unit' | 'unitPrice' | 'amount') => (row: ItemRow) => ({ text: row[key], face: faceOf(row) });
  const quantity = (row: ItemRow) => ({ text: row.quantity, face: row.differs ? FACES.cellStrong : faceOf(row) });
  return [
    ...(compared ? [column(words.planned, (row) => ({ text: row.planned, face: FACES.cellQuiet }))] : []),
    column(compared ? words.actual : words.quantity, quantity),
    column(words.unit, plain('unit'), { max: 70, align: 'left' }),
    ...(priced ? [column(words.unitPrice, plain('unitPrice')), column(words.amount, plain('amount'))] : []),
  ];
}

const faceOf = ({ mark }: ItemRow) => (mark === 'removed' ? FACES.cellQuiet : FACES.cell);

function descriptionOf(row: ItemRow, words: DocumentWords['items'], sheet: Sheet): Cell {
  const tag = row.mark === '' ? undefined : { face: accented(FACES.mark, sheet), text: words[row.mark] };
  return { text: row.description, face: faceOf(row), tag };
}
