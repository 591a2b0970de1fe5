import { View } from '@react-pdf/renderer';
import { textWidth } from '../fonts.ts';
import { COLORS, FACES, type Face } from './styles.ts';
import { Words } from './words.tsx';

/** A column: its heading, the side its cells stand on, its width in points. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly width: number;
}

/** What a cell prints, and how. */
export interface Cell {
  readonly text: string;
  readonly face?: Face;
  readonly tag?: { readonly face: Face; readonly text: string } | undefined;
}

interface Props {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[];
  /** The first column's heading names the table: set in ink. */
  readonly named?: boolean;
}

const PADDING = 5;

/** Rows are never split, unless one alone would fill most of a page; the heading row stands on every page. */
export function Table({ columns, rows, named = false }: Props) {
  return (
    <View>
      <View fixed wrap={false} minPresenceAhead={24} style={{ flexDirection: 'row', backgroundColor: COLORS.tint }}>
        {columns.map((column, index) => (
          <CellView
            key={column.title}
            column={column}
            cell={{ text: column.title, face: named && index === 0 ? FACES.kind : FACES.head }}
          />
        ))}
      </View>
      {rows.map((row) => {
        const parted = tallest(columns, row.cells) > 300;
        return (
          <View
            key={row.key}
            wrap={parted}
            style={{ flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: COLORS.line }}
          >
            {columns.map((column, index) => (
              <CellView key={column.title} column={column} cell={row.cells[index] ?? { text: '' }} parted={parted} />
            ))}
          </View>
        );
      })}
    </View>
  );
}

/** The width a column needs so that none of its texts breaks, within limits, cell padding included. */
export function widthFor(title: string, texts: readonly string[], limits: { min: number; max: number }): number {
  const widest = Math.max(
    textWidth(title, FACES.head.weight, FACES.head.size),
    ...texts.map((text) => textWidth(text, FACES.cellStrong.weight, FACES.cellStrong.size)),
  );
  return Math.min(limits.max, Math.max(limits.min, Math.ceil(widest * 1.02) + 2 * PADDING));
}

/** One box a cell is laid out in half the time; but only text in a box of its own can be parted by a page break. */
function CellView({
  column,
  cell,
  parted = false,
}: {
  readonly column: Column;
  readonly cell: Cell;
  readonly parted?: boolean;
}) {
  const box = { width: column.width, paddingHorizontal: PADDING, paddingVertical: 3 };
  const words = (
    <Words
      face={cell.face ?? FACES.cell}
      width={column.width - 2 * PADDING}
      align={column.align}
      tag={cell.tag}
      style={parted ? {} : box}
    >
      {cell.text}
    </Words>
  );
  return parted ? <View style={box}>{words}</View> : words;
}

/** A generous estimate of the row's height, points. */
function tallest(columns: readonly Column[], cells: readonly Cell[]): number {
  const lines = columns.map(({ width }, index) => {
    const text = cells[index]?.text ?? '';
    return Math.ceil((textWidth(text, 400, FACES.cell.size) * 1.15) / (width - 2 * PADDING));
  });
  return Math.max(...lines) * FACES.cell.size * FACES.cell.lineHeight;
}
