import { composed } from '../../order/text/text.ts';

/** Characters that steer a line instead of standing in it: controls, bidi marks, zero-width signs, variation selectors. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

const JOINING = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Nko', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil'],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan'],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
/** Joiners shape the scripts whose letters join, and make one picture of several emoji; anywhere else they are noise. */
const STRAY_JOINER = new RegExp(
  `(?<![${JOINING}]\\p{M}*)(?<!\\p{Extended_Pictographic}\\p{Emoji_Modifier}?(?=\\u200D\\p{Extended_Pictographic}))[\\u200C\\u200D]`,
  'gu',
);

/** A tab at the head of a line, as spaces. */
const TAB = '    ';

/**
 * What people typed, safe to print: one paragraph style, no control, bidi or invisible characters, at most one blank line. The
 * spaces at the head of a line stay: they make a list of it.
 */
export function plainText(text: string): string {
  return composed(text.replace(/\p{Cs}/gu, '\uFFFD'))
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\n]+/g, plainly)
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

function plainly(line: string): string {
  const head = /^[\p{Zs}\t]*/u.exec(line)?.[0] ?? '';
  const rest = line.replace(/\t/g, ' ').replace(INVISIBLE, '').replace(STRAY_JOINER, '').replace(/ {2,}/g, ' ').trim();
  return rest === '' ? '' : head.replaceAll('\t', TAB) + rest;
}

/** Whether a text is read from the right: its first letter is of such a script. What is isolated does not tell. */
export const isRightToLeft = (text: string): boolean =>
  /^(?:[\u2066-\u2068][^\u2069]*\u2069|[^\p{L}\u2066-\u2068])*(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(
    text,
  );

/** The same on a single line. */
export const plainLine = (text: string): string =>
  plainText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** Signs that trade texts are full of and no font has, with what stands for them. */
const STAND_INS: Readonly<Record<string, string>> = { '⌀': 'Ø', '☐': '[ ]' };

/** What is printed for a character that no font has: the same character spelt otherwise, or a sign like it; undefined for nothing. */
function standInFor(character: string, canPrint: (character: string) => boolean): string | undefined {
  if (/\s/.test(character)) return ' ';
  const same = /[\u{1D400}-\u{1D7FF}]/u.test(character) ? character.normalize('NFKC') : character.normalize('NFC');
  return [STAND_INS[character], same].find((one) => one !== undefined && [...one].every(canPrint));
}

/** How a code point is written: `U+4F60`. */
const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase().padStart(4, '0')}`;

/** The code points of a text that are printed as such, each once. */
export function unprintedIn(text: string, canPrint: (character: string) => boolean): string[] {
  const missing = [...new Set(text)].filter(
    (one) => one !== '\n' && !canPrint(one) && standInFor(one, canPrint) === undefined,
  );
  return missing.map(codeOf);
}

/** The text with every character that no font has replaced by a stand-in or its code point (`U+4F60`), never dropped. */
export function drawable(text: string, canPrint: (character: string) => boolean): string {
  let out = '';
  let afterCode = false;
  for (const character of text) {
    if (character === '\n' || canPrint(character)) {
      out += afterCode && /[\p{L}\p{N}]/u.test(character) ? ` ${character}` : character;
      afterCode = false;
      continue;
    }
    const standIn = standInFor(character, canPrint);
    out += standIn ?? (/[\p{L}\p{N}]$/u.test(out) ? ` ${codeOf(character)}` : codeOf(character));
    afterCode = standIn === undefined;
  }
  return out;
}
