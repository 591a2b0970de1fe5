import { isolated } from './message.ts';
import type { Words } from './words.ts';

/** Names beside one another as the language writes a list: `Ana, Ben and Carla`. */
export const listOf = (names: readonly string[], { locale }: Pick<Words, 'locale'>): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names.map(isolated));

/** Names of which one is meant: `Ana, Ben or Carla`. */
export const eitherOf = (names: readonly string[], { locale }: Pick<Words, 'locale'>): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(names.map(isolated));
