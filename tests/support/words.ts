import { wordsFor } from '../../src/words/words.ts';

/** What people of a test read who are no further described. */
export const words = wordsFor('en-GB');

/** Stands for a placeholder whose text a test does not know. */
export const ANY = '\u0000';

/** A sentence as far as its first unknown placeholder. */
export const until = (sentence: string): string => sentence.split(ANY)[0] ?? '';

/** What the text of a card says of an order of this client, between its title and the people. */
export function cardSays(state: 'submitted' | 'changes_requested' | 'approved', version = 1, client = 'Acme'): string {
  const about = { order: ANY, title: ANY, client };
  const { text } = words.card;
  const said =
    state === 'approved' ? text.approved({ ...about, version, names: ANY }) : text[state]({ ...about, name: ANY });
  return said.split(ANY)[2] ?? '';
}

/** What a sentence says whatever stands in its placeholders (each `ANY`): its longest part. */
export const part = (sentence: string): string =>
  sentence.split(ANY).reduce((longest, one) => (one.length > longest.length ? one : longest), '');

/** The placeholders of a direct message's first sentence. */
export const anyOrder = { order: ANY, name: ANY, title: ANY, to: ANY, date: ANY, difference: ANY };

/** A sentence whatever stands in its placeholders (each `ANY`), so far as it is on one line. */
export const like = (sentence: string): RegExp =>
  new RegExp(
    sentence
      .split(ANY)
      .map((piece) => piece.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
      .join('[^\\n]*'),
  );

/** What an entry says was done, without the person; a confirmation made version 2 unless another is named. */
export function did(action: keyof typeof words.entry.did, version = 2): string {
  return part(
    words.entry.did[action]({ name: ANY, version, outcome: ANY, to: ANY, people: ANY, asked: ANY, count: 1 }),
  );
}
