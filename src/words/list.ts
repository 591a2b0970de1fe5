import { isolated } from './message.ts';
import type { Words } from './words.ts';

/** Making formats takes longer than using them. */
const formats = new Map<string, Intl.ListFormat>();
const MAX_FORMATS = 60;

/** Names beside one another as the language writes a list: `Ana, Ben and Carla`. */
export const listOf = (names: readonly string[], words: Pick<Words, 'locale'>): string =>
  formatted(names, words, 'conjunction');

/** Names of which one is meant: `Ana, Ben or Carla`. */
export const eitherOf = (names: readonly string[], words: Pick<Words, 'locale'>): string =>
  formatted(names, words, 'disjunction');

function formatted(names: readonly string[], { locale }: Pick<Words, 'locale'>, type: Intl.ListFormatType): string {
  const key = `${locale} ${type}`;
  const format = formats.get(key) ?? new Intl.ListFormat(locale, { type });
  if (formats.size >= MAX_FORMATS) formats.clear();
  formats.set(key, format);
  return format.format(names.map(isolated));
}
