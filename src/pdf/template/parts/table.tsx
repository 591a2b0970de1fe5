import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { textWidth } from '../../fonts/fonts.ts';
import { Drawn, heightOf, type Line, lineOf } from './drawn.tsx';
import { Section } from './section.tsx';
import { COLORS, FACES, type Face, type Sheet } from './styles.ts';
import { Words } from './words.tsx';

/** The heading of a column, the side its cells stand on, its width in points. */
interface Place {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly width: number;
}

/** A column, and what it prints of a row. */
export interface Column<R> extends Place {
  readonly cell: (row: R) => Cell;
}

/** What a cell prints, and how. */
export interface Cell {
  readonly text: string;
  readonly face?: Face;
  readonly tag?: { readonly face: Face; readonly text: string } | undefined;
}

interface Props<R> {
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** The first column's heading names the table: set in ink. */
  readonly named?: boolean;
  readonly below?: Below | undefined;
}

/** What belongs under a table: its last row goes with it to the next page rather than let it stand there alone. */
export interface Below {
  readonly node: ReactNode;
  /** A generous estimate of its height, points. */
  readonly height: number;
}

/** A row that goes along with what stands below its table is at most this high, points. */
const HEIGHT_ALONG = 120;

/** Around the text of a cell, points. */
const PADDING = { side: 5, above: 3 };
const RULE = 0.5;

/** A section that is one table. */
export function TableSection<R>({
  title,
  sheet,
  ...table
}: Props<R> & { readonly title: string; readonly sheet: Sheet }) {
  return (
    <Section title={title} sheet={sheet} ahead={aheadOf(table)}>
      <Table {...table} />
    </Section>
  );
}

/** Rows are never split, unless one alone would fill most of a page; the heading row stands on every page. */
export function Table<R>({ columns, rows, named = false, below }: Props<R>) {
  const heads = columns.map(({ title }, index) => ({
    text: title,
    face: named && index === 0 ? FACES.kind : FACES.head,
  }));
  const last = rows.at(-1);
  const height = last === undefined ? 0 : rowHeight(columns, last);
  const kept = below && height <= HEIGHT_ALONG ? rows.length - 1 : rows.length;
  const drawn = rows.map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and never move.
    <Row key={index} columns={columns} cells={cellsOf(columns, row)} />
  ));
  return (
    <View>
      <Row columns={columns} cells={heads} head ahead={kept === 0 && below ? height + below.height : 24} />
      {drawn.slice(0, kept)}
      {below && (
        <View wrap={false}>
          {drawn.slice(kept)}
          {below.node}
        </View>
      )}
    </View>
  );
}

const cellsOf = <R,>(columns: readonly Column<R>[], row: R): Cell[] => columns.map(({ cell }) => cell(row));

interface RowProps {
  readonly columns: readonly Place[];
  readonly cells: readonly Cell[];
  readonly head?: boolean;
  /** The height that must follow it on its page, points. */
  readonly ahead?: number;
}

const BACKGROUND = { backgroundColor: COLORS.tint };
const BORDER = { borderBottomWidth: RULE, borderBottomColor: COLORS.line };

/** A generous estimate of the height that must follow a section's heading when its table is this one, points. */
export function aheadOf<R>({ columns, rows, below }: Props<R>): number {
  const [first] = rows;
  const row = first === undefined ? 0 : rowHeight(columns, first);
  return (
    HEAD_HEIGHT + Math.min(row, HEIGHT_ALONG) + (below && rows.length === 1 && row <= HEIGHT_ALONG ? below.height : 0)
  );
}

const rowHeight = <R,>(columns: readonly Column<R>[], row: R): number =>
  tallest(columns, cellsOf(columns, row)) + 2 * PADDING.above;

