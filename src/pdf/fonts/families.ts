import { createRequire } from 'node:module';
import { join } from 'node:path';
import { coverageOf } from './coverage.ts';

/** Regular or semibold. */
export type Weight = 400 | 600;

/** A font family that comes with an npm package under an open licence, and the files of its weights. */
export interface Family {
  readonly name: string;
  readonly files: Readonly<Record<Weight, string>>;
}

/** The document's own family: Noto Sans draws Latin, Greek, Cyrillic and Devanagari completely. */
export const BASE: Family = {
  name: 'Noto Sans',
  files: {
    400: '@embedpdf/fonts-latin/fonts/NotoSans-Regular.ttf',
    600: '@embedpdf/fonts-latin/fonts/NotoSans-SemiBold.ttf',
  },
};

// biome-ignore format: a table reads best as a table
const OTHERS = {
  arabic: { name: 'Noto Naskh Arabic', files: { 400: '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf', 600: '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf' } },
  hebrew: { name: 'Noto Sans Hebrew',  files: { 400: '@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Regular.ttf', 600: '@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Bold.ttf' } },
  thai:   { name: 'Noto Sans Thai',    files: { 400: '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf', 600: '@expo-google-fonts/noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf' } },
  japanese: { name: 'Noto Sans JP',    files: { 400: '@embedpdf/fonts-jp/fonts/NotoSansJP-Regular.otf', 600: '@embedpdf/fonts-jp/fonts/NotoSansJP-Bold.otf' } },
  korean: { name: 'Noto Sans KR',      files: { 400: '@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf', 600: '@embedpdf/fonts-kr/fonts/NotoSansKR-Bold.otf' } },
  chinese: { name: 'Noto Sans SC',     files: { 400: '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf', 600: '@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf' } },
  emoji:  { name: 'Noto Emoji',        files: { 400: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf', 600: '@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf' } },
} as const satisfies Record<string, Family>;

/** Every family there is, the base first. */
export const FAMILIES: readonly Family[] = [BASE, ...Object.values(OTHERS)];

/** Where the file of a family's weight is on this computer. */
export function fontFile({ files }: Family, weight: Weight): string {
  const path = files[weight];
  // Not every package exports its package.json: its folder is found from its entry.
  const folder = join('node_modules', ...path.split('/').slice(0, 2));
  const entry = createRequire(import.meta.url).resolve(path.split('/').slice(0, 2).join('/'));
  return join(entry.slice(0, entry.lastIndexOf(folder)), 'node_modules', path);
}

const coverages = new Map<Family, readonly ReadonlySet<number>[]>();

/** Whether both weights of a family have a glyph for this code point. */
export function covers(family: Family, codePoint: number): boolean {
  let both = coverages.get(family);
  if (!both) {
    both = [coverageOf(fontFile(family, 400)), coverageOf(fontFile(family, 600))];
    coverages.set(family, both);
  }
  return both.every((one) => one.has(codePoint));
}

/** Whether any font that comes with the app has this character. */
export const isPrintable = (character: string): boolean =>
  FAMILIES.some((family) => covers(family, codePointOf(character)));

/** A piece of a text that one family draws. */
export interface Run {
  readonly text: string;
  readonly family: Family;
}

/**
 * A text in pieces of one family each. It depends on the text alone, so that the same text is set the same in every document.
 * What is read as one character stays together where one family has all of it: letters with their marks, joined emoji,
 * keycaps. A character of two UTF-16 units stands in a piece of its own: react-pdf loses what follows it in a longer one.
 */
export function runsOf(text: string): readonly Run[] {
  if (isBase(text)) return [{ text, family: BASE }];
  const families = familiesFor(text);
  const runs: Run[] = [];
  let open = false;
  for (const { segment } of clusters.segment(text)) {
    const whole = familyOf(segment, families);
    for (const piece of whole ? segment.split(NON_JOINER) : segment) {
      if (piece === '') continue;
      const family = (piece === '\u200C' ? BASE : whole) ?? familyOf(piece, families) ?? BASE;
      const alone = ASTRAL.test(piece);
      const last = runs.at(-1);
      if (last && open && !alone && last.family === family) runs[runs.length - 1] = { text: last.text + piece, family };
      else runs.push({ text: piece, family });
      open = !alone;
    }
  }
  return runs;
}

/** The families that draw a text, the base always among them, the first that has a character drawing it. */
export function familiesOf(text: string): readonly Family[] {
  if (isBase(text)) return [BASE];
  const used = new Set([BASE, ...runsOf(text).map(({ family }) => family)]);
  return familiesFor(text).filter((family) => used.has(family));
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Letters do not join across it, so that it can be taken from the base family: the Arabic one draws a bar for it. */
const NON_JOINER = /(?<=\p{Script=Arabic}\p{M}*)(\u200C)/u;
const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /[\p{Script=Han}\p{Script=Bopomofo}]/u;
/** What is a picture by itself, or a keycap. */
const PICTURE = /\p{Emoji_Presentation}|\u20E3/u;

/** Whether the base family draws all of a text: nearly every text is such, and asked for many times. */
export const isBase = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!inBase[unit]) inBase[unit] = covers(BASE, unit) ? YES : NO;
    if (inBase[unit] === NO) return false;
  }
  return true;
};

/** By UTF-16 unit, what is known of it. */
const inBase = new Uint8Array(0x10000);
const [YES, NO] = [1, 2];

/**
 * All families in the order in which they are asked for a text's characters. Han characters take the shapes of the language
 * beside them: Japanese with kana, Korean with Hangul, else Chinese, or whichever has more of them.
 */
function familiesFor(text: string): readonly Family[] {
  const { arabic, hebrew, thai, japanese, korean, chinese, emoji } = OTHERS;
  const others = [BASE, arabic, hebrew, thai];
  const lettered = KANA.test(text) || HANGUL.test(text) || HAN.test(text);
  // Signs alone are taken from where fewer bytes must be read.
  if (!lettered) return [...others, emoji, japanese, korean, chinese];
  const han: Family[] = KANA.test(text)
    ? [japanese, chinese, korean]
    : HANGUL.test(text)
      ? [korean, chinese, japanese]
      : [chinese, japanese, korean];
  const theirs = [...new Set(text)].filter(
    (one) => !PICTURE.test(one) && !others.some((family) => covers(family, codePointOf(one))),
  );
  const had = (family: Family) => theirs.filter((one) => covers(family, codePointOf(one))).length;
  return [...others, ...han.sort((one, other) => had(other) - had(one)), emoji];
}

/** The family that has all of a cluster; undefined when none has. */
function familyOf(cluster: string, families: readonly Family[]): Family | undefined {
  const order = PICTURE.test(cluster) ? [OTHERS.emoji, ...families] : families;
  return order.find((family) => [...cluster].every((one) => covers(family, codePointOf(one))));
}

const codePointOf = (character: string): number => character.codePointAt(0) ?? 0xfffd;
