import { Canvas } from '@react-pdf/renderer';
import type { Style } from '@react-pdf/types';
import { familiesOf, isPrintable } from '../../fonts/families.ts';
import { fontFor, shapedWidth } from '../../fonts/fonts.ts';
import { drawable } from '../../fonts/plain-text.ts';
import type { Face } from './styles.ts';

/** A text at its place: `x` and `down` in points from the left and upper edge of what it is drawn in. */
export interface Line {
  readonly text: string;
  readonly face: Face;
  readonly x: number;
  readonly y: number;
}

interface Place {
  readonly left?: number;
  readonly y?: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** Where a text that stands on one line of the base family goes in its column; undefined for any other text. */
export function lineOf(text: string, face: Face, { left = 0, y = 0, width, align = 'left' }: Place): Line | undefined {
  const drawn = drawable(text, isPrintable);
  if (drawn.includes('\n') || familiesOf(drawn).length > 1) return undefined;
  const textWidth = shapedWidth(drawn, face.weight, face.size);
  if (textWidth > width * 0.99) return undefined;
  return { text: drawn, face, x: left + (align === 'right' ? width - textWidth : 0), y };
}

/** The height of a line set in this face, points. */
export const heightOf = ({ size, lineHeight }: Face): number => size * lineHeight;

interface Props {
  readonly lines: readonly Line[];
  /** Below the lines, over their whole width: its middle, points from the upper edge. */
  readonly rule?: { readonly y: number; readonly thickness: number; readonly color: string };
  readonly style: Style;
  /** Stands at the head of every page of what it is in. */
  readonly fixed?: boolean;
  readonly minPresenceAhead?: number;
}

/** The part of react-pdf's painter that we use. */
interface Painter {
  font(font: unknown, name: string, size: number): Painter;
  fillColor(color: string): Painter;
  text(text: string, x: number, y: number, options: object): Painter;
  lineWidth(width: number): Painter;
  strokeColor(color: string): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  stroke(): Painter;
}

/**
 * Lines of text as one drawing. It looks as react-pdf would set them and takes a tenth of the time: nothing is left to be
 * broken, measured or laid out again on every pass.
 */
export function Drawn({ lines, rule, ...props }: Props) {
  return <Canvas {...props} paint={(painter: Painter, width: number) => paint(painter, lines, width, rule)} />;
}

function paint(painter: Painter, lines: readonly Line[], width: number, rule: Props['rule']): null {
  if (rule) painter.lineWidth(rule.thickness).strokeColor(rule.color).moveTo(0, rule.y).lineTo(width, rule.y).stroke();
  for (const { text, face, x, y } of lines) {
    if (text === '') continue;
    const { font, name, ascent, descent } = fontFor(face.weight);
    const baseline = y + (face.size * (face.lineHeight + ascent + descent)) / 2;
    painter
      .font(font, name, face.size)
      .fillColor(face.color)
      .text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }
  return null;
}
