const RTL = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]`;
const RTL_LETTER = new RegExp(String.raw`(?=[\p{L}\p{M}])${RTL}`, 'u');
const [LRI, RLI, PDI] = ['\u2066', '\u2067', '\u2069'];

/** What stands between right-to-left letters, line ends and isolates, up to punctuation that ends a part of a sentence. */
const BETWEEN = new RegExp(
  String.raw`(?:(?!(?=[\p{L}\p{M}])${RTL})[^\n\u2066-\u2069،؛])+?(?=[,;:.!?،؛]\s|(?=[\p{L}\p{M}])${RTL}|[\n\u2066-\u2069،؛]|$)`,
  'gu',
);
/** What is no part of a number or code at its head and its end. */
const HEAD = /^[^\p{L}\p{N}\p{Sc}+\-−±#(]+/u;
const END = /[^\p{L}\p{N}\p{Sc}%٪)°′″'"]+$/u;

/**
 * The text with numbers, and the words and signs that belong to them, set apart from right-to-left letters around them (U+2066 …
 * U+2069): without, a phone number after an Arabic name has its groups in reverse (Unicode Standard Annex 9, rule W2).
 */
export function isolated(text: string): string {
  if (!RTL_LETTER.test(text)) return text;
  return text.replace(BETWEEN, (part, at: number) => {
    if (!/\p{Nd}/u.test(part)) return part;
    // A hyphen after a letter belongs to the letter: it is no minus.
    const prefixed = at > 0 && RTL_LETTER.test(text[at - 1] ?? '') && /^[-−–]/.test(part);
    const head = prefixed ? part.slice(0, 1) : (HEAD.exec(part)?.[0] ?? '');
    const end = END.exec(part.slice(head.length))?.[0] ?? '';
    const number = part.slice(head.length, part.length - end.length);
    if (number === '') return part;
    const [before, inner, after] = withoutHalfBrackets(number);
    return `${head}${before}${LRI}${inner}${PDI}${after}${end}`;
  });
}

/** A bracket whose other half is not there belongs to what is around. */
function withoutHalfBrackets(text: string): [before: string, inner: string, after: string] {
  const opened = text.split('(').length;
  const closed = text.split(')').length;
  if (opened > closed && text.startsWith('(')) return ['(', text.slice(1), ''];
  if (closed > opened && text.endsWith(')')) return ['', text.slice(0, -1), ')'];
  return ['', text, ''];
}

/** A text that is read from the right as one thing in whatever is around it: a date of such a language. Any other as it is. */
export const asOne = (text: string): string => (RTL_LETTER.test(text) ? `${RLI}${text}${PDI}` : text);

/** Between the parts of one number: groups of digits of any script, a sign or a currency and its amount, brackets. */
const IN_NUMBER =
  /(?<=[\p{Nd})]) (?=[(\p{Nd}])|(?<=(?:^|[\s(])[+\-−±#]) (?=[\p{Sc}\p{Nd}])|(?<=\p{Sc}) (?=[\p{Nd}+\-−])|(?<=\p{Nd}) (?=[\p{Sc}%٪‰°])/gu;
const NUMBER = /[\p{Sc}\p{Nd}+\-−±#%٪‰°()][\p{Sc}\p{Nd}+\-−±#%٪‰°().,٫٬/: ]*/gu;
/** `EUR 12.50`, `12.50 EUR`, `24 Nov 2026`, `24 de nov. de 2026`, `Nov 24, 2026`. */
const WORDED =
  /\b[A-Z]{3} [+\-−]?\p{Nd}[\p{Nd}.,]*|\p{Nd} [A-Z]{3}\b|(?<!\p{Nd})\p{Nd}{1,2}\.? (?:de )?[\p{L}\p{M}]{2,12}\.?,? (?:de )?\p{Nd}{4}(?!\p{Nd})|(?<!\p{L})[\p{L}\p{M}]{3,12}\.? \p{Nd}{1,2}, \p{Nd}{4}(?!\p{Nd})/gu;
/** Longer ones are lists of numbers, and break between them. */
const MAX_NUMBER = 32;

/** The text with its numbers in one piece each: no line breaks in a phone number, a date, or between an amount and its currency. */
export const bound = (text: string): string =>
  text
    .replace(WORDED, (part) => part.replaceAll(' ', '\u00A0'))
    .replace(NUMBER, (part) => (part.trimEnd().length <= MAX_NUMBER ? part.replace(IN_NUMBER, '\u00A0') : part));
