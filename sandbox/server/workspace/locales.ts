/** The languages a person can set Slack to, as Slack's preferences list them: the locale that apps get, and its own name for itself. */
// biome-ignore format: a table reads best as a table
export const LOCALES = [
  { locale: 'de-DE', name: 'Deutsch (Deutschland)' },
  { locale: 'en-GB', name: 'English (UK)' },
  { locale: 'en-US', name: 'English (US)' },
  { locale: 'es-ES', name: 'Español (España)' },
  { locale: 'es-LA', name: 'Español (Latinoamérica)' },
  { locale: 'fr-FR', name: 'Français (France)' },
  { locale: 'it-IT', name: 'Italiano (Italia)' },
  { locale: 'pt-BR', name: 'Português (Brasil)' },
  { locale: 'ja-JP', name: '日本語 (日本)' },
  { locale: 'ko-KR', name: '한국어 (대한민국)' },
  { locale: 'zh-CN', name: '简体中文 (中国)' },
  { locale: 'zh-TW', name: '繁體中文 (台灣)' },
] as const;

/** One of Slack's languages, e.g. `es-LA`. */
export type Locale = (typeof LOCALES)[number]['locale'];

/** What everybody's Slack speaks who has not chosen another language, and the language of the channels. */
export const DEFAULT_LOCALE: Locale = 'en-US';

/** The locale of that code; throws, with the codes there are, for any other. */
export function knownLocale(code: string): Locale {
  const found = LOCALES.find(({ locale }) => locale === code);
  if (found === undefined)
    throw new Error(`Slack has no language "${code}"; it has: ${LOCALES.map(({ locale }) => locale).join(', ')}`);
  return found.locale;
}
