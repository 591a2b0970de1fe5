/** Languages that the product speaks, English being the source of the others. */
export const LANGUAGES = ['en', 'es', 'pt', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages whose numbers and dates differ from what a tag of Slack's says: its Latin American Spanish is es-LA. */
const REGIONS: Readonly<Record<string, string>> = { 'es-la': 'es-419' };

/**
 * The language and the locale of a tag as Slack or the settings give it (`de`, `pt-BR`, `es-LA`, `fr_CA`); of the first of
 * `tags` that the product speaks. British English when it speaks none of them.
 */
export function spoken(...tags: readonly (string | undefined)[]): {
  readonly language: Language;
  readonly locale: string;
} {
  for (const tag of tags) {
    const language = languageOf(tag);
    const locale = canonical(tag);
    if (locale && language) return { language, locale };
  }
  return { language: 'en', locale: 'en-GB' };
}

/** The language of a tag, where the product speaks it. */
export function languageOf(tag: string | undefined): Language | undefined {
  const locale = canonical(tag);
  return LANGUAGES.find((known) => known === locale?.split('-')[0]);
}

function canonical(tag = ''): string | undefined {
  const written = tag.trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(REGIONS[written.toLowerCase()] ?? written)[0];
  } catch {
    return undefined;
  }
}
