import { View } from '@react-pdf/renderer';
import type { ChangeList, DocumentModel } from '../model.ts';
import { Section } from './section.tsx';
import { FACES, type Sheet } from './styles.ts';
import { type Column, Table, widthFor } from './table.tsx';
import { Words } from './words.tsx';

/** What this version changed, before beside after. */
export function Changes({ model: { changes }, sheet }: { readonly model: DocumentModel; readonly sheet: Sheet }) {
  if (!changes) return null;
  return (
    <Section title={changes.title} sheet={sheet} ahead={changes.rows.length === 0 ? 12 : 60}>
      {changes.rows.length === 0 ? (
        <Words face={FACES.body} width={sheet.width}>
          {changes.text}
        </Words>
      ) : (
        <Table
          columns={columnsOf(changes, sheet)}
          rows={changes.rows.map((row, index) => ({
            key: String(index),
            cells: [
              { text: row.type, face: FACES.cellStrong },
              { text: row.description },
              { text: row.before, face: FACES.cellQuiet },
              { text: row.after },
              { text: row.difference },
            ],
          }))}
        />
      )}
      {changes.difference && (
        <View
          wrap={false}
          style={{ flexDirection: 'row', justifyContent: 'flex-end', paddingHorizontal: 5, marginTop: 4 }}
        >
          <Words face={FACES.cellStrong} width={sheet.width - 10} align="right">
            {`${changes.difference.label}:  ${changes.difference.value}`}
          </Words>
        </View>
      )}
    </Section>
  );
}

function columnsOf(changes: ChangeList, sheet: Sheet): Column[] {
  const type = widthFor('Change', ['Removed'], { min: 40, max: 70 });
  const difference = changes.priced
    ? widthFor(
        'Difference',
        changes.rows.map((row) => row.difference),
        { min: 50, max: 104 },
      )
    : 0;
  const rest = sheet.width - type - difference;
  const side = (title: string, texts: readonly string[]) => widthFor(title, texts, { min: 60, max: rest * 0.3 });
  const before = side(
    'Before',
    changes.rows.map((row) => row.before),
  );
  const after = side(
    'After',
    changes.rows.map((row) => row.after),
  );
  return [
    { title: 'Change', align: 'left', width: type },
    { title: 'Item', align: 'left', width: rest - before - after },
    { title: 'Before', align: 'left', width: before },
    { title: 'After', align: 'left', width: after },
    ...(changes.priced ? [{ title: 'Difference', align: 'right' as const, width: difference }] : []),
  ];
}
