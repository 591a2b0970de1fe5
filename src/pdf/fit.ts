import { familiesOf, type Weight } from './fonts/families.ts';
import { widthOf } from './fonts/fonts.ts';

/** Scripts that are written without spaces: between two of their characters a line may break. */
const UNSPACED =
  /(?![＋－．／０-９Ａ-Ｚａ-ｚ])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
/** Written without spaces too, but broken between words only, which a dictionary knows. */
const BY_WORDS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** What may not begin a line: closing punctuation, small kana, marks of sound and repetition. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}\p{M}!?,.:;、。，．：；！？・ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ％]/u;
/** What may not end one: opening punctuation. */
const NOT_LAST = /[\p{Ps}\p{Pi}￥＄]$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * A line of text with a space put in wherever it must break and has none: in a word wider than its column, and in
 * scripts without spaces. No other word, number or part code is ever broken; react-pdf would put a hyphen nobody typed.
 */
export function fitted(text: string, width: number, weight: Weight, size: number): string {
  const families = familiesOf(text);
  const measure = (piece: string) => {
    let sum = 0;
    for (const character of piece) sum += widthOf(character.codePointAt(0) ?? 0, families, weight);
    return sum * size;
  };
  let line = 0;
  return text.replace(/ +|[^ ]+/g, (part) => {
    if (part.startsWith(' ')) {
      line += measure(part);
      return part;
    }
    const pieces = unbroken(part).flatMap((piece) => (measure(piece) > width ? cut(piece, width, measure) : [piece]));
    return pieces.reduce((out, piece, index) => {
      const textWidth = measure(piece);
      if (line + textWidth <= width) {
        line += textWidth;
        return out + piece;
      }
      line = textWidth;
      return index === 0 ? piece : `${out} ${piece}`;
    }, '');
  });
}

/** The parts of a word between which a line may break. */
function unbroken(word: string): string[] {
  if (BY_WORDS.test(word)) return joined([...words.segment(word)].map(({ segment }) => segment));
  if (!UNSPACED.test(word)) return [word];
  const parts: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const last = parts.at(-1);
    if (last !== undefined && !UNSPACED.test(segment) && !UNSPACED.test(last.slice(-1)))
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return joined(parts);
}

/** Parts that may not be parted from their neighbour, with it. */
function joined(parts: readonly string[]): string[] {
  const out: string[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(last))) out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
}

/** A piece that is wider than the column, in pieces that fit, each cut after a separator where one is near. */
function cut(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measure(piece + segment) > width) {
      const at = softEnd(piece);
      pieces.push(piece.slice(0, at));
      piece = piece.slice(at);
    }
    piece += segment;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Where a piece is best cut: after its last separator if that leaves it at least half full, else at its end. */
function softEnd(piece: string): number {
  const separator = Math.max(...[...'\u00A0-/_.,;:@&=+\\'].map((sign) => piece.lastIndexOf(sign))) + 1;
  return separator >= piece.length / 2 ? separator : piece.length;
}
