import { beforeAll, describe, expect, test } from 'vitest';
import { type DocumentModel, documentModel } from '../../src/pdf/document.ts';
import { documentAsText } from '../../src/pdf/document-as-text.ts';
import { isPrintable } from '../../src/pdf/fonts/families.ts';
import { drawable } from '../../src/pdf/fonts/plain-text.ts';
import type { Renderer } from '../../src/pdf/renderer.ts';
import type { Catalogue } from '../../src/words/message.ts';
import { catalogues } from '../../src/words/words.ts';
import { everyKind } from '../pdf/every-kind.ts';
import { infoOf, objectsOf, readFromLeft, withoutTools } from '../pdf/tools.ts';
import { sharedRenderer } from './shared.ts';

const LOCALES = { en: 'en-GB', es: 'es-419', pt: 'pt-BR', de: 'de-DE', fr: 'fr-FR' } as const;
export type Language = keyof typeof LOCALES;
export const languages = Object.keys(LOCALES) as Language[];

/** What a catalogue says on paper, by itself and around its placeholders: pieces of at least a word. */
function pieces(catalogue: Catalogue): string[] {
  return Object.values(catalogue).flatMap((text) =>
    typeof text === 'string'
      ? text
          .replace(/\{\w+, plural,|(?:one|other) \{([^}]*)\}/g, '|$1|')
          .split(/\{[^}]*\}|[|}·]/)
          .map((piece) => piece.replace(/^[\s:,;.()]+|[\s:,;.(]+$/g, '').replace(/\s+/g, ' '))
          .filter((piece) => /\p{L}{3}/u.test(piece))
      : pieces(text),
  );
}

const paper = (language: Language): string[] => {
  const { document = {}, photo = {}, order = {} } = catalogues[language];
  return [document, photo, order].flatMap((part) => (typeof part === 'string' ? [] : pieces(part)));
};

/** Whether a text has these words, not as part of longer ones. */
const says = (text: string, words: string): boolean => {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}])`, 'u').test(text);
};

/** Runs of letters and digits. */
const runsIn = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** What stands on the pages of a document, but not in the same document as plain text. Words are compared as pages break them. */
function missingInTwin(model: DocumentModel, printed: string): string[] {
  const { page } = model.words;
  const besides = [model.unprinted, model.words.photos.continued, page({ page: '1', pages: '2' })];
  const said = drawable([documentAsText(model), ...besides].join(' '), isPrintable);
  const known = runsIn(said).join('');
  return [...new Set(runsIn(printed))].filter((word) => !known.includes(word) && !/^\d{1,2}$/.test(word));
}

/** Documents of every kind in these languages, which are compared with one another. */
export function documentsOfEveryKind(asked: readonly Language[]): void {
  describe.skipIf(withoutTools)('documents of every kind', () => {
    let renderer: Renderer;
    beforeAll(() => {
      renderer = sharedRenderer();
      return renderer.warm();
    });

    const said = new Map<Language, string>();
    const lengths = new Map<Language, Record<string, number>>();

    test.each(asked)(
      'in %s say nothing in another language, and nothing is cut',
      async (language) => {
        const own = new Set(paper(language));
        const foreign = languages.flatMap((other) => (other === language ? [] : paper(other)));
        const others = [...new Set(foreign)].filter((piece) => ![...own].some((known) => says(known, piece)));
        for (const { name, order, version, options } of everyKind(LOCALES[language], language)) {
          const { bytes } = await renderer.render(order, version, options);
          const { words, pages, left, right, width } = readFromLeft(bytes);
          const text = words.replaceAll('\u00A0', ' ');
          lengths.set(language, { ...lengths.get(language), [name]: pages });
          said.set(language, `${said.get(language) ?? ''} ${text}`);
          expect(
            others.filter((piece) => says(text, piece)),
            name,
          ).toEqual([]);
          expect(text, name).not.toMatch(/undefined|null|NaN|…|\{|\}/);
          expect(left, name).toBeGreaterThan(45);
          expect(right, name).toBeLessThan(width - 45);
          expect(objectsOf(bytes), name).toContain(`/Lang (${LOCALES[language]})`);
          const model = documentModel(order, version, options);
          expect(infoOf(bytes), name).toContain(model.metadata.title);
          expect(missingInTwin(model, text), name).toEqual([]);
        }
      },
      60_000,
    );

    test.each(asked)('in %s say everything that the catalogue has for them', (language) => {
      const { document = {} } = catalogues[language];
      const all = typeof document === 'string' ? [] : pieces(document);
      const printed = said.get(language) ?? '';
      expect(all.filter((piece) => !says(printed, piece))).toEqual([]);
    });

    test('have as many pages in every language, or one more where it has longer words', () => {
      const all = [...lengths.values()];
      const spread = Object.keys(all[0] ?? {}).map((name) => {
        const pages = all.map((one) => one[name] ?? 0);
        return { name, more: Math.max(...pages) - Math.min(...pages) };
      });
      expect(spread.filter(({ more }) => more > 1)).toEqual([]);
    });
  });
}
