/** Regular or semibold. */
export type Weight = 400 | 600;

/** A font family that comes with an npm package under an open licence: what it draws, and the files of its weights. */
export interface Family {
  readonly name: string;
  /** What it is there for; the base family draws whatever it has glyphs for. */
  readonly draws: RegExp;
  readonly files: Readonly<Record<Weight, string>>;
}

/** The document's own family: Noto Sans draws Latin, Greek, Cyrillic and Devanagari completely. */
export const BASE: Family = {
  name: 'Noto Sans',
  draws: /[\s\S]/u,
  files: {
    400: '@embedpdf/fonts-latin/fonts/NotoSans-Regular.ttf',
    600: '@embedpdf/fonts-latin/fonts/NotoSans-SemiBold.ttf',
  },
};

const HAN = String.raw`\p{Script=Han}\u3000-\u303F\uFF00-\uFF65\uFFE0-\uFFE6`;

// biome-ignore format: a table reads best as a table
const OTHERS = {
  arabic: { name: 'Noto Naskh Arabic', draws: /\p{Script_Extensions=Arabic}/u,  files: { 400: '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf', 600: '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf' } },
  hebrew: { name: 'Noto Sans Hebrew',  draws: /\p{Script=Hebrew}/u,             files: { 400: '@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Regular.ttf', 600: '@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Bold.ttf' } },
  thai:   { name: 'Noto Sans Thai',    draws: /\p{Script=Thai}/u,               files: { 400: '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf', 600: '@expo-google-fonts/noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf' } },
  japanese: { name: 'Noto Sans JP',    draws: new RegExp(`[\\p{Script=Hiragana}\\p{Script=Katakana}${HAN}]`, 'u'), files: { 400: '@embedpdf/fonts-jp/fonts/NotoSansJP-Regular.otf', 600: '@embedpdf/fonts-jp/fonts/NotoSansJP-Bold.otf' } },
  korean: { name: 'Noto Sans KR',      draws: new RegExp(`[\\p{Script=Hangul}${HAN}]`, 'u'), files: { 400: '@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf', 600: '@embedpdf/fonts-kr/fonts/NotoSansKR-Bold.otf' } },
  chinese: { name: 'Noto Sans SC',     draws: new RegExp(`[\\p{Script=Bopomofo}${HAN}]`, 'u'), files: { 400: '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf', 600: '@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf' } },
  emoji:  { name: 'Noto Emoji',        draws: /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/u, files: { 400: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf', 600: '@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf' } },
} as const satisfies Record<string, Family>;

/** Every family there is, the base first. */
export const FAMILIES: readonly Family[] = [BASE, ...Object.values(OTHERS)];

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
/** Texts of the scripts that the base family has need nothing else; most texts are found out here. */
const PLAIN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{N}\p{P}\p{Z}\n$€£¥+<>=^`|~°·×±]*$/u;

/**
 * The families that draw a text, the first that has a glyph counting. It depends on the text alone, so that the same
 * text is set the same in every document. Han characters take the shapes of the language beside them: Japanese with kana,
 * Korean with Hangul, else Chinese.
 */
export function familiesOf(text: string): readonly Family[] {
  if (PLAIN.test(text)) return [BASE];
  const { arabic, hebrew, thai, japanese, korean, chinese, emoji } = OTHERS;
  const han = KANA.test(text) ? [japanese, chinese] : HANGUL.test(text) ? [korean, chinese] : [chinese];
  return [BASE, ...[arabic, hebrew, thai, ...han, emoji].filter(({ draws }) => draws.test(text))];
}
