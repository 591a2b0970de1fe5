import { filled, type Mark, marksOf, painting } from './drawn.tsx';

/** Where react-pdf has put a part of a page, points, within the part it is in. */
interface Box {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly [edge: string]: number | string | undefined;
}

/** A part of a page as react-pdf hands it to the page's layout once it is measured. */
export interface Placed {
  readonly type: string;
  readonly style: Readonly<Record<string, unknown>>;
  readonly props: Readonly<Record<string, unknown>>;
  readonly box: Box;
  readonly children?: readonly Placed[] | undefined;
}

/**
 * The parts of a page that stand below one another, with those that follow one another and are drawings throughout as one: what is measured
 * needs no boxes any more, and each of them costs a part of a millisecond when the page is laid out and painted. It looks the same.
 */
export function merged(parts: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  let run: { part: Placed; marks: readonly Mark[] }[] = [];
  const flush = () => {
    const [first] = run;
    if (first) out.push(run.length === 1 && !first.part.children?.length ? first.part : asOne(run));
    run = [];
  };
  for (const part of parts) {
    const marks = marksIn(part, 0, 0);
    if (marks) {
      run.push({ part, marks });
      continue;
    }
    flush();
    out.push(part.type === 'VIEW' && part.children ? { ...part, children: inner(part) } : part);
  }
  flush();
  return out;
}

/** What stands in a part that is itself no drawing. Parts beside one another stay apart. */
const inner = ({ style, children = [] }: Placed): Placed[] =>
  isRow(style)
    ? children.map((child) =>
        child.type === 'VIEW' && child.children && !isRow(child.style)
          ? { ...child, children: merged(child.children) }
          : child,
      )
    : merged(children);

const isRow = ({ flexDirection }: Placed['style']): boolean =>
  flexDirection === 'row' || flexDirection === 'row-reverse';

const edge = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Drawings below one another as one, which takes the room that they took. */
function asOne(run: readonly { part: Placed; marks: readonly Mark[] }[]): Placed {
  const left = Math.min(...run.map(({ part: { box } }) => box.left - edge(box.marginLeft)));
  const all: Mark[] = [];
  let down = 0;
  for (const { part, marks } of run) {
    const { box } = part;
    down += edge(box.marginTop);
    all.push(...moved(marks, box.left - left, down));
    down += box.height + edge(box.marginBottom);
  }
  return {
    type: 'CANVAS',
    style: { height: down },
    props: { paint: painting(() => all) },
    box: { left, width: 0, height: down },
    children: [],
  };
}

const moved = (marks: readonly Mark[], x: number, y: number): Mark[] =>
  marks.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y }));

/** Styles that a drawing could not show. */
const OTHERS = ['borderTopLeftRadius', 'opacity', 'transform', 'overflow', 'position'] as const;

/** Everything that a part shows, from where its upper left corner is; undefined where it is more than drawings in boxes. */
function marksIn({ type, style, props, box, children = [] }: Placed, x: number, y: number): Mark[] | undefined {
  if ((type !== 'CANVAS' && type !== 'VIEW') || OTHERS.some((name) => style[name])) return undefined;
  const [top, left] = [y + edge(box.paddingTop), x + edge(box.paddingLeft)];
  const own = boxMarks(style, box, x, y);
  if (type === 'CANVAS') {
    const marks = marksOf(props.paint);
    return marks && [...own, ...moved(marks(box.width - edge(box.paddingLeft) - edge(box.paddingRight)), left, top)];
  }
  for (const child of children) {
    const marks = marksIn(child, x + child.box.left, y + edge(child.box.top));
    if (!marks) return undefined;
    own.push(...marks);
  }
  return own;
}

/** The background and the borders of a box. */
function boxMarks(style: Placed['style'], { width, height, ...box }: Box, x: number, y: number): Mark[] {
  const marks: Mark[] = [];
  const fill = (color: unknown, at: Pick<Mark, 'x' | 'y'>, size: { width: number; height: number }) => {
    if (typeof color === 'string' && size.width > 0 && size.height > 0) marks.push(filled(at.x, at.y, size, color));
  };
  fill(style.backgroundColor, { x, y }, { width, height });
  const [top, bottom, side] = [edge(box.borderTopWidth), edge(box.borderBottomWidth), edge(box.borderLeftWidth)];
  fill(style.borderTopColor, { x, y }, { width, height: top });
  fill(style.borderBottomColor, { x, y: y + height - bottom }, { width, height: bottom });
  fill(style.borderLeftColor, { x, y }, { width: side, height });
  return marks;
}
