import type { PersonRecord } from '../../db/ports.ts';
import type { Settings } from '../settings.ts';
import { type Words, wordsFor } from '../words/words.ts';

/** The words of whoever reads this alone: forms, Home, direct messages, private answers, errors. */
export const readersWords = (_person: Pick<PersonRecord, 'id'> | undefined, _settings: Settings): Words =>
  wordsFor('en-GB');

/** The words of everything that a whole channel reads: posts, card, topic, bookmark. */
export const channelsWords = (_settings: Settings): Words => wordsFor('en-GB');
