import { wordsFor } from '../../src/words/words.ts';

/** What people of a test read who are no further described. */
export const words = wordsFor('en-GB');

/** Stands for a placeholder whose text a test does not know. */
export const ANY = '\u0000';

/** A sentence as far as its first unknown placeholder. */
export const until = (sentence: string): string => sentence.split(ANY)[0] ?? '';
