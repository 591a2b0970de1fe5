import { View } from '@react-pdf/renderer';
import type { DocumentModel, Field } from '../document.ts';
import { textWidth } from '../fonts/fonts.ts';
import { Drawn, heightOf, lineOf, together } from './parts/drawn.tsx';
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
        <Amounts fields={totals.kinds} width={left} />
        <Words face={FACES.quiet} width={left - 10} style={{ marginLeft: 5, marginTop: 3 }} text={totals.note} />
      </View>
      <View style={{ width: right }}>
        <Amounts fields={totals.lines} width={right} />
        <View style={{ borderTopWidth: 1, borderTopColor: sheet.accent, marginTop: 3, paddingTop: 3 }}>
          <Amounts fields={[totals.total]} width={right} face={FACES.total} />
        </View>
        <Amounts fields={totals.comparison} width={right} face={FACES.quiet} />
      </View>
    </View>
  );
}

/** Amounts below one another, as one drawing where each has one line. */
function Amounts({ fields, width, face = FACES.cell }: { fields: readonly Field[]; width: number; face?: Face }) {
  const inner = width - 10;
  const lines = together(
    fields.flatMap(({ label, value }, index) => {
      const [y, room] = [index * lineHigh(face) + 1.5, roomOf(value, face)];
      return [
        lineOf(label, face, { left: 5, y, width: inner - room }),
        lineOf(value, face, { left: 5 + inner - room, y, width: room, align: 'right' }),
      ];
    }),
  );
  if (fields.length === 0) return null;
  if (lines) return <Drawn lines={lines} style={{ width, height: fields.length * lineHigh(face) }} />;
  return fields.map(({ label, value }) => (
    <View key={label} style={{ flexDirection: 'row', paddingHorizontal: 5, paddingVertical: 1.5 }}>
      <Words face={face} width={inner - roomOf(value, face)} text={label} />
      <Words face={face} width={roomOf(value, face)} align="right" text={value} />
    </View>
  ));
}

const roomOf = (value: string, face: Face): number => textWidth(value, face.weight, face.size) + 6;
