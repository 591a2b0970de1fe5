import { de } from './de/de.ts';
import { en } from './en/en.ts';
import { es } from './es/es.ts';
import { fr } from './fr/fr.ts';
import { type Language, spoken } from './languages.ts';
import { type Catalogue, type Messages, messagesOf } from './message.ts';
import { pt } from './pt/pt.ts';

/** Everything the product says, in one language; `locale` is that of its numbers, dates and amounts. */
export interface Words extends Messages<typeof en> {
  readonly language: Language;
  readonly locale: string;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, es, pt, de, fr };

/** Locales whose words are kept ready; Slack has some thirty. */
const MAX_KEPT = 60;
const kept = new Map<string, Words>();

/** The words of the first of these tags that the product speaks, for example a reader's, then the workspace's. */
export function wordsFor(...tags: readonly (string | undefined)[]): Words {
  const { language, locale } = spoken(...tags);
  const known = kept.get(locale);
  if (known) return known;
  const words: Words = { ...messagesOf<typeof en>(catalogues[language], locale), language, locale };
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(locale, words);
  return words;
}
