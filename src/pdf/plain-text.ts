/** Characters that steer a line instead of standing in it: controls, bidi marks, zero-width signs, variation selectors. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Joiners shape Indic scripts and glue emoji; only the first can be printed. */
const STRAY_JOINER = /(?<!\p{Script=Devanagari})[\u200C\u200D]/gu;

/** What people typed, safe to print: one paragraph style, no control, bidi or invisible characters, at most one blank line. */
export function plainText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\n]+/g, (line) => line.replace(INVISIBLE, '').replace(STRAY_JOINER, '').replace(/ {2,}/g, ' ').trim())
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether a text is read from the right: its first letter is of such a script. */
export const isRightToLeft = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);

/** The same on a single line. */
export const plainLine = (text: string): string => plainText(text).replace(/\s*\n\s*/g, ' ');

/** Characters of two UTF-16 units, and what a line has them beside. */
const ASTRAL = /(?<=\S)(?=[\u{10000}-\u{10FFFF}])|(?<=[\u{10000}-\u{10FFFF}])(?=\S)/gu;

/**
 * The text with a space of no width on either side of every emoji and rare Han character that has a neighbour: react-pdf
 * counts their glyphs by UTF-16 units and loses what follows them in a run of one font. The base family has that space.
 */
export const apart = (text: string): string => text.replace(ASTRAL, '\u200B');

/** Signs that trade texts are full of and the font lacks, with what stands for them. */
const STAND_INS: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '↔': '<->',
  '⇒': '=>',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≈': '~',
  '⌀': 'Ø',
  '∅': 'Ø',
  '∆': 'Δ',
  '●': '•',
  '■': '•',
  '▪': '•',
  '☐': '[ ]',
  '☑': '[x]',
  '✓': '[x]',
  '✔': '[x]',
};

/** The text with every character the font cannot draw replaced by a stand-in or its code point (`U+4F60`), never dropped. */
export function drawable(text: string, canDraw: (codePoint: number) => boolean): string {
  let out = '';
  let afterCode = false;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0xfffd;
    if (character === '\n' || canDraw(codePoint)) {
      out += afterCode && /[\p{L}\p{N}]/u.test(character) ? ` ${character}` : character;
      afterCode = false;
      continue;
    }
    const standIn = STAND_INS[character];
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    out += standIn ?? (/[\p{L}\p{N}]$/u.test(out) ? ` ${code}` : code);
    afterCode = standIn === undefined;
  }
  return out;
}
