import type { Style } from '@react-pdf/types';
import type { DocumentModel } from '../../document.ts';
import { BASE, type Weight } from '../../fonts/families.ts';

/** Ink, quiet ink, hairlines, tints and the one accent; tones colour the state word. */
export const COLORS = {
  ink: '#1b2430',
  quiet: '#5d6876',
  line: '#d3d9e0',
  tint: '#f4f6f8',
  accent: '#1f4e79',
  done: '#256b45',
  stopped: '#a3341f',
  stoppedTint: '#fbf1ee',
} as const;

/** One way of setting type: size in points, weight, colour. */
export interface Face {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  readonly lineHeight: number;
}

const face = (size: number, weight: Weight, color: string = COLORS.ink, lineHeight = 1.4): Face => ({
  size,
  weight,
  color,
  lineHeight,
});

/** The document's type scale. */
export const FACES = {
  title: face(20, 600, COLORS.ink, 1.2),
  number: face(12, 600, COLORS.ink, 1.3),
  provider: face(11, 600),
  subject: face(13, 600, COLORS.ink, 1.3),
  section: face(10, 600),
  body: face(9, 400),
  strong: face(9, 600),
  quiet: face(8, 400, COLORS.quiet),
  label: face(7.5, 400, COLORS.quiet),
  head: face(8, 600, COLORS.quiet),
  kind: face(8, 600),
  cell: face(8.5, 400),
  cellStrong: face(8.5, 600),
  cellQuiet: face(8.5, 400, COLORS.quiet),
  mark: face(7.5, 600),
  total: face(11, 600),
} as const satisfies Record<string, Face>;

/** A face as react-pdf wants it. */
export const typeOf = ({ size, weight, color, lineHeight }: Face): Style => ({
  fontFamily: BASE.name,
  fontSize: size,
  fontWeight: weight,
  color,
  lineHeight,
});

/** The sheet in points: its margins, the width of the text area, the gutter between columns. */
export interface Sheet {
  readonly size: 'A4' | 'LETTER';
  readonly top: number;
  readonly side: number;
  readonly bottom: number;
  readonly width: number;
  readonly gutter: number;
  /** The colour of headings and rules. */
  readonly accent: string;
}

/** What every part of the document is drawn from. */
export interface Part {
  readonly model: DocumentModel;
  readonly sheet: Sheet;
}

/** A face in the sheet's accent. */
export const accented = (face: Face, { accent }: Sheet): Face => ({ ...face, color: accent });

/** The sheet of a page size, with its accent: `#rrggbb`, or '' for the document's own. */
export function sheetOf(size: 'A4' | 'LETTER', accent: string): Sheet {
  const side = 46;
  return {
    size,
    side,
    top: 36,
    bottom: 34,
    width: (size === 'A4' ? 595.28 : 612) - 2 * side,
    gutter: 18,
    accent: accent || COLORS.accent,
  };
}

/** The width of one of `count` equal columns, and of the first `span` of them. */
export const columns = ({ width, gutter }: Sheet, count: number, span = 1): number =>
  ((width - gutter * (count - 1)) / count) * span + gutter * (span - 1);
