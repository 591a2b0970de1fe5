import { View } from '@react-pdf/renderer';
import type { DocumentModel, DocumentWords } from '../document.ts';
import { Section } from './parts/section.tsx';
import { FACES, type Sheet } from './parts/styles.ts';
import { type Below, type Column, columnFor, restFor, TableSection } from './parts/table.tsx';
import { Words } from './parts/words.tsx';

type ChangeList = DocumentModel['changes'][number];
type ChangeRow = ChangeList['rows'][number];

interface Props {
  readonly changes: ChangeList;
  readonly words: DocumentWords['changes'];
  readonly sheet: Sheet;
  /** What goes with the end of the list, when it is the last part of the document. */
  readonly below?: Below | undefined;
}

/** What this version changed, before beside after. */
export function Changes({ changes, words, sheet, below }: Props) {
  if (changes.rows.length === 0)
    return (
      <View wrap={false}>
        <Section title={changes.title} sheet={sheet} ahead={12}>
          <Words face={FACES.body} width={sheet.width} text={changes.text} />
        </Section>
        {below?.node}
      </View>
    );
  const sum = changes.difference !== '' && (
    <Words
      face={FACES.cellStrong}
      width={sheet.width - 10}
      align="right"
      style={{ marginTop: 4, marginLeft: 5 }}
      text={changes.difference}
    />
  );
  const end = (
    <>
      {sum}
      {below?.node}
    </>
  );
  return (
    <TableSection
      title={changes.title}
      sheet={sheet}
      columns={columnsOf(changes, words, sheet)}
      rows={changes.rows}
      below={{ node: end, height: (sum ? 16 : 0) + (below?.height ?? 0) }}
    />
  );
}

function columnsOf({ rows, priced }: ChangeList, words: DocumentWords['changes'], sheet: Sheet): Column<ChangeRow>[] {
  const kinds = Object.values(words.type);
  const type = {
    ...columnFor(kinds, words.change, (text) => ({ text }), { min: 40, max: 80 }),
    cell: (row: ChangeRow) => ({ text: row.type, face: FACES.cellStrong }),
  };
  const difference = priced
    ? [columnFor(rows, words.difference, (row) => ({ text: row.difference }), { min: 50, max: 104, align: 'right' })]
    : [];
  const side = { min: 60, max: restFor(sheet, '', type.cell, [type, ...difference]).width * 0.3 };
  const sides = [
    columnFor(rows, words.before, (row) => ({ text: row.before, face: FACES.cellQuiet }), side),
    columnFor(rows, words.after, (row) => ({ text: row.after }), side),
  ];
  const others = [type, ...sides, ...difference];
  const item = restFor(sheet, words.item, (row: ChangeRow) => ({ text: row.description }), others);
  return [type, item, ...sides, ...difference];
}
