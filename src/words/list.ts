import { isolated } from './message.ts';
import type { Words } from './words.ts';

/** Names beside one another as the language writes a list: `Ana, Ben and Carla`; `or` where one of them is meant. */
export const listOf = (
  names: readonly string[],
  { locale }: Pick<Words, 'locale'>,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => new Intl.ListFormat(locale, { type }).format(names.map(isolated));
