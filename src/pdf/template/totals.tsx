import { View } from '@react-pdf/renderer';
import type { DocumentModel, Field } from '../document.ts';
import { textWidth } from '../fonts/fonts.ts';
import { Drawn, heightOf, lineOf } from './parts/drawn.tsx';
import { columns, FACES, type Face, type Part } from './parts/styles.ts';
import { Words } from './parts/words.tsx';

const lineHigh = (face: Face): number => heightOf(face) + 3;
const RULE_HEIGHT = 7;
const ABOVE = 8;

/** The height of the amounts where each stands on one line, points. */
export function totalsHeight({ totals }: DocumentModel): number {
  if (!totals) return 0;
  const { kinds, lines, comparison } = totals;
  const left = kinds.length * lineHigh(FACES.cell) + 2 * heightOf(FACES.quiet) + 3;
  const right = lines.length * lineHigh(FACES.cell) + RULE_HEIGHT + lineHigh(FACES.total);
  return ABOVE + Math.max(left, right + comparison.length * lineHigh(FACES.quiet));
}

/** The amounts under the tables, kept together: by kind on the left, the sum of them on the right. */
export function Totals({ model: { totals }, sheet }: Part) {
  if (!totals) return null;
  const right = columns(sheet, 12, 6);
  const left = columns(sheet, 12, 5);
  return (
    <View wrap={false} style={{ flexDirection: 'row', justifyContent: 'space-between', marginTop: ABOVE }}>
      <View style={{ width: left }}>
        {totals.kinds.map((line) => (
          <Line key={line.label} field={line} width={left} />
        ))}
        <Words face={FACES.quiet} width={left - 10} style={{ marginLeft: 5, marginTop: 3 }} text={totals.note} />
      </View>
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

function Line({ field, width, face = FACES.cell }: { field: Field; width: number; face?: Face }) {
  const inner = width - 10;
  const value = textWidth(field.value, face.weight, face.size) + 6;
  const lines = [
    lineOf(field.label, face, { left: 5, y: 1.5, width: inner - value }),
    lineOf(field.value, face, { left: 5 + inner - value, y: 1.5, width: value, align: 'right' }),
  ].filter((line) => line !== undefined);
  if (lines.length === 2) return <Drawn lines={lines} style={{ width, height: lineHigh(face) }} />;
  return (
    <View style={{ flexDirection: 'row', paddingHorizontal: 5, paddingVertical: 1.5 }}>
      <Words face={face} width={inner - value} text={field.label} />
      <Words face={face} width={value} align="right" text={field.value} />
    </View>
  );
}
