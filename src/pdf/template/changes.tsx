import { View } from '@react-pdf/renderer';
import type { ChangeList } from '../model/model.ts';
import { Section } from './parts/section.tsx';
import { FACES, type Sheet } from './parts/styles.ts';
import { aheadOf, type Below, type Column, Table, widthFor } from './parts/table.tsx';
import { Words } from './parts/words.tsx';

interface Props {
  readonly changes: ChangeList;
  readonly sheet: Sheet;
  /** What goes with the end of the list, when it is the last part of the document. */
  readonly below?: Below | undefined;
}

/** What this version changed, before beside after. */
export function Changes({ changes, sheet, below }: Props) {
  if (changes.rows.length === 0)
    return (
      <View wrap={false}>
        <Section title={changes.title} sheet={sheet} ahead={12}>
          <Words face={FACES.body} width={sheet.width}>
            {changes.text}
          </Words>
        </Section>
        {below?.node}
      </View>
    );
  const sum = changes.difference && (
    <Words face={FACES.cellStrong} width={sheet.width - 10} align="right" style={{ marginTop: 4, marginLeft: 5 }}>
      {`${changes.difference.label}:  ${changes.difference.value}`}
    </Words>
  );
  const table = {
    columns: columnsOf(changes, sheet),
    rows: changes.rows.map((row, index) => ({
      key: String(index),
      cells: [
        { text: row.type, face: FACES.cellStrong },
        { text: row.description },
        { text: row.before, face: FACES.cellQuiet },
        { text: row.after },
        { text: row.difference },
      ],
    })),
    below: {
      node: (
        <>
          {sum}
          {below?.node}
        </>
      ),
      height: (sum ? 16 : 0) + (below?.height ?? 0),
    },
  };
  return (
    <Section title={changes.title} sheet={sheet} ahead={aheadOf(table)}>
      <Table {...table} />
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
