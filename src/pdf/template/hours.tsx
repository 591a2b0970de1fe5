import type { DocumentModel } from '../document.ts';
import { FACES, type Part } from './parts/styles.ts';
import { type Column, columnFor, restFor, TableSection } from './parts/table.tsx';

type Row = NonNullable<DocumentModel['hours']>['rows'][number];

/** Who worked and travelled when, by day, with what it comes to. */
export function Hours({ model: { hours }, sheet }: Part) {
  if (!hours) return null;
  const { rows, words } = hours;
  const cell = (key: 'day' | 'worker' | 'activity' | 'times' | 'hours') => (row: Row) => ({
    text: row[key],
    face: row.sum ? FACES.cellStrong : FACES.cell,
  });
  const column = (key: 'day' | 'activity' | 'times' | 'hours', max: number, align: 'left' | 'right' = 'left') =>
    columnFor(rows, words[key], cell(key), { min: 40, max, align });
  const day = column('day', 110);
  const others: Column<Row>[] = [column('activity', 110), column('times', 140), column('hours', 80, 'right')];
  const worker = restFor(sheet, words.worker, cell('worker'), [day, ...others]);
  return <TableSection title={words.title} sheet={sheet} columns={[day, worker, ...others]} rows={rows} />;
}
