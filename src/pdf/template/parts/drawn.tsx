import { Canvas } from '@react-pdf/renderer';
import type { Style } from '@react-pdf/types';
import { isBase, isPrintable } from '../../fonts/families.ts';
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
  const drawn = isBase(text) ? text : drawable(text, isPrintable);
  if (drawn.includes('\n') || !isBase(drawn)) return undefined;
  const textWidth = shapedWidth(drawn, face.weight, face.size);
  if (textWidth > width * 0.99) return undefined;
  return { text: drawn, face, x: left + (align === 'right' ? width - textWidth : 0), y };
}

/** All of these, or nothing where one is missing. */
export function together<T>(all: readonly (T | undefined)[]): T[] | undefined {
  const found = all.filter((one) => one !== undefined);
  return found.length === all.length ? found : undefined;
}

/** The height of a line set in this face, points. */
export const heightOf = ({ size, lineHeight }: Face): number => size * lineHeight;

/** Boxes that are filled at once: a rule, a background, the modules of a code. */
export interface Filled {
  readonly x: number;
  readonly y: number;
  readonly boxes: readonly Rectangle[];
  readonly color: string;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whatever is drawn, in the order in which it is. */
export type Mark = Line | Filled;

/** A line below texts, over the whole width of their box: its middle, points from the upper edge. */
interface Rule {
  readonly y: number;
  readonly thickness: number;
  readonly color: string;
}

interface Props {
  readonly lines: readonly Mark[];
  readonly rule?: Rule;
  readonly style: Style;
  /** Stands at the head of every page of what it is in. */
  readonly fixed?: boolean;
  readonly minPresenceAhead?: number;
}

/** The part of react-pdf's painter that we use. */
export interface Painter {
  font(font: unknown, name: string, size: number): Painter;
  fillColor(color: string): Painter;
  text(text: string, x: number, y: number, options: object): Painter;
  rect(x: number, y: number, width: number, height: number): Painter;
  fill(color: string): Painter;
}

type Paint = (painter: Painter, width: number) => null;

/** What each drawing consists of in a box of some width, by what paints it: drawings can be made one. */
const drawings = new WeakMap<object, (width: number) => readonly Mark[]>();

/** The marks of what paints a drawing; undefined for anything else. */
export const marksOf = (paint: unknown): ((width: number) => readonly Mark[]) | undefined =>
  typeof paint === 'function' ? drawings.get(paint) : undefined;

/**
 * Lines of text as one drawing. It looks as react-pdf would set them and takes a tenth of the time: nothing is left to be
 * broken, measured or laid out again on every pass.
 */
export function Drawn({ lines, rule, ...props }: Props) {
  const marks = (width: number): readonly Mark[] => (rule ? [filledOf(rule, width), ...lines] : lines);
  return <Canvas {...props} paint={painting(marks)} />;
}

/** What paints these marks. */
export function painting(marks: (width: number) => readonly Mark[]): Paint {
  const paint: Paint = (painter, width) => draw(painter, marks(width));
  drawings.set(paint, marks);
  return paint;
}

const filledOf = ({ y, thickness, color }: Rule, width: number): Filled =>
  filled(0, y - thickness / 2, { width, height: thickness }, color);

/** One box. */
export const filled = (x: number, y: number, size: { width: number; height: number }, color: string): Filled => ({
  ...{ x, y, boxes: [{ x: 0, y: 0, ...size }], color },
});

/** A font or a colour is set only where it is another than before. */
function draw(painter: Painter, marks: readonly Mark[]): null {
  let color = '';
  let set: Face | undefined;
  for (const mark of marks) {
    if (!('text' in mark)) {
      for (const { x, y, width, height } of mark.boxes) painter.rect(mark.x + x, mark.y + y, width, height);
      painter.fill(mark.color);
      color = mark.color;
      continue;
    }
    const { text, face, x, y } = mark;
    if (text === '') continue;
    const { font, name, ascent, descent } = fontFor(face.weight);
    if (set?.weight !== face.weight || set.size !== face.size) painter.font(font, name, face.size);
    if (color !== face.color) painter.fillColor(face.color);
    [set, color] = [face, face.color];
    const baseline = y + (face.size * (face.lineHeight + ascent + descent)) / 2;
    painter.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }
  return null;
}
