/** Letters with marks, and Korean syllables in parts: what has one code point as well as several. */
const IN_PARTS = /\P{M}(?:(?!\p{Variation_Selector})\p{M})+|[\u1100-\u11FF]{2,}/gu;

/**
 * The text with accents and Korean syllables in one code point each (NFC), so that the same word is the same text. A character
 * that stands alone stays as typed: NFC alone takes the ideographs of some people's names for others, as U+FA19 for U+795E.
 */
export const composed = (text: string): string => text.replace(IN_PARTS, (part) => part.normalize('NFC'));
