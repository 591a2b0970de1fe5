import { View } from '@react-pdf/renderer';
import type { DocumentModel, ItemRow, ItemTables } from '../model/model.ts';
import { Section } from './parts/section.tsx';
import { accented, FACES, type Sheet } from './parts/styles.ts';
import { aheadOf, type Below, type Cell, type Column, Table, widthFor } from './parts/table.tsx';

interface Props {
  readonly model: DocumentModel;
  readonly sheet: Sheet;
  /** What stands under the last of them and belongs to it. */
  readonly below?: Below | undefined;
}

/** The widest column of numbers, points: the largest quantity and unit price there can be fit. */
const NUMBERS = 120;

/** The item tables, one per kind, all on the same columns. */
export function Items({ model: { items }, sheet, below }: Props) {
  if (!items) return below?.node ?? null;
  const columns = columnsOf(items, sheet);
  const tables = items.groups.map((group, index) => ({
    columns: [{ ...columns.first, title: group.title }, ...columns.rest],
    rows: group.rows.map((row, line) => ({ key: String(line), cells: cellsOf(row, items, sheet) })),
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

function columnsOf(items: ItemTables, sheet: Sheet): { first: Column; rest: Column[] } {
  const rows = items.groups.flatMap((group) => group.rows);
  const column = (title: string, align: Column['align'], pick: (row: ItemRow) => string, max = NUMBERS): Column => ({
    title,
    align,
    width: widthFor(title, rows.map(pick), { min: 34, max }),
  });
  const rest = [
    ...(items.compared ? [column('Planned', 'right', (row) => row.planned)] : []),
    column(items.compared ? 'Actual' : 'Quantity', 'right', (row) => row.quantity),
    column('Unit', 'left', (row) => row.unit, 70),
    ...(items.priced
      ? [column('Unit price', 'right', (row) => row.unitPrice), column('Amount', 'right', (row) => row.amount)]
      : []),
  ];
  const taken = rest.reduce((sum, { width }) => sum + width, 0);
  return { first: { title: '', align: 'left', width: sheet.width - taken }, rest };
}

function cellsOf(row: ItemRow, { compared, priced }: ItemTables, sheet: Sheet): Cell[] {
  const face = row.mark === 'removed' ? FACES.cellQuiet : FACES.cell;
  const tag = row.mark === '' ? undefined : { face: accented(FACES.mark, sheet), text: row.mark };
  return [
    { text: row.description, face, tag },
    ...(compared ? [{ text: row.planned, face: FACES.cellQuiet }] : []),
    { text: row.quantity, face: row.differs ? FACES.cellStrong : face },
    { text: row.unit, face },
    ...(priced
      ? [
          { text: row.unitPrice, face },
          { text: row.amount, face },
        ]
      : []),
  ];
}
