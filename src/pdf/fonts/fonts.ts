import { Font } from '@react-pdf/renderer';
import { BASE, covers, FAMILIES, type Family, familiesOf, fontFile, type Weight } from './families.ts';
import { nameOnce, type Shaper, shapeByWords } from './shaping.ts';

/** The part of a fontkit font that we use (the package has no types). */
interface Glyphs extends Shaper {
  readonly unitsPerEm: number;
  readonly postscriptName: string;
  readonly ascent: number;
  readonly descent: number;
}

interface Loaded {
  readonly glyphs: Glyphs;
  /** The width of a text that is set from the left, font units. */
  readonly advanceOf: (text: string) => number;
  /** By code point: the width in ems. */
  readonly advances: Map<number, number>;
}

const WEIGHTS: readonly Weight[] = [400, 600];
const loaded: Readonly<Record<Weight, Map<Family, Loaded>>> = { 400: new Map(), 600: new Map() };

/**
 * Opens the fonts that these texts need and that are not open yet; they stay open. Must be awaited before any of the
 * texts is measured or drawn.
 */
export async function loadFonts(texts: Iterable<string>): Promise<void> {
  if (loaded[400].size === 0) register();
  const wanted = new Set<Family>();
  for (const text of texts) for (const family of familiesOf(text)) wanted.add(family);
  for (const family of wanted) for (const weight of WEIGHTS) await open(family, weight);
}

function register(): void {
  for (const family of FAMILIES)
    Font.register({
      family: family.name,
      fonts: WEIGHTS.map((weight) => ({ src: fontFile(family, weight), fontWeight: weight })),
    });
}

async function open(family: Family, weight: Weight): Promise<void> {
  if (loaded[weight].has(family)) return;
  const descriptor = { fontFamily: family.name, fontWeight: weight };
  await Font.load(descriptor);
  const glyphs: unknown = Font.getFont(descriptor).data;
  if (!isGlyphs(glyphs)) throw new Error(`The font ${family.files[weight]} could not be read.`);
  nameOnce(glyphs);
  const advanceOf = shapeByWords(glyphs);
  loaded[weight].set(family, { glyphs, advanceOf, advances: new Map() });
}

/** How wide a text runs on one line, in points; kerning, ligatures and joined letters apart. */
export function textWidth(text: string, weight: Weight, size: number): number {
  const families = familiesOf(text);
  let width = 0;
  if (families.length === 1) {
    const { advances } = fontOf(BASE, weight);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      width += advances.get(unit) ?? widthOf(unit, families, weight);
    }
    return width * size;
  }
  for (const character of text) width += widthOf(character.codePointAt(0) ?? 0, families, weight);
  return width * size;
}

/** How wide a text of the base family runs on one line as it is drawn, in points. */
export function shapedWidth(text: string, weight: Weight, size: number): number {
  const { glyphs, advanceOf } = fontOf(BASE, weight);
  return (advanceOf(text) / glyphs.unitsPerEm) * size;
}

/** A weight of the base family as PDFKit takes it; ascent and descent (negative) in ems. */
export function fontFor(weight: Weight): { font: unknown; name: string; ascent: number; descent: number } {
  const { glyphs } = fontOf(BASE, weight);
  const { postscriptName, ascent, descent, unitsPerEm } = glyphs;
  return { font: glyphs, name: postscriptName, ascent: ascent / unitsPerEm, descent: descent / unitsPerEm };
}

/** The width of one character of a text that these families set, in ems. */
export function widthOf(codePoint: number, families: readonly Family[], weight: Weight): number {
  const family = families.find((one) => covers(one, codePoint)) ?? families[0];
  if (!family) throw new Error('a text without a family');
  const { glyphs, advances } = fontOf(family, weight);
  const known = advances.get(codePoint);
  if (known !== undefined) return known;
  const advance = glyphs.glyphForCodePoint(codePoint).advanceWidth / glyphs.unitsPerEm;
  advances.set(codePoint, advance);
  return advance;
}

const isGlyphs = (value: unknown): value is Glyphs =>
  typeof value === 'object' && value !== null && 'glyphForCodePoint' in value && 'layout' in value;

function fontOf(family: Family, weight: Weight): Loaded {
  const font = loaded[weight].get(family);
  if (!font) throw new Error(`The font ${family.name} is not loaded: await loadFonts() first.`);
  return font;
}
