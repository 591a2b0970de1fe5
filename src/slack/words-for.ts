import type { PersonRecord } from '../../db/ports.ts';
import type { Settings } from '../settings.ts';
import { type Words, wordsFor } from '../words/words.ts';

/** The words of the person who reads this alone: forms, Home, direct messages, private answers, errors. */
export const readersWords = (person: Pick<PersonRecord, 'locale'> | undefined, settings: Settings): Words =>
  wordsFor(person?.locale, settings.workspace.locale);

/** The words of everything that a whole channel reads: posts, card, topic, bookmark. */
export const channelsWords = (settings: Settings): Words => wordsFor(settings.workspace.locale);
