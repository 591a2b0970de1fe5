import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import type { en } from '../../src/words/en/en.ts';
import { type Catalogue, messagesOf } from '../../src/words/message.ts';
import { catalogues, type Words } from '../../src/words/words.ts';

/** Every message of a catalogue by its path, `order.state.submitted`. */
export function messagesIn(catalogue: Catalogue, path: readonly string[] = []): [path: string, text: string][] {
  return Object.entries(catalogue).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[[...path, key].join('.'), text]] : messagesIn(text, [...path, key]),
  );
}

/** A message as ICU reads it. */
export const elementsOf = (text: string): MessageFormatElement[] => parse(text, { ignoreTag: true });

/** Each part of a message, those within plurals and selects too. */
export const everyElement = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
  elements.flatMap((element) =>
    element.type === TYPE.plural || element.type === TYPE.select
      ? [element, ...Object.values(element.options).flatMap(({ value }) => everyElement(value))]
      : [element],
  );

/** What stands in a message besides its placeholders. */
export const lettersOf = (text: string): string =>
  everyElement(elementsOf(text))
    .map((element) => (element.type === TYPE.literal ? element.value : ' '))
    .join('');

const COUNTS = [0, 1, 2, 5, 1_000_000];

/** Arguments for a message: a set for each count and each choice that it tells apart. */
export function sampleArgs(text: string): Readonly<Record<string, string | number>>[] {
  const values = new Map<string, readonly (string | number)[]>();
  for (const element of everyElement(elementsOf(text))) {
    if (element.type === TYPE.argument) values.set(element.value, [`[${element.value}]`]);
    if (element.type === TYPE.number || element.type === TYPE.plural) values.set(element.value, COUNTS);
    if (element.type === TYPE.select) values.set(element.value, Object.keys(element.options));
  }
  let sets: Readonly<Record<string, string | number>>[] = [{}];
  for (const [name, choices] of values)
    sets = sets.flatMap((set) => choices.map((choice) => ({ ...set, [name]: choice })));
  return sets;
}

const PLAIN = 'ABCDEGHIJKLNORSTUWYZabcdefghijklmnoprstuvwxyz';
const OTHER = 'ÁḂÇĐÉĜĤÍĴĶĹŃÓŔŠŤÚŴÝŽáḃćďéƒĝĥíĵķĺḿńóṕŕšťúṽŵẋýž';
/** Letters that look like themselves and are others. */
const ACCENTED = new Map([...PLAIN].map((letter, index) => [letter, OTHER[index] ?? letter]));

/** As much longer as other languages are. */
const LONGER = 0.4;
/** What titles and buttons have room for; every catalogue's are held to that by themselves. */
const SHORT = 24;

/** Letters accented, what is code or markup left as it is. */
const accented = (text: string): string =>
  text
    .split(/(`[^`]*`|<[^>]*>)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[A-Za-z]/g, (letter) => ACCENTED.get(letter) ?? letter),
    )
    .join('');

function pseudo(text: string): string {
  const foreign = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
    elements.map((element) => {
      if (element.type === TYPE.literal) return { ...element, value: accented(element.value) };
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: foreign(option.value) },
      ]);
      return { ...element, options: Object.fromEntries(options) };
    });
  const letters = lettersOf(text).replace(/[^\p{L}]/gu, '').length;
  const wanted = Math.ceil(letters * LONGER);
  const length = lettersOf(text).length;
  const room = length <= SHORT ? Math.min(wanted, SHORT - length) : wanted;
  const padding = 'ẋýž '
    .repeat(room)
    .slice(0, Math.max(0, room - 1))
    .replace(/ $/, 'ž');
  return printAST(foreign(elementsOf(text))) + (padding && ` ${padding}`);
}

function foreignOf(catalogue: Catalogue): Catalogue {
  const entries = Object.entries(catalogue).map(([key, text]) => [
    key,
    typeof text === 'string' ? pseudo(text) : foreignOf(text),
  ]);
  return Object.fromEntries(entries);
}

export const pseudoCatalogue = foreignOf(catalogues.en);

/**
 * A language that nobody speaks: accented, and 40 % longer than English. What is not in a catalogue shows in it. Its dates
 * and lists have no Latin letters either.
 */
export const pseudoWords: Words = {
  ...messagesOf<typeof en>(pseudoCatalogue, 'en-GB'),
  language: 'en',
  locale: 'ja-JP',
};

/** Where every text that people read stands in a message or view. */
const READ = new Set(['text', 'alt_text', 'accessibility_label']);

const textsIn = (node: unknown): string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, member]: [string, unknown]) =>
        typeof member === 'string' ? (READ.has(key) ? [member] : []) : textsIn(member),
      );

/** Codes that every language writes alike: order numbers, currencies, Slack's tokens, code, addresses and commands. */
const ALIKE =
  /`[^`]*`|<[^|>]*(\||>)|https?:\S+|\/[a-z-]+( [a-z]+)?|\bSO-[\w-]+|:[a-z_]+:|\bPDF\b|\b(UTC|SHA|EUR)\b|\ba{12}|\bC0\w+|slack-manifest\.yml/g;

/**
 * What of a payload in pseudo-words is English: it was written elsewhere than in a catalogue. People’s own words are told
 * by a script of their own, or named in `own`.
 */
export const englishIn = (payload: unknown, own: RegExp): string[] =>
  textsIn(payload).filter((text) => /[A-Za-z]{3}/.test(text.replace(ALIKE, ' ').replace(own, ' ')));
