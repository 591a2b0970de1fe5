import { TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/words/languages.ts';
import { catalogues, wordsFor } from '../../src/words/words.ts';
import {
  elementsOf,
  everyElement,
  lettersOf,
  messagesIn,
  pseudoCatalogue,
  pseudoWords,
  sampleArgs,
} from '../support/catalogue.ts';

const english = new Map(messagesIn(catalogues.en));

type Said = string | ((args: Readonly<Record<string, string | number>>) => string);

/** A message of ready words, by its path. */
function saidBy(words: object, path: string): Said {
  let node: unknown = words;
  for (const key of path.split('.')) node = Object.entries(node ?? {}).find(([name]) => name === key)?.[1];
  if (typeof node === 'string') return node;
  if (typeof node !== 'function') throw new Error(`no message ${path}`);
  const say = node;
  return (args) => String(say(args));
}

const all = [
  ...LANGUAGES.map((language) => ({
    language: language as string,
    words: wordsFor(language),
    catalogue: catalogues[language],
  })),
  { language: 'pseudo', words: pseudoWords, catalogue: pseudoCatalogue },
];

describe.each(all)('$language', ({ words, catalogue }) => {
  const number = new Intl.NumberFormat(words.locale);

  test('every message is a sentence for every count and every choice', () => {
    for (const [path, text] of messagesIn(catalogue)) {
      const say = saidBy(words, path);
      for (const args of sampleArgs(text)) {
        const said = typeof say === 'string' ? say : say(args);
        expect(said, path).toMatch(/^[^{}]+$/s);
        expect(said, path).not.toMatch(/undefined|\[object|NaN/);
        expect(said.trim(), path).toBe(said);
      }
    }
  });

  test('counts are written as the language writes numbers', () => {
    for (const [path, text] of messagesIn(catalogue)) {
      const say = saidBy(words, path);
      if (typeof say === 'string') continue;
      const elements = elementsOf(text);
      for (const element of elements) {
        const shown =
          element.type === TYPE.number ||
          (element.type === TYPE.plural &&
            everyElement(element.options.other?.value ?? []).some(({ type }) => type === TYPE.pound));
        if (!shown) continue;
        for (const args of sampleArgs(text).filter((one) => one[element.value] === 1_000_000))
          expect(say(args), path).toContain(number.format(1_000_000));
      }
    }
  });
});

/** What French says in the same words. */
const SAME: readonly string[] = ['document.files.photo', 'order.reason.client_absent'];

/** Words that English has and no other of our languages. */
const ENGLISH = /(?<!\p{L})(the|and|of|with|this|your|you|have|has|isn’t|can’t|doesn’t|order|orders)(?!\p{L})/iu;

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  const messages = messagesIn(catalogues[language]).map(([path, text]) => ({
    path,
    text,
    own: lettersOf(text).replace(/`[^`]*`|\/invite @Service Orders/g, ''),
  }));

  test('no English is left', () => {
    expect(messages.filter(({ own }) => ENGLISH.test(own)).map(({ path, text }) => [path, text])).toEqual([]);
  });

  test('no sentence is the English one', () => {
    const same = messages.filter(
      ({ path, text, own }) =>
        !(language === 'fr' && SAME.includes(path)) &&
        text === english.get(path) &&
        /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(own),
    );
    expect(same.map(({ path, text }) => [path, text])).toEqual([]);
  });
});

test('the pseudo-locale is accented and longer, and says what English says', () => {
  const foreign = new Map(messagesIn(pseudoCatalogue));
  expect([...foreign.keys()]).toEqual([...english.keys()]);
  for (const [path, text] of english) {
    const words = lettersOf(text);
    const letters = (words.match(/\p{L}/gu) ?? []).length;
    const other = foreign.get(path) ?? '';
    expect(sampleArgs(other), path).toEqual(sampleArgs(text));
    if (words.length > 24)
      expect(lettersOf(other).length - words.length, path).toBeGreaterThanOrEqual(Math.floor(letters * 0.3));
  }
});
