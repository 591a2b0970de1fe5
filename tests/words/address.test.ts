import { expect, test } from 'vitest';
import { catalogues } from '../../src/words/words.ts';
import { messagesIn } from '../support/catalogue.ts';

const german = messagesIn(catalogues.de);
/** What clients and others outside Slack read: documents, and pages on the web. */
const isOutside = (path: string) => /^(?:document|web)\./.test(path);
const found = (messages: readonly [string, string][], word: RegExp) =>
  messages.filter(([, text]) => word.test(text)).map(([path, text]) => `${path}: ${text}`);

/** Not at the beginning of a sentence either: there nobody can tell whom it means. */
const FORMAL = /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\p{L})/u;
const FAMILIAR = /(?<!\p{L})(?:du|dich|dir|dein\p{L}*)(?!\p{L})/iu;

test('German says “du” in Slack and “Sie” outside of it', () => {
  expect(
    found(
      german.filter(([path]) => !isOutside(path)),
      FORMAL,
    ),
  ).toEqual([]);
  expect(
    found(
      german.filter(([path]) => isOutside(path)),
      FAMILIAR,
    ),
  ).toEqual([]);
  // Both are found where they are.
  expect([
    FORMAL.test('Geben Sie etwas ein.'),
    FORMAL.test('Siehe Ihren Auftrag'),
    FAMILIAR.test('Deine Aufträge'),
  ]).toEqual([...[true, true, true]]);
});

test('no Spanish sentence ends with a time, whose “a. m.” has a full stop of its own', () => {
  const ends = /\{(?:date|start|end|until|approved|reported)\}\./;
  expect(found(messagesIn(catalogues.es), ends)).toEqual([]);
});
