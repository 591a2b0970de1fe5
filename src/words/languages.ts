/** Languages that the product speaks, English being the source of the others. */
export const LANGUAGES = ['en', 'es', 'pt', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages whose numbers and dates differ from what a tag of Slack's says: its Latin American Spanish is es-LA. */
const REGIONS: Readonly<Record<string, string>> = { 'es-la': 'es-419' };

/** A tag with a country, and not a whole continent's (`es-419`). */
const COUNTRY = /^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}(-|$)/;

/**
 * The language and the locale of a tag as Slack or the settings give it (`de`, `pt-BR`, `es-LA`, `fr_CA`); of the first of
 * `tags` that the product speaks. British English when it speaks none of them. Where that tag names no country, numbers and
 * dates are those of the next tag's country of the same language: Slack's es-LA in a workspace of es-AR.
 */
export function spoken(...tags: readonly (string | undefined)[]): {
  readonly language: Language;
  readonly locale: string;
} {
  for (const [index, tag] of tags.entries()) {
    const language = languageOf(tag);
    const locale = canonical(tag);
    if (!locale || !language) continue;
    const later = tags.slice(index + 1).filter((other) => languageOf(other) === language);
    const inCountry = [locale, ...later.map(canonical)].find((one) => COUNTRY.test(one ?? ''));
    return { language, locale: inCountry ?? locale };
  }
  return { language: 'en', locale: 'en-GB' };
}

/** The language of a tag, where the product speaks it. */
export function languageOf(tag: string | undefined): Language | undefined {
  const locale = canonical(tag);
  return LANGUAGES.find((known) => known === locale?.split('-')[0]);
}

/** Whether a tag decides by itself what is read, whatever tags come after it: it has a country, and a language of the product. */
export const decidesAlone = (tag: string | undefined): boolean =>
  languageOf(tag) !== undefined && COUNTRY.test(canonical(tag) ?? '');

/** Every tap asks for some, and there are few: as many as are remembered. */
const MAX_TAGS = 200;
const known = new Map<string, string | undefined>();

function canonical(tag = ''): string | undefined {
  if (known.has(tag)) return known.get(tag);
  if (known.size >= MAX_TAGS) known.clear();
  const found = canonicalOf(tag);
  known.set(tag, found);
  return found;
}

function canonicalOf(tag: string): string | undefined {
  const written = tag.trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(REGIONS[written.toLowerCase()] ?? written)[0];
  } catch {
    return undefined;
  }
}
