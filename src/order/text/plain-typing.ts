/** What stands around a word that was copied from a sentence: quotes, brackets, full stops. */
const AROUND =
  String.raw`[\s"'\u2018-\u201F\u00AB\u00BB\u2039\u203A\u300C-\u300F\u3010\u3011\u3001\u3002()\[\]{}<>*_~` +
  '`' +
  String.raw`.,;:!?\u2026]`;
const BEFORE = new RegExp(`^${AROUND}+`, 'u');
const AFTER = new RegExp(`${AROUND}+$`, 'u');

/** Every dash that a phone or another keyboard writes for a hyphen. */
const DASHES = /[\p{Pd}\u2212\u02D7\u2043\u30FC\uFF70]/gu;

/**
 * A number, code or name of a command as it was meant, whatever keyboard it came from: full-width and other letters as their
 * plain ones, digits of any script as 0–9, any dash as a hyphen, nothing invisible, and without the quotes, brackets and full
 * stops that stand around it. For what is looked up, never for what is kept.
 */
export function plainTyping(text: string): string {
  const visible = text.replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '').replace(DASHES, '-');
  const plain = visible
    .normalize('NFKC')
    .replace(/[^\P{Nd}0-9]/gu, plainDigit)
    .replace(DASHES, '-');
  return plain.replace(BEFORE, '').replace(AFTER, '').replace(/\s+/g, ' ');
}

/** A digit of any script as 0–9: Unicode has those of each script beside one another, zero first. */
export function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
