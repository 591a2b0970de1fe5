import { View } from '@react-pdf/renderer';
import { textWidth } from '../fonts.ts';
import type { DocumentModel, Field } from '../model.ts';
import { Drawn, heightOf, lineOf } from './drawn.tsx';
import { columns, FACES, type Face, type Sheet } from './styles.ts';
import { Words } from './words.tsx';

/** A generous estimate of the height of the amounts, points. */
export const totalsHigh = ({ totals }: DocumentModel): number =>
  totals ? (totals.lines.length + totals.comparison.length) * 14 + 36 : 0;

/** The amounts under the tables, kept together. */
export function Totals({ model: { totals }, sheet }: { readonly model: DocumentModel; readonly sheet: Sheet }) {
  if (!totals) return null;
  const right = columns(sheet, 12, 6);
  const left = columns(sheet, 12, 5);
  return (
    <View wrap={false} style={{ flexDirection: 'row', justifyContent: 'space-between', marginTop: 8 }}>
      <Words face={FACES.quiet} width={left} style={{ paddingLeft: 5, paddingTop: 3 }}>
        {totals.note}
      </Words>
      <View style={{ width: right }}>
        {totals.lines.map((line) => (
          <Line key={line.label} field={line} width={right} />
        ))}
        <View style={{ borderTopWidth: 1, borderTopColor: sheet.accent, marginTop: 3, paddingTop: 3 }}>
          <Line field={totals.total} width={right} face={FACES.total} />
        </View>
        {totals.comparison.map((line) => (
          <Line key={line.label} field={line} width={right} face={FACES.quiet} />
        ))}
      </View>
    </View>
  );
}

function Line({
  field,
  width,
  face = FACES.cell,
}: {
  readonly field: Field;
  readonly width: number;
  readonly face?: Face;
}) {
  const inner = width - 10;
  const value = textWidth(field.value, face.weight, face.size) + 6;
  const lines = [
    lineOf(field.label, face, { left: 5, down: 1.5, width: inner - value }),
    lineOf(field.value, face, { left: 5 + inner - value, down: 1.5, width: value, align: 'right' }),
  ].filter((line) => line !== undefined);
  if (lines.length === 2) return <Drawn lines={lines} style={{ width, height: heightOf(face) + 3 }} />;
  return (
    <View style={{ flexDirection: 'row', paddingHorizontal: 5, paddingVertical: 1.5 }}>
      <Words face={face} width={inner - value}>
        {field.label}
      </Words>
      <Words face={face} width={value} align="right">
        {field.value}
      </Words>
    </View>
  );
}
