/** A run of glyphs as fontkit gives it; positions in font units. */
interface Shaped {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly { readonly xAdvance: number }[];
  /** Of the whole run, as PDFKit asks for it. */
  readonly advanceWidth: number;
}

interface Glyph {
  readonly codePoints: readonly number[];
  readonly path: { readonly commands: readonly unknown[] };
}

/** The part of a fontkit font that shapes text (the package has no types). */
export interface Shaper {
  glyphForCodePoint(codePoint: number): Glyph & { readonly advanceWidth: number };
  layout(text: string, features?: unknown, script?: string, language?: string, direction?: string): Shaped;
}

/**
 * PDFKit tells whether two fonts are the same by writing the records of their names as JSON, each time a font is set: they
 * are written once instead.
 */
export function nameOnce(font: Shaper): void {
  const records: unknown = Reflect.get(Object(Reflect.get(font, 'name')), 'records');
  if (typeof records !== 'object' || records === null) return;
  const written = JSON.stringify(records);
  Object.defineProperty(records, 'toJSON', { value: () => written, enumerable: false });
}

/** Latin, Greek, Cyrillic, Devanagari and signs: what is always set from the left. */
const LEFT_TO_RIGHT = /^[\u0020-\u058F\u0900-\u097F\u1E00-\u2BFF]*$/;

/** Signs that amounts, dates, times and numbers consist of: no font of ours joins or kerns one of them with another. */
export const NUMBER_SIGNS = '0123456789.,:-−+/%()';
const NUMBER = new RegExp(`^[${NUMBER_SIGNS.replace('-', '\\-')}]+$`);

/** Words a font remembers: a few megabytes. */
const MAX_WORDS = 4000;

/**
 * Makes a font shape text word by word and remember the words: shaping is the dearest part of setting text, and documents
 * are made of the same words. No script joins letters across a space. What a word gives depends on that word alone: fontkit
 * keeps, with a glyph that several characters share, the character it first met, and is made to forget it. Numbers, which seldom
 * come again, are set sign by sign. Returns what tells the width of a text that is set from the left, in font units.
 */
export function shapeByWords(font: Shaper): (text: string) => number {
  const shape = font.layout.bind(font);
  const known = new Map<string, Shaped>();

  const shaped = (word: string): Shaped => {
    const before = known.get(word);
    if (before) return before;
    if (word.length > 1 && NUMBER.test(word)) return joined(Array.from(word, shaped));
    let run = shape(word, undefined, undefined, undefined, 'ltr');
    if (run.glyphs.flatMap(({ codePoints }) => String.fromCodePoint(...codePoints)).join('') !== word) {
      Reflect.set(font, '_glyphs', {});
      run = shape(word, undefined, undefined, undefined, 'ltr');
    }
    const { positions, advanceWidth } = run;
    const glyphs = withJoiners(font, word, run.glyphs);
    if (known.size >= MAX_WORDS) known.clear();
    const kept = { glyphs, positions, advanceWidth };
    known.set(word, kept);
    return kept;
  };

  const words = (text: string) => text.match(/ +|[^ ]+/g) ?? [];
  font.layout = (text, features, script, language, direction) => {
    const plain = features === undefined || features === null || (Array.isArray(features) && features.length === 0);
    const leftToRight = direction === 'ltr' || (direction === undefined && LEFT_TO_RIGHT.test(text));
    if (!plain || !leftToRight) return shape(text, features, script, language, direction);
    const { glyphs, positions, advanceWidth } = joined(words(text).map(shaped));
    // The caller may write into them.
    return { glyphs, positions: positions.map((position) => ({ ...position })), advanceWidth };
  };

  return (text) => words(text).reduce((sum, word) => sum + shaped(word).advanceWidth, 0);
}

const joined = (runs: readonly Shaped[]): Shaped => ({
  glyphs: runs.flatMap((run) => run.glyphs),
  positions: runs.flatMap((run) => run.positions),
  advanceWidth: runs.reduce((sum, run) => sum + run.advanceWidth, 0),
});

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Glyphs with those of joiners and isolates: fontkit puts spaces in their places, which a reader who copies the text would get. */
function withJoiners(font: Shaper, word: string, glyphs: readonly Glyph[]): readonly Glyph[] {
  const unseen = word.startsWith(' ') ? [] : (word.match(UNSEEN) ?? []);
  if (unseen.length === 0) return glyphs;
  const places = glyphs.flatMap(({ codePoints }, index) => (codePoints[0] === 0x20 ? [index] : []));
  if (places.length !== unseen.length) return glyphs;
  return glyphs.map((glyph, index) => {
    const codePoint = unseen[places.indexOf(index)]?.codePointAt(0);
    const own = codePoint === undefined ? undefined : font.glyphForCodePoint(codePoint);
    // Some fonts draw a bar for it.
    return own?.path.commands.length === 0 ? own : glyph;
  });
}
