import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/words/languages.ts';
import type { Catalogue } from '../../src/words/message.ts';
import { catalogues } from '../../src/words/words.ts';

/** Every message of a catalogue by its path, `order.state.submitted`. */
function messages(catalogue: Catalogue, path: readonly string[] = []): [path: string, text: string][] {
  return Object.entries(catalogue).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[[...path, key].join('.'), text]] : messages(text, [...path, key]),
  );
}

/** What a message takes, the same in every language: placeholders with their kinds, and what a select tells apart. */
function shape(elements: readonly MessageFormatElement[]): string[] {
  const parts = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.argument:
        return [element.value];
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return [`${element.value}, ${TYPE[element.type]}`];
      case TYPE.select:
        return [
          `${element.value}, select ${Object.keys(element.options).toSorted().join(' ')}`,
          ...Object.values(element.options).flatMap(({ value }) => shape(value)),
        ];
      case TYPE.plural:
        return [`${element.value}, plural`, ...Object.values(element.options).flatMap(({ value }) => shape(value))];
      default:
        return [];
    }
  });
  return [...new Set(parts)].toSorted();
}

/** What wording.md forbids anywhere in the English. */
const FORBIDDEN = /\b(by now|anew|afresh|mend|shall|whoever|for good|put off|it is well|in their place)\b/i;

const english = new Map(messages(catalogues.en));

describe('catalogues', () => {
  it.each(LANGUAGES)('%s has every message, and no other', (language) => {
    expect(
      messages(catalogues[language])
        .map(([path]) => path)
        .toSorted(),
    ).toEqual([...english.keys()].toSorted());
  });

  it.each(LANGUAGES)('%s: every message can be parsed and takes what the English one takes', (language) => {
    for (const [path, text] of messages(catalogues[language]))
      expect(shape(parse(text, { ignoreTag: true })), path).toEqual(
        shape(parse(english.get(path) ?? '', { ignoreTag: true })),
      );
  });

  it.each(LANGUAGES)('%s: no straight quotes, no spaces around or doubled, no three dots', (language) => {
    const wrong = messages(catalogues[language]).filter(([, text]) => /'|"|^\s|\s$| {2}|\.\.\./.test(text));
    expect(wrong).toEqual([]);
  });

  it('fr: a no-break space before : ; ! ? % and inside « »', () => {
    const wrong = messages(catalogues.fr).filter(([, text]) =>
      /[^\s\u00a0\u202f][:;!?%](?=\s|$)| [:;!?%](?=\s|$)|«[^\u00a0]|[^\u00a0]»/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('en: nothing that a dispatcher would not say', () => {
    expect([...english].filter(([, text]) => FORBIDDEN.test(text))).toEqual([]);
  });
});
