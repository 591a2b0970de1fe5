import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import { drawable } from './plain-text.ts';

/** The document's one family: Noto Sans draws Latin, Greek and Cyrillic completely. */
export const FAMILY = 'Noto Sans';

const FILES = { 400: 'NotoSans-Regular.ttf', 600: 'NotoSans-SemiBold.ttf' } as const;

/** Regular or semibold. */
export type Weight = keyof typeof FILES;

/** The part of a fontkit font that we use (the package has no types). */
interface Glyphs {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
}

const loaded = new Map<Weight, { readonly glyphs: Glyphs; readonly advances: Map<number, number> }>();

/** Registers and opens the embedded fonts, once. Must be awaited before anything is measured or drawn. */
export async function loadFonts(): Promise<void> {
  if (loaded.size > 0) return;
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-latin');
  const fileOf = (weight: Weight) => join(dirname(entry), '..', 'fonts', FILES[weight]);
  const weights: readonly Weight[] = [400, 600];
  Font.register({ family: FAMILY, fonts: weights.map((weight) => ({ src: fileOf(weight), fontWeight: weight })) });
  for (const fontWeight of weights) {
    await Font.load({ fontFamily: FAMILY, fontWeight });
    const glyphs: unknown = Font.getFont({ fontFamily: FAMILY, fontWeight }).data;
    if (!isGlyphs(glyphs)) throw new Error(`The font ${FILES[fontWeight]} could not be read.`);
    loaded.set(fontWeight, { glyphs, advances: new Map() });
  }
}

/** The text in characters that this weight can draw. */
export function drawableIn(weight: Weight, text: string): string {
  const { glyphs } = fontOf(weight);
  return drawable(text, (codePoint) => glyphs.hasGlyphForCodePoint(codePoint));
}

/** How wide a text runs on one line, in points; kerning apart. */
export function textWidth(text: string, weight: Weight, size: number): number {
  let units = 0;
  for (const character of text) units += advanceOf(character.codePointAt(0) ?? 0, weight);
  return (units * size) / fontOf(weight).glyphs.unitsPerEm;
}

/**
 * Cuts a word that is wider than its column into pieces that fit, after a separator where one is near; any other word
 * comes back whole, so that no word, number or part code is ever broken without need.
 */
export function fitWord(word: string, width: number, weight: Weight, size: number): string[] {
  if (textWidth(word, weight, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, weight, size) > width) {
      const cut = softEnd(piece);
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Where a piece is best cut: after its last separator if that leaves it at least half full, else at its end. */
function softEnd(piece: string): number {
  const separator = Math.max(...[...'-/_.,;:@&=+\\'].map((sign) => piece.lastIndexOf(sign))) + 1;
  return separator >= piece.length / 2 ? separator : piece.length;
}

function advanceOf(codePoint: number, weight: Weight): number {
  const { glyphs, advances } = fontOf(weight);
  const known = advances.get(codePoint);
  if (known !== undefined) return known;
  const advance = glyphs.glyphForCodePoint(codePoint).advanceWidth;
  advances.set(codePoint, advance);
  return advance;
}

const isGlyphs = (value: unknown): value is Glyphs =>
  typeof value === 'object' && value !== null && 'hasGlyphForCodePoint' in value && 'glyphForCodePoint' in value;

function fontOf(weight: Weight) {
  const font = loaded.get(weight);
  if (!font) throw new Error('The fonts are not loaded: await loadFonts() first.');
  return font;
}
