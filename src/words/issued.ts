import type { Issuer } from '../order/version.ts';
import { type Words, wordsFor } from './words.ts';

/** The words that a document was issued in: those of its locale, or plainly of its language where that is another. */
export const wordsOf = ({ language, locale }: Pick<Issuer, 'language' | 'locale'>): Words =>
  wordsFor(locale.split(/[-_]/)[0]?.toLowerCase() === language ? locale : language);
