import { isolated } from './message.ts';
import type { Words } from './words.ts';

/** Making formats takes longer than using them. */
const formats = new Map<string, Intl.ListFormat>();
const MAX_FORMATS = 60;

/** Names beside one another as the language writes a list: `Ana, Ben and Carla`. */
export function listOf(names: readonly string[], { locale }: Pick<Words, 'locale'>): string {
  const format = formats.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' });
  if (formats.size >= MAX_FORMATS) formats.clear();
  formats.set(locale, format);
  return format.format(names.map(isolated));
}