const HEAD_HEIGHT = 2 * PADDING.above + heightOf(FACES.head);
const LINE_HEIGHT = 2 * PADDING.above + heightOf(FACES.cell) + RULE;
const LINE = {
  style: { height: LINE_HEIGHT, paddingTop: PADDING.above },
  rule: { y: LINE_HEIGHT - RULE / 2 - PADDING.above, thickness: RULE, color: COLORS.line },
};
const HEAD = { style: { ...BACKGROUND, height: HEAD_HEIGHT, paddingTop: PADDING.above } };

function Row({ columns, cells, head = false, ahead = 0 }: RowProps) {
  const face = head ? FACES.head : FACES.cell;
  const place = head ? { fixed: true, minPresenceAhead: ahead } : {};
  const lines = linesOf(columns, cells, face);
  if (lines) return <Drawn lines={lines} {...(head ? HEAD : LINE)} {...place} />;
  const parted = !head && tallest(columns, cells) > 300;
  return (
    <View wrap={parted} style={{ ...(head ? BACKGROUND : BORDER), flexDirection: 'row' }} {...place}>
      {columns.map((column, index) => (
        <CellView key={column.title} column={column} cell={cells[index] ?? { text: '' }} face={face} parted={parted} />
      ))}
    </View>
  );
}

/** The texts of a row where each stands on one line and needs no other font; undefined for any other row. */
function linesOf(columns: readonly Place[], cells: readonly Cell[], usual: Face): readonly Line[] | undefined {
  const lines: Line[] = [];
  let left = 0;
  for (const [index, { width, align }] of columns.entries()) {
    const { text = '', face = usual, tag } = cells[index] ?? {};
    const place = { left: left + PADDING.side, width: width - 2 * PADDING.side, align };
    const line = tag || heightOf(face) !== heightOf(usual) ? undefined : lineOf(text, face, place);
    if (!line) return undefined;
    lines.push(line);
    left += width;
  }
  return lines;
}

/** A column of these rows, as wide as it needs to be so that none of its texts breaks, within limits. */
export function columnFor<R>(
  rows: readonly R[],
  title: string,
  cell: Column<R>['cell'],
  { align = 'left', min, max }: { min: number; max: number; align?: Column<R>['align'] },
): Column<R> {
  const { head, cellStrong } = FACES;
  const texts = rows.map((row) => textWidth(cell(row).text, cellStrong.weight, cellStrong.size));
  const widest = Math.max(textWidth(title, head.weight, head.size), ...texts);
  const padded = Math.ceil(widest * 1.02) + 2 * PADDING.side;
  return { title, align, cell, width: Math.min(max, Math.max(min, padded)) };
}

/** A column that takes what the others leave of the sheet's width. */
export function restFor<R>(
  { width }: Sheet,
  title: string,
  cell: Column<R>['cell'],
  others: readonly Column<R>[],
): Column<R> {
  return { title, align: 'left', cell, width: width - others.reduce((sum, other) => sum + other.width, 0) };
}

/** One box a cell is laid out in half the time; but only text in a box of its own can be parted by a page break. */
function CellView({ column, cell, face, parted }: { column: Place; cell: Cell; face: Face; parted: boolean }) {
  const box = {
    width: column.width,
    paddingLeft: PADDING.side,
    paddingRight: PADDING.side,
    paddingTop: PADDING.above,
    paddingBottom: PADDING.above,
  };
  const words = (
    <Words
      face={cell.face ?? face}
      width={column.width - 2 * PADDING.side}
      align={column.align}
      tag={cell.tag}
      style={parted ? {} : box}
      text={cell.text}
    />
  );
  return parted ? <View style={box}>{words}</View> : words;
}

/** A generous estimate of the row's height, points. */
function tallest(columns: readonly Place[], cells: readonly Cell[]): number {
  const lines = columns.map(({ width }, index) => {
    const text = cells[index]?.text ?? '';
    return Math.ceil((textWidth(text, 400, FACES.cell.size) * 1.15) / (width - 2 * PADDING.side));
  });
  return Math.max(...lines) * FACES.cell.size * FACES.cell.lineHeight;
}
