import { View } from '@react-pdf/renderer';
import type { DocumentModel, ItemRow, ItemTables } from '../model.ts';
import { Section } from './section.tsx';
import { accented, FACES, type Sheet } from './styles.ts';
import { type Cell, type Column, Table, widthFor } from './table.tsx';

/** The item tables, one per kind, all on the same columns. */
export function Items({ model: { items }, sheet }: { readonly model: DocumentModel; readonly sheet: Sheet }) {
  if (!items) return null;
  const columns = columnsOf(items, sheet);
  return (
    <Section title={items.title} sheet={sheet} ahead={60}>
      {items.groups.map((group, index) => (
        <View key={group.title} style={{ marginTop: index === 0 ? 0 : 8 }}>
          <Table
            named
            columns={[{ ...columns.first, title: group.title }, ...columns.rest]}
            rows={group.rows.map((row, line) => ({ key: String(line), cells: cellsOf(row, items, sheet) }))}
          />
        </View>
      ))}
    </Section>
  );
}

function columnsOf(items: ItemTables, sheet: Sheet): { first: Column; rest: Column[] } {
  const rows = items.groups.flatMap((group) => group.rows);
  const column = (title: string, align: Column['align'], pick: (row: ItemRow) => string, max = 104): Column => ({
    title,
    align,
    width: widthFor(title, rows.map(pick), { min: 34, max }),
  });
  const rest = [
    ...(items.compared ? [column('Planned', 'right', (row) => row.planned, 76)] : []),
    column(items.compared ? 'Actual' : 'Quantity', 'right', (row) => row.quantity, 76),
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
